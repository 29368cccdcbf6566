"""Where the identifier gate stands in a check: before anything is kept, logged or shown. Keeps no cell."""
