from pathlib import Path

import pytest

from studyapp.domain.notes import (
    Added,
    Block,
    CodeBlock,
    Contested,
    Figure,
    Heading,
    LineBreak,
    ListBlock,
    Paragraph,
    Quote,
    Styled,
    Table,
    TermLink,
    Text,
    WebLink,
    inline_text,
    leaves,
    passages,
)
from tests.builders import SQUARE, full_id
from tests.importers.folders import codes, problems, read

TERMS = "- **GMD** (body; Guomindang): The Nationalists’ party.\n"


def note(root: Path, text: str, **files: str | bytes) -> tuple[Block, ...]:
    """Return the blocks below the title."""
    return read(root, f"# The treaty\n\n{text}\n", terms=TERMS, **files).topics[0].blocks[1:]


def paragraph(root: Path, text: str) -> Paragraph:
    (found,) = note(root, text)
    assert isinstance(found, Paragraph)
    return found


def test_words_have_weight_links_and_line_ends(tmp_path: Path) -> None:
    found = paragraph(tmp_path, "a **b** *c* `d` [e](https://x.org)\\\nf")
    kinds = [type(inline) for inline in found.inlines if type(inline) is not Text]
    assert kinds == [Styled, Styled, Styled, WebLink, LineBreak]
    assert inline_text(found.inlines) == "a b c d e\nf"


@pytest.mark.parametrize("written", ["[[GMD]]", "[[Guomindang]]", "[[gmd|the party]]"])
def test_terms_are_linked_by_any_name(tmp_path: Path, written: str) -> None:
    (inline,) = paragraph(tmp_path, written).inlines
    assert isinstance(inline, TermLink)
    assert inline.term == full_id("term", "GMD")


def test_an_unknown_term_is_an_error_and_plain_words(tmp_path: Path) -> None:
    text = "# T\n\nThe [[GDM|party]]."
    (found,) = problems(tmp_path, text, terms=TERMS)
    assert (found.code, found.place.line) == ("unknown-term", 3)
    assert inline_text(paragraph(tmp_path, "The [[GDM|party]].").inlines) == "The party."


def test_html_is_text(tmp_path: Path) -> None:
    found = paragraph(tmp_path, "<script>alert(1)</script>")
    assert found.inlines == (Text("<script>alert(1)</script>"),)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "other.md"])
def test_only_web_addresses_are_links(tmp_path: Path, address: str) -> None:
    assert not any(
        isinstance(run, WebLink) for run in paragraph(tmp_path, f"[x]({address})").inlines
    )


def test_lists_nest(tmp_path: Path) -> None:
    (found,) = note(tmp_path, "3. one\n   - deep\n4. two")
    assert isinstance(found, ListBlock)
    assert (found.ordered, found.start, len(found.items)) == (True, 3, 2)
    assert isinstance(found.items[0][1], ListBlock)


def test_a_bar_in_a_term_does_not_part_cells(tmp_path: Path) -> None:
    (found,) = note(tmp_path, "| a | b |\n|---|---|\n| [[GMD|party]] | c |")
    assert isinstance(found, Table)
    assert [inline_text(cell) for cell in found.rows[0]] == ["party", "c"]


def test_quotations_and_code_are_kept(tmp_path: Path) -> None:
    quote, code = note(tmp_path, "> said\n\n```\na  b\n  c\n```")
    assert isinstance(quote, Quote)
    assert isinstance(code, CodeBlock)
    assert code.text == "a  b\n  c"


def test_a_contested_box_has_readings_and_who_holds_them(tmp_path: Path) -> None:
    (found,) = note(
        tmp_path, "> [!contested] How many?\n> - **Many** (some): a lot.\n> - **Few:** little."
    )
    assert isinstance(found, Contested)
    assert inline_text(found.question.inlines) == "How many?"
    assert [(r.name, r.holders, inline_text(r.text.inlines)) for r in found.readings] == [
        ("Many", "some", "a lot."),
        ("Few", "", "little."),
    ]


def test_who_holds_a_reading_may_be_set_in_italics(tmp_path: Path) -> None:
    (found,) = note(
        tmp_path,
        "> [!contested] How many?\n"
        "> - **Many** (*Stalin’s Wars*; Roberts): a *whole* lot.\n> - **Few**: little.",
    )
    assert isinstance(found, Contested)
    many = found.readings[0]
    assert many.holders == "Stalin’s Wars; Roberts"
    assert inline_text(many.text.inlines) == "a whole lot."


@pytest.mark.parametrize(
    "box",
    [
        "> [!contested] How many?",
        "> [!contested]\n> - **A**: a\n> - **B**: b",
        "> [!contested] How many?\n> - **A**: a",
        "> [!contested] How many?\n> - **A**: a\n> - b",
        "> [!contested] How many?\n> - **A**: a\n> - **B**: b\n>\n> And more.",
    ],
)
def test_a_contested_box_of_another_form_is_an_error(tmp_path: Path, box: str) -> None:
    assert codes(tmp_path, f"# T\n\nx\n\n{box}\n") == ["contested"]


def test_an_added_box_names_its_source_and_holds_blocks(tmp_path: Path) -> None:
    (found,) = note(tmp_path, "> [!added] A book\n> Text at once.\n>\n> - and a list")
    assert isinstance(found, Added)
    assert inline_text(found.source.inlines) == "A book"
    assert [type(block) for block in found.blocks] == [Paragraph, ListBlock]


def test_an_added_box_without_a_source_is_an_error(tmp_path: Path) -> None:
    assert codes(tmp_path, "# T\n\nx\n\n> [!added]\n>\n> Text.\n") == ["added-source"]


def test_a_picture_has_words_and_a_caption(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "a b.svg").write_bytes(SQUARE)
    (found,) = note(tmp_path, '![A square](pictures/a%20b.svg "Square")')
    assert isinstance(found, Figure)
    assert found.picture == "pictures/a b.svg"
    assert (found.alternative, found.caption) == ("A square", "Square")


def test_a_missing_picture_is_an_error_on_its_line(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, "# T\n\nx\n\n![A map](pictures/map.svg)\n")
    assert (found.code, found.place.line) == ("missing-picture", 5)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.svg", b"<html>", "bad-picture"),
        ("a.svg", b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>", "bad-picture"),
        ("a.svg", b"<svg><image href='/etc/passwd'/></svg>", "bad-picture"),
        ("a.png", b"not a picture", "bad-picture"),
        ("a.bmp", b"BM", "bad-picture"),
        ("a.svg", b"<svg>" + b" " * 8_000_000, "too-large"),
    ],
)
def test_unfit_pictures_are_left_out(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert codes(tmp_path, f"# T\n\nx\n\n![A map]({name})\n") == [code]


@pytest.mark.parametrize("address", ["../secret.svg", "/etc/secret.svg"])
def test_pictures_outside_the_folder_are_not_read(tmp_path: Path, address: str) -> None:
    (tmp_path / "secret.svg").write_bytes(SQUARE)
    course = read(tmp_path / "course", f"# T\n\nx\n\n![A map]({address})\n")
    assert course.pictures == ()


def test_passages_keep_their_ids_when_others_change(tmp_path: Path) -> None:
    one = note(tmp_path / "one", "First.\n\nSecond *one*.\n\nSecond one.")
    two = note(tmp_path / "two", "Second one.\n\nNew.\n\nSecond one!\n\nFirst.")
    ids = {passage.id for passage in passages(one)}
    assert ids < {passage.id for passage in passages(two)}


def test_an_id_by_hand_names_the_passage(tmp_path: Path) -> None:
    first, heading = note(tmp_path, "- Words. {#words}\n\n## More {#more}")
    ids = [leaf.id.rsplit("/", 1)[-1] for leaf in leaves((first, heading))]
    assert ids == ["treaty.words", "treaty.more"]
    assert isinstance(heading, Heading)
    assert inline_text(heading.inlines) == "More"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a {#Big}", "bad-id"),
        ("a {#x}\n\nb {#x}", "duplicate-id"),
        ("a ![x](y.svg) b", "picture-in-text"),
        ("> [!note] x\n> y", "unknown-box"),
        ("[x](other.md)", "web-address"),
        ("#### Deep", "heading-level"),
        ("> " * 24 + "deep", "too-deep"),
    ],
)
def test_what_is_wrong_with_a_note_is_said(tmp_path: Path, text: str, code: str) -> None:
    (tmp_path / "y.svg").write_bytes(SQUARE)
    assert code in codes(tmp_path, f"# T\n\nx\n\n{text}\n")
