"""A workbook's cleaned copy, and the list of who is who that belongs to it. Writes no file and keeps nothing."""
