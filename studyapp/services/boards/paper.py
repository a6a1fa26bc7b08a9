"""What of the open board or web goes on paper: its forms, and what all papers say."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import NamedTuple

from studyapp.domain.boards.marking import FindingKind
from studyapp.domain.boards.signs import SIGNS
from studyapp.domain.boards.ways import Way
from studyapp.domain.course import Factor
from studyapp.domain.messages import N_, Message, message
from studyapp.domain.pages import ThemeEntry
from studyapp.rendering.inks import SIGN_INKS, THEME_INKS
from studyapp.rendering.paper_board import PaperBoard, PaperMark, PaperTheme, PaperWords

# How a message becomes a text in the language of the reader.
Say = Callable[[Message], str]


class Form(StrEnum):
    """What is drawn of a board."""

    WORKSHEET = "worksheet"
    MINE = "mine"
    KEY = "key"


_FORMS = {
    Form.WORKSHEET: N_("Worksheet"),
    Form.MINE: N_("My board"),
    Form.KEY: N_("Key"),
}
_MY_WEB = N_("My web")
KEPT_BACK = N_("This task keeps its key back.")


class Origin(NamedTuple):
    """Whose board it is: the course's title and its licence."""

    title: str
    licence: str

    def __str__(self) -> str:
        """Return both in one line."""
        return " · ".join(text for text in self if text)


def form_name(form: Form, way: Way) -> Message:
    """Return what a form of a way's paper is called."""
    return message(_MY_WEB if way is Way.WEB and form is Form.MINE else _FORMS[form])


class Paper(ABC):
    """Makes papers of what is open, a board or a web."""

    def __init__(self, say: Say, origin: Origin) -> None:
        """Have texts in their language from `say`; `origin` stands at the foot."""
        self._say, self._origin = say, origin

    def make(self, form: Form) -> PaperBoard:
        """Return it in some form; BoardError if it has no key."""
        makers = {Form.WORKSHEET: self.worksheet, Form.MINE: self.mine, Form.KEY: self.key}
        return makers[form]()

    @abstractmethod
    def worksheet(self) -> PaperBoard:
        """Return it with nothing on it, to be filled in."""

    @abstractmethod
    def mine(self) -> PaperBoard:
        """Return it as it lies, with what was found of it if it was checked."""

    @abstractmethod
    def key(self) -> PaperBoard:
        """Return it as the course would lay it; BoardError if it has no key."""

    def why_no_key(self) -> str:
        """Return why there is no key to it, as a template, or ""."""
        return ""

    def _tr(self, template: str, /, **values: object) -> str:
        return self._say(message(template, **values))

    def _kind(self, form: Form, way: Way, name: str) -> str:
        """Return what stands small above the title."""
        return f"{self._say(form_name(form, way))} · {self._tr(name)}"

    def _words(self) -> PaperWords:
        # The numbers are put in when there are pages.
        page = self._tr(N_("Page {page} of {count}"), page="{page}", count="{count}")
        return PaperWords(str(self._origin), page, self._tr(N_("Nothing here")))

    def _mark(self, kind: FindingKind) -> PaperMark:
        """Return a mark as sign and word, in its ink."""
        sign = SIGNS[kind]
        return PaperMark(f"{sign.shape} {self._tr(sign.word)}", SIGN_INKS[sign.role])


def themes_of(factor: Factor, known: Mapping[str, ThemeEntry]) -> tuple[PaperTheme, ...]:
    """Return the themes of a factor that the course knows, with their inks."""
    themes = (known[name] for name in factor.themes if name in known)
    grey = THEME_INKS["grey"]
    return tuple(PaperTheme(each.name, THEME_INKS.get(each.hue, grey)) for each in themes)


def date_of(factor: Factor) -> str:
    """Return a factor's date in words, or ""."""
    return str(factor.date) if factor.date else ""
