"""What followed from something: typed, and told consequence by consequence."""

from __future__ import annotations

from studyapp.domain.kinds.followed import Followed
from studyapp.services.study.turn import Marked
from studyapp.ui.self_test.question_views.typed_view import TypedView


class FollowedView(TypedView):
    """A field to type in; after it, each consequence with why it followed."""

    content: Followed

    def show_marked(self, marked: Marked) -> None:
        """Mark the consequences, then tell the reason of each, with the way to its passage."""
        super().show_marked(marked)
        for point, reason in zip(self.content.points, self.content.reasons, strict=True):
            words = self.tr("{consequence}: because {reason}")
            told = words.format(consequence=point.text, reason=reason.because)
            self.rows.addWidget(self.with_way(told, reason.passage))
