"""Errors that are the surroundings' fault, not ours: each is one sentence for the person.

Anything that is not a `KnownError` is a bug and goes to the crash report.
"""

from studyapp.domain.messages import Message, message, say


class KnownError(Exception):
    """Something the person can understand and act on."""

    def __init__(self, template: str, /, **values: object) -> None:
        """Take the sentence's template, marked with `N_` by the caller, and its values."""
        self.message: Message = message(template, **values)
        super().__init__(template)

    def __str__(self) -> str:
        """Return the sentence in the source language."""
        return say(self.message)


class PackError(KnownError):
    """A course pack is missing, damaged, foreign or from a newer program."""


class ProgressError(KnownError):
    """A progress file is damaged, foreign, read-only or from a newer program."""


class BoardError(KnownError):
    """The board does not allow it."""


class SourceError(KnownError):
    """A course folder, or a file to import, cannot be read."""


class LibraryError(KnownError):
    """A course cannot be added, replaced or removed."""


class ExportError(KnownError):
    """A file cannot be written where it is wanted, or not of this kind."""


class TaskError(KnownError):
    """A teacher's task cannot be opened."""


class PlanError(KnownError):
    """A plan, or the fitting of the schedule, is not possible so."""


class StoppedError(KnownError):
    """The person has stopped what was going on."""


class NotReadyError(KnownError):
    """Something that takes a while has to be done first, and is being done."""


class BusyError(KnownError):
    """Another window holds what we want to write to."""
