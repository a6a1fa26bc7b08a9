"""Which of the cards at the head of a line is asked: topics take turns, siblings keep apart."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from studyapp.domain.schedule.queue import Standing
from studyapp.domain.schedule.siblings import Kin, Place, are_siblings

# Whoever is so nearly as much at risk as the first may go before it, and so many are looked at.
SIMILAR, _FEW = 0.9, 8


def due_next(
    line: Sequence[Standing], place_of: Callable[[str], Place], last: Place | None, few: int = _FEW
) -> str | None:
    """Return the card to ask of a line that is sorted by its keys, or None if all are siblings.

    The first of another topic than the last, if it is about as much at risk as the first of all
    and among the first `few`; else the first that is no sibling of the last.
    """
    if last is None:
        return line[0][2] if line else None
    similar = [card for key, _, card in line[:few] if key <= _reach(line[0][0])]
    apart = [card for card in similar if not are_siblings(place_of(card).kin, last.kin)]
    others = (card for card in apart if place_of(card).card.topic != last.card.topic)
    rest = (card for _, _, card in line if not are_siblings(place_of(card).kin, last.kin))
    return next(others, None) or next(iter(apart), None) or next(rest, None)


def new_next(
    line: Sequence[Standing], place_of: Callable[[str], Place], last: Place | None, today: Kin
) -> str | None:
    """Return the new card to ask, or None if all are siblings of the last.

    Of the topic of the first one, the first that is no sibling of what was answered today; else
    the first that is none of the last. `today` is the family of what was answered.
    """
    # Mostly one of the first is asked, so the others are not looked at.
    fresh = _fresh((place_of(card) for _, _, card in line), today)
    fresh_and_apart = (place for place in fresh if _is_apart(place, last))
    places = (place_of(card) for _, _, card in line)
    apart = (place for place in places if _is_apart(place, last))
    chosen = next(fresh_and_apart, None) or next(apart, None)
    return chosen.card.id if chosen else None


def _is_apart(place: Place, last: Place | None) -> bool:
    return last is None or not are_siblings(place.kin, last.kin)


def _fresh(line: Iterable[Place], today: Kin) -> Iterator[Place]:
    """Yield the cards of the first topic without siblings of today's and what builds on those."""
    put_off: set[str] = set()
    topic = None
    for place in line:
        topic = topic or place.card.topic
        if place.card.topic != topic:
            return
        if are_siblings(place.kin, today) or not put_off.isdisjoint(place.kin.needs):
            put_off.add(place.kin.gives)
        else:
            yield place


def _reach(key: float) -> float:
    """Return the highest key that is similar to that of the first card: a key is a risk below 0."""
    return key * SIMILAR
