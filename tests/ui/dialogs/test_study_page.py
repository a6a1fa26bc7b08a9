"""The plan in the settings: shown as the log has it, kept at once, wrong words said."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QThreadPool
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from studyapp.domain.schedule.parameters import USUAL
from studyapp.domain.schedule.plan import Plan
from studyapp.services.library import Library
from studyapp.services.workspace import Workspace
from studyapp.ui.dialogs.fit_dialog import FitDialog
from studyapp.ui.dialogs.settings_dialog import SettingsDialog
from studyapp.ui.dialogs.study_page import StudyPage
from studyapp.ui.preferences import Preferences
from tests.builders import COURSE, small_course
from tests.clocks import StandingClock
from tests.dialog_driver import in_dialog
from tests.packs import written
from tests.services.study.test_fitting import logged
from tests.students import FORGETFUL, reviews
from tests.ui.hearing import heard_from

FITTED = (0.5, *USUAL[1:])
Start = Callable[[], Workspace]


@pytest.fixture(autouse=True)
def threads_end(qtbot: QtBot) -> Iterator[None]:
    """Let the threads end before the widgets go; the window waits for them when it closes."""
    yield
    QThreadPool.globalInstance().waitForDone()


@pytest.fixture
def starts(tmp_path: Path) -> Iterator[Start]:
    """Starts a program on the same files, as often as it is called."""
    library = Library(tmp_path / "library", written(small_course(), tmp_path / "a.studypack"))
    started: list[Workspace] = []

    def start() -> Workspace:
        started.append(Workspace(library, tmp_path / "progress.db", StandingClock(), "here"))
        started[-1].open_course(COURSE)
        return started[-1]

    yield start
    for workspace in started:
        workspace.close()


@pytest.fixture
def workspace(starts: Start) -> Workspace:
    opened = starts()
    opened.open_progress()
    return opened


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> StudyPage:
    return shown(qtbot, workspace)


def shown(qtbot: QtBot, workspace: Workspace) -> StudyPage:
    page = StudyPage(workspace)
    qtbot.addWidget(page)
    page.resize(580, 500)
    page.show()
    return page


def choose(box: QComboBox, value: object) -> None:
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def write(field: QLineEdit, text: str) -> None:
    field.setText(text)
    field.editingFinished.emit()


def test_amounts_are_kept_at_once_and_shown_the_next_time(
    qtbot: QtBot, page: StudyPage, workspace: Workspace
) -> None:
    changed = QSignalSpy(page.changed)
    choose(page.new_a_day, 10)
    choose(page.minutes, 30)
    choose(page.retention, 85)
    choose(page.turnover, 0)
    assert workspace.plan == Plan(10, 0, 0.85, 30)
    assert changed.count() == 4
    again = shown(qtbot, workspace)
    boxes = (again.new_a_day, again.minutes, again.retention, again.turnover)
    assert [box.currentData() for box in boxes] == [10, 30, 85, 0]


def test_a_plan_from_elsewhere_is_shown_as_it_is(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.plan = Plan(17, 90, 0.88, 25)
    page = shown(qtbot, workspace)
    boxes = (page.new_a_day, page.turnover, page.retention, page.minutes)
    assert [box.currentText() for box in boxes] == ["17", "01:30", "88 %", "25 minutes"]
    assert workspace.plan == Plan(17, 90, 0.88, 25)


def test_days_off_are_days_of_the_week_and_dates(
    qtbot: QtBot, page: StudyPage, workspace: Workspace
) -> None:
    page.weekdays[6].click()
    write(page.dates, "2027-01-01; 2026-12-31 – 2027-01-02")
    assert workspace.plan.holidays == (6, "2026-12-31", "2027-01-01", "2027-01-02")
    assert page.dates.text() == "2026-12-31 to 2027-01-02"
    again = shown(qtbot, workspace)
    assert [box.isChecked() for box in again.weekdays] == [False] * 6 + [True]
    assert again.dates.text() == "2026-12-31 to 2027-01-02"


def test_the_exam_of_a_course_is_set_and_taken_away(page: StudyPage, workspace: Workspace) -> None:
    write(page.exam, "2027-05-14")
    assert workspace.plan.exam(COURSE) == date(2027, 5, 14)
    write(page.exam, "")
    assert workspace.plan.exam(COURSE) is None


@pytest.mark.parametrize("written", ["14 May 2027", "14.5.2027", "May 14, 2027"])
def test_the_exam_is_written_as_dates_are_in_answers(
    page: StudyPage, workspace: Workspace, written: str
) -> None:
    write(page.exam, written)
    assert workspace.plan.exam(COURSE) == date(2027, 5, 14)
    assert page.exam.text() == "2027-05-14"


def test_what_is_wrong_with_a_field_is_said_below_it_until_it_is_mended(page: StudyPage) -> None:
    write(page.dates, "Christmas")
    write(page.exam, "2027-05-14")
    assert page.wrong[page.dates].text().startswith("“Christmas” is no date")
    assert page.wrong[page.dates].y() == pytest.approx(page.dates.geometry().bottom(), abs=12)
    assert page.said.text() == "Kept."
    write(page.dates, "2026-12-24")
    assert not page.wrong[page.dates].isVisible()
    assert page.said.text() == "Kept."


def test_the_settings_are_not_closed_over_a_date_that_cannot_be_read(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    dialog = SettingsDialog(Preferences(settings), workspace)
    qtbot.addWidget(dialog)
    dialog.show()
    field = dialog.study.exam
    qtbot.keyClicks(field, "in May")
    dialog.reject()
    assert dialog.isVisible()
    assert dialog.focusWidget() is field
    dialog.reject()
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("field", "text"),
    [("dates", "Christmas"), ("exam", "in May")],
)
def test_what_is_no_date_is_said_and_changes_nothing(
    page: StudyPage,
    workspace: Workspace,
    monkeypatch: pytest.MonkeyPatch,
    field: str,
    text: str,
) -> None:
    heard = heard_from(monkeypatch, "dialogs.study_page")
    write(getattr(page, field), text)
    said = f"“{text}” is no date such as 14 May 2027 or 2027-05-14."
    assert page.wrong[getattr(page, field)].text() == said
    assert heard == [said]
    assert workspace.plan == Plan()
    assert getattr(page, field).text() == text


def test_what_is_kept_is_said(page: StudyPage, monkeypatch: pytest.MonkeyPatch) -> None:
    heard = heard_from(monkeypatch, "dialogs.study_page")
    choose(page.new_a_day, 10)
    write(page.dates, page.dates.text())
    assert heard == ["Kept."]


def test_looking_at_the_page_keeps_nothing(page: StudyPage, workspace: Workspace) -> None:
    for field in (page.new_a_day, page.dates, page.exam, page.turnover):
        field.setFocus()
    page.close()
    planning = workspace.planning
    assert planning is not None
    assert planning._progress.entries() == ()


def test_a_window_that_only_reads_shows_the_plan_and_says_so(
    qtbot: QtBot, starts: Start, workspace: Workspace
) -> None:
    workspace.plan = Plan(retention=0.8)
    second = starts()
    with pytest.raises(Exception, match="already open"):
        second.open_progress()
    page = shown(qtbot, second)
    assert page.retention.currentData() == 80
    assert "for reading only" in page.said.text()
    fields = (page.retention, page.dates, page.weekdays[0], page.exam, page.fit, page.usual)
    assert not any(field.isEnabled() for field in fields)


def test_without_progress_the_page_says_why_nothing_can_be_set(qtbot: QtBot, starts: Start) -> None:
    page = shown(qtbot, starts())
    assert "not open" in page.said.text()
    assert not page.fit.isEnabled()


def test_what_takes_the_keyboard_has_a_name_or_a_label(page: StudyPage) -> None:
    labelled = {page._form.itemAt(row, page._form.ItemRole.FieldRole) for row in range(12)}
    fields = {item.widget() for item in labelled if item}
    for field in page.findChildren(QWidget):
        if isinstance(field, QComboBox | QLineEdit) and field.isVisible():
            assert field.accessibleName() or field in fields
    assert page.weekdays[6].accessibleName() == "Off every Sunday"


def test_no_words_are_cut_off(page: StudyPage) -> None:
    QApplication.processEvents()
    for hint in page.findChildren(type(page.said)):
        assert hint.height() >= hint.heightForWidth(hint.width())
    for box in page.weekdays:
        assert box.width() >= box.sizeHint().width()


def test_the_usual_schedule_is_offered_to_who_has_another(
    page: StudyPage, workspace: Workspace
) -> None:
    assert not page.usual.isEnabled()
    page._use(FITTED)
    planning = workspace.planning
    assert planning is not None
    assert planning.parameters.weights == FITTED
    assert page.usual.isEnabled()
    page.usual.click()
    assert planning.parameters.weights == USUAL
    assert not page.usual.isEnabled()


def fitted(dialog: QDialog, qtbot: QtBot) -> FitDialog:
    """Return the dialog once it has said what it found."""
    assert isinstance(dialog, FitDialog)
    qtbot.waitUntil(dialog.bar.isHidden, timeout=30_000)
    return dialog


def test_a_schedule_that_is_nearer_is_offered_and_used(
    qtbot: QtBot, starts: Start, tmp_path: Path
) -> None:
    logged(tmp_path / "progress.db", reviews(FORGETFUL, 350, 8))
    workspace = starts()
    workspace.open_progress()
    page = shown(qtbot, workspace)

    def use(dialog: QDialog) -> None:
        found = fitted(dialog, qtbot)
        assert "% nearer" in found.words.text()
        found.use.click()

    in_dialog(page.fit.click, use)
    planning = workspace.planning
    assert planning is not None
    assert planning.parameters.weights != USUAL
    assert page.said.text() == "All cards are planned anew."


def test_a_schedule_that_is_left_changes_nothing(
    qtbot: QtBot, starts: Start, tmp_path: Path
) -> None:
    logged(tmp_path / "progress.db", reviews(FORGETFUL, 350, 8))
    workspace = starts()
    workspace.open_progress()
    page = shown(qtbot, workspace)
    in_dialog(page.fit.click, lambda dialog: fitted(dialog, qtbot).stop.click())
    planning = workspace.planning
    assert planning is not None
    assert planning.parameters.weights == USUAL


def test_too_few_answers_are_said_and_nothing_is_offered(
    qtbot: QtBot, page: StudyPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = heard_from(monkeypatch, "dialogs.fit_dialog")

    def look(dialog: QDialog) -> None:
        found = fitted(dialog, qtbot)
        assert "There are 0 so far." in found.words.text()
        assert heard == [found.words.text()]
        assert not found.use.isVisible()
        found.stop.click()

    in_dialog(page.fit.click, look)


def test_fitting_is_stopped_by_leaving(qtbot: QtBot, workspace: Workspace) -> None:
    dialog = FitDialog(workspace)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.stop.click()
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()
    assert not dialog.isVisible()
    assert dialog.weights is None
