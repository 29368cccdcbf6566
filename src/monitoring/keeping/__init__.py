"""What whoever runs the machine does to keep the house safe: keys, backups, checks. Nobody's deed, and no screen."""
