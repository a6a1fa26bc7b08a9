"""The list of all cards, in a window of its own."""
