"""A spreadsheet becomes typed rows with cell addresses, or a list of Problems. Writes nothing to the store."""
