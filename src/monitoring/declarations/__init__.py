"""From the TOML files under `indicators/` to the words of the field, or to Problems that name file and key."""
