"""Crash reports say where the program failed, and nothing of the person's."""

import sys
from pathlib import Path

from studyapp.domain.clock import Moment
from studyapp.services.crash_reports import report_text, write_report


def report_of_a_bug() -> str:
    secret = "my answer about Mao"
    empty: dict[str, str] = {}
    try:
        empty[secret]
    except KeyError:
        kind, _, trace = sys.exc_info()
        assert kind is not None
        return report_text(kind, trace, {"StudyApp": "0.1.0"})
    raise AssertionError


def test_a_report_names_the_error_and_the_calls() -> None:
    report = report_of_a_bug()
    assert "builtins.KeyError" in report
    assert "in report_of_a_bug" in report


def test_a_report_holds_no_words_of_the_person_and_no_folder_of_theirs() -> None:
    report = report_of_a_bug()
    assert "Mao" not in report
    assert str(Path.home()) not in report
    assert str(Path(__file__).parent) not in report


def test_reports_of_different_moments_are_different_files(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "there"
    one = write_report(folder, "one", Moment(1, 0))
    other = write_report(folder, "other", Moment(2, 0))
    assert one.read_text() == "one\n"
    assert other.read_text() == "other\n"
