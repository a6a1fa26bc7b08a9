"""What was done, and what was undone and can be done again: a cursor in a row of steps."""

from collections.abc import Callable, Sequence
from typing import Generic, NamedTuple, TypeVar

Step = TypeVar("Step")


class Steps(NamedTuple, Generic[Step]):
    """The steps before the cursor and, the nearest last, those behind it.

    `forgotten` were undone before something else was done: nobody here can do them again, but
    another machine may have, before it heard of that.
    """

    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()
    forgotten: tuple[Step, ...] = ()

    def after(self, step: Step) -> "Steps[Step]":
        """Return the history after a new step, which forgets what was undone."""
        return self.forgetting()._replace(done=(*self.done, step))

    def forgetting(self) -> "Steps[Step]":
        """Return the history after a step that cannot be told here."""
        return Steps(self.done, (), (*self.forgotten, *self.undone))

    def undo(self) -> "Steps[Step]":
        """Return the history with the cursor one step back."""
        return self._taken_back(len(self.done) - 1) if self.done else self

    def redo(self) -> "Steps[Step]":
        """Return the history with the cursor one step on."""
        if not self.undone:
            return self
        return self._replace(done=(*self.done, self.undone[-1]), undone=self.undone[:-1])

    def take_back(self, is_meant: Callable[[Step], bool]) -> "tuple[Step | None, Steps[Step]]":
        """Return the last done step that is meant, and the history without it."""
        at = _last(self.done, is_meant)
        return (None, self) if at is None else (self.done[at], self._taken_back(at))

    def do_again(self, is_meant: Callable[[Step], bool]) -> "tuple[Step | None, Steps[Step]]":
        """Return the last step that is meant of what was taken back, and the history with it."""
        for name, steps in (("undone", self.undone), ("forgotten", self.forgotten)):
            at = _last(steps, is_meant)
            if at is not None:
                again = {"done": (*self.done, steps[at]), name: _without(steps, at)}
                return steps[at], self._replace(**again)
        return None, self

    def _taken_back(self, at: int) -> "Steps[Step]":
        return self._replace(done=_without(self.done, at), undone=(*self.undone, self.done[at]))


def _last(steps: Sequence[Step], is_meant: Callable[[Step], bool]) -> int | None:
    return next((at for at in range(len(steps) - 1, -1, -1) if is_meant(steps[at])), None)


def _without(steps: tuple[Step, ...], at: int) -> tuple[Step, ...]:
    return (*steps[:at], *steps[at + 1 :])
