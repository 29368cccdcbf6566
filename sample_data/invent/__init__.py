"""Invents people and what becomes of them after their return. Nobody in here has ever lived."""
