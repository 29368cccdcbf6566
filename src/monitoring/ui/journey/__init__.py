"""The way from the decision to return to the first service, step by step. Every step is a share of its own."""
