"""Packs for tests: a course written to a file, with its notes rendered."""

from pathlib import Path

from studyapp.domain.course import Course
from studyapp.exporters.note_html import note_html
from studyapp.store.pack import Pack, open_pack
from studyapp.store.pack_writer import write_pack


def written(course: Course, path: Path) -> Path:
    """Write a course to a pack and return the path."""
    write_pack(course, {topic.id: note_html(topic, course) for topic in course.topics}, path)
    return path


def opened(course: Course, path: Path) -> Pack:
    """Write a course to a pack and open it."""
    return open_pack(written(course, path))
