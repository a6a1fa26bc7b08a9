"""Finds what a board is to be about by the title or id that someone typed."""

from collections.abc import Mapping

from studyapp.domain.boards.ways import OF_TOPICS, Way
from studyapp.domain.messages import N_
from studyapp.domain.spelling import near_titles
from studyapp.domain.text import fold
from studyapp.errors import ExportError
from studyapp.store.pack import Pack


def found(pack: Pack, wanted: str, way: Way) -> str:
    """Return the id of the topic or factor with a title or id; ExportError if it is not one."""
    topics = {topic.id: topic.title for topic in pack.topics()}
    factors = {factor.id: factor.title for factor in pack.factors().values()}
    titles, others = (topics, factors) if way in OF_TOPICS else (factors, topics)
    ids = _named(titles, wanted)
    if len(ids) == 1:
        return ids[0]
    if ids:
        raise ExportError(
            N_("“{title}” is there more than once; name one by its id: {ids}."),
            title=wanted,
            ids=", ".join(ids),
        )
    for other in _named(others, wanted)[:1]:
        if way in OF_TOPICS:
            raise _is_factor(others[other], topics[pack.factors([other])[other].topic])
        raise _is_topic(others[other], [factors[each] for each in pack.focuses(other)[:1]])
    raise _unknown(wanted, near_titles(wanted, titles.values()), way)


def _named(titles: Mapping[str, str], wanted: str) -> list[str]:
    if wanted in titles:
        return [wanted]
    return [name for name, title in titles.items() if fold(title) == fold(wanted)]


def _is_factor(title: str, topic: str) -> ExportError:
    return ExportError(
        N_("“{title}” is a factor; this way of working is about a topic, such as “{topic}”."),
        title=title,
        topic=topic,
    )


def _is_topic(title: str, factors: list[str]) -> ExportError:
    if not factors:
        return ExportError(
            N_("“{title}” is a topic; this way of working is about a factor."), title=title
        )
    return ExportError(
        N_("“{title}” is a topic; this way of working is about a factor, such as “{factor}”."),
        title=title,
        factor=factors[0],
    )


def _unknown(wanted: str, near: tuple[str, ...], way: Way) -> ExportError:
    of_topics = way in OF_TOPICS
    if near:
        return ExportError(
            N_("The course has no topic “{title}”. Did you mean {near}?")
            if of_topics
            else N_("The course has no factor “{title}”. Did you mean {near}?"),
            title=wanted,
            near=", ".join(f"“{title}”" for title in near),
        )
    return ExportError(
        N_("The course has no topic “{title}”.")
        if of_topics
        else N_("The course has no factor “{title}”."),
        title=wanted,
    )
