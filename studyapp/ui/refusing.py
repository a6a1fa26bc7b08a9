"""What the surroundings refuse is said in one sentence, and the window goes on."""

from collections.abc import Callable
from types import TracebackType

from studyapp.errors import KnownError
from studyapp.ui.translation import sentence


class Saying:
    """Gives the sentence of a KnownError to `say`; what follows it in the block is left out."""

    def __init__(self, say: Callable[[str], object]) -> None:
        """Say it with `say`."""
        self._say = say

    def __enter__(self) -> None:
        """Begin."""

    # Not a generator: of those, type checkers believe that every error passes through.
    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        """Keep a KnownError back once it is said; every other error is a bug and passes."""
        if isinstance(error, KnownError):
            self._say(sentence(error.message))
            return True
        return False
