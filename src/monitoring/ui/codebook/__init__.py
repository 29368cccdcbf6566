"""What the numbers and the questions mean, searchable. All of it is declared; none of it is data."""
