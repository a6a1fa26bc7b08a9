"""A new kind of question touches one domain module, one view and one row of a table.

What stands here of a toy kind is all that there is of it: `Spelling` would be the module, and
`SpellingView` the view.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from studyapp.domain.aliases import NO_ALIASES, Aliases
from studyapp.domain.grading.grade import Grade, grade_of, part_mark
from studyapp.domain.kinds.kind import Content, Given
from studyapp.domain.kinds.lines import Lines
from studyapp.domain.kinds.table import KINDS
from studyapp.domain.schedule.plan import Plan
from studyapp.services.course_building import build_course, check_course, fix_course
from studyapp.services.study.asking import AskedCard
from studyapp.services.study.study_session import StudySession
from studyapp.services.study.turn import Marked
from studyapp.store.pack import open_pack
from studyapp.store.progress import open_progress
from studyapp.ui.look.marks import RIGHT, WRONG, marked_label
from studyapp.ui.look.theme import Theme
from studyapp.ui.self_test.question_views.question_view import QuestionView
from studyapp.ui.self_test.question_views.table import VIEWS
from studyapp.ui.self_test.self_test_panel import SelfTestPanel
from tests.builders import course_folder
from tests.clocks import StandingClock

NOTE = """# The treaty

Wang Shijie signed in Moscow.

## Questions
- How is the Chinese minister's name spelt?
  - Spelling: Wang Shijie
  - Because: that is pinyin.
  - See: "signed in Moscow"
"""


@dataclass(frozen=True, slots=True)
class Letters(Given):
    letters: str


@dataclass(frozen=True, slots=True)
class Spelling(Content[Letters]):
    words: tuple[str, ...]

    kind = "spelling"
    labels = ("spelling",)

    @classmethod
    def read(cls, lines: Lines) -> Spelling:
        return cls(tuple(word for line in lines.of("spelling") for word in line.text.split()))

    def in_words(self) -> str:
        return " ".join(self.words)

    def grade(self, given: Letters, aliases: Aliases = NO_ALIASES) -> Grade:
        told = given.letters.split()
        return grade_of(tuple(part_mark(word, found=word in told) for word in self.words))

    def logged(self, given: Letters) -> object:
        return given.letters

    def remembered(self, logged: object) -> Letters | None:
        return Letters(logged) if isinstance(logged, str) else None


class SpellingView(QuestionView):
    def __init__(self, card: AskedCard, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(card, theme, parent)
        self.field = QLineEdit(self)
        self.field.setAccessibleName("Letters")
        self.field.textChanged.connect(self.changed)
        self.rows.addWidget(self.field)
        self.setFocusProxy(self.field)

    def given(self) -> Given | None:
        return Letters(self.field.text()) if self.field.text() else None

    def show_marked(self, marked: Marked) -> None:
        for point in marked.grade.points if marked.grade else ():
            mark = RIGHT if point.found else WRONG
            self.rows.addWidget(marked_label(mark, point.point.text, self.theme, self))


@pytest.fixture(autouse=True)
def _rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(KINDS, "spelling", Spelling)
    monkeypatch.setitem(VIEWS, "spelling", SpellingView)


def test_a_new_kind_goes_from_markdown_through_the_pack_to_an_answered_card(
    qtbot: QtBot, tmp_path: Path
) -> None:
    root = course_folder(tmp_path / "course", treaty=NOTE)
    fix_course(root)
    assert check_course(root) == ()
    build_course(root, tmp_path / "a.studypack")
    pack = open_pack(tmp_path / "a.studypack")
    progress = open_progress(tmp_path / "progress.db", StandingClock(), "here")
    with closing(pack), closing(progress):
        session = StudySession(pack, progress, StandingClock(), Plan())
        panel = SelfTestPanel(Theme())
        qtbot.addWidget(panel)
        panel.set_session(session)
        panel.set_scope(pack.topics()[0].id)
        panel.show()
        assert panel.question
        qtbot.keyClicks(panel.question.focusProxy(), "Wong Shijie")
        panel.submit()
        assert panel.marked
        assert panel.marked.grade
        assert panel.marked.grade.value == 0.5
        told = [label.text() for label in panel.findChildren(QLabel)]
        assert {"✗ Wrong: Wang", "✓ Right: Shijie", "◇ Partly right", "Wang Shijie"} <= {*told}
        panel.rate(1)
        [entry] = progress.entries(types=("review",))
        assert (entry.payload["given"], entry.grade) == ("Wong Shijie", 0.5)
        panel.set_session(None)


def test_every_kind_that_is_asked_has_a_view() -> None:
    # A card asks for one gap, which is to be typed.
    assert set(KINDS) - set(VIEWS) == {"cloze"}
