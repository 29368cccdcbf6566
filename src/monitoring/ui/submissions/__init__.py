"""Parts of the page of past hand-ins: what is expected, one hand-in in full, and two side by side."""
