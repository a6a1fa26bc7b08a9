"""The panel: what it is of, pictures and tables, and what it leads to."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from studyapp.domain.log import REVIEW, LogEntry, NewEntry
from studyapp.services.progress.statistics import Scope
from studyapp.services.workspace import Workspace
from studyapp.store import study_sums
from studyapp.store.log_rows import INSERT, to_row
from studyapp.store.progress import Progress
from studyapp.ui.look.theme import Theme
from studyapp.ui.preferences import Preferences
from studyapp.ui.progress.charts import BarChart, Chart, LineChart
from studyapp.ui.progress.controls import Head
from studyapp.ui.progress.link_map import LinkMap
from studyapp.ui.progress.progress_panel import ProgressPanel
from tests.accessible import described
from tests.builders import TOPIC, full_id
from tests.clocks import StandingClock
from tests.ui.progress.conftest import DATE, LATER, WHY, OpenPanel, settle


def words(panel: ProgressPanel, name: str) -> str:
    return panel.views[name].said.text()


def chart(panel: ProgressPanel, name: str) -> Chart:
    made = panel.views[name].chart
    assert made is not None
    assert made.isVisible()
    return made


def choose(panel: ProgressPanel, scope: Scope) -> None:
    box = panel.head.scope_box
    box.setCurrentIndex(list(Scope).index(scope))
    box.activated.emit(box.currentIndex())
    settle()


def test_each_figure_says_a_sentence_first(panel: ProgressPanel) -> None:
    assert words(panel, "due").startswith("3 due now")
    assert "6 cards came back" in words(panel, "retention")
    assert words(panel, "hours").startswith("In the last 30 days you studied 9 min, on 3 of them;")
    assert words(panel, "streak") == "You have studied 3 days in a row."
    assert "sure to 80 per cent" in words(panel, "confidence")
    assert "“Yalta agreement” led to “Treaty of 1945”" in words(panel, "links")


def test_figures_of_the_course_come_with_the_first_topic(
    qtbot: QtBot, workspace: Workspace, preferences: Preferences
) -> None:
    preferences.progress_scope = Scope.COURSE.value
    panel = ProgressPanel(Theme(), preferences)
    qtbot.addWidget(panel)
    panel.set_workspace(workspace)
    panel.show()
    settle()
    assert panel.sections() == ()
    panel.set_scope(full_id("topic", TOPIC))
    settle()
    assert panel.sections()


def test_a_long_count_says_how_far_it_is_and_can_be_stopped_and_begun_again(
    panel: ProgressPanel,
    workspace: Workspace,
    progress: Progress,
    monkeypatch: pytest.MonkeyPatch,
    said: list[str],
) -> None:
    monkeypatch.setattr(study_sums, "_PORTION", 1)
    progress.append(*(NewEntry(REVIEW, WHY, {}, 3) for _ in range(300)))
    progress._connection.execute("DELETE FROM meta WHERE key = 'counted'")
    panel.set_workspace(workspace)
    assert panel._job
    panel._job.progressed.emit(0.4)
    assert panel.empty.label.text() == "Your answers are being counted: 40 %"
    panel.empty.button.click()
    settle()
    assert panel.empty.label.text() == "It was stopped; nothing has changed."
    assert (panel.empty.button.text(), panel.empty.button.isVisible()) == ("Count", True)
    assert said[-1] == panel.empty.label.text()
    panel.empty.button.click()
    settle()
    assert panel.gathered
    assert panel.figures.isVisible()


def test_a_picture_says_all_its_figures(panel: ProgressPanel) -> None:
    assert "Answers: 9, Right: 3, Right in 100: 33" in described(chart(panel, "confidence"))
    assert "Recalled: 0, Being learned: 2" in described(chart(panel, "topics"))


def test_every_figure_is_a_table_too_and_that_is_remembered(
    panel: ProgressPanel, opens: OpenPanel, said: list[str]
) -> None:
    panel.head.tables_button.click()
    assert said[-1] == "Tables"
    table = panel.views["hours"].table
    assert table is not None
    assert table.isVisible()
    assert not panel.views["hours"].chart.isVisible()  # type: ignore[union-attr]
    assert table.rows.index(29, 1).data() == "0"
    assert table.rows.index(28, 1).data() == "3"
    again = opens()
    assert again.views["hours"].chart is None
    again.head.tables_button.click()
    assert isinstance(chart(again, "hours"), BarChart)


def test_the_tables_pass_qts_own_tester(panel: ProgressPanel) -> None:
    panel.show_tables(True)
    testers = []
    for view in panel.views.values():
        if view.table:
            how = QAbstractItemModelTester.FailureReportingMode.Fatal
            testers.append(QAbstractItemModelTester(view.table.rows, how, panel))
    choose(panel, Scope.ALL)
    assert len(testers) >= 6


def test_a_cell_says_the_words_above_it(panel: ProgressPanel) -> None:
    panel.show_tables(True)
    table = panel.views["due"].table
    assert table is not None
    cell = table.rows.index(0, 1)
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Number: 3"


def test_nothing_is_cut_off_in_a_narrow_panel(panel: ProgressPanel) -> None:
    column = panel.figures.widget()
    assert column is not None
    for as_table in (False, True):
        panel.show_tables(as_table)
        settle()
        assert column.minimumSizeHint().width() <= panel.figures.viewport().width()
        for label in column.findChildren(QLabel):
            if label.isVisible():
                assert label.height() >= label.heightForWidth(label.width()), label.text()
        for view in panel.views.values():
            if as_table and view.table and view.table.isVisible():
                assert view.table.horizontalScrollBar().maximum() == 0


def test_the_scope_widens_to_the_course_and_is_remembered(
    panel: ProgressPanel, opens: OpenPanel, said: list[str]
) -> None:
    panel.set_scope(full_id("topic", "After the treaty"))
    settle()
    assert "answers: 3" in words(panel, "hours")
    choose(panel, Scope.COURSE)
    assert said[-1] == "This course"
    assert "answers: 9" in words(panel, "hours")
    assert opens().head.scope() is Scope.COURSE


def test_an_answer_shows_as_soon_as_it_is_told(panel: ProgressPanel, progress: Progress) -> None:
    progress.append(NewEntry(REVIEW, DATE, {}, 3, None, 1000))
    panel.refresh()
    settle()
    assert "answers: 10" in words(panel, "hours")


def test_hidden_it_counts_nothing(panel: ProgressPanel, progress: Progress) -> None:
    panel.hide()
    progress.append(NewEntry(REVIEW, DATE, {}, 3, None, 1000))
    panel.refresh()
    settle()
    assert "answers: 9" in words(panel, "hours")
    panel.show()
    settle()
    assert "answers: 10" in words(panel, "hours")


def test_what_was_counted_is_kept(panel: ProgressPanel, progress: Progress) -> None:
    assert panel.gathered
    assert not progress.counted(240).is_news


def test_days_in_a_row_can_be_hidden_for_good(panel: ProgressPanel, opens: OpenPanel) -> None:
    assert panel.views["streak"].isVisible()
    panel.foot.streak_box.click()
    assert not panel.views["streak"].isVisible()
    assert not opens().views["streak"].isVisible()


def test_keys_walk_a_picture_and_each_value_is_said(panel: ProgressPanel, said: list[str]) -> None:
    bars = chart(panel, "forecast")
    bars.setFocus()
    QTest.keyClick(bars, Qt.Key.Key_Home)
    assert said[-1].endswith("Cards due: 3, Minutes: –")
    QTest.keyClick(bars, Qt.Key.Key_Right)
    assert bars.current == 1
    QTest.keyClick(bars, Qt.Key.Key_End)
    assert bars.current == 29
    QTest.keyClick(bars, Qt.Key.Key_Right)
    assert bars.current == 29


def test_the_pointer_shows_a_value_in_words(panel: ProgressPanel) -> None:
    bars = chart(panel, "hours")
    assert isinstance(bars, BarChart)
    panel.figures.ensureWidgetVisible(bars)
    settle()
    QTest.mouseMove(bars, bars.bar(28).center().toPoint())
    assert bars.current == 28


def test_a_week_on_few_answers_has_a_wide_band(panel: ProgressPanel) -> None:
    line = chart(panel, "retention")
    assert isinstance(line, LineChart)
    held = [point for point in line.points if point]
    assert [(round(point.share), point.answers) for point in held] == [(50, 6)]
    assert held[0].high - held[0].low > 60


def test_enter_on_a_weak_link_asks_for_its_passage(panel: ProgressPanel, qtbot: QtBot) -> None:
    web = chart(panel, "links")
    assert isinstance(web, LinkMap)
    web.setFocus()
    QTest.keyClick(web, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.link_chosen) as asked:
        QTest.keyClick(web, Qt.Key.Key_Return)
    assert asked.args is not None
    assert asked.args[1] == WHY
    assert "/passage/" in asked.args[0]


def test_a_click_on_an_arrow_asks_for_that_link(panel: ProgressPanel, qtbot: QtBot) -> None:
    web = chart(panel, "links")
    assert isinstance(web, LinkMap)
    start, end = web.ends(web.links[1])
    with qtbot.waitSignal(panel.link_chosen) as asked:
        QTest.mouseClick(web, Qt.MouseButton.LeftButton, pos=((start + end) / 2).toPoint())
    assert asked.args == ["", LATER]


def test_a_row_of_the_weak_links_asks_for_its_passage(panel: ProgressPanel, qtbot: QtBot) -> None:
    panel.show_tables(True)
    table = panel.views["links"].table
    assert table is not None
    table.setFocus()
    table.setCurrentIndex(table.rows.index(0, 0))
    with qtbot.waitSignal(panel.link_chosen) as asked:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert asked.args is not None
    assert asked.args[1] == WHY


def test_before_the_first_answer_it_says_what_to_do(opens: OpenPanel) -> None:
    panel = opens()
    assert words(panel, "due").startswith("0 due now")
    assert words(panel, "hours").startswith("Once you have answered")
    assert panel.head.test_button.isEnabled()
    assert "streak" not in panel.views


def test_without_a_course_it_says_what_to_do(panel: ProgressPanel, workspace: Workspace) -> None:
    workspace.close_course()
    panel.set_workspace(workspace)
    settle()
    assert panel.empty.label.text() == "Open a course, and your progress stands here."
    assert panel.focusProxy() is panel.empty
    assert panel.sections() == ()


def test_why_there_is_no_progress_is_said(panel: ProgressPanel) -> None:
    panel.set_workspace(None, "The disk is full.")
    assert panel.empty.label.text() == "The disk is full."


def test_a_file_that_is_gone_is_said_and_another_try_is_made(
    panel: ProgressPanel, workspace: Workspace, progress: Progress
) -> None:
    assert workspace.reader
    path = workspace.reader.path
    path.rename(path.with_suffix(".away"))
    panel.refresh()
    settle()
    assert "one.db" in panel.empty.label.text()
    path.with_suffix(".away").rename(path)
    panel.refresh()
    settle()
    assert panel.views["due"].isVisible()


def test_a_damaged_log_is_said(
    panel: ProgressPanel, progress: Progress, clock: StandingClock
) -> None:
    assert panel.damage.isHidden()
    row = LogEntry("eeee", 1, clock.ms << 17, 1, 0, REVIEW, 1, DATE, 3, None, 900, {})
    *fields, checksum = to_row(row)
    progress._connection.execute(INSERT, (*fields, checksum ^ 1))
    panel.refresh()
    settle()
    assert panel.damage.isVisible()
    assert panel.damage.text().startswith("1 entries of your log are damaged")


@pytest.mark.parametrize("wanted", ["", "nonsense"])
def test_a_scope_that_is_none_is_the_topic(preferences: Preferences, wanted: str) -> None:
    preferences.progress_scope = wanted
    holder = QWidget()
    head = Head(holder)
    head.show_scope(preferences.progress_scope)
    assert head.scope() is Scope.TOPIC
    holder.deleteLater()
