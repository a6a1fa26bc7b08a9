"""The list of all cards: found, put in order, looked at and changed."""
