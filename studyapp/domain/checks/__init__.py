"""What can be wrong with a course, wherever it came from."""
