"""The self-test: what is asked, how it is marked, and that it is kept before anything else."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from studyapp.domain.course import Course, KeyPoint
from studyapp.domain.grading.grade import Grade
from studyapp.domain.grading.points import Said
from studyapp.domain.kinds.choice import Choice, ChoiceAnswer, Option
from studyapp.domain.kinds.essay import EssayPlan
from studyapp.domain.kinds.evidence import Piece
from studyapp.domain.kinds.kind import Given
from studyapp.domain.kinds.placing import Placed, Placing
from studyapp.domain.kinds.typed import TypedAnswer
from studyapp.domain.log import FINDING, NewEntry
from studyapp.domain.messages import say
from studyapp.domain.progress.statistics import DaySums
from studyapp.domain.schedule.memory import DAY_MS, Rating
from studyapp.domain.schedule.plan import Plan
from studyapp.domain.schedule.practising import Wanted
from studyapp.errors import ProgressError
from studyapp.services.study.asking import AskedCard
from studyapp.services.study.intervals import interval_in_words
from studyapp.services.study.study_session import StudySession
from studyapp.services.study.turn import Marked
from studyapp.store.pack import Pack
from studyapp.store.progress import Progress, open_progress
from tests.builders import (
    TOPIC,
    choice_question,
    cloze_question,
    course,
    essay_question,
    factor,
    full_id,
    link,
    paragraph,
    small_course,
    term,
    topic,
    typed_question,
)
from tests.clocks import StandingClock
from tests.packs import opened

ASKED = course(
    topic(),
    topic("After the treaty", parent=TOPIC),
    topic("Another matter"),
    factor("Yalta agreement"),
    factor("Treaty of 1945"),
    choice_question("One?"),
    typed_question(
        "Two?", KeyPoint("the ports"), KeyPoint("the railway"), topic="After the treaty"
    ),
    typed_question("Three?", topic="Another matter"),
    link("Yalta agreement", "Treaty of 1945", "Stalin had been promised it"),
)
WHOLE = full_id("topic", TOPIC)


@dataclass
class Desk:
    pack: Pack
    progress: Progress
    clock: StandingClock
    session: StudySession

    def asked(self) -> AskedCard:
        card = self.session.next_card()
        assert card is not None
        return card

    def answer(self, text: str = "1955") -> Marked:
        """Answer the card that is asked: by an option's words, or as typed."""
        card = self.asked()
        if card.kind != "choice":
            return self.session.answer(TypedAnswer(text))
        shown = [option.text for option in options_of(card)]
        return self.session.answer(ChoiceAnswer(frozenset({shown.index(text)})))

    def prompts(self, rating: Rating = Rating.EASY) -> list[str]:
        """Answer and rate until nothing is asked; return what was asked."""
        asked = []
        while card := self.session.next_card():
            asked.append(say(card.prompt))
            self.session.answer(some_answer(card))
            self.session.rate(rating)
        return asked


_NOTHING = ChoiceAnswer(frozenset())


def some_answer(card: AskedCard) -> Given:
    """Return an answer of the sort that a card takes; it is not right."""
    if isinstance(card.content, Placing):
        return Placed((None,) * len(card.content.items))
    return _NOTHING if card.kind == "choice" else TypedAnswer("?")


def aside(desk: Desk) -> frozenset[str]:
    return desk.session.states.set_aside(Plan().day_start(desk.clock()))


def counted(desk: Desk) -> list[DaySums]:
    return list(desk.progress.counted(Plan().turnover_min).sums.days.values())


def options_of(card: AskedCard) -> tuple[Option, ...]:
    assert isinstance(card.content, Choice)
    return card.content.options


def desk_of(given: Course, folder: Path, scope: str = WHOLE) -> Iterator[Desk]:
    clock = StandingClock()
    pack = opened(given, folder / "a.db")
    progress = open_progress(folder / "progress.db", clock, "here")
    session = StudySession(pack, progress, clock, Plan())
    session.scope(scope)
    yield Desk(pack, progress, clock, session)
    progress.close()
    pack.close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    yield from desk_of(ASKED, tmp_path)


BY_ONE_READING = (
    "By one reading (historians differ): why did “Stalin’s doubts” lead to “Treaty of 1945”?"
)
WHY = "Why did “Yalta agreement” lead to “Treaty of 1945”?"
FOLLOWED = "What followed from “Yalta agreement”?"


def test_a_topic_and_what_lies_below_it_is_asked_in_the_order_of_the_course(desk: Desk) -> None:
    assert desk.session.due_counts() == (0, 4)
    assert desk.prompts() == ["One?", WHY, "Two?", FOLLOWED]
    assert desk.session.due_counts() == (0, 0)


def test_the_course_is_counted_whatever_is_in_scope(desk: Desk) -> None:
    desk.session.scope(full_id("topic", "Another matter"))
    assert desk.session.due_counts() == (0, 1)
    assert desk.session.course_counts() == (0, 5)


def test_a_topic_that_this_edition_does_not_have_asks_nothing(desk: Desk) -> None:
    desk.session.scope(full_id("topic", "Gone"))
    assert desk.session.next_card() is None


def test_a_right_choice_suggests_good_and_a_wrong_one_again(desk: Desk) -> None:
    right, wrong = desk.answer("Wang Shijie"), desk.answer("Zhou Enlai")
    assert (right.suggested, wrong.suggested) == (Rating.GOOD, Rating.AGAIN)
    assert (right.answer, right.explanation) == ("Wang Shijie", "That is how it was.")


def test_options_stay_in_their_order_until_the_card_is_answered(desk: Desk) -> None:
    shown = {options_of(desk.asked()) for _ in range(5)}
    assert len(shown) == 1


def test_a_typed_answer_is_marked_by_its_points(desk: Desk) -> None:
    desk.session.scope(full_id("topic", "After the treaty"))
    marked = desk.answer("it was for the railway")
    assert marked.grade is not None
    assert [point.found for point in marked.grade.points] == [False, True]
    assert marked.suggested is Rating.AGAIN
    assert marked.answer == "the ports; the railway"


def test_a_term_may_be_called_by_any_of_its_names(tmp_path: Path) -> None:
    named = course(
        topic(), term("GMD", aliases=("KMT",)), typed_question("Who?", KeyPoint("the GMD"))
    )
    for desk in desk_of(named, tmp_path):
        assert desk.answer("KMT").suggested is Rating.GOOD
        desk.session.rate(Rating.GOOD)


def test_the_student_word_on_a_point_is_kept_beside_the_program_s(desk: Desk) -> None:
    desk.session.scope(full_id("topic", "After the treaty"))
    desk.answer("it was for the railway")
    assert desk.session.overrule(0).suggested is Rating.GOOD
    desk.session.rate(Rating.GOOD)
    [entry] = desk.progress.entries(types=("review",))
    assert (entry.grade, entry.payload["suggested"]) == (1.0, Rating.GOOD)
    assert entry.payload["points"] == ["missing", "found"]
    assert entry.payload["overruled"] == {"0": "found"}
    assert [each.overruled for each in counted(desk)] == [1]


def test_an_answer_taken_back_takes_its_word_on_a_point_with_it(desk: Desk) -> None:
    desk.session.scope(full_id("topic", "After the treaty"))
    desk.answer("it was for the railway")
    desk.session.overrule(0)
    desk.session.rate(Rating.GOOD)
    again = desk.session.undo()
    assert again
    assert counted(desk) == []
    same = desk.session.answer(again.begun).grade
    other = desk.session.answer(TypedAnswer("the railway")).grade
    assert same
    assert other
    assert (same.value, other.value) == (1.0, 0.5)


def test_points_that_are_all_there_but_one_in_part_suggest_hard(tmp_path: Path) -> None:
    asked = course(topic(), typed_question("When?", KeyPoint("November 1949"), KeyPoint("Moscow")))
    for desk in desk_of(asked, tmp_path):
        assert desk.answer("1949, Moscow").suggested is Rating.HARD


def test_why_a_link_holds_is_judged_by_the_student_where_it_has_no_points(desk: Desk) -> None:
    desk.answer("Wang Shijie")
    desk.session.rate(Rating.EASY)
    marked = desk.answer("because of a promise")
    assert (marked.grade, marked.suggested) == (None, Rating.GOOD)
    assert marked.explanation == "Stalin had been promised it"


def test_a_rating_is_kept_with_all_that_led_to_it(desk: Desk) -> None:
    card = desk.asked()
    desk.clock.forward(seconds=7)
    desk.session.answer(ChoiceAnswer(frozenset({0})))
    desk.session.rate(Rating.HARD)
    [entry] = desk.progress.entries(types=("review",))
    assert (entry.subject, entry.rating, entry.duration_ms) == (card.card.id, 2, 7000)
    assert entry.payload["given"] == [options_of(card)[0].text]
    assert entry.grade in (0.0, 1.0)


def test_what_is_kept_is_what_the_buttons_said(desk: Desk) -> None:
    desk.answer("Wang Shijie")
    desk.session.rate(Rating.EASY)
    [memory] = desk.progress.memories().values()
    days = (memory.due_ms - desk.clock.ms) / 86_400_000
    assert days == 8


def test_a_card_comes_back_when_it_is_due(desk: Desk) -> None:
    desk.prompts(Rating.EASY)
    desk.clock.forward(days=7)
    assert desk.session.next_card() is None
    desk.clock.forward(days=1)
    assert desk.session.due_counts() == (4, 0)
    assert sorted(desk.prompts()) == ["One?", "Two?", FOLLOWED, WHY]


def test_what_is_due_comes_before_what_is_new_and_the_worst_known_first(desk: Desk) -> None:
    for rating in (Rating.EASY, Rating.AGAIN):
        desk.asked()
        desk.session.answer(some_answer(desk.asked()))
        desk.session.rate(rating)
    desk.clock.forward(days=30)
    assert desk.prompts() == [WHY, "One?", FOLLOWED, "Two?"]


def test_a_card_that_was_forgotten_is_asked_again_in_the_same_sitting(desk: Desk) -> None:
    desk.session.scope(full_id("topic", "Another matter"))
    for rating in (Rating.AGAIN, Rating.GOOD, Rating.GOOD):
        assert say(desk.asked().prompt) == "Three?"
        desk.session.answer(TypedAnswer("?"))
        desk.session.rate(rating)
    assert desk.session.next_card() is None


def test_so_many_new_cards_a_day_and_the_rest_tomorrow(tmp_path: Path) -> None:
    many = course(
        *(typed_question(f"Question {number}?") for number in range(Plan().new_a_day + 5))
    )
    for desk in desk_of(many, tmp_path):
        assert desk.session.due_counts() == (0, Plan().new_a_day)
        assert len(desk.prompts()) == Plan().new_a_day
        desk.clock.forward(days=1)
        assert desk.session.due_counts() == (0, 5)


def test_an_answer_taken_back_is_not_one_of_the_new_cards_of_the_day(desk: Desk) -> None:
    desk.prompts()
    today = Plan().day_start(desk.clock()), desk.clock.offset_min
    assert desk.progress.first_reviews_since(*today) == 4
    desk.session.undo()
    assert desk.progress.first_reviews_since(*today) == 3
    assert desk.session.due_counts() == (0, 1)


def test_a_fault_on_the_board_is_asked_at_once(desk: Desk) -> None:
    joined = full_id("link", "Yalta agreement Treaty of 1945 ")
    desk.progress.append(NewEntry(FINDING, f"{joined}#why"))
    assert desk.session.due_counts() == (1, 3)
    assert say(desk.asked().prompt) == WHY


def test_undo_takes_back_one_answer_after_another(desk: Desk) -> None:
    before = []
    for _ in range(4):
        before.append(desk.progress.memories())
        desk.session.answer(some_answer(desk.asked()))
        desk.session.rate(Rating.GOOD)
    for prompt, memories in zip([FOLLOWED, "Two?", WHY, "One?"], reversed(before), strict=True):
        card = desk.session.undo()
        assert card is not None
        assert say(card.prompt) == prompt
        assert desk.progress.memories() == memories
    assert (desk.session.undo(), desk.session.can_undo) == (None, False)


def test_a_card_that_was_taken_back_can_be_answered_anew(desk: Desk) -> None:
    desk.answer("Zhou Enlai")
    desk.session.rate(Rating.AGAIN)
    desk.session.undo()
    desk.answer("Wang Shijie")
    desk.session.rate(Rating.EASY)
    assert len(desk.progress.entries(types=("review",))) == 2
    assert [memory.phase for memory in desk.progress.memories().values()] == [2]


def test_undo_keeps_an_earlier_fault_on_the_board(desk: Desk) -> None:
    joined = full_id("link", "Yalta agreement Treaty of 1945 ")
    desk.progress.append(NewEntry(FINDING, f"{joined}#why"))
    called_in = desk.progress.memories()
    desk.answer("?")
    desk.session.rate(Rating.GOOD)
    desk.session.undo()
    assert desk.progress.memories() == called_in


def test_what_was_answered_is_known_after_a_restart(desk: Desk, tmp_path: Path) -> None:
    desk.answer("Wang Shijie")
    desk.session.rate(Rating.EASY)
    desk.progress.close()
    with_it = open_progress(tmp_path / "progress.db", desk.clock, "here")
    again = StudySession(desk.pack, with_it, desk.clock, Plan())
    again.scope(WHOLE)
    assert again.due_counts() == (0, 3)
    with_it.close()


def test_what_cannot_be_kept_is_said_and_nothing_of_it_stands(desk: Desk) -> None:
    desk.session.scope(full_id("topic", "Another matter"))
    desk.answer("x" * 50_000)
    [(pages,)] = desk.progress._connection.execute("PRAGMA page_count")
    desk.progress._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(ProgressError, match="disk is full"):
        desk.session.rate(Rating.GOOD)
    assert not desk.session.can_undo
    assert (desk.progress.memories(), desk.progress.entries()) == ({}, ())


def test_who_only_looks_can_practise_and_nothing_is_kept(desk: Desk, tmp_path: Path) -> None:
    looking = open_progress(tmp_path / "progress.db", desk.clock, "here", read_only=True)
    session = StudySession(desk.pack, looking, desk.clock, Plan())
    session.scope(WHOLE)
    other = Desk(desk.pack, looking, desk.clock, session)
    assert len(other.prompts()) == 4
    assert desk.progress.entries() == ()
    looking.close()


def test_every_card_of_a_course_can_be_asked(tmp_path: Path) -> None:
    for desk in desk_of(small_course(), tmp_path):
        assert desk.prompts() == [
            "Who signed the treaty?",
            "When was this: “Yalta agreement”?",
            BY_ONE_READING,
            "Who was “Wang Shijie”?",
            "“The treaty of 1945”, by theme: where does each belong?",
            "Why did “Yalta agreement” lead to “Treaty of 1945”?",
            "When did Port Arthur come back?",
            "When was this: “Treaty of 1945”?",
            "What followed from “Yalta agreement”?",
            "What followed from “Treaty of 1945”?",
            "When was this: “Port Arthur returned”?",
            "Why did “Treaty of 1945” lead to “Port Arthur returned”?",
        ]


WORDED = course(
    topic(),
    factor("Secret Yalta agreement"),
    factor("Soviet army invades Manchuria", wordings=["attacked Japan", "joined the war"]),
    factor("Outer Mongolia votes", wordings=["left China for good"]),
    link("Secret Yalta agreement", "Soviet army invades Manchuria"),
    link("Secret Yalta agreement", "Outer Mongolia votes"),
)


def test_what_followed_may_be_said_in_other_words_and_is_told_by_its_title(tmp_path: Path) -> None:
    for desk in desk_of(WORDED, tmp_path):
        asked = desk.session.ask_card(f"{full_id('factor', 'Secret Yalta agreement')}#followed")
        assert asked
        marked = desk.session.answer(TypedAnswer("Stalin attacked Japan"))
        assert marked.grade
        assert [(mark.point.text, mark.said) for mark in marked.grade.points] == [
            ("Soviet army invades Manchuria", Said.FOUND),
            ("Outer Mongolia votes", Said.MISSING),
        ]
        assert "attacked" not in asked.content.in_words()


def test_a_trap_is_asked_about_once_a_slip_has_called_it_in(tmp_path: Path) -> None:
    for desk in desk_of(small_course(), tmp_path):
        [trap] = desk.pack.distractors()
        desk.progress.append(NewEntry(FINDING, f"{trap.id}#does"))
        assert desk.session.due_counts() == (1, 12)
        asked = desk.asked()
        assert say(asked.prompt) == "Did “Port Arthur returned” lead to “Treaty of 1945”?"
        marked = desk.session.answer(ChoiceAnswer(frozenset({0})))
        assert marked.grade == Grade(0.0)
        assert (options_of(marked.asked)[0].why, marked.explanation) == (trap.tempting, trap.wrong)
        marked = desk.session.answer(ChoiceAnswer(frozenset({1})))
        assert marked.suggested is Rating.GOOD


@pytest.mark.parametrize(
    ("given", "value", "suggested"),
    [("14 August 1945", 1.0, Rating.GOOD), ("August 1945", 2 / 3, Rating.AGAIN)],
)
def test_a_date_is_marked_by_value(
    given: str, value: float, suggested: Rating, tmp_path: Path
) -> None:
    dated = course(topic(), factor("Treaty of 1945", "1945-08-14"))
    for desk in desk_of(dated, tmp_path):
        marked = desk.answer(given)
        assert marked.grade
        assert (marked.grade.value, marked.suggested) == (value, suggested)
        assert marked.answer == "14 August 1945"


def test_a_term_is_asked_where_it_is_first_named(tmp_path: Path) -> None:
    about = paragraph("Wang signed.")
    named = course(
        topic(), topic("After the treaty", about), term("Wang Shijie", "person", ["Wang"])
    )
    for desk in desk_of(named, tmp_path):
        desk.session.scope(WHOLE)
        assert desk.session.next_card() is None
        desk.session.scope(full_id("topic", "After the treaty"))
        assert say(desk.asked().prompt) == "Who was “Wang Shijie”?"
        marked = desk.session.answer(TypedAnswer("The minister"))
        assert (marked.grade, marked.suggested) == (None, Rating.GOOD)
        assert marked.passage
        assert marked.passage.text == "Wang signed."


def test_each_gap_of_a_sentence_is_asked_on_its_own(tmp_path: Path) -> None:
    gapped = course(topic(), cloze_question("Signed in {{Moscow}} by {{Wang Shijie | Wang}}."))
    for desk in desk_of(gapped, tmp_path):
        assert desk.session.due_counts() == (0, 2)
        assert say(desk.asked().prompt) == "Signed in […] by Wang Shijie."
        assert desk.answer("moscow").suggested is Rating.GOOD
        desk.session.rate(Rating.EASY)
        assert say(desk.asked().prompt) == "Signed in Moscow by […]."
        assert desk.answer("Wang").suggested is Rating.GOOD


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "1 min"),
        (10, "10 min"),
        (90, "2 h"),
        (21 * 60, "21 h"),
        (24 * 60, "1 day"),
        (8 * 24 * 60, "8 days"),
        (61 * 24 * 60, "2.0 months"),
        (2 * 365 * 24 * 60, "2.0 years"),
    ],
)
def test_intervals_are_said_in_the_unit_that_fits(minutes: int, words: str) -> None:
    assert say(interval_in_words(minutes * 60_000)) == words


def test_a_buried_card_comes_back_tomorrow(desk: Desk) -> None:
    card = desk.asked().card.id
    desk.session.deciding.bury()
    assert desk.session.due_counts() == (0, 3)
    assert desk.prompts() == [WHY, "Two?", FOLLOWED]
    assert aside(desk) == {card}
    desk.clock.forward(days=1)
    assert aside(desk) == set()
    assert say(desk.asked().prompt) == "One?"


def test_a_suspended_card_comes_back_when_it_is_brought_back(desk: Desk) -> None:
    card = desk.asked().card.id
    desk.session.deciding.suspend()
    desk.clock.forward(days=400)
    assert desk.prompts() == [WHY, "Two?", FOLLOWED]
    desk.session.states.bring_back([card])
    assert say(desk.asked().prompt) == "One?"


def test_a_decision_is_taken_back_like_an_answer(desk: Desk) -> None:
    desk.asked()
    desk.session.answer(None)
    desk.session.rate(Rating.EASY)
    desk.asked()
    desk.session.deciding.suspend()
    desk.asked()
    desk.session.deciding.bury()
    asked = [desk.session.undo() for _ in range(3)]
    assert [say(card.prompt) for card in asked if card] == [FOLLOWED, WHY, "One?"]
    assert not desk.session.can_undo
    assert aside(desk) == set()
    assert desk.session.due_counts() == (0, 4)


def test_a_flag_belongs_to_the_card_that_is_asked(desk: Desk) -> None:
    desk.asked()
    flagged = []
    for do in (
        desk.session.deciding.flag,
        desk.session.deciding.suspend,
        desk.session.undo,
        desk.session.deciding.flag,
    ):
        do()
        if do == desk.session.deciding.suspend:
            desk.asked()
        flagged.append(desk.session.deciding.is_flagged)
    assert flagged == [True, False, True, False]


def test_who_only_looks_decides_nothing(desk: Desk, tmp_path: Path) -> None:
    looking = open_progress(tmp_path / "progress.db", desk.clock, "here", read_only=True)
    session = StudySession(desk.pack, looking, desk.clock, Plan())
    session.scope(WHOLE)
    session.next_card()
    for decide in (session.deciding.bury, session.deciding.suspend, session.deciding.flag):
        decide()
    assert (desk.progress.entries(), session.states.suspended) == ((), set())
    looking.close()


def test_less_that_is_new_can_be_wished_for(desk: Desk) -> None:
    desk.session.plan = Plan(new_a_day=1)
    assert desk.session.due_counts() == (0, 1)
    assert desk.prompts() == ["One?"]
    desk.session.plan = Plan(new_a_day=2)
    assert desk.prompts() == [WHY]


def test_the_new_cards_of_a_day_are_counted_whatever_else_is_decided_about_them(
    tmp_path: Path,
) -> None:
    questions = [typed_question(f"Question {number}?") for number in range(8)]
    for desk in desk_of(course(*questions), tmp_path):
        desk.session.plan = Plan(new_a_day=5)
        today = Plan().day_start(desk.clock()), desk.clock.offset_min
        for do in (
            desk.session.deciding.flag,
            desk.session.deciding.suspend,
            desk.session.deciding.bury,
            lambda: None,
        ):
            card = desk.asked().card.id
            do()
            desk.session.ask_card(card)
            desk.session.answer(TypedAnswer("?"))
            desk.session.rate(Rating.AGAIN)
            met = desk.progress.first_reviews_since(*today)
            assert desk.session.due_counts().new == min(5 - met, 8 - met)


def test_it_is_known_when_the_next_card_is_asked(desk: Desk) -> None:
    desk.session.scope(full_id("topic", "Another matter"))
    day_end = Plan().day_end(desk.clock())
    desk.asked()
    desk.session.deciding.bury()
    assert desk.session.next_card() is None
    assert desk.session.until_next() == day_end - desk.clock().ms
    desk.session.states.bring_back(aside(desk))
    desk.asked()
    desk.session.answer(TypedAnswer("?"))
    desk.session.rate(Rating.EASY)
    assert desk.session.next_card() is None
    wait = desk.session.until_next()
    assert wait is not None
    # It is asked all day long on the day on which it is due.
    assert (desk.clock().ms + wait - day_end) % DAY_MS == 0
    desk.clock.forward(seconds=wait // 1000 - 1)
    assert desk.session.next_card() is None
    desk.clock.forward(seconds=2)
    assert desk.session.next_card() is not None


def test_new_cards_that_are_held_back_come_tomorrow(desk: Desk) -> None:
    desk.session.plan = Plan(new_a_day=1)
    desk.prompts()
    assert desk.session.until_next() == Plan().day_end(desk.clock()) - desk.clock().ms
    desk.session.plan = Plan(new_a_day=0)
    assert (desk.session.until_next() or 0) > Plan().day_end(desk.clock()) - desk.clock().ms


def test_what_the_question_says_already_makes_no_point_of_a_reason(tmp_path: Path) -> None:
    point = KeyPoint("the army wanted to fight Japan", ("refused to fight Chinese",))
    joined = link("Army wants to fight Japan", "Incident")._replace(points=(point,))
    held = course(topic(), factor("Army wants to fight Japan"), factor("Incident"), joined)
    for desk in desk_of(held, tmp_path):
        for said, value in (("It wanted to fight Japan.", 0), ("It refused to fight Chinese.", 1)):
            grade = desk.answer(said).grade
            assert grade
            assert grade.value == value


def test_an_essay_is_kept_while_it_is_written_and_comes_back(tmp_path: Path) -> None:
    for desk in desk_of(course(topic(), essay_question("To what extent?")), tmp_path):
        assert desk.asked().begun is None
        fear, whole = ((Piece("fear"),), ()), ((Piece("fear"),), (Piece("gain"),))
        for written in (EssayPlan(fear), EssayPlan(whole), EssayPlan(whole)):
            desk.session.keep_draft(written)
        assert len(desk.progress.entries(types=("draft",))) == 2
        again = StudySession(desk.pack, desk.progress, desk.clock, Plan())
        again.scope(WHOLE)
        card = again.next_card()
        assert card
        assert card.begun == EssayPlan(whole)
        assert again.answer(card.begun).suggested is None
        again.rate(Rating.AGAIN)
        [review] = desk.progress.entries(types=("review",))
        assert review.grade is None
        undone = again.undo()
        assert undone
        assert undone.begun == EssayPlan(whole)
        again.answer(EssayPlan(fear))
        again.rate(Rating.AGAIN)
        desk.clock.forward(days=1)
        assert desk.asked().begun is None


def test_what_was_typed_comes_back_with_the_question(desk: Desk) -> None:
    desk.session.scope(full_id("topic", "Another matter"))
    desk.answer("in 1954")
    desk.session.rate(Rating.GOOD)
    undone = desk.session.undo()
    assert undone
    assert undone.begun == TypedAnswer("in 1954")
    assert desk.asked().begun is None


def test_what_asks_about_the_same_comes_after_another_card(tmp_path: Path) -> None:
    sentence = "{{Wang Shijie}} and {{Molotov}} signed."
    held = course(topic(), cloze_question(sentence), typed_question("Another?"))
    for desk in desk_of(held, tmp_path):
        assert desk.prompts() == [
            "[…] and Molotov signed.",
            "Another?",
            "Wang Shijie and […] signed.",
        ]


def test_a_short_answer_is_kept_while_it_is_typed_and_goes_once_it_is_rated(
    tmp_path: Path,
) -> None:
    for desk in desk_of(course(topic(), typed_question("Who signed?")), tmp_path):
        card = desk.asked()
        desk.session.keep_draft(TypedAnswer("Wang"))
        again = StudySession(desk.pack, desk.progress, desk.clock, Plan())
        asked = again.ask_card(card.card.id)
        assert asked
        assert asked.begun == TypedAnswer("Wang")
        again.keep_draft(None)
        assert not getattr(again.ask_card(card.card.id), "begun", None)
        again.keep_draft(TypedAnswer("Wang Shijie"))
        again.answer(TypedAnswer("Wang Shijie"))
        again.rate(Rating.AGAIN)
        assert not getattr(again.ask_card(card.card.id), "begun", None)


def test_what_was_typed_in_practice_does_not_come_back_when_it_counts(tmp_path: Path) -> None:
    for desk in desk_of(course(topic(), typed_question("Who signed?")), tmp_path):
        desk.session.practise(Wanted.ALL)
        card = desk.asked()
        desk.session.keep_draft(TypedAnswer("Wang"))
        desk.session.answer(TypedAnswer("Wang Shijie"))
        desk.session.rate(Rating.GOOD)
        asked = desk.session.ask_card(card.card.id)
        assert asked
        assert asked.begun is None


def test_the_whole_course_is_asked_as_one(tmp_path: Path) -> None:
    elsewhere = typed_question("Who came?", topic="Korea")
    held = course(topic(), topic("Korea"), typed_question("Who signed?"), elsewhere)
    for desk in desk_of(held, tmp_path):
        desk.session.scope(full_id("topic", "Korea"))
        assert desk.session.due_counts().new == 1
        desk.session.scope_course()
        assert desk.session.due_counts().new == 2
        assert len(desk.session.to_practise(Wanted.ALL)) == 2
