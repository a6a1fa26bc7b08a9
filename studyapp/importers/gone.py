"""What ids.toml remembers and no file of the course holds any more.

An author who words a question quite anew gets a new one, and its students begin again: that is
told once, for nothing else would show it.
"""

from __future__ import annotations

from collections.abc import Sequence

from studyapp.domain.course import Place
from studyapp.domain.messages import N_, message
from studyapp.domain.problems import Problem
from studyapp.importers.ids_file import FILE, Entry, IdsFile

# What students have cards of.
_KINDS = ("question", "factor", "link", "term")


def note_gone(ids: IdsFile, others: Sequence[Problem]) -> tuple[Problem, ...]:
    """Mark in `ids` what is gone, and return what nobody was told of yet.

    Nothing is gone while `others` say that not all of the course could be read.
    """
    unclaimed = ids.unclaimed()
    if any(each.severity == "error" and each.code != "missing-id" for each in others):
        ids.gone = {entry: line for entry, line in unclaimed.items() if entry in ids.gone}
        return ()
    new = [entry for entry in unclaimed if entry not in ids.gone]
    ids.gone = unclaimed
    return tuple(_told(entry, ids) for entry in new if entry.kind in _KINDS)


def _told(entry: Entry, ids: IdsFile) -> Problem:
    what = message(
        N_("“{text}” is in the course no more; students may have learnt it"),
        text=ids.tables[entry.kind][entry.slug],
    )
    remedy = message(
        N_(
            "Is it there in other words? Then write {{#{slug}}} after those, and nothing is lost."
            " Else run “studyapp check --fix”"
        ),
        slug=entry.slug,
    )
    return Problem("info", "gone", Place(FILE, ids.gone[entry]), what, remedy)
