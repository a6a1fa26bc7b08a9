"""What was done, and what was undone and can be done again: a cursor in a row of steps."""

from typing import Generic, NamedTuple, TypeVar

Step = TypeVar("Step")


class Steps(NamedTuple, Generic[Step]):
    """The steps before the cursor and, the nearest last, those behind it."""

    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()

    def after(self, step: Step) -> "Steps[Step]":
        """Return the history after a new step, which forgets what was undone."""
        return Steps((*self.done, step), ())

    def undo(self) -> "Steps[Step]":
        """Return the history with the cursor one step back."""
        return Steps(self.done[:-1], (*self.undone, self.done[-1])) if self.done else self

    def redo(self) -> "Steps[Step]":
        """Return the history with the cursor one step on."""
        return Steps((*self.done, self.undone[-1]), self.undone[:-1]) if self.undone else self
