"""How the student stands, by topic and over time."""
