"""Giving the next hint at what is wrong on a board or a web, if a teacher's task allows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from studyapp.domain.boards.hints import Hint, HintStep
from studyapp.ui.announce import announce
from studyapp.ui.board.wording import tr
from studyapp.ui.refusing import Saying

if TYPE_CHECKING:
    from studyapp.ui.board.zones_panel import ZonesPanel
    from studyapp.ui.web.panel import WebPanel


def give_hint(panel: ZonesPanel | WebPanel, in_words: Callable[[Hint | None], str]) -> None:
    """Say where to look; asked again, what at, and then show the passage to read."""
    model = panel.model
    if not model.gives_hints:
        panel.refuse(tr("This task gives no hints."))
        return
    with Saying(model.refused.emit):
        hint = model.hint()
        words = in_words(hint)
        panel.footer.say(words)
        announce(panel, words)
        if hint and hint.step is HintStep.PASSAGE and hint.passage:
            panel.passage_requested.emit(hint.passage)
