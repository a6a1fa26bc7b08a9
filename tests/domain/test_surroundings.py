"""Where a factor stands among causes and consequences, for a small picture."""

from studyapp.domain.surroundings import MOST, Side, surroundings
from tests.builders import course, factor, link, topic

NAMES = ("Famine", "Debt", "Hunger", "War", "Peace")
COURSE = course(
    topic(),
    factor("Revolt"),
    factor("Reform"),
    *(factor(name) for name in NAMES),
    *(link(name, "Revolt", "it did") for name in NAMES),
    link("Revolt", "Reform", "it did"),
)
IDS = {each.title: each.id for each in COURSE.factors}
TITLES = {each.id: each.title for each in COURSE.factors}


def test_causes_and_consequences_are_named_and_the_rest_counted() -> None:
    place = surroundings(IDS["Revolt"], COURSE.links, TITLES)
    assert place.title == "Revolt"
    assert place.causes == Side(NAMES[:MOST], len(NAMES) - MOST)
    assert place.consequences == Side(("Reform",))
    assert place.asked == ""


def test_the_cause_that_is_asked_for_is_always_named() -> None:
    place = surroundings(IDS["Revolt"], COURSE.links, TITLES, IDS["Peace"])
    assert place.asked == place.causes.titles[0] == "Peace"


def test_a_cause_with_two_links_is_named_once() -> None:
    place = surroundings(IDS["Reform"], (*COURSE.links, *COURSE.links), TITLES)
    assert place.causes == Side(("Revolt",))
