"""The only folder that knows DuckDB: one encrypted file with the whole history of what was handed in."""
