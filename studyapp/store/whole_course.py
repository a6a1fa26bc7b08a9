"""The rows of a pack as a whole course, as it was written."""

import sqlite3

from studyapp.domain.course import Account, Course, CourseInfo, Factor, Picture, Theme, Topic
from studyapp.store.block_codec import decode
from studyapp.store.course_reader import (
    read_distractors,
    read_factors,
    read_links,
    read_questions,
    read_rows,
    read_terms,
    strings,
)
from studyapp.store.task_codec import read_tasks
from studyapp.store.wordings import read_wordings


def read_course(connection: sqlite3.Connection, info: CourseInfo) -> Course:
    """Return everything in the pack, in the order of the course."""
    return Course(
        info,
        themes=tuple(
            Theme(*row) for row in read_rows(connection, "themes", "id name hue icon about")
        ),
        accounts=tuple(Account(*row) for row in read_rows(connection, "accounts", "id name about")),
        topics=read_topics(connection),
        factors=_whole_factors(connection),
        links=read_links(connection),
        distractors=read_distractors(connection),
        terms=read_terms(connection),
        questions=read_questions(connection),
        pictures=tuple(
            Picture(*row) for row in read_rows(connection, "pictures", "id media_type data")
        ),
        tasks=read_tasks(connection),
    )


def read_topics(connection: sqlite3.Connection) -> tuple[Topic, ...]:
    """Return the topics with their notes as block trees."""
    rows = connection.execute(
        "SELECT id, parent, title, themes, blocks FROM topics JOIN notes USING (id) ORDER BY rank"
    )
    return tuple(
        Topic(id, parent, title, strings(themes), decode(blocks))
        for id, parent, title, themes, blocks in rows
    )


def _whole_factors(connection: sqlite3.Connection) -> tuple[Factor, ...]:
    factors = read_factors(connection)
    wordings = read_wordings(connection, (factor.id for factor in factors))
    return tuple(factor._replace(wordings=wordings.get(factor.id, ())) for factor in factors)
