"""Files that are written whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path

from studyapp.domain.messages import N_
from studyapp.errors import ExportError


def write_whole(path: Path, data: bytes) -> None:
    """Write a file, in place of one that is there; ExportError leaves all as it was."""
    if path.is_dir():
        raise ExportError(N_("“{file}” is a folder. Choose another name."), file=path)
    # Beside it, so that it is on the same disk and can take its place in one step.
    draft = path.with_name(f".{path.name}.new")
    try:
        with draft.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        with suppress(OSError):
            draft.unlink()
        reason = error.strerror or type(error).__name__
        raise ExportError(
            N_("“{file}” cannot be written: {reason}."), file=path, reason=reason
        ) from error
