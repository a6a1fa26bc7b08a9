"""What the web says in words: the same to the eye, in tooltips and to a screen reader."""

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from studyapp.domain.boards import comparing_web
from studyapp.domain.boards.hints import Hint, HintStep
from studyapp.domain.boards.marking_web import LinkFinding
from studyapp.domain.boards.web import LONGEST_TEXT, Pair, Relation, is_own
from studyapp.ui.board.marks import MARKS, summary, word_of
from studyapp.ui.board.wording import factor_tooltip, more_of, title_and_date
from studyapp.ui.long_words import breakable, isolated, shortened
from studyapp.ui.plain_text import escape
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


def pair_in_words(model: WebModel, pair: Pair, longest: int = LONGEST_TEXT) -> str:
    """Return such as "Yalta agreement → Treaty of 1945", each name no longer than `longest`."""
    names = (shortened(model.factor(name).title, longest) for name in pair)
    return " → ".join(map(isolated, names))


def link_in_words(model: WebModel, pair: Pair) -> str:
    """Return what a drawn link says, as a row of the outline: "triggered X: because …"."""
    drawn = model.web.links[pair]
    words = f"{tr(RELATIONS[drawn.relation])} {isolated(model.factor(pair[1]).title)}"
    if not drawn.because:
        return words
    return tr("{link}, because {reason}").format(link=words, reason=isolated(drawn.because))


def link_described(model: WebModel, pair: Pair) -> str:
    """Return a drawn link and what marking says of it, as a screen reader says it."""
    words = f"{isolated(model.factor(pair[0]).title)} {link_in_words(model, pair)}"
    found = model.finding(pair)
    return f"{words}. {word_of(MARKS[found.kind])}: {found_in_words(found)}" if found else words


def described(model: WebModel, name: str) -> str:
    """Return a card, where it lies, what is drawn at it, and whether a link begins there."""
    title = title_and_date(model.factor(name))
    if name not in model.web.cards:
        return tr("{card}, in the tray").format(card=title)
    causes = sum(pair[1] == name for pair in model.web.links)
    consequences = sum(pair[0] == name for pair in model.web.links)
    words = tr("{card}, on the web; causes drawn: {causes}, consequences drawn: {consequences}")
    said = words.format(card=title, causes=causes, consequences=consequences)
    return tr("{card}; a link begins here").format(card=said) if name == model.cause else said


def counted(model: WebModel, *, tray: bool) -> str:
    """Return how many cards lie on the web, or in its tray."""
    count = len(model.tray if tray else model.web.cards)
    if tray:
        return (tr("Tray, one card") if count == 1 else tr("Tray, {count} cards")).format(
            count=count
        )
    one, many = tr("On the web, one card"), tr("On the web, {count} cards")
    return (one if count == 1 else many).format(count=count)


def chosen(model: WebModel) -> str:
    """Return what is chosen, a link or one card or several, or ""."""
    if len(model.selected) > 1:
        return tr("{count} cards are chosen.").format(count=len(model.selected))
    return reached(model)


def reached(model: WebModel) -> str:
    """Return the link or the card that one has come to, alone or with others, or ""."""
    if model.link:
        return link_described(model, model.link)
    return described(model, model.current) if model.current else ""


def whole(model: WebModel) -> str:
    """Return what is chosen, how much is drawn, and what marking says of it."""
    if not model.is_open:
        return tr("No web is open.")
    words = tr("Cards on the web: {cards}; links drawn: {links}; in the tray: {tray}.")
    web = model.web
    count = words.format(cards=len(web.cards), links=len(web.links), tray=len(model.tray))
    marked = tr("Marked: {summary}.").format(summary=summary(model.findings))
    said = chosen(model)
    parts = (f"{said.rstrip('.')}." if said else "", count, marked if model.findings else "")
    return " ".join(filter(None, parts))


def tooltip_of(model: WebModel, name: str) -> str:
    """Return what a card has no room for."""
    lenses = [theme.name for theme in model.themes(name)]
    return factor_tooltip(model.factor(name), lenses)


def detail_of(model: WebModel, name: str) -> str:
    """Return what a card's line does not say: its detail and its themes."""
    return more_of(model.factor(name), [theme.name for theme in model.themes(name)])


def link_tooltip(model: WebModel, pair: Pair) -> str:
    """Return all that a link says, and what marking says of it."""
    return f"<p>{escape(link_described(model, pair))}</p>"


def since_last(model: WebModel) -> str:
    """Return what has changed since the last check of the web, or "" if there was none."""
    compared = model.session.since_last if model.session else None
    if compared is None:
        return ""
    titles = {row.pair: titled(model, row.pair, compared.own) for row in compared.rows}
    return sentence(comparing_web.since_last(compared, titles))


def titled(model: WebModel, pair: Pair, own: Mapping[str, str]) -> str:
    """Return a link as `pair_in_words` does, with `own` for the words on the student's cards."""
    return " → ".join(own[name] if is_own(name) else model.factor(name).title for name in pair)


def hint_in_words(model: WebModel, hint: Hint | None) -> str:
    """Return as much as a hint may give away; its factor is the consequence of a link."""
    if hint is None:
        return _what_to_do(model)
    if hint.step is HintStep.NUDGE:
        return tr("A link is wrong, or one is missing.")
    name = model.factor(hint.factor).title
    if hint.step is HintStep.CARD:
        return tr("Think again about what led to “{card}”.").format(card=name)
    if hint.passage:
        return tr("Read the passage that tells what led to “{card}”.").format(card=name)
    return sentence(hint.reason)


def _what_to_do(model: WebModel) -> str:
    """Return what may come next where nothing that is drawn is wrong or missing."""
    if len(model.web.cards) < 2:
        return tr("Lay two cards that belong together, and draw a link between them.")
    if not model.web.links:
        return tr("Draw a link from a cause to its consequence, or lay more cards.")
    if model.tray:
        return tr("Nothing here is wrong or missing. Cards of the tray may belong here too.")
    return tr("There is nothing to mend.")


def said_as_html(model: WebModel, found: LinkFinding) -> str:
    """Return the student's reason with what was found of the course's underlined, or ""."""
    drawn = model.web.links.get(found.pair)
    if drawn is None or not drawn.because or not found.points:
        return ""
    counted = [word.casefold() for mark in found.points if mark.found for word in mark.words]
    told = " ".join(_underlined(word, counted) for word in breakable(drawn.because).split())
    right = sum(mark.found for mark in found.points)
    if len(found.points) == 1:
        words = tr("Your reason: {text} (it makes the point)")
        return (words if right else tr("Your reason: {text} (the point is missing)")).format(
            text=told
        )
    words = tr("Your reason: {text} ({found} of {count} points)")
    return words.format(text=told, found=right, count=len(found.points))


def _underlined(word: str, counted: list[str]) -> str:
    bare = word.casefold().strip(".,;:!?“”‘’\"'()")
    return f"<u>{escape(word)}</u>" if bare in counted else escape(word)


def found_in_words(found: LinkFinding) -> str:
    """Return all that marking says of a link and of its reason."""
    return " ".join(map(sentence, found.said))
