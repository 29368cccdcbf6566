"""Side by side with what users would otherwise use: speed and size, measured and printed, never asserted."""
