"""A plan of an essay on paper and as text."""

from pathlib import Path

import pytest
from PySide6.QtGui import QPdfWriter
from PySide6.QtWidgets import QApplication

from studyapp.rendering.note_printing import a4
from studyapp.rendering.plan_paper import PlanPaper, plan_text, print_plan
from tests.rendering.printed import printed_pages

PAPER = PlanPaper(
    "China & the USSR",
    "To what extent?",
    [("For", ["Ports <1945>"]), ("Against", []), ("Judgement", ["Gain, because."])],
)


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Have an application: there are no fonts without one."""


def test_a_plan_is_text_with_a_heading_for_each_part() -> None:
    assert plan_text(PAPER) == (
        "To what extent?\n\nFor\n- Ports <1945>\n\nAgainst\n\nJudgement\n- Gain, because.\n"
    )


def test_a_plan_is_printed_with_all_its_words(tmp_path: Path) -> None:
    writer = QPdfWriter(str(tmp_path / "plan.pdf"))
    writer.setPageLayout(a4())
    print_plan(PAPER, writer)
    del writer
    [page] = printed_pages(tmp_path / "plan.pdf")
    for words in ("China & the USSR", "To what extent?", "Ports <1945>", "Gain, because."):
        assert words.replace(" ", "") in page.letters
