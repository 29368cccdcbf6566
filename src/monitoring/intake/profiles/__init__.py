"""A file of another instrument, read through its profile. Maps and sums up; stores nothing."""
