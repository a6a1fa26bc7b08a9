"""The passage that tells of a factor: that of a link, unless another one says far more of it."""

from studyapp.domain.pages import PassageEntry
from studyapp.domain.telling import most_telling


def passage(text: str, kind: str = "paragraph") -> PassageEntry:
    return PassageEntry(text, "topic", kind, text, "")


MARSHAL = passage("One who listened was Zhang Xueliang, driven from home by Japan.")
SEIZED = passage("In September 1931 Japan had seized Manchuria.")
TITLE = "Japan seizes Manchuria"


def test_a_passage_that_says_it_in_other_forms_is_found_though_no_link_names_it() -> None:
    assert most_telling(TITLE, [MARSHAL, SEIZED], MARSHAL) == SEIZED
    assert most_telling(TITLE, [MARSHAL, SEIZED], None) == SEIZED


def test_the_passage_of_a_link_stays_where_no_other_says_much_more() -> None:
    told = passage("Japan took Manchuria in 1931.")
    assert (
        most_telling(TITLE, [told, passage("Manchuria, seized by Japan, lay open.")], SEIZED)
        == SEIZED
    )
    assert most_telling("Doubts about Yalta", [SEIZED], MARSHAL) == MARSHAL


def test_nothing_tells_of_what_no_passage_says() -> None:
    assert most_telling("Doubts about Yalta", [MARSHAL, SEIZED], None) is None


def test_headings_captions_and_sources_tell_of_nothing() -> None:
    heading = passage("Japan seizes Manchuria.", "heading")
    figure = passage("How Japan seized Manchuria.", "figure")
    sources = passage("Young, Japan seizes Manchuria; Mitter, The Manchurian Myth")
    assert most_telling(TITLE, [heading, figure, sources], MARSHAL) == MARSHAL


def test_of_several_that_say_as_much_the_first_is_taken() -> None:
    again = passage("Japan had seized Manchuria, and kept it.")
    assert most_telling(TITLE, [SEIZED, again], None) == SEIZED
