"""The self-test: a card is asked, answered, marked and rated."""
