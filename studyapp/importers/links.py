"""Sections that join two factors: Causes and consequences, and Distractors."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from studyapp.domain.course import Certainty, Distractor, Duration, KeyPoint, Link, Place
from studyapp.domain.ids import slug
from studyapp.domain.kinds.lines import key_point
from studyapp.domain.messages import N_, message
from studyapp.domain.problems import Problem, error
from studyapp.domain.text import slug_of
from studyapp.importers.elements import (
    Found,
    Names,
    are_meant,
    last_brackets,
    unknown_account,
)
from studyapp.importers.sections import Item, label
from studyapp.importers.seeing import Seeing

DURATIONS = {
    "long": Duration.LONG,
    "long term": Duration.LONG,
    "long-term": Duration.LONG,
    "short": Duration.SHORT,
    "short term": Duration.SHORT,
    "short-term": Duration.SHORT,
    "trigger": Duration.TRIGGER,
}
CERTAINTIES = {certainty.value: certainty for certainty in Certainty}

_ARROW = re.compile(r"\s*(?:→|⟶|->|=>)\s*|\s+(?:leads|led)\s+to\s+", re.IGNORECASE)
_NO_ARROW = re.compile(r"\s*(?:↛|-/->|-/>)\s*|\s+(?:did|does)\s+not\s+lead\s+to\s+", re.IGNORECASE)
_BECAUSE = re.compile(r",?\s+because\b:?\s*", re.IGNORECASE)
_LIKE_BECAUSE = 80.0
_TEMPTING = re.compile(r"\bTempting:\s*", re.IGNORECASE)
_WRONG = re.compile(r"\bWrong:\s*", re.IGNORECASE)
_ACCOUNT = re.compile(r"account\s*:\s*(.+)", re.IGNORECASE)


@dataclass(slots=True)
class _Qualifiers:
    duration: Duration = Duration.SHORT
    certainty: Certainty = Certainty.AGREED
    account: str = ""
    themes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Ends:
    cause: str
    consequence: str


def links(items: Iterable[Item], topic: str, names: Names, seeing: Seeing) -> Iterator[Found[Link]]:
    """Yield the links of one topic."""
    for item in items:
        found = _link(item, topic, names, seeing)
        if found:
            yield found


def distractors(items: Iterable[Item], topic: str, names: Names) -> Iterator[Found[Distractor]]:
    """Yield the distractors of one topic."""
    for item in items:
        found = _distractor(item, topic, names)
        if found:
            yield found


def _link(item: Item, topic: str, names: Names, seeing: Seeing) -> Found[Link] | None:
    claim, _, because = _parted(_BECAUSE, item.text)
    reason, qualifiers = _qualified(because or claim, names, item.place)
    claim, because = (claim, reason) if because else (reason, "")
    for child in item.children:
        because = because or (label(child, "because") or ("", ""))[1]
    if not because and _runs_on(claim, names):
        names.problems.append(_no_reason(claim, item.place))
        return None
    ends = _ends(_ARROW, claim, names, item)
    points, passage = _below(item, topic, names, seeing)
    if ends is None:
        return None
    link = Link(
        id="",
        topic=topic,
        cause=ends.cause,
        consequence=ends.consequence,
        because=because,
        duration=qualifiers.duration,
        certainty=qualifiers.certainty,
        account=qualifiers.account,
        themes=names.theme_ids(qualifiers.themes, item.place),
        points=points,
        passage=passage,
        place=item.place,
    )
    text = " > ".join(slug(end) for end in (link.cause, link.consequence, link.account))
    return Found(link, claim, text, item.given, _minted(ends, "to"))


def _distractor(item: Item, topic: str, names: Names) -> Found[Distractor] | None:
    told = " ".join((item.text, *(child.text for child in item.children)))
    head, _, reasons = _parted(_TEMPTING, told)
    tempting, _, wrong = _parted(_WRONG, reasons)
    if not reasons:
        head, _, wrong = _parted(_WRONG, told)
    ends = _ends(_NO_ARROW, head.rstrip(" ."), names, item)
    if ends is None:
        return None
    distractor = Distractor("", topic, ends.cause, ends.consequence, tempting, wrong, item.place)
    text = f"{slug(ends.cause)} > {slug(ends.consequence)}"
    return Found(distractor, head, text, item.given, _minted(ends, "not"))


def _ends(arrow: re.Pattern[str], claim: str, names: Names, item: Item) -> _Ends | None:
    cause, found, consequence = _parted(arrow, claim)
    if not found or not cause or not consequence:
        names.problems.append(_form(arrow, item.place))
        return None
    ends = [names.factor_id(_title(title), item.place) for title in (cause, consequence)]
    return _Ends(ends[0], ends[1]) if ends[0] and ends[1] else None


def _runs_on(claim: str, names: Names) -> bool:
    """Say whether a claim has no known consequence, so that a reason may be part of it."""
    cause, arrow, consequence = _parted(_ARROW, claim)
    return bool(cause and arrow and consequence) and not names.factors.find(_title(consequence))


def _title(text: str) -> str:
    return text.strip(" .,")


def _qualified(text: str, names: Names, place: Place) -> tuple[str, _Qualifiers]:
    """Part a reason from the agreed words in the brackets at its end, if they are such."""
    reason, parts = last_brackets(text)
    agreed = (*DURATIONS, *CERTAINTIES, *names.themes.names())
    if not parts or not (are_meant(parts, agreed) or any(map(_ACCOUNT.match, parts))):
        return text, _Qualifiers(account=names.default_account)
    qualifiers = _Qualifiers(account=names.default_account)
    for part in parts:
        _qualify(qualifiers, part, names, place)
    return reason, qualifiers


def _qualify(qualifiers: _Qualifiers, part: str, names: Names, place: Place) -> None:
    word, account = part.casefold(), _ACCOUNT.fullmatch(part)
    if word in DURATIONS:
        qualifiers.duration = DURATIONS[word]
    elif word in CERTAINTIES:
        qualifiers.certainty = CERTAINTIES[word]
    elif not account:
        qualifiers.themes.append(part)
    elif full := names.accounts.find(account[1]):
        qualifiers.account = full
    else:
        names.problems.append(unknown_account(account[1], names.accounts, place))


def _below(
    item: Item, topic: str, names: Names, seeing: Seeing
) -> tuple[tuple[KeyPoint, ...], str | None]:
    """Return the key points and the passage in the items below a link."""
    points: list[KeyPoint] = []
    passage = None
    for child in item.children:
        name, value = label(child, "see", "point", "because") or ("", "")
        point = key_point(value) if name == "point" else None
        if name == "see":
            passage = seeing.passage(value, topic, child.place)
        elif point:
            points.append(point)
        elif name != "because":
            names.problems.append(_unknown_line(child.place))
    return tuple(points), passage


def _parted(pattern: re.Pattern[str], text: str) -> tuple[str, str, str]:
    found = pattern.search(text)
    if not found:
        return text.strip(), "", ""
    return text[: found.start()].strip(), found[0], text[found.end() :].strip()


def _minted(ends: _Ends, joint: str) -> str:
    first, second = slug_of(slug(ends.cause), 28), slug_of(slug(ends.consequence), 28)
    return f"{first}-{joint}-{second}"


def _form(arrow: re.Pattern[str], place: Place) -> Problem:
    if arrow is _ARROW:
        what = message(N_("This is not a link between two factors"))
        remedy = message(N_("Write “Cause → Consequence because reason (trigger, theme)”"))
        return error("link-form", place, what, remedy)
    what = message(N_("This is not a distractor between two factors"))
    remedy = message(N_("Write “Factor ↛ Factor. Tempting: … Wrong: …”"))
    return error("distractor-form", place, what, remedy)


def _no_reason(claim: str, place: Place) -> Problem:
    what = message(N_("The link gives no reason, as there is no “because” in it"))
    found = process.extractOne(
        "because", claim.split(), scorer=fuzz.ratio, score_cutoff=_LIKE_BECAUSE
    )
    if found:
        remedy = message(N_("Write “because” in place of “{word}”"), word=found[0])
    else:
        remedy = message(N_("Write “because” and the reason after the consequence"))
    return error("no-because", place, what, remedy)


def _unknown_line(place: Place) -> Problem:
    what = message(N_("This says nothing about the link"))
    remedy = message(N_("Start it with “See:”, “Point:” or “Because:”"))
    return error("link-form", place, what, remedy)
