"""How wide words are, fast enough for ten thousand of them."""

from PySide6.QtGui import QFont, QFontMetricsF

# What the letters of a line may take together beyond what each takes alone.
_SLACK = 2.0


class Letters:
    """The letters of one type, each measured once: Qt takes long for whole words."""

    def __init__(self, font: QFont) -> None:
        """Measure letters of this font."""
        self._known = _Measured(QFontMetricsF(font))

    def width(self, words: str) -> float:
        """Return about how many pixels words take: not less, but for a letter that joins others."""
        return sum(map(self._known.__getitem__, words)) + _SLACK


class _Measured(dict[str, float]):
    """The width of each letter, measured when it is first met."""

    def __init__(self, metrics: QFontMetricsF) -> None:
        super().__init__()
        self._metrics = metrics

    def __missing__(self, letter: str) -> float:
        self[letter] = self._metrics.horizontalAdvance(letter)
        return self[letter]
