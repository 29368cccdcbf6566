"""What people say of their own lives and of the help they get, beyond one number at a time."""
