"""The view of each kind of question. A new way of answering is one more class and one more row."""

from studyapp.ui.self_test.question_views.choice_view import ChoiceView, YesNoView
from studyapp.ui.self_test.question_views.essay_view import EssayView
from studyapp.ui.self_test.question_views.question_view import QuestionView
from studyapp.ui.self_test.question_views.typed_view import TypedView
from studyapp.ui.self_test.question_views.weighing_view import SourceView, StatementView

VIEWS: dict[str, type[QuestionView]] = {
    "choice": ChoiceView,
    "yes-no": YesNoView,
    "typed": TypedView,
    "date": TypedView,
    "essay": EssayView,
    "source": SourceView,
    "statement": StatementView,
}
