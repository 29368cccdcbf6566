"""The parts of the overview, one file each. Drawn from figures the page has read once."""
