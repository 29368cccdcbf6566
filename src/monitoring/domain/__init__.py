"""Words of the field. Standard library only: no files, no database, no screen."""
