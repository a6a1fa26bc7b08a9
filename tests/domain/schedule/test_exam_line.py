"""What a plan to an exam asks: most gain first, topics in turn, siblings apart, new in order."""

from collections.abc import Collection

from studyapp.domain.schedule.exam_line import ExamLine
from studyapp.domain.schedule.exam_plan import Today
from studyapp.domain.schedule.siblings import Kin, Place, family
from tests.domain.schedule.test_choosing import place, short

NOBODY = Kin(frozenset())


class Row:
    """A plan of met cards, each with its gain, and of new cards that all gain the same."""

    def __init__(
        self,
        *met: tuple[float, Place],
        new: Collection[Place] = (),
        worth: float = 1.0,
        fitting: int = 0,
    ) -> None:
        held = [*met, *((worth, each) for each in new)]
        held.sort(key=lambda each: -each[0])
        self.places = {each.card.id: each for _, each in held}
        order, worths = tuple(self.places), tuple(gain for gain, _ in held)
        known = [each.card.id for _, each in met]
        topics = {card: each.card.topic for card, each in self.places.items()}
        self.line = ExamLine(Today(order, fitting, 0.0, worths), known, topics)

    def next(self, last: Place | None = None, *today: Place, scope: str = "") -> str | None:
        kin = family(each.kin for each in today)
        return short(self.line.next({scope} if scope else None, self.find, last, kin))

    def find(self, wanted: Collection[str]) -> dict[str, Place]:
        return {card: self.places[card] for card in wanted if card in self.places}

    def answer(self, name: str) -> None:
        self.line.take(f"c/question/{name}#answer")


def test_what_gains_most_is_asked_first() -> None:
    assert Row((1, place("a")), (2, place("b"))).next() == "b"
    assert Row().next() is None


def test_a_card_of_another_topic_goes_before_if_it_gains_nearly_the_same() -> None:
    row = Row((2, place("a")), (1.9, place("b", "u")), (1, place("c", "v")))
    assert row.next(place("x")) == "b"
    assert row.next(place("x", "u")) == "a"


def test_a_sibling_of_the_last_waits_for_another_card() -> None:
    row = Row((9, place("a", own="p")), (1, place("b")))
    assert row.next(place("x", own="p")) == "b"


def test_a_sibling_is_asked_where_there_is_nothing_else() -> None:
    assert Row((9, place("a", own="p"))).next(place("x", own="p")) == "a"


def test_a_new_card_goes_before_one_that_gains_much_less() -> None:
    assert Row((0.5, place("a")), new=[place("n")]).next() == "n"
    assert Row((2, place("a")), new=[place("n")]).next() == "a"


def test_a_met_card_goes_before_a_new_one_that_gains_nearly_the_same() -> None:
    assert Row((0.95, place("a")), new=[place("n")]).next() == "a"


def test_a_new_sibling_of_what_was_answered_today_waits_while_its_topic_has_others() -> None:
    row = Row(new=[place("m", own="p"), place("n"), place("o", "u")])
    answered = place("x", own="p")
    assert row.next(None, answered) == "n"
    row.answer("n")
    assert row.next(None, answered) == "m"


def test_what_builds_on_a_card_that_is_put_off_waits_too() -> None:
    new = [place("m", own="p", gives="M"), place("n", needs="M"), place("o")]
    assert Row(new=new).next(None, place("x", own="p")) == "o"


def test_only_the_topics_that_are_wanted_are_asked() -> None:
    row = Row((2, place("a")), (1, place("b", "u")), new=[place("n", "u")])
    assert row.next(scope="u") == "b"
    row.answer("b")
    assert row.next(scope="u") == "n"
    row.answer("n")
    assert row.next(scope="u") is None
    assert row.next() == "a"


def test_an_answer_makes_one_less_of_those_that_fit_into_the_day() -> None:
    row = Row((3, place("a")), (2, place("b", "u")), new=[place("n")], fitting=3)
    assert row.line.counts() == (2, 1)
    assert row.line.counts({"u"}) == (1, 0)
    row.answer("a")
    row.answer("n")
    assert row.line.counts() == (1, 0)


def test_a_card_that_went_before_one_of_the_day_takes_its_room() -> None:
    row = Row((3, place("a")), (2.9, place("b", "u")), fitting=1)
    assert row.next(place("x")) == "b"
    row.answer("b")
    assert row.line.counts() == (0, 0)
    assert row.next(place("b", "u")) == "a"


def test_a_card_that_is_passed_over_is_asked_no_more_and_leaves_its_room() -> None:
    row = Row((3, place("a")), (2, place("b")), fitting=1)
    row.line.drop("c/question/a#answer")
    assert row.line.counts() == (0, 0)
    assert row.next() == "b"


def test_a_card_that_no_edition_has_is_passed_over() -> None:
    row = Row((3, place("a")), (2, place("b")))
    del row.places["c/question/a#answer"]
    assert row.next() == "b"


def test_more_than_the_head_of_a_line_is_asked_in_the_end() -> None:
    row = Row(new=[place(f"{number}", f"t{number}") for number in range(300)])
    asked: list[str] = []
    while card := row.next(place(asked[-1]) if asked else None):
        asked.append(card)
        row.answer(card)
    assert asked == [f"{number}" for number in range(300)]


def test_topics_take_turns_however_many_cards_of_one_gain_the_same() -> None:
    many = [(2.0, place(f"{number}")) for number in range(50)]
    assert Row(*many, (2.0, place("b", "u"))).next(place("x")) == "b"
