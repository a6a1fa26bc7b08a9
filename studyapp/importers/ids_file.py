"""`ids.toml`: which slug every element of a course folder was given, so that words may change.

One table a kind; slug → the folded text the element had when it was last seen. What no file holds
any more, and the author was told of, has a comment.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rapidfuzz import fuzz

from studyapp.domain.course import Place
from studyapp.domain.ids import KINDS
from studyapp.domain.messages import N_, message
from studyapp.domain.problems import Problem, error

FILE = "ids.toml"
SIMILAR = 75.0
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]*")
_HEAD = (
    "# Kept by `studyapp check --fix`. Commit it: it keeps students' progress attached\n"
    "# when words change.\n"
)

_GONE = "  # gone"

Table = dict[str, str]
"""slug → the text it was last seen with"""


class Claim(NamedTuple):
    """An element that wants its slug: its text, the slug given by hand, one to mint if need be."""

    text: str
    given: str | None
    mint: str


class Resolved(NamedTuple):
    """The slug of an element; `was` is the old text if it was found by likeness."""

    slug: str
    missing: bool = False
    was: str | None = None


class Entry(NamedTuple):
    """Which entry of the file."""

    kind: str
    slug: str


@dataclass(slots=True)
class IdsFile:
    """What ids.toml says, and what it should say (`after`).

    `lines` are the numbers of the lines of its entries, `gone` those that no file holds any more.
    """

    tables: Mapping[str, Table]
    problems: tuple[Problem, ...] = ()
    lines: Mapping[Entry, int] = field(default_factory=dict)
    gone: Mapping[Entry, int] = field(default_factory=dict)
    after: dict[str, Table] = field(default_factory=dict)
    _claimed: set[Entry] = field(default_factory=set)

    def resolve(self, kind: str, claims: Sequence[Claim]) -> list[Resolved]:
        """Return the slug of every element of a kind, minting what is missing."""
        table = self.tables.get(kind, {})
        chosen = _by_hand(claims)
        _by_text(table, claims, chosen)
        if kind not in ("link", "distractor"):
            _by_likeness(table, claims, chosen)
        _by_minting(table, claims, chosen)
        resolved = [chosen[index] for index in range(len(claims))]
        self._keep(kind, table, claims, resolved)
        return resolved

    def text(self) -> str:
        """Return the file as it should be."""
        tables = "".join(_table(kind, self.after.get(kind, {}), self.gone) for kind in KINDS)
        return _HEAD + tables

    def unclaimed(self) -> dict[Entry, int]:
        """Return the entries that nothing has claimed, of the kinds that were read."""
        return {
            entry: line
            for entry, line in self.lines.items()
            if entry.kind in self.after and entry not in self._claimed
        }

    def _keep(
        self, kind: str, table: Table, claims: Sequence[Claim], resolved: Sequence[Resolved]
    ) -> None:
        # An entry that nothing claims stays: what was taken out may come back.
        now = dict(table)
        for claim, choice in zip(claims, resolved, strict=True):
            now[choice.slug] = claim.text
        self.after[kind] = now
        self._claimed.update(Entry(kind, choice.slug) for choice in resolved)


def read_ids(text: str, file: str = FILE) -> IdsFile:
    """Read the text of ids.toml; one that cannot be read has a problem and no entries."""
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as wrong:
        return IdsFile({}, (_broken(file, str(wrong).split("\n")[0] or "it nests too deep"),))
    tables: dict[str, Table] = {}
    for kind, table in data.items():
        if kind not in KINDS or not _is_table(table):
            return IdsFile({}, (_broken(file, f"the table “{kind}” is not one of ours"),))
        tables[kind] = table
    found = dict(_entries(text))
    gone = {entry: number for entry, (number, is_gone) in found.items() if is_gone}
    return IdsFile(tables, lines={entry: found[entry][0] for entry in found}, gone=gone)


def is_slug(text: str) -> bool:
    """Say whether a text can be a slug: a–z, 0–9 and hyphen."""
    return bool(_SLUG.fullmatch(text))


def _by_hand(claims: Sequence[Claim]) -> dict[int, Resolved]:
    return {index: Resolved(claim.given) for index, claim in enumerate(claims) if claim.given}


def _by_text(table: Table, claims: Sequence[Claim], chosen: dict[int, Resolved]) -> None:
    slugs: dict[str, list[str]] = {}
    taken = {choice.slug for choice in chosen.values()}
    for slug, text in table.items():
        if slug not in taken:
            slugs.setdefault(text, []).append(slug)
    for index, claim in enumerate(claims):
        if index not in chosen and slugs.get(claim.text):
            chosen[index] = Resolved(slugs[claim.text].pop(0))


def _by_likeness(table: Table, claims: Sequence[Claim], chosen: dict[int, Resolved]) -> None:
    taken = {choice.slug for choice in chosen.values()}
    for _, index, slug in sorted(_likenesses(table, claims, chosen)):
        if index not in chosen and slug not in taken:
            chosen[index] = Resolved(slug, was=table[slug])
            taken.add(slug)


def _likenesses(
    table: Table, claims: Sequence[Claim], chosen: Mapping[int, Resolved]
) -> Iterator[tuple[float, int, str]]:
    """Yield (unlikeness, claim, slug) of all that may belong together."""
    taken = {choice.slug for choice in chosen.values()}
    free = [(slug, text) for slug, text in table.items() if slug not in taken]
    for index, claim in enumerate(claims):
        for slug, text in free if index not in chosen else ():
            likeness = fuzz.ratio(claim.text, text, score_cutoff=SIMILAR)
            if likeness:
                yield -likeness, index, slug


def _by_minting(table: Table, claims: Sequence[Claim], chosen: dict[int, Resolved]) -> None:
    taken = {choice.slug for choice in chosen.values()} | set(table)
    for index, claim in enumerate(claims):
        if index not in chosen:
            slug = _unique(claim.mint, taken)
            taken.add(slug)
            chosen[index] = Resolved(slug, missing=True)


def _unique(slug: str, taken: set[str]) -> str:
    number, name = 1, slug
    while name in taken:
        number += 1
        name = f"{slug}-{number}"
    return name


def _table(kind: str, table: Table, gone: Mapping[Entry, int]) -> str:
    if not table:
        return ""
    # Folded text holds letters, digits, spaces and “>” only: nothing that TOML would escape.
    lines = (
        f'{slug} = "{text}"{_GONE if Entry(kind, slug) in gone else ""}\n'
        for slug, text in sorted(table.items())
    )
    return f"\n[{kind}]\n{''.join(lines)}"


def _is_table(table: object) -> bool:
    return isinstance(table, dict) and all(
        is_slug(slug)
        and isinstance(text, str)
        and text.isprintable()
        and not set(text) & {'"', "\\"}
        for slug, text in table.items()
    )


def _entries(text: str) -> Iterator[tuple[Entry, tuple[int, bool]]]:
    """Yield each entry with its line and whether it is gone; tomllib keeps neither."""
    kind = ""
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("["):
            kind = line.strip("[] ")
        elif "=" in line:
            slug = line.partition("=")[0].strip()
            yield Entry(kind, slug), (number, line.endswith(_GONE))


def _broken(file: str, reason: str) -> Problem:
    what = message(N_("The ids cannot be read: {reason}"), reason=reason)
    remedy = message(N_("Take the file back from your last copy; do not write a new one"))
    return error("ids-file", Place(file, 1), what, remedy)
