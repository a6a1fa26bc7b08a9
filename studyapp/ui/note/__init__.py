"""The note that is read: its text, terms, highlights and margin notes."""
