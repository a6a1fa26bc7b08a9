"""Buried, suspended and flagged cards."""

from collections.abc import Callable

from studyapp.domain.log import RETRACT, NewEntry
from studyapp.domain.schedule.memory import DAY_MS
from studyapp.services.study.card_states import CardStates
from studyapp.store.progress import Progress
from tests.clocks import StandingClock

CARD, OTHER = "c/question/a#answer", "c/question/b#answer"


def both(progress: Progress, states: CardStates, look: Callable[[CardStates], object]) -> object:
    """Return what the states say, and see that they say it after a restart too."""
    assert look(states) == look(CardStates(progress))
    return look(states)


def test_a_buried_card_is_set_aside_for_the_day(progress: Progress, clock: StandingClock) -> None:
    states = CardStates(progress)
    states.bury(CARD)
    assert both(progress, states, lambda s: s.is_set_aside(CARD, clock.ms)) is True
    assert both(progress, states, lambda s: s.is_set_aside(OTHER, clock.ms)) is False
    assert both(progress, states, lambda s: s.is_set_aside(CARD, clock.ms + DAY_MS)) is False


def test_a_suspended_card_is_set_aside_until_it_is_brought_back(progress: Progress) -> None:
    states = CardStates(progress)
    states.suspend((CARD, OTHER))
    assert both(progress, states, lambda s: s.is_set_aside(CARD, 10**15)) is True
    states.bring_back((CARD,))
    assert both(progress, states, lambda s: s.suspended) == {OTHER}


def test_a_buried_card_can_be_brought_back(progress: Progress, clock: StandingClock) -> None:
    states = CardStates(progress)
    states.bury(CARD)
    states.bring_back((CARD, OTHER))
    assert both(progress, states, lambda s: s.is_set_aside(CARD, clock.ms)) is False


def test_a_flag_comes_and_goes(progress: Progress) -> None:
    states = CardStates(progress)
    states.flag(CARD)
    assert both(progress, states, lambda s: s.flagged) == {CARD}
    states.flag(CARD, on=False)
    assert both(progress, states, lambda s: s.flagged) == set()


def test_what_was_taken_back_no_longer_holds(progress: Progress) -> None:
    states = CardStates(progress)
    [entry] = states.suspend((CARD,))
    progress.append(NewEntry(RETRACT, entry.key))
    states.refresh()
    assert both(progress, states, lambda s: s.suspended) == set()


def test_what_another_program_means_by_it_is_left_alone(progress: Progress) -> None:
    progress.append(NewEntry("suspend", CARD, {"on": "later"}), NewEntry("flag", OTHER))
    states = CardStates(progress)
    assert (states.suspended, states.flagged) == (set(), set())


def test_a_card_buried_by_a_clock_that_was_far_ahead_comes_back(
    progress: Progress, clock: StandingClock
) -> None:
    states, today = CardStates(progress), clock.ms
    clock.forward(days=365)
    states.bury(CARD)
    assert both(progress, states, lambda s: s.is_set_aside(CARD, today)) is False
