"""The timeline: factors on an axis of years, and the same as a list."""
