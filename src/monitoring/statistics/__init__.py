"""Pure statistics: intervals now; survival, change and bounds later. Knows nothing of people or screens."""
