"""The view of each kind of question. A new way of answering is one more class and one more row."""

from studyapp.ui.self_test.question_views.choice_view import ChoiceView, YesNoView
from studyapp.ui.self_test.question_views.essay_view import EssayView
from studyapp.ui.self_test.question_views.followed_view import FollowedView
from studyapp.ui.self_test.question_views.ordering_view import OrderingView
from studyapp.ui.self_test.question_views.placing_view import PlacingView
from studyapp.ui.self_test.question_views.question_view import QuestionView
from studyapp.ui.self_test.question_views.truth_view import TruthView
from studyapp.ui.self_test.question_views.typed_view import TypedView
from studyapp.ui.self_test.question_views.weighing_view import SourceView, StatementView

VIEWS: dict[str, type[QuestionView]] = {
    "choice": ChoiceView,
    "yes-no": YesNoView,
    "truth": TruthView,
    "typed": TypedView,
    "number": TypedView,
    "date": TypedView,
    "followed": FollowedView,
    "matching": PlacingView,
    "grouping": PlacingView,
    "ordering": OrderingView,
    "essay": EssayView,
    "source": SourceView,
    "statement": StatementView,
}
