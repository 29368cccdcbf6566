"""Charts as plain plotly dictionaries. Built only from points, so a withheld number cannot be in one."""
