"""Formats in: from the files of a course or a task to objects of the domain."""
