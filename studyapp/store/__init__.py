"""All SQL: packs of courses, and the log of a student with what follows from it."""
