"""What may leave the house. Counts go in; what comes out can be shown to those it is for."""
