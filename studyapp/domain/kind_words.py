"""What a person calls each kind of card; its own word stands behind `kind:` in a search."""

from studyapp.domain.messages import N_

KIND_WORDS = {
    "choice": N_("Options"),
    "truth": N_("True or false"),
    "typed": N_("In words"),
    "number": N_("Number"),
    "matching": N_("Pairs"),
    "ordering": N_("Order"),
    "grouping": N_("Groups"),
    "essay": N_("Essay"),
    "source": N_("Source"),
    "statement": N_("Statement"),
    "gap": N_("Gap"),
    "cloze": N_("Gap"),
    "why": N_("Why"),
    "followed": N_("Effect"),
    "theme": N_("Theme"),
    "date": N_("Date"),
    "meaning": N_("Term"),
    "does": N_("Trap"),
    "rank": N_("Ranking"),
}


def kind_word(kind: str) -> str:
    """Return the word for a kind as a template; of one that has none, its own."""
    return KIND_WORDS.get(kind, kind.capitalize())
