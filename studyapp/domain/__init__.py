"""What a course, a card, a board and a mark are: plain Python, without Qt, SQL or files."""
