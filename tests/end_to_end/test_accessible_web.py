"""What a screen reader finds on the web of links, on its canvas and in its outline.

The canvas is painted by hand: what is painted is no element. So the canvas itself says what is
chosen and how much is drawn, and the outline has an element for each card and each link.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from studyapp.domain.boards.marking import FindingKind
from studyapp.domain.boards.ways import Way
from studyapp.domain.boards.web import Pair, Point, Relation
from studyapp.ui.board.marks import MARKS, word_of
from studyapp.ui.board.wording import title_and_date
from studyapp.ui.web import wording
from studyapp.ui.web.panel import WebPanel
from studyapp.ui.web.tray_filter import TrayFilter
from tests.accessible import described, elements, faults, row_elements, rows_of
from tests.builders import TOPIC, full_id
from tests.dialog_driver import no_grab
from tests.end_to_end.conftest import OpenWindow
from tests.packs import written
from tests.ui.board.conftest import FOCUS, LITTLE, board_course, named
from tests.window_driver import WindowDriver

pytestmark = pytest.mark.usefixtures("reader")
YALTA, VICTORY, TREATY = map(named, ("Yalta agreement", "Victory of 1949", FOCUS))
SPOTS = {YALTA: Point(0, 0), VICTORY: Point(240, 0), TREATY: Point(120, 240)}
PAIR: Pair = (YALTA, TREATY)


@pytest.fixture
def driver(opens: OpenWindow, tmp_path: Path) -> WindowDriver:
    """A window at a topic with a web, on which nothing lies yet."""
    made = opens(written(board_course(), tmp_path / "board.studypack"))
    made.choose_topic(full_id("topic", TOPIC))
    made.board.panel.work_by(Way.WEB)
    made.settle()
    return made


@pytest.fixture
def web(driver: WindowDriver) -> WebPanel:
    panel = driver.window.study_panels.board
    assert panel is not None
    assert panel.web is not None
    return panel.web


def draw_all(web: WebPanel) -> None:
    """Lay three cards; draw a right link with its reason, and one the wrong way round."""
    web.model.place(SPOTS)
    web.model.draw(PAIR)
    web.model.describe(PAIR, Relation.TRIGGER, "Stalin wanted to keep it")
    web.model.draw((TREATY, VICTORY))


STATES: dict[str, Callable[[WebPanel], object]] = {
    "empty": lambda web: web.canvas.setFocus(),
    "cards laid": lambda web: web.model.place(SPOTS),
    "a hint": lambda web: web.hint(),
    "linked, a reason asked for": draw_all,
    "a card chosen": lambda web: web.model.choose(YALTA),
    "several cards chosen": lambda web: web.model.choose(YALTA, [TREATY]),
    "a link begun": lambda web: web.model.begin_link(YALTA),
    "a link chosen": lambda web: web.model.choose_link(PAIR),
    "seen in part": lambda web: web.canvas.zoom(8),
    "checked": lambda web: web.check(),
    "a marked link chosen": lambda web: web.model.choose_link(PAIR),
    "a card taken off": lambda web: web.model.take_off([VICTORY]),
    "all taken off": lambda web: web.start_again(),
}


def test_all_that_does_something_has_a_name_in_every_state(
    driver: WindowDriver, web: WebPanel
) -> None:
    found: dict[str, list[str]] = {}
    for state, reach in STATES.items():
        reach(web)
        for outline in (False, True):
            web.show_outline(outline)
            driver.settle()
            found[f"{state}, {outline=}"] = faults(driver.board.panel)
    assert {state: wrong for state, wrong in found.items() if wrong} == {}


def test_each_row_says_what_it_is_where_it_is_and_what_was_found(
    driver: WindowDriver, web: WebPanel
) -> None:
    web.show_outline(True)
    told: list[list[str]] = []
    for state, reach in STATES.items():
        reach(web)
        driver.settle()
        told.append(rows_of(web.outline))
        assert told[-1] == expected_rows(web), state
    # What changes the web, its marks or where a link begins changes its rows.
    assert len({tuple(rows) for rows in told}) == 6


def expected_rows(web: WebPanel) -> list[str]:
    """Return the groups with their numbers, in them each card, and under it each of its links."""
    model = web.model
    count = len(model.web.cards)
    expected = [f"On the web, {count} cards" if count != 1 else "On the web, one card"]
    for name in model.web.cards:
        causes = sum(pair[1] == name for pair in model.web.links)
        consequences = [pair for pair in model.web.links if pair[0] == name]
        begins = "; a link begins here" if model.cause == name else ""
        drawn = f"causes drawn: {causes}, consequences drawn: {len(consequences)}{begins}"
        expected.append(f"{title_and_date(model.factor(name))}, on the web; {drawn}")
        expected += [link_row(web, pair) for pair in consequences]
    expected.append(f"Tray, {len(model.tray)} cards")
    expected += [f"{title_and_date(model.factor(name))}, in the tray" for name in model.tray]
    return expected


def link_row(web: WebPanel, pair: Pair) -> str:
    model, drawn = web.model, web.model.web.links[pair]
    kind = {Relation.LED_TO: "led to", Relation.TRIGGER: "triggered"}[drawn.relation]
    why = f", because {drawn.because}" if drawn.because else ""
    row = f"{model.factor(pair[0]).title} {kind} {model.factor(pair[1]).title}{why}"
    found = model.finding(pair)
    if found is None:
        return row
    return f"{row}. {word_of(MARKS[found.kind])}: {wording.found_in_words(found)}"


def test_the_marks_are_words_and_not_signs(web: WebPanel) -> None:
    draw_all(web)
    web.check()
    web.show_outline(True)
    rows = "\n".join(rows_of(web.outline))
    assert word_of(MARKS[FindingKind.RIGHT]) in rows
    assert word_of(MARKS[FindingKind.REVERSED]) in rows
    assert not any(mark.sign in rows for mark in MARKS.values())


def test_a_row_has_what_its_tooltip_says_besides(web: WebPanel) -> None:
    web.show_outline(True)
    told = {
        row.text(QAccessible.Text.Name): row.text(QAccessible.Text.Description)
        for row in row_elements(web.outline)
    }
    assert told["Yalta agreement, 11 February 1945, in the tray"] == (
        "More of Yalta agreement. Themes: Territory"
    )


def test_the_canvas_says_what_is_chosen_and_how_much_is_drawn(
    driver: WindowDriver, web: WebPanel
) -> None:
    def told() -> str:
        driver.settle()
        return described(web.canvas)

    web.model.choose("")
    assert told().startswith("Cards on the web: 0; links drawn: 0; in the tray: 8. Arrow keys")
    web.model.choose(YALTA)
    tray = "Yalta agreement, 11 February 1945, in the tray."
    assert told() == f"{tray} Cards on the web: 0; links drawn: 0; in the tray: 8."
    draw_all(web)
    web.model.choose(YALTA)
    drawn = "Yalta agreement, 11 February 1945, on the web; causes drawn: 0, consequences drawn: 1"
    count = "Cards on the web: 3; links drawn: 2; in the tray: 5."
    assert told() == f"{drawn}. {count}"
    web.model.begin_link(YALTA)
    assert told().startswith(f"{drawn}; a link begins here. {count}")
    web.model.begin_link("")
    assert told().startswith(f"{drawn}. {count}")
    web.model.choose_link(PAIR)
    link = "Yalta agreement triggered Treaty of 1950, because Stalin wanted to keep it"
    assert told().startswith(f"{link}. {count}")
    web.check()
    assert told().endswith(f"{count} Marked: 1 right, 1 not right yet.")
    web.model.choose_link(PAIR)
    assert told().startswith(f"{link}. Right: ")
    web.model.choose(YALTA, [TREATY])
    assert told().startswith(f"2 cards are chosen. {count}")


def test_what_the_canvas_says_goes_with_the_topic_and_the_open_web(
    driver: WindowDriver, web: WebPanel
) -> None:
    draw_all(web)
    driver.board.panel.boards.new()
    driver.settle()
    assert "Cards on the web: 0; links drawn: 0" in described(web.canvas)
    driver.choose_topic(full_id("topic", LITTLE))
    assert "in the tray: 2." in described(web.canvas)
    driver.choose_topic(full_id("topic", "Nothing to sort"))
    assert described(web.canvas).startswith("No web is open.")
    assert faults(driver.board.panel) == []


def test_the_box_of_a_link_says_of_each_part_which_link_it_is(
    driver: WindowDriver, web: WebPanel
) -> None:
    draw_all(web)
    for pair, words in (
        (PAIR, "Yalta agreement → Treaty of 1950"),
        ((TREATY, VICTORY), "Treaty of 1950 → Victory of 1949"),
    ):
        web.model.choose_link(pair)
        driver.settle()
        assert described(web.link_box.kinds) == f"Kind of the link {words}"
        assert described(web.link_box.because) == f"Why {words}"
    web.link_box.turn_button.click()
    assert described(web.link_box.because) == "Why Victory of 1949 → Treaty of 1950"


def popup() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def named_elements(widget: QWidget) -> list[str]:
    found = elements(QAccessible.queryAccessibleInterface(widget))
    return [each.name for each in found if each.name]


@no_grab
def test_the_menus_have_names_and_say_what_they_are_of(driver: WindowDriver, web: WebPanel) -> None:
    draw_all(web)
    web.show_outline(True)
    for reach, name in (
        (lambda: web.model.choose(web.model.tray[-1]), "Fear of Japan"),
        (lambda: web.model.choose(YALTA), "Yalta agreement"),
        (lambda: web.model.choose_link(PAIR), "Yalta agreement → Treaty of 1950"),
        (lambda: web.model.choose(""), "Web of links"),
    ):
        reach()
        web.outline.menu_wanted.emit(web.outline.rect().center())
        assert named_elements(popup())[0] == name
        assert faults(popup()) == []
        popup().close()
        driver.settle()


@no_grab
def test_the_menu_of_webs_says_which_one_is_open(driver: WindowDriver, web: WebPanel) -> None:
    boards = driver.board.panel.boards
    boards.new()
    boards.show_menu()
    checked = [
        child.text(QAccessible.Text.Name)
        for child in children(popup())
        if child.state().checkable and child.state().checked
    ]
    assert faults(popup()) == []
    assert named_elements(popup())[0] == "Boards"
    assert checked == ["Board 2"]
    popup().close()
    button = QAccessible.queryAccessibleInterface(driver.board.panel.chooser.boards_button)
    assert button is not None
    assert button.text(QAccessible.Text.Name) == "Boards: “Board 2” is open"


def children(widget: QWidget) -> list[QAccessibleInterface]:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return [child for at in range(found.childCount()) if (child := found.child(at))]


def test_alt_and_an_arrow_move_a_card_and_go_back_only_where_there_is_none(
    driver: WindowDriver, web: WebPanel
) -> None:
    went: list[bool] = []
    driver.window.actions_table["back"].triggered.connect(lambda: went.append(True))
    draw_all(web)
    for outline in (False, True):
        web.show_outline(outline)
        web.model.choose(VICTORY)
        before = web.model.web.cards[VICTORY].at
        driver.press("Alt+Left")
        assert web.model.web.cards[VICTORY].at == Point(before.x - 8, before.y)
    assert went == []
    web.model.choose(web.model.tray[0])
    driver.press("Alt+Left")
    assert went == [True] or not driver.window.actions_table["back"].isEnabled()


def test_the_introduction_and_its_steps_have_names(driver: WindowDriver, web: WebPanel) -> None:
    web.introducing.want(take_focus=False)
    web.introducing.begin()
    driver.settle()
    assert web.introducing.is_on
    assert faults(driver.board.panel) == []


def test_the_box_in_which_webs_are_compared_has_names(driver: WindowDriver, web: WebPanel) -> None:
    draw_all(web)
    web.check()
    web.model.erase((TREATY, VICTORY))
    found: list[list[str]] = []
    driver.in_dialog(driver.board.panel.boards.compare, lambda dialog: found.append(faults(dialog)))
    assert found == [[]]


def test_the_search_of_a_full_tray_has_a_name(opens: OpenWindow, our_pack: Path) -> None:
    driver = opens(our_pack)
    driver.board.panel.work_by(Way.WEB)
    driver.settle()
    web = driver.board.panel.web
    assert web is not None
    [field] = web.canvas.findChildren(TrayFilter)
    assert field.isVisible()
    assert faults(driver.board.panel) == []


def test_the_box_for_a_card_of_ones_own_has_names(driver: WindowDriver, web: WebPanel) -> None:
    found: list[list[str]] = []
    driver.in_dialog(web.write_card, lambda dialog: found.append(faults(dialog)))
    assert found == [[]]
