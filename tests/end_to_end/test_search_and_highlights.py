"""Words are found, marked and found again, whatever becomes of the window and of the course."""

from pathlib import Path

import pytest

from tests.builders import TOPIC, course, full_id, info, paragraph, term, topic
from tests.end_to_end.conftest import OpenWindow
from tests.packs import written

WORDS = "Wang Shijie signed the treaty"


def edition(folder: Path, number: str, text: str) -> Path:
    note = topic(TOPIC, paragraph("Before it, much was said."), paragraph(text))
    made = course(note, topic("After the treaty", parent=TOPIC), about=info(edition=number))
    return written(made, folder / f"edition-{number}.studypack")


@pytest.fixture
def first(tmp_path: Path) -> Path:
    return edition(tmp_path, "1", "In Moscow Wang Shijie signed the treaty at last.")


def test_a_search_by_keyboard_leads_to_the_passage(opens: OpenWindow, our_pack: Path) -> None:
    driver = opens(our_pack)
    kinds = driver.search("KMT")
    driver.press(*["Down"] * kinds.index("passage"), "Return")
    [found] = driver.marked_words()
    assert "GMD" in found
    assert driver.note.view.hasFocus()


def test_a_term_that_is_found_leads_to_where_it_is_first_named(
    opens: OpenWindow, tmp_path: Path
) -> None:
    said = paragraph("The GMD lost the war.")
    made = course(topic(TOPIC, paragraph("China."), said), term("GMD", aliases=["KMT"]))
    driver = opens(written(made, tmp_path / "a.studypack"))
    assert driver.search("KMT")[0] == "term"
    driver.press("Return")
    assert driver.marked_words() == ["The GMD lost the war."]


def test_highlighted_words_are_found_and_still_there_after_a_restart(
    opens: OpenWindow, first: Path
) -> None:
    driver = opens(first)
    driver.select_words(WORDS)
    driver.press("Ctrl+H")
    assert driver.marked_words() == [WORDS]
    assert driver.search("shijie")[0] == "highlight"
    driver.close()
    assert opens(first).marked_words() == [WORDS]


def test_a_margin_note_is_kept_with_its_words(opens: OpenWindow, first: Path) -> None:
    driver = opens(first)
    driver.select_words(WORDS)
    driver.write_margin_note("ask about Yalta")
    assert driver.search("yalta") == ["margin note"]
    driver.close()
    assert opens(first).annotations() == [f"ask about Yalta – “{WORDS}”"]


def test_a_highlight_is_found_again_in_a_newer_edition(
    opens: OpenWindow, first: Path, tmp_path: Path
) -> None:
    driver = opens(first)
    driver.select_words(WORDS)
    driver.press("Ctrl+H")
    driver.close()
    newer = edition(tmp_path, "2", "In Moscow, on 14 August, Wang Shijie signed the treaty.")
    assert opens(newer).marked_words() == [WORDS]


def test_a_highlight_whose_words_are_gone_is_listed_as_lost(
    opens: OpenWindow, first: Path, tmp_path: Path
) -> None:
    driver = opens(first)
    driver.select_words(WORDS)
    driver.press("Ctrl+H")
    driver.close()
    driver = opens(edition(tmp_path, "2", "Nobody knows who put a name to it."))
    assert driver.marked_words() == []
    assert driver.annotations() == [f"“{WORDS}” (these words are no longer in the note)"]


def test_a_highlight_can_be_removed_by_key(opens: OpenWindow, first: Path) -> None:
    driver = opens(first)
    driver.select_words(WORDS)
    driver.press("Ctrl+H")
    notes = driver.note._margin_notes
    assert notes is not None
    notes.list.setFocus()
    driver.press("Delete")
    assert driver.marked_words() == driver.annotations() == []


def test_a_newer_edition_added_meanwhile_is_shown_at_once(
    opens: OpenWindow, first: Path, tmp_path: Path
) -> None:
    driver = opens(first)
    entry = driver.window.workspace.library.add(edition(tmp_path, "2", "All is new."))
    driver.window.open_course(entry.id)
    assert "All is new." in driver.note.plain_text()
    assert full_id("topic", TOPIC) == driver.window.topic
