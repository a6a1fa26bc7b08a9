"""The window and all it holds: the only part that names Qt's widgets."""

from __future__ import annotations

import builtins
import linecache

# PySide6 puts a hook of its own on `import`, which reads the source of every module that is
# imported from then on, to see whether it asks for PySide's optional features. None of ours
# does; the sources would take 13 ms and a megabyte of the start.
import PySide6.QtCore  # noqa: F401  brings the hook


def _import_plainly() -> None:
    """Take PySide6's hook off `import`, and let go of the sources that it has read."""
    plain = vars(builtins).get("__orig_import__")
    if plain:
        builtins.__import__ = plain
    linecache.clearcache()


_import_plainly()
