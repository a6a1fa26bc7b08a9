"""How a card stands, as a number that the cards of a topic are counted by."""

from enum import IntFlag


class State(IntFlag):
    """How a card that was met stands; one that is none of these is learned on another day."""

    RECALLED = 1
    DUE = 2
    LATER = 4
    TRAP = 8
