"""Finding a card among many: by what someone types of its title, and by its place in time."""

from studyapp.domain.aliases import NO_ALIASES, Aliases
from studyapp.domain.course import Factor
from studyapp.domain.dates import likely_start
from studyapp.domain.text import fold, words


def is_sought(typed: str, title: str, aliases: Aliases = NO_ALIASES) -> bool:
    """Say whether each typed word begins a word of the title, or is another name of what it names.

    Case and accents do not matter. Nothing typed finds everything.
    """
    said, wanted = words(title), words(typed)
    named = {name.sign for name in aliases.found(said)}
    for name in reversed([*aliases.found(wanted)]):
        if name.sign in named:
            del wanted[name.start : name.end]
    return all(any(word.startswith(each) for word in said) for each in wanted)


def time_of(factor: Factor) -> tuple[bool, int, int, str]:
    """Return what orders factors by likely beginning, then those without a date by title."""
    start, end = (likely_start(factor.date), factor.date.latest) if factor.date else (0, 0)
    return factor.date is None, start, end, fold(factor.title)
