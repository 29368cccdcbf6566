"""What a person can do: one file per deed. The first argument is the Actor; permission is checked here."""
