"""Figures of a topic, a course and all courses, with real packs and a real log."""

import random
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from studyapp.domain.log import FINDING, REVIEW, NewEntry
from studyapp.domain.progress.figures import Figures, Known, Planned
from studyapp.domain.progress.statistics import Sums, Sure
from studyapp.errors import KnownError
from studyapp.importers.course_folder import read_course_folder
from studyapp.services.library import Library
from studyapp.services.progress.statistics import Gathered, Scope, confidence_of, gather
from studyapp.services.workspace import Workspace
from studyapp.store.progress import Progress, open_progress
from tests.builders import COURSE, TOPIC, full_id, small_course
from tests.clocks import StandingClock
from tests.packs import written

PLANTS = Path(__file__).parents[2] / "data" / "courses" / "photosynthesis"
WHY = full_id("link", "Yalta agreement Treaty of 1945") + "#why"
DATE = full_id("factor", "Yalta agreement") + "#date"
BELOW = full_id("factor", "Port Arthur returned") + "#date"


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def workspace(tmp_path: Path, clock: StandingClock) -> Iterator[Workspace]:
    """A workspace with the small course open, and a second one in the library."""
    plants = read_course_folder(PLANTS).course
    assert plants
    library = Library(tmp_path / "courses", written(small_course(), tmp_path / "one.db"))
    library.add(written(plants, tmp_path / "plants.studypack"))
    with closing(Workspace(library, tmp_path / "progress.db", clock, "here")) as made:
        made.open_course(COURSE)
        made.open_progress()
        yield made


@pytest.fixture
def progress(workspace: Workspace) -> Progress:
    assert workspace._progress
    return workspace._progress


def gathered(workspace: Workspace, scope: Scope = Scope.COURSE, topic: str = TOPIC) -> Gathered:
    sources = workspace.sources(all_courses=scope is Scope.ALL)
    assert sources
    return gather(sources, scope, full_id("topic", topic), {})


def figures(workspace: Workspace, scope: Scope = Scope.COURSE, topic: str = TOPIC) -> Figures:
    return gathered(workspace, scope, topic).figures


def answer(progress: Progress, card: str, rating: int = 3, seconds: int = 10) -> None:
    progress.append(NewEntry(REVIEW, card, {}, rating, None, seconds * 1000))


def test_a_course_that_nobody_has_answered_is_all_new(workspace: Workspace) -> None:
    found = figures(workspace)
    assert workspace.study
    workspace.study.scope(full_id("topic", TOPIC))
    assert found.due.now == 0
    assert found.due.new == found.due.never_met == workspace.study.due_counts().new
    assert found.whole.answers == found.streak == sum(found.forecast) == 0
    assert [(each.recalled, each.learning) for each in found.topics] == [(0, 0)]
    assert found.links == ()


def test_before_an_exam_today_is_what_its_plan_asks_of_the_course_and_of_a_topic(
    workspace: Workspace, clock: StandingClock
) -> None:
    study = workspace.study
    assert study
    exam = workspace.plan.date_of(clock()) + timedelta(days=9)
    workspace.plan = workspace.plan.with_exam(COURSE, exam)
    assert figures(workspace).planned == Planned(*study.course_counts()) > (0, 0)
    study.scope(full_id("topic", "After the treaty"))
    sources = workspace.sources(all_courses=False, topic=full_id("topic", "After the treaty"))
    assert sources
    assert sources.planned == Planned(*study.due_counts()) > (0, 0)
    workspace.plan = workspace.plan._replace(holidays=tuple(range(7)))
    assert figures(workspace).planned == Planned(0, 0)
    workspace.plan = workspace.plan.with_exam(COURSE, None)
    assert figures(workspace).planned is None


def test_what_is_due_and_new_is_what_the_self_test_asks(
    workspace: Workspace, progress: Progress, clock: StandingClock
) -> None:
    assert workspace.study
    chance = random.Random(5)
    for _ in range(40):
        workspace.study.scope_everything()
        card = workspace.study.next_card()
        if card:
            answer(progress, card.card.id, chance.choice((1, 3, 3, 4)))
        clock.forward(days=chance.choice((0, 0, 0.3, 2)))
        asked = workspace.study.due_counts()
        found = figures(workspace, Scope.ALL).due
        assert (found.now, found.new) == asked
    assert found.now


def test_cards_that_are_set_aside_are_neither_due_nor_new(
    workspace: Workspace, progress: Progress, clock: StandingClock
) -> None:
    answer(progress, WHY)
    clock.forward(days=30)
    before = figures(workspace)
    assert workspace.study
    workspace.study.states.suspend((WHY, DATE))
    after = figures(workspace)
    assert before.due.now - after.due.now == 1
    assert before.due.never_met - after.due.never_met == 1
    assert sum(before.forecast) - sum(after.forecast) == 1
    assert after.topics == before.topics


def test_the_forecast_has_each_learned_card_on_its_day(
    workspace: Workspace, progress: Progress, clock: StandingClock
) -> None:
    answer(progress, WHY, rating=4)
    answer(progress, DATE, rating=4)
    memory = progress.memory(WHY)
    assert memory
    days = (memory.due_ms - clock.ms) // 86_400_000
    assert figures(workspace).forecast[days] == 2
    clock.forward(days=days + 10)
    assert figures(workspace).forecast[0] == 2


def test_a_topic_counts_what_lies_below_it_and_nothing_beside_it(
    workspace: Workspace, progress: Progress
) -> None:
    answer(progress, DATE)
    answer(progress, BELOW)
    above = figures(workspace, Scope.TOPIC)
    below = figures(workspace, Scope.TOPIC, "After the treaty")
    assert (above.whole.answers, below.whole.answers) == (2, 1)
    assert [each.name for each in above.topics] == [TOPIC, "After the treaty"]
    assert sum(each.cards for each in above.topics) == figures(workspace).topics[0].cards
    assert [each.name for each in below.topics] == ["After the treaty"]


def test_all_courses_stand_below_each_other(workspace: Workspace, progress: Progress) -> None:
    plants = next(pack for pack in workspace.other_packs())
    element, facet, _ = plants.every_card()[0]
    answer(progress, f"{element}#{facet}")
    answer(progress, DATE)
    assert figures(workspace).whole.answers == 1
    found = figures(workspace, Scope.ALL)
    assert found.whole.answers == 2
    assert [each.name for each in found.topics] == ["China and the USSR", "How plants make food"]


def test_cards_are_known_by_theme_being_learned_or_never_met(
    workspace: Workspace, progress: Progress
) -> None:
    before = {each.name: each for each in figures(workspace).themes}["Territory"]
    answer(progress, DATE, rating=4)
    answer(progress, WHY, rating=1)
    after = {each.name: each for each in figures(workspace).themes}["Territory"]
    assert after == Known("Territory", 1, 1, before.never_met - 2, "blue")
    assert (before.recalled, before.learning) == (0, 0)


def test_the_student_s_own_cards_count_where_they_were_made(workspace: Workspace) -> None:
    from studyapp.domain.anchoring import Anchor

    before = figures(workspace, Scope.TOPIC).due.never_met
    below = figures(workspace, Scope.TOPIC, "After the treaty").due.never_met
    assert workspace.study
    anchor = Anchor("", 0, 1, "x", "", "")
    workspace.study.own.make(full_id("topic", TOPIC), anchor, "Who?", "Molotov")
    assert figures(workspace, Scope.TOPIC).due.never_met == before + 1
    assert figures(workspace, Scope.TOPIC, "After the treaty").due.never_met == below


def test_a_card_that_was_moved_counts_in_its_new_topic(
    workspace: Workspace, progress: Progress
) -> None:
    below = "After the treaty"
    answer(progress, DATE)
    before, there = figures(workspace), figures(workspace, Scope.TOPIC, below)
    progress.append(NewEntry("card-change", DATE, {"topic": full_id("topic", below)}))
    after = figures(workspace, Scope.TOPIC, below)
    assert sum(each.cards for each in after.topics) == sum(each.cards for each in there.topics) + 1
    assert after.whole.answers == there.whole.answers + 1
    assert after.due.never_met == there.due.never_met
    assert (figures(workspace).topics, figures(workspace).themes) == (before.topics, before.themes)


@pytest.mark.parametrize("seed", range(6))
def test_figures_are_the_same_by_the_table_of_cards_and_by_names(
    workspace: Workspace,
    progress: Progress,
    clock: StandingClock,
    monkeypatch: pytest.MonkeyPatch,
    seed: int,
) -> None:
    from studyapp.domain.anchoring import Anchor

    chance, study = random.Random(seed), workspace.study
    assert study
    cards = [card.id for card in study.decks.open.of_course]
    topics = [full_id("topic", name) for name in (TOPIC, "After the treaty")]
    own = study.own.make(chance.choice(topics), Anchor("", 0, 1, "x", "", ""), "Who?", "Molotov")
    for _ in range(40):
        clock.forward(seconds=chance.choice([60, 3600, 86_400, 5 * 86_400]))
        answer(progress, chance.choice([*cards, f"{own.id}#answer"]), chance.randint(1, 4))
    for card in chance.sample(cards, 4):
        progress.append(NewEntry("card-change", card, {"topic": chance.choice(topics)}))
    progress.append(*(NewEntry(FINDING, card) for card in cards if card.endswith("#does")))
    study.states.suspend(chance.sample(cards, 3))
    clock.forward(seconds=-86_400 * chance.choice([0, 9]))
    by_table = [
        figures(workspace, scope, topic) for scope in Scope for topic in (TOPIC, "After the treaty")
    ]
    monkeypatch.setattr(Progress, "kept_lines", lambda *_: None)
    by_name = [
        figures(workspace, scope, topic) for scope in Scope for topic in (TOPIC, "After the treaty")
    ]
    assert by_table == by_name


def test_a_reader_counts_by_the_table_that_the_window_keeps(
    workspace: Workspace, progress: Progress
) -> None:
    assert workspace.reader
    edition = workspace.reader.pack.edition_of_cards
    path = progress.path
    with closing(open_progress(path, StandingClock(), "", read_only=True)) as reader:
        lines = reader.kept_lines(COURSE, edition)
        assert lines
        assert len(lines.in_order()) == len(workspace.reader.pack.every_card())
        assert reader.kept_lines(COURSE, "another") is None


def test_a_trap_is_no_card_until_a_mistake_calls_it_in(
    workspace: Workspace, progress: Progress
) -> None:
    trap = full_id("distractor", "Port Arthur returned Treaty of 1945") + "#does"
    cards = figures(workspace).topics[0].cards
    progress.append(NewEntry(FINDING, trap))
    found = figures(workspace)
    assert (found.topics[0].cards, found.due.now) == (cards + 1, 1)


def test_the_weakest_link_is_that_with_most_mistakes(
    workspace: Workspace, progress: Progress, clock: StandingClock
) -> None:
    other = full_id("link", "Treaty of 1945 Port Arthur returned") + "#why"
    answer(progress, other, rating=1)
    answer(progress, WHY, rating=1)
    progress.append(NewEntry(FINDING, WHY))
    first, second = figures(workspace).links
    assert (first.card, first.wrong, first.board) == (WHY, 1, 1)
    assert (first.cause, first.consequence) == ("Yalta agreement", "Treaty of 1945")
    assert first.passage.startswith(COURSE)
    assert (second.card, second.wrong, second.board, second.passage) == (other, 1, 0, "")
    assert [each.card for each in figures(workspace, Scope.TOPIC, "After the treaty").links] == [
        other
    ]


def test_recall_is_of_the_last_thirty_days_and_by_week(
    workspace: Workspace, progress: Progress, clock: StandingClock
) -> None:
    for rating in (3, 3, 1, 3):
        answer(progress, DATE, rating)
        clock.forward(days=10)
    found = figures(workspace)
    assert (found.recent.tested, found.recent.recalled) == (2, 1)
    assert sum(week.tested for week in found.weeks) == 3
    assert (found.recent.answers, found.whole.answers, found.whole.ms) == (2, 4, 40_000)


def test_the_pace_is_told_only_by_enough_answers(workspace: Workspace, progress: Progress) -> None:
    for _ in range(19):
        answer(progress, DATE, seconds=8)
    assert figures(workspace).pace_ms == 0
    answer(progress, DATE, seconds=28)
    assert figures(workspace).pace_ms == 9000


def test_days_in_a_row_are_of_all_courses(
    workspace: Workspace, progress: Progress, clock: StandingClock
) -> None:
    plants = next(pack for pack in workspace.other_packs())
    element, facet, _ = plants.every_card()[0]
    answer(progress, f"{element}#{facet}")
    clock.forward(days=1)
    answer(progress, DATE)
    assert figures(workspace, Scope.TOPIC, "After the treaty").streak == 2


def test_confidence_is_told_in_tens_and_certainty_belongs_to_the_last() -> None:
    sure = {("c", 92): Sure(3, 2), ("c", 100): Sure(1, 1), ("d", 55): Sure(2, 0)}
    low, high = confidence_of(Sums({}, sure))
    assert (low.low, low.high, low.answers, low.right, low.mean) == (50, 60, 2, 0, 55)
    assert (high.low, high.high, high.answers, high.right, high.mean) == (90, 100, 4, 3, 94)


def test_what_was_counted_is_kept_and_taken_up(workspace: Workspace, progress: Progress) -> None:
    answer(progress, DATE)
    first = gathered(workspace)
    assert first.counted.is_news
    workspace.keep_counted(first.counted)
    assert not gathered(workspace).counted.is_news


def test_without_a_course_there_are_no_figures(workspace: Workspace) -> None:
    workspace.close_course()
    assert workspace.sources(all_courses=False) is None


def test_a_course_whose_file_is_gone_is_said(workspace: Workspace, tmp_path: Path) -> None:
    sources = workspace.sources(all_courses=False)
    assert sources
    with pytest.raises(KnownError):
        gather(sources._replace(packs=(tmp_path / "gone.db",)), Scope.COURSE, "", {})
