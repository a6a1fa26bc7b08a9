"""A board out of its log: what it began with, and the moves that were made, undone and redone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from studyapp.domain.boards import board as boards
from studyapp.domain.boards.board import Board, History, Move, Zone
from studyapp.domain.log import LogEntry
from studyapp.services.study.defended import DEFENCE

MOVE, UNDO, REDO = "board-move", "board-undo", "board-redo"


def begun(board: Board, start: Mapping[str, object]) -> Board:
    """Return an empty board as a copy begins; what this edition does not know is passed over."""
    zones = start.get("zones")
    laid = zones if isinstance(zones, dict) else {}
    known = set(_factors(board))
    for zone in board.zones:
        held = laid.get(str(zone))
        for factor in held if isinstance(held, list) else ():
            if factor in known:
                board = boards.apply(board, boards.move(board, factor, zone))
    return board


def copied(board: Board, defences: Mapping[str, str], faults: Iterable[str]) -> dict[str, object]:
    """Return what a copy of a board begins with: what lies where, and what was said and found."""
    zones = {str(zone): list(factors) for zone, factors in board.zones.items()}
    return {"zones": zones, "defences": dict(defences), "faults": sorted(faults)}


def payload_of(step: Move) -> dict[str, object]:
    """Return a move as it is logged."""
    told: dict[str, object] = {
        "factor": step.factor,
        "to": str(step.target.zone),
        "at": step.target.at,
    }
    return told | {"go": step.go} if step.go else told


def replayed(board: Board, entries: Iterable[LogEntry]) -> tuple[Board, History]:
    """Return a board and its history after logged moves; those it does not know are passed over.

    A newer edition of the course may offer other factors: their moves stay in the log. So that
    an undo means the same move in either edition, it names the factor that it took back.
    """
    nothing: History = History()
    *_, last = ((board, nothing), *states(board, entries))
    return last


def states(board: Board, entries: Iterable[LogEntry]) -> Iterator[tuple[Board, History]]:
    """Yield the board and its history after each of some logged moves."""
    known = set(_factors(board))
    history: History = History()
    for entry in entries:
        if entry.type == MOVE:
            step = _step(board, entry, known)
            history = history.after(step) if step else history.forgetting()
        else:
            turn = history.take_back if entry.type == UNDO else history.do_again
            found, history = turn(partial(_is_of, entry.payload.get("factor")))
            step = found.inverse() if found and entry.type == UNDO else found
        board = boards.apply(board, step) if step else board
        yield board, history


def moves(entries: Iterable[LogEntry]) -> Iterator[LogEntry]:
    """Yield what was done to a board."""
    return (entry for entry in entries if entry.type in (MOVE, UNDO, REDO))


def defences_in(entries: Iterable[LogEntry], start: Mapping[str, object]) -> dict[str, str]:
    """Return why factors were given their places: the words that stand last."""
    first = start.get("defences")
    words = (
        {str(name): str(text) for name, text in first.items()} if isinstance(first, dict) else {}
    )
    spoken = (entry.payload for entry in entries if entry.type == DEFENCE)
    return words | {str(said.get("factor")): str(said.get("text")) for said in spoken}


def _is_of(factor: object, move: Move) -> bool:
    return move.factor == factor


def _step(board: Board, entry: LogEntry, known: set[str]) -> Move | None:
    factor, zone, at, go = (entry.payload.get(name) for name in ("factor", "to", "at", "go"))
    if not isinstance(factor, str) or not isinstance(at, int):
        return None
    if factor not in known or zone not in board.zones:
        return None
    return boards.move(board, factor, Zone(str(zone)), at)._replace(go=str(go or ""))


def _factors(board: Board) -> Iterator[str]:
    return (name for factors in board.zones.values() for name in factors)
