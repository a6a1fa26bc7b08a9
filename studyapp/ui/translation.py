"""The interface's language: Qt's translators, a pseudo-language for tests, and messages as text."""

from PySide6.QtCore import QCoreApplication, QTranslator

from studyapp.domain.messages import Message, say

MESSAGES = "messages"
PSEUDO = "pseudo"
_ACCENTED = str.maketrans("aeiouyAEIOUYcnsz", "áéíóúýÁÉÍÓÚÝçñšž")


class PseudoTranslator(QTranslator):
    """Translates everything to accented, longer text, so that what is not translated shows.

    Format fields such as `{count}` and mnemonics are left as they are.
    """

    def isEmpty(self) -> bool:
        """Say that there are translations; Qt leaves out translators without any."""
        return False

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        """Return `text` in brackets, with accents on its letters."""
        return pseudo(text)


def pseudo(text: str) -> str:
    """Return `text` in the pseudo-language; of nothing it is nothing."""
    if not text:
        return ""
    pieces = text.split("{")
    heads = [pieces[0].translate(_ACCENTED)]
    for piece in pieces[1:]:
        field, brace, rest = piece.partition("}")
        heads.append("{" + field + brace + rest.translate(_ACCENTED))
    return f"[{''.join(heads)}]"


def sentence(what: Message) -> str:
    """Return a message from below the interface in the interface's language."""
    return say(what, translated)


def translated(template: str) -> str:
    """Return a template from below the interface in the interface's language."""
    return QCoreApplication.translate(MESSAGES, template)


def install_language(application: QCoreApplication, code: str) -> None:
    """Show the interface in a language: only the pseudo-language needs a translator so far."""
    if code == PSEUDO:
        translator = PseudoTranslator(application)
        application.installTranslator(translator)
