"""Marking of webs: each link with its reason, each reason by its points, what was not drawn."""

from studyapp.domain.boards.marking import FindingKind, MarkingKey
from studyapp.domain.boards.marking_web import LinkFinding, WebMarking, mark_web
from studyapp.domain.boards.web import Card, Drawn, Pair, Point, Relation, Web
from studyapp.domain.causality import CausalMap
from studyapp.domain.course import Certainty, Duration, KeyPoint
from studyapp.domain.course import Link as CourseLink
from studyapp.domain.messages import say
from tests.builders import STANDARD, distractor, factor, full_id, link

FIRE, TIMBER, SUMMER, LAW = map(factor, ("Fire", "Timber", "Summer", "Law"))
POINTS = (KeyPoint("it burned easily"), KeyPoint("houses stood close", ("close together",)))
LINKS = (
    link("Timber", "Fire", "wood burns")._replace(points=POINTS, duration=Duration.LONG),
    link("Fire", "Law", "nobody wanted it again"),
    link("Summer", "Fire", "all was dry", certainty=Certainty.CONTESTED),
)


def key(*links: CourseLink) -> MarkingKey:
    factors = {each.id: each for each in (FIRE, TIMBER, SUMMER, LAW)}
    traps = (distractor("Law", "Summer"),)
    return MarkingKey(CausalMap(links or LINKS), factors, traps, full_id("account", STANDARD))


def marked(links: dict[Pair, Drawn], *more: str) -> WebMarking:
    names = {*(name for pair in links for name in pair), *more}
    cards = {name: Card(Point(0, 0)) for name in sorted(names)}
    return mark_web(Web("topic", cards, links), key())


def only(marking: WebMarking) -> LinkFinding:
    [found] = marking.findings
    return found


def test_a_link_of_the_course_is_right_and_says_why() -> None:
    found = only(marked({(FIRE.id, LAW.id): Drawn()}))
    assert found.kind is FindingKind.RIGHT
    assert say(found.finding.reason) == "“Fire” led to “Law”, because nobody wanted it again."


def test_a_link_the_other_way_round_is_reversed_and_not_missing_too() -> None:
    assert only(marked({(LAW.id, FIRE.id): Drawn()})).kind is FindingKind.REVERSED


def test_a_contested_link_can_be_defended_and_its_reason_is_not_marked() -> None:
    found = only(marked({(SUMMER.id, FIRE.id): Drawn(because="all was dry")}))
    assert found.kind is FindingKind.DEFENSIBLE
    assert found.points == ()


def test_a_web_is_measured_against_the_account_that_it_fits_best() -> None:
    others = full_id("account", "Others")
    told = key(link("Summer", "Fire", account="Others"))._replace(rivals={others: "Others"})
    cards = {name: Card(Point(0, 0)) for name in (SUMMER.id, FIRE.id)}
    drawn = mark_web(Web("topic", cards, {(SUMMER.id, FIRE.id): Drawn()}), told)
    assert only(drawn).kind is FindingKind.RIGHT
    assert say(drawn.remarks[0]) == "Measured against “Others”, which it fits best."
    assert mark_web(Web("topic", cards, {}), told) == WebMarking()


def test_a_trap_is_named_as_one() -> None:
    assert only(marked({(LAW.id, SUMMER.id): Drawn()})).kind is FindingKind.DISTRACTOR


def test_a_link_through_another_factor_is_right_but_indirect() -> None:
    found = only(marked({(TIMBER.id, LAW.id): Drawn()}))
    assert found.kind is FindingKind.INDIRECT
    assert "through “Fire”" in say(found.finding.reason)


def test_a_reason_is_marked_point_by_point() -> None:
    found = only(marked({(TIMBER.id, FIRE.id): Drawn(because="houses were close together")}))
    assert [mark.found for mark in found.points] == [False, True]
    assert found.points[1].words == ("close", "together")


def test_a_link_without_a_reason_is_not_marked_down_for_it() -> None:
    assert only(marked({(TIMBER.id, FIRE.id): Drawn()})).points == ()


def test_another_term_than_the_course_has_is_said_and_the_link_stays_right() -> None:
    found = only(marked({(TIMBER.id, FIRE.id): Drawn(Relation.TRIGGER)}))
    assert found.kind is FindingKind.RIGHT
    assert found.remark is not None
    assert say(found.remark) == "The course calls it a long-term cause."
    assert only(marked({(TIMBER.id, FIRE.id): Drawn(Relation.LONG)})).remark is None


def test_what_the_course_joins_and_nobody_drew_is_missing() -> None:
    marking = marked({(FIRE.id, LAW.id): Drawn()}, TIMBER.id)
    assert [each.kind for each in marking.findings] == [FindingKind.RIGHT, FindingKind.MISSING]
    assert marking.findings[1].pair == (TIMBER.id, FIRE.id)
    said = say(marking.remarks[0])
    assert said == "Links that the course has between these cards: 2; you drew 1 of them."


def test_a_contested_link_is_never_missing() -> None:
    assert marked({}, SUMMER.id, FIRE.id).findings == ()


def test_the_students_own_cards_are_theirs_to_judge() -> None:
    marking = marked({("own/1", FIRE.id): Drawn(because="I think so")})
    assert marking.findings == ()
    assert [say(remark) for remark in marking.remarks] == [
        "Links of your own cards are yours to judge: 1."
    ]
