"""Boards and webs: their ways of working, how each is marked, compared and hinted at."""
