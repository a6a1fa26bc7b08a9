"""A course pack, opened read-only. What is in it is not trusted until `verify` has passed."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from studyapp.domain.messages import N_
from studyapp.domain.pages import (
    HeadingEntry,
    Hit,
    NotePage,
    PassageEntry,
    ThemeEntry,
    TopicEntry,
)
from studyapp.errors import PackError
from studyapp.store.connections import damaged, guarding
from studyapp.store.pack_file import PackFile, opened

if TYPE_CHECKING:
    from studyapp.domain.boards.teacher_task import TeacherTask
    from studyapp.domain.course import (
        Course,
        Distractor,
        Factor,
        GlossaryTerm,
        Link,
        Question,
    )
    from studyapp.domain.schedule.new_order import Row
    from studyapp.domain.schedule.siblings import Kin

_BELOW = (
    "WITH RECURSIVE below(id) AS (SELECT ? UNION SELECT topics.id FROM topics JOIN below"
    " ON parent = below.id) "
)
_EVERYWHERE = "WITH below AS (SELECT id FROM topics) "
# A link that nobody disputes: what it says followed can be asked as a matter of fact.
_IS_SETTLED = "certainty = 'agreed' AND account = (SELECT id FROM accounts ORDER BY rank LIMIT 1)"
_LEADS_ON = f"id IN (SELECT cause FROM links WHERE {_IS_SETTLED})"
# Most questions have one facet, and those of the others are parted.
_FACETS = (
    "(SELECT id, facets AS facet, topic, rank, passage FROM questions WHERE facets NOT LIKE '% %'"
    " UNION ALL SELECT questions.id, value, topic, rank, passage FROM questions,"
    """ json_each('["' || replace(facets, ' ', '","') || '"]') WHERE facets LIKE '% %')"""
)
_CARDS = (
    "SELECT element, facet, topic FROM ("
    f" SELECT id AS element, facet, topic, 0 AS part, rank FROM {_FACETS}"
    " WHERE topic IN below UNION ALL"
    " SELECT id, 'why', topic, 1, rank FROM links WHERE topic IN below UNION ALL"
    " SELECT id, 'date', topic, 2, rank FROM factors"
    " WHERE topic IN below AND edtf IS NOT NULL UNION ALL"
    " SELECT element, 'meaning', topic, 3, id FROM found"
    " WHERE topic IN below AND kind = 'term' AND passage IS NOT NULL UNION ALL"
    " SELECT id, 'does', topic, 4, rank FROM distractors WHERE topic IN below UNION ALL"
    f" SELECT id, 'followed', topic, 5, rank FROM factors WHERE topic IN below AND {_LEADS_ON}"
    " UNION ALL SELECT topic, 'theme', topic, 6, 0 FROM factors"
    # Two lists of themes that differ name at least two themes, of at least two factors.
    " WHERE topic IN below AND themes <> '[]' GROUP BY topic HAVING count(DISTINCT themes) > 1"
    ") AS asked JOIN topics ON topics.id = topic ORDER BY topics.rank, part, asked.rank, facet"
)
_HAS_LINKS = (
    "(EXISTS (SELECT 1 FROM links WHERE cause = factors.id)"
    " OR EXISTS (SELECT 1 FROM links WHERE consequence = factors.id))"
)
_FOCUSES = _BELOW + (
    "SELECT id FROM (SELECT id, rank,"
    " (SELECT count(*) FROM links WHERE consequence = factors.id) AS causes,"
    " (SELECT count(*) FROM links WHERE cause = factors.id) AS consequences"
    " FROM factors WHERE topic IN below) WHERE causes + consequences > 0"
    " ORDER BY causes = 0 OR consequences = 0, causes + consequences DESC, rank"
)


def open_pack(path: Path) -> "Pack":
    """Open a pack; PackError in one sentence if it is missing, foreign, newer or damaged."""
    return Pack(path, opened(path))


class Pack(PackFile):
    """What is in one pack, as domain objects."""

    def course(self) -> "Course":
        """Return the whole course, as it was written."""
        from studyapp.store.whole_course import read_course

        with guarding(self.path):
            return read_course(self._connection, self.info)

    def tasks(self) -> "tuple[TeacherTask, ...]":
        """Return the teacher's tasks that come with the course."""
        from studyapp.store.task_codec import read_tasks

        with guarding(self.path):
            return read_tasks(self._connection)

    def topics(self) -> tuple[TopicEntry, ...]:
        """Return the topics in reading order."""
        rows = self._all("SELECT id, parent, title, depth FROM topics ORDER BY rank")
        seen: set[str | None] = {None}
        for topic, parent, *_ in rows:
            if parent not in seen:
                raise damaged(self.path)
            seen.add(topic)
        return tuple(TopicEntry(*row) for row in rows)

    def subtree(self, topic: str) -> tuple[str, ...]:
        """Return the ids of a topic and of all below it, in reading order."""
        rows = self._all(
            _BELOW + "SELECT topics.id FROM topics JOIN below USING (id) ORDER BY rank", topic
        )
        return tuple(row[0] for row in rows)

    def page(self, topic: str) -> NotePage:
        """Return a topic's note, ready to be shown; PackError if there is no such topic."""
        rows = self._all(
            "SELECT title, parent, html FROM topics JOIN notes USING (id) WHERE id = ?", topic
        )
        if not rows:
            raise PackError(N_("This topic is no longer in the course."))
        [(title, parent, html)] = rows
        headings = self._all(
            "SELECT id, level, text FROM passages WHERE topic = ? AND level > 0 ORDER BY rank",
            topic,
        )
        return NotePage(
            topic, title, self._trail(parent), html, tuple(HeadingEntry(*row) for row in headings)
        )

    def passages(self, topic: str) -> tuple[PassageEntry, ...]:
        """Return the passages of a note in reading order."""
        rows = self._all(
            "SELECT id, topic, kind, text, heading FROM passages WHERE topic = ? ORDER BY rank",
            topic,
        )
        return tuple(PassageEntry(*row) for row in rows)

    def passage(self, passage: str) -> PassageEntry | None:
        """Return one passage, or None if this edition has it no longer."""
        rows = self._all(
            "SELECT id, topic, kind, text, heading FROM passages WHERE id = ?", passage
        )
        return PassageEntry(*rows[0]) if rows else None

    def themes(self) -> tuple[ThemeEntry, ...]:
        """Return the course's themes."""
        rows = self._all("SELECT id, name, hue, icon, about FROM themes ORDER BY rank")
        return tuple(ThemeEntry(*row) for row in rows)

    def terms(self) -> "tuple[GlossaryTerm, ...]":
        """Return the glossary."""
        from studyapp.store.course_reader import read_terms

        with guarding(self.path):
            return read_terms(self._connection)

    def accounts(self) -> tuple[str, ...]:
        """Return the ids of the accounts, the default one first."""
        return tuple(row[0] for row in self._all("SELECT id FROM accounts ORDER BY rank"))

    def names_of_accounts(self) -> dict[str, str]:
        """Return the accounts' names by id, the default one first."""
        return dict(self._all("SELECT id, name FROM accounts ORDER BY rank"))

    def cards(self, topic: str) -> tuple[tuple[str, str, str], ...]:
        """Return (element, facet, topic) of all that can be asked in a topic and below it.

        In the order of the course: a topic's questions, links, dates, terms and distractors, what
        followed from its factors, and their themes.
        """
        return tuple(self._all(_BELOW + _CARDS, topic))

    def every_card(self) -> tuple[tuple[str, str, str], ...]:
        """Return the same of the whole course."""
        return tuple(self._all(_EVERYWHERE + _CARDS))

    def rows_in_order_of_meeting(self) -> "Iterator[tuple[Row, Kin]]":
        """Yield every card with its kin, in the order in which a student meets them."""
        from studyapp.domain.schedule.new_order import Ends, Row, in_order_of_meeting

        links = self._all("SELECT id, cause, consequence, passage FROM links ORDER BY rank")
        passages = self._all("SELECT id, passage FROM questions WHERE passage IS NOT NULL")
        rows = (Row(*row) for row in self.every_card())
        return in_order_of_meeting(rows, [Ends(*link) for link in links], dict(passages))

    def about_how_many_cards(self) -> int:
        """Return about how many cards there are, without looking at each."""
        counts = ("questions", "links", "factors", "factors", "distractors")
        query = " + ".join(f"(SELECT count(*) FROM {table})" for table in counts)
        return int(self._one(f"SELECT {query}")[0])

    @property
    def edition_of_cards(self) -> str:
        """What says that a pack gives the same cards as before: its digest, and how they are found.

        A newer program may find other cards in the same pack.
        """
        return f"{self.digest} {crc32(_CARDS.encode()):08x}"

    def themes_of_elements(self) -> dict[str, tuple[str, ...]]:
        """Return the themes of each question, link and factor that has any."""
        from studyapp.store.course_reader import strings

        rows = self._all(
            "SELECT id, themes FROM questions UNION ALL SELECT id, themes FROM links"
            " UNION ALL SELECT id, themes FROM factors"
        )
        return {id: strings(themes) for id, themes in rows if themes != "[]"}

    def kinds_of_questions(self) -> dict[str, str]:
        """Return the kind of every question."""
        from studyapp.store.card_texts import read_kinds

        with guarding(self.path):
            return read_kinds(self._connection)

    def card_texts(self) -> tuple[tuple[str, str, str], ...]:
        """Return (element, title, other words) of all that can be asked about."""
        from studyapp.store.card_texts import read_texts

        with guarding(self.path):
            return read_texts(self._connection)

    def cards_of_passage(self, passage: str) -> tuple[tuple[str, str, str], ...]:
        """Return (element, facet, topic) of what is asked that rests on a passage."""
        rows = self._all(
            f"SELECT id, facet, topic FROM {_FACETS} WHERE passage = ?1"
            " UNION ALL SELECT id, 'why', topic FROM links WHERE passage = ?1"
            " UNION ALL SELECT id, 'followed', topic FROM factors WHERE id IN"
            f" (SELECT cause FROM links WHERE passage = ?1 AND {_IS_SETTLED})",
            passage,
        )
        return tuple(rows)

    def factors_of_passage(self, passage: str) -> tuple[tuple[str, str, str], ...]:
        """Return (id, title, topic) of the factors whose links rest on a passage."""
        return tuple(
            self._all(
                "SELECT id, title, topic FROM factors WHERE id IN ("
                " SELECT cause FROM links WHERE passage = ?1"
                " UNION SELECT consequence FROM links WHERE passage = ?1) ORDER BY rank",
                passage,
            )
        )

    def focuses(self, topic: str) -> tuple[str, ...]:
        """Return the factors of a topic and below it that have links, best to ask about first.

        First those with both causes and consequences, then those with most links.
        """
        return tuple(row[0] for row in self._all(_FOCUSES, topic))

    def count_of_focuses(self) -> dict[str, int]:
        """Return how many factors of each topic have links."""
        query = f"SELECT topic, count(*) FROM factors WHERE {_HAS_LINKS} GROUP BY topic"
        return dict(self._all(query))

    def topic_of_focus(self, factor: str) -> str | None:
        """Return the topic of a factor that has links, or None if it is none."""
        rows = self._all(f"SELECT topic FROM factors WHERE id = ? AND {_HAS_LINKS}", factor)
        return rows[0][0] if rows else None

    def first_with_focus(self) -> str | None:
        """Return the first topic of the course that has a factor with a link, if any has."""
        rows = self._all(
            "SELECT topics.id FROM topics JOIN factors ON factors.topic = topics.id"
            " WHERE EXISTS (SELECT 1 FROM links WHERE factors.id IN (cause, consequence))"
            " ORDER BY topics.rank LIMIT 1"
        )
        return rows[0][0] if rows else None

    def topic(self, topic: str) -> TopicEntry | None:
        """Return one topic of the tree, or None if this edition has it no longer."""
        rows = self._all("SELECT id, parent, title, depth FROM topics WHERE id = ?", topic)
        return TopicEntry(*rows[0]) if rows else None

    def factors(self, ids: Sequence[str] | None = None) -> "dict[str, Factor]":
        """Return some factors by id, or all; ids that this edition does not know are left out.

        Their other wordings are left out too: only marking needs them, see `wordings`.
        """
        from studyapp.store.course_reader import read_factors

        with guarding(self.path):
            return {factor.id: factor for factor in read_factors(self._connection, ids)}

    def wordings(self, factors: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Return the other wordings of those of some factors that have any."""
        from studyapp.store.wordings import read_wordings

        with guarding(self.path):
            return read_wordings(self._connection, factors)

    def timeline(self, topic: str) -> tuple[tuple[str, str, str, str, str | None, int, int], ...]:
        """Return (id, topic, title, first theme, edtf, earliest, latest) of a topic's factors.

        And of those below it, in the order of the course; the first theme may be "".
        """
        return tuple(
            self._all(
                _BELOW + "SELECT id, topic, title, coalesce(json_extract(themes, '$[0]'), ''),"
                " edtf, earliest, latest FROM factors WHERE topic IN below ORDER BY rank",
                topic,
            )
        )

    def passage_of_factor(self, factor: str) -> str | None:
        """Return the first passage that a link of a factor rests on, in its own note if it can."""
        rows = self._all(
            "SELECT links.passage FROM links JOIN factors ON factors.id = ?1"
            " JOIN passages ON passages.id = links.passage"
            " WHERE ?1 IN (cause, consequence)"
            " ORDER BY passages.topic <> factors.topic, links.rank LIMIT 1",
            factor,
        )
        return rows[0][0] if rows else None

    def links(self, factor: str | None = None) -> "tuple[Link, ...]":
        """Return the links at one factor, or all."""
        from studyapp.store.course_reader import read_links

        with guarding(self.path):
            return read_links(self._connection, factor)

    def link(self, link: str) -> "Link | None":
        """Return one link, or None if this edition has it no longer."""
        from studyapp.store.course_reader import read_link

        with guarding(self.path):
            return read_link(self._connection, link)

    def distractors(self, factor: str | None = None) -> "tuple[Distractor, ...]":
        """Return the distractors at one factor, or all."""
        from studyapp.store.course_reader import read_distractors

        with guarding(self.path):
            return read_distractors(self._connection, factor)

    def distractor(self, distractor: str) -> "Distractor | None":
        """Return one distractor, or None if this edition has it no longer."""
        from studyapp.store.course_reader import read_distractor

        with guarding(self.path):
            return read_distractor(self._connection, distractor)

    def term(self, term: str) -> "GlossaryTerm | None":
        """Return one glossary term, or None if this edition has it no longer."""
        from studyapp.store.course_reader import read_terms

        with guarding(self.path):
            return next(iter(read_terms(self._connection, (term,))), None)

    def passage_of_term(self, term: str) -> str | None:
        """Return the passage in which a term is first named, if it is anywhere."""
        rows = self._all("SELECT passage FROM found WHERE kind = 'term' AND element = ?", term)
        return rows[0][0] if rows else None

    def question(self, question: str) -> "Question | None":
        """Return one question, or None if this edition has it no longer."""
        from studyapp.store.course_reader import read_questions

        with guarding(self.path):
            return next(iter(read_questions(self._connection, (question,))), None)

    def picture(self, name: str) -> bytes | None:
        """Return a picture's bytes, or None if there is no such picture."""
        rows = self._all("SELECT data FROM pictures WHERE id = ?", name)
        return rows[0][0] if rows else None

    def names(self) -> tuple[str, ...]:
        """Return the names of topics, terms and factors, with the other names of terms."""
        rows = self._all("SELECT title FROM found WHERE kind IN ('topic', 'term', 'factor')")
        others = (alias for term in self.terms() for alias in term.aliases)
        return (*(title for [title] in rows), *others)

    def search(self, typed: str, limit: int = 50, topics: Sequence[str] = ()) -> tuple[Hit, ...]:
        """Return what is found, best first, in some topics or in all."""
        from studyapp.store.search import search

        with guarding(self.path):
            return search(self._connection, typed, limit, topics)

    def _trail(self, parent: str | None) -> tuple[str, ...]:
        titles: list[str] = []
        while parent is not None and len(titles) < 32:
            title, parent = self._one("SELECT title, parent FROM topics WHERE id = ?", parent)
            titles.insert(0, title)
        return tuple(titles)
