"""What the web says in words: the same to the eye, in tooltips and to a screen reader."""

from html import escape

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from studyapp.domain.hints import Hint, HintStep
from studyapp.domain.marking import FindingKind
from studyapp.domain.marking_web import LinkFinding
from studyapp.domain.web import Pair, Relation, WebStep, is_own
from studyapp.ui.board.marks import MARKS, signed
from studyapp.ui.board.wording import title_and_date
from studyapp.ui.translation import sentence
from studyapp.ui.web.model import WebModel

RELATIONS = {
    Relation.LED_TO: str(QT_TRANSLATE_NOOP("web", "led to")),
    Relation.LONG: str(QT_TRANSLATE_NOOP("web", "long-term cause of")),
    Relation.SHORT: str(QT_TRANSLATE_NOOP("web", "short-term cause of")),
    Relation.TRIGGER: str(QT_TRANSLATE_NOOP("web", "triggered")),
}


def tr(text: str) -> str:
    """Return a text of the web in the interface's language."""
    return QCoreApplication.translate("web", text)


def pair_in_words(model: WebModel, pair: Pair) -> str:
    """Return such as "Yalta agreement → Treaty of 1945"."""
    return " → ".join(model.factor(name).title for name in pair)


def link_in_words(model: WebModel, pair: Pair) -> str:
    """Return what a drawn link says, as a row of the outline: "triggered X: because …"."""
    drawn = model.web.links[pair]
    words = f"{tr(RELATIONS[drawn.relation])} {model.factor(pair[1]).title}"
    return (
        tr("{link}, because {reason}").format(link=words, reason=drawn.because)
        if (drawn.because)
        else words
    )


def link_described(model: WebModel, pair: Pair) -> str:
    """Return a drawn link and what marking says of it, as a screen reader says it."""
    words = f"{model.factor(pair[0]).title} {link_in_words(model, pair)}"
    found = model.finding(pair)
    return (
        f"{words}. {signed(MARKS[found.kind])}: {sentence(found.finding.reason)}"
        if found
        else (words)
    )


def described(model: WebModel, name: str) -> str:
    """Return a card, where it lies and what is drawn at it."""
    title = title_and_date(model.factor(name))
    if name not in model.web.cards:
        return tr("{card}, in the tray").format(card=title)
    causes = sum(pair[1] == name for pair in model.web.links)
    consequences = sum(pair[0] == name for pair in model.web.links)
    words = tr("{card}, on the web; causes drawn: {causes}, consequences drawn: {consequences}")
    return words.format(card=title, causes=causes, consequences=consequences)


def tooltip_of(model: WebModel, name: str) -> str:
    """Return what a card has no room for."""
    known = model.factor(name)
    lenses = ", ".join(theme.name for theme in model.themes(name))
    themes = tr("Themes: {themes}").format(themes=lenses) if lenses else ""
    texts = (title_and_date(known), known.detail, themes)
    return "".join(f"<p>{escape(text)}</p>" for text in texts if text)


def link_tooltip(model: WebModel, pair: Pair) -> str:
    """Return all that a link says, and what marking says of it."""
    return f"<p>{escape(link_described(model, pair))}</p>"


def done(model: WebModel, step: WebStep) -> str:
    """Return what to say after a step."""
    for pair, (was, now) in step.links.items():
        if not step.cards:
            return _link_done(model, pair, was is None, now is None)
    names = list(step.cards)
    if len(names) != 1 and all(before is None for before, _ in step.cards.values()):
        return tr("{count} cards are on the web now.").format(count=len(names))
    if len(names) != 1:
        return tr("{count} cards have moved.").format(count=len(names))
    before, after = step.cards[names[0]]
    card = (after or before) if is_own(names[0]) else None
    title = card.text if card else model.factor(names[0]).title
    if after is None:
        left = tr("{card} is gone.") if is_own(names[0]) else tr("{card} is in the tray now.")
        return left.format(card=title)
    placed = tr("{card} is on the web now.") if before is None else tr("{card} has moved.")
    return placed.format(card=title)


def _link_done(model: WebModel, pair: Pair, drawn: bool, gone: bool) -> str:
    words = tr("The link {link} is gone.") if gone else tr("The link {link} is drawn.")
    if not drawn and not gone:
        words = tr("The link {link} is changed.")
    return words.format(link=pair_in_words(model, pair))


def hint_in_words(model: WebModel, hint: Hint | None) -> str:
    """Return as much as a hint may give away; its factor is the consequence of a link."""
    if hint is None:
        return tr("There is nothing to mend.")
    if hint.step is HintStep.NUDGE:
        return tr("A link is wrong, or one is missing.")
    name = model.factor(hint.factor).title
    if hint.step is HintStep.CARD:
        return tr("Think again about what led to “{card}”.").format(card=name)
    if hint.passage:
        return tr("The note has a passage on “{card}”: read it.").format(card=name)
    return sentence(hint.reason)


def said_as_html(model: WebModel, found: LinkFinding) -> str:
    """Return the student's reason with what was found of the course's underlined, or ""."""
    drawn = model.web.links.get(found.pair)
    if drawn is None or not drawn.because or not found.points:
        return ""
    counted = [word.casefold() for mark in found.points if mark.found for word in mark.words]
    told = " ".join(_underlined(word, counted) for word in drawn.because.split())
    right = sum(mark.found for mark in found.points)
    words = tr("Your reason: {text} ({found} of {count} points)")
    return words.format(text=told, found=right, count=len(found.points))


def _underlined(word: str, counted: list[str]) -> str:
    bare = word.casefold().strip(".,;:!?“”‘’\"'()")
    return f"<u>{escape(word)}</u>" if bare in counted else escape(word)


def found_in_words(found: LinkFinding) -> str:
    """Return all that marking says of a link and of its reason."""
    lacking = "; ".join(missing_points(found))
    said = (
        sentence(found.finding.reason),
        sentence(found.remark) if found.remark else "",
        tr("Not found in your reason: {points}.").format(points=lacking) if lacking else "",
    )
    return " ".join(filter(None, said))


def missing_points(found: LinkFinding) -> tuple[str, ...]:
    """Return the points of the course's reason that the student's lacks."""
    if found.kind is not FindingKind.RIGHT:
        return ()
    return tuple(mark.point.text for mark in found.points if not mark.found)
