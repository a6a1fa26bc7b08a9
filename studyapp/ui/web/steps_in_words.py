"""What to say after a step on the web: what was done, and to what."""

from collections.abc import Iterable

from studyapp.domain.boards.web import Card, Drawn, Pair, WebStep, is_own
from studyapp.ui.web.model import WebModel
from studyapp.ui.web.wording import link_described, pair_in_words, tr

_Change = tuple[Card | None, Card | None]


def done(model: WebModel, step: WebStep) -> str:
    """Return what to say after a step."""
    if not step.cards:
        return _links_done(model, step)
    if len(step.cards) > 1:
        return _cards_done(step.cards.values())
    ((name, (before, after)),) = step.cards.items()
    card = (after or before) if is_own(name) else None
    title = card.text if card else model.factor(name).title
    return _template(is_own(name), before, after).format(card=title)


def _cards_done(changes: Iterable[_Change]) -> str:
    """Return what was done to several cards."""
    cards = list(changes)
    words = tr("{count} cards have moved.")
    if all(after is None for _before, after in cards):
        words = tr("{count} cards are in the tray now.")
    elif all(before is None for before, _after in cards):
        words = tr("{count} cards are on the web now.")
    return words.format(count=len(cards))


def _template(own: bool, before: Card | None, after: Card | None) -> str:
    """Return the sentence on one card, with a place for its title."""
    if after is None:
        return tr("{card} is gone.") if own else tr("{card} is in the tray now.")
    if before is None:
        return tr("{card} is on the web now.")
    if before.text != after.text:
        return tr("The card says “{card}” now.")
    return _moved(after.at.x - before.at.x, after.at.y - before.at.y)


def _moved(across: int, down: int) -> str:
    """Return the sentence on a card that lies somewhere else: the larger half of its way."""
    if abs(across) > abs(down):
        left, right = tr("{card} has moved to the left."), tr("{card} has moved to the right.")
        return left if across < 0 else right
    return tr("{card} has moved up.") if down < 0 else tr("{card} has moved down.")


def _links_done(model: WebModel, step: WebStep) -> str:
    drawn = [pair for pair, (was, now) in step.links.items() if was is None and now]
    gone = [pair for pair, (was, now) in step.links.items() if was and now is None]
    if drawn and gone:
        words = tr("The link is turned round: {link}.")
        return words.format(link=pair_in_words(model, drawn[0]))
    pair, (was, now) = next(iter(step.links.items()))
    return _link_done(model, pair, was, now)


def _link_done(model: WebModel, pair: Pair, was: Drawn | None, now: Drawn | None) -> str:
    link = pair_in_words(model, pair)
    if now is None:
        return tr("The link {link} is gone.").format(link=link)
    if was is None:
        return tr("The link {link} is drawn.").format(link=link)
    if was._replace(label=now.label) == now:
        return tr("The words of the link {link} have moved.").format(link=link)
    return tr("The link says now: {link}.").format(link=link_described(model, pair).rstrip("."))
