"""The same hand-in as KoboToolbox, ODK and people's own spreadsheets would write it: one switch a difference."""
