"""How a piece of evidence is carried from the tray to a list, or from list to list."""

from __future__ import annotations

import json

from PySide6.QtCore import QMimeData

from studyapp.domain.kinds.evidence import Piece

EVIDENCE = "application/x-studyapp-evidence"


def piece_mime(piece: Piece) -> QMimeData:
    """Return a piece as it is carried; to another program it is its words."""
    mime = QMimeData()
    mime.setData(EVIDENCE, json.dumps(piece).encode())
    mime.setText(piece.text)
    return mime


def carried_piece(mime: QMimeData) -> Piece | None:
    """Return the piece that is carried, or None if it is something else."""
    try:
        match json.loads(bytes(mime.data(EVIDENCE).data()) or b"null"):
            case [str(text), str(element), list(passages)]:
                return Piece(text, element, tuple(map(str, passages)))
    except ValueError:
        # Another program may call anything by this name.
        return None
    return None
