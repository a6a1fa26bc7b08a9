"""What a newcomer to the web is told."""

from studyapp.ui.board.introduction import Story
from studyapp.ui.web.wording import tr


def story_of_webs() -> Story:
    """Return what is told of a web of links."""
    return Story(
        tr("Introduction to the web"),
        (
            tr(
                "The cards of the topic wait in the tray. Drag one onto the ground above it, or "
                "reach it by arrow keys and press Enter."
            ),
            tr(
                "A link leads from cause to consequence: drag from the knob under a card to "
                "another card, or press Ctrl+X at the cause and Ctrl+V at the consequence. "
                "Then write why."
            ),
            tr(
                "“Check” marks each link and what you wrote, and says what is missing. Stuck? "
                "“Hint” gives a little more away each time. “Outline” has all of it as a list."
            ),
        ),
    )
