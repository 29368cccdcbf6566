"""The identifier gate: strings in, kinds of identifiers out. Remembers no string, knows no workbook, fails closed."""
