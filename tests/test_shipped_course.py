"""The pack that ships is what its sources say."""

from pathlib import Path

import pytest

from studyapp.paths import resources_folder, shipped_pack
from studyapp.services.course_building import build_course, check_course
from studyapp.store.pack import Pack, open_pack

SOURCES = resources_folder() / "courses" / "sino-soviet"


@pytest.fixture
def shipped() -> Pack:
    return open_pack(shipped_pack())


def test_the_shipped_pack_is_built_from_its_sources(shipped: Pack, tmp_path: Path) -> None:
    assert shipped.digest == build_course(SOURCES, tmp_path / "built.db").digest


def test_the_shipped_pack_passes_the_full_check(shipped: Pack) -> None:
    shipped.verify()


def test_the_sources_have_nothing_wrong() -> None:
    assert check_course(SOURCES) == ()


@pytest.mark.parametrize("typed", ["KMT", "Kuomintang", "Guomindang", "Nationalists"])
def test_every_name_of_the_gmd_finds_what_is_said_of_it(shipped: Pack, typed: str) -> None:
    assert any("GMD" in hit.title for hit in shipped.search(typed, 10))


def test_yanan_is_found_without_its_apostrophe(shipped: Pack) -> None:
    assert any("Yan'an" in hit.title or "Yan’an" in hit.title for hit in shipped.search("yanan"))


def test_every_link_of_the_course_says_where_the_note_says_so(shipped: Pack) -> None:
    assert [link.id for link in shipped.links() if link.passage is None] == []


def test_every_full_topic_asks_of_its_main_factor_three_causes_and_three_consequences(
    shipped: Pack,
) -> None:
    links = shipped.links()
    topics = [topic.id for topic in shipped.topics() if topic.depth == 1]
    for topic in topics:
        focus = shipped.focuses(topic)[0]
        assert len({link.cause for link in links if link.consequence == focus}) >= 3
        assert len({link.consequence for link in links if link.cause == focus}) >= 3
