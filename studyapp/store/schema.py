"""The schema of a course pack. Its text is also the allow-list that `verify` holds a pack to.

Elements stand in the order of the course (`rank`) and are named by their full ids. What has
an inner shape of its own that no query looks into (blocks, key points, a question's content) is
JSON. The `facets` of a question are what a card each asks of it, parted by spaces.
"""

APPLICATION_ID = 0x53545059  # "STPY"
VERSION = 1
PAGE_SIZE = 4096

TABLES = {
    "meta": """CREATE TABLE meta (
  key TEXT PRIMARY KEY, value TEXT NOT NULL
) STRICT""",
    "themes": """CREATE TABLE themes (
  id TEXT PRIMARY KEY, rank INTEGER NOT NULL, name TEXT NOT NULL, hue TEXT NOT NULL,
  icon TEXT NOT NULL, about TEXT NOT NULL
) STRICT""",
    "accounts": """CREATE TABLE accounts (
  id TEXT PRIMARY KEY, rank INTEGER NOT NULL, name TEXT NOT NULL, about TEXT NOT NULL
) STRICT""",
    "topics": """CREATE TABLE topics (
  id TEXT PRIMARY KEY, rank INTEGER NOT NULL, parent TEXT, depth INTEGER NOT NULL,
  title TEXT NOT NULL, themes TEXT NOT NULL
) STRICT""",
    "notes": """CREATE TABLE notes (
  id TEXT PRIMARY KEY, html TEXT NOT NULL, blocks TEXT NOT NULL
) STRICT""",
    "passages": """CREATE TABLE passages (
  id TEXT PRIMARY KEY, topic TEXT NOT NULL, rank INTEGER NOT NULL, kind TEXT NOT NULL,
  level INTEGER NOT NULL, heading TEXT NOT NULL, text TEXT NOT NULL
) STRICT""",
    "factors": """CREATE TABLE factors (
  id TEXT PRIMARY KEY, rank INTEGER NOT NULL, topic TEXT NOT NULL, title TEXT NOT NULL,
  detail TEXT NOT NULL, edtf TEXT, earliest INTEGER, latest INTEGER, themes TEXT NOT NULL
) STRICT""",
    "links": """CREATE TABLE links (
  id TEXT PRIMARY KEY, rank INTEGER NOT NULL, topic TEXT NOT NULL, cause TEXT NOT NULL,
  consequence TEXT NOT NULL, because TEXT NOT NULL, duration TEXT NOT NULL,
  certainty TEXT NOT NULL, account TEXT NOT NULL, themes TEXT NOT NULL, points TEXT NOT NULL,
  passage TEXT
) STRICT""",
    "distractors": """CREATE TABLE distractors (
  id TEXT PRIMARY KEY, rank INTEGER NOT NULL, topic TEXT NOT NULL, cause TEXT NOT NULL,
  consequence TEXT NOT NULL, tempting TEXT NOT NULL, wrong TEXT NOT NULL
) STRICT""",
    "terms": """CREATE TABLE terms (
  id TEXT PRIMARY KEY, rank INTEGER NOT NULL, topic TEXT, name TEXT NOT NULL, kind TEXT NOT NULL,
  aliases TEXT NOT NULL, definition TEXT NOT NULL
) STRICT""",
    "questions": """CREATE TABLE questions (
  id TEXT PRIMARY KEY, rank INTEGER NOT NULL, topic TEXT NOT NULL, kind TEXT NOT NULL,
  prompt TEXT NOT NULL, content TEXT NOT NULL, facets TEXT NOT NULL, explanation TEXT NOT NULL,
  passage TEXT, themes TEXT NOT NULL
) STRICT""",
    "pictures": """CREATE TABLE pictures (
  id TEXT PRIMARY KEY, rank INTEGER NOT NULL, media_type TEXT NOT NULL, data BLOB NOT NULL
) STRICT""",
    "found": """CREATE TABLE found (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, element TEXT NOT NULL, topic TEXT NOT NULL,
  passage TEXT, title TEXT NOT NULL, text TEXT NOT NULL
) STRICT""",
}
INDEXES = {
    "passages_by_topic": "CREATE INDEX passages_by_topic ON passages (topic, rank)",
    "topics_by_parent": "CREATE INDEX topics_by_parent ON topics (parent)",
    "topics_by_rank": "CREATE INDEX topics_by_rank ON topics (rank)",
    "factors_by_topic": "CREATE INDEX factors_by_topic ON factors (topic, rank)",
    "links_by_topic": "CREATE INDEX links_by_topic ON links (topic, rank)",
    "links_by_cause": "CREATE INDEX links_by_cause ON links (cause)",
    "links_by_consequence": "CREATE INDEX links_by_consequence ON links (consequence)",
    "distractors_by_topic": "CREATE INDEX distractors_by_topic ON distractors (topic, rank)",
    "terms_found": "CREATE INDEX terms_found ON found (topic, id) WHERE kind = 'term'",
    "questions_by_topic": "CREATE INDEX questions_by_topic ON questions (topic, rank)",
}
SEARCH = "search"
SEARCH_TABLE = (
    "CREATE VIRTUAL TABLE search USING fts5"
    "(title, text, also, content='', tokenize='unicode61 remove_diacritics 0')"
)
# What FTS5 makes for itself; its definitions differ between SQLite versions, its names do not.
SHADOW_TABLES = ("search_config", "search_data", "search_docsize", "search_idx")

ALLOWED = {**TABLES, **INDEXES, SEARCH: SEARCH_TABLE}


def script() -> str:
    """Return the statements that make an empty pack."""
    pragmas = (
        f"PRAGMA page_size = {PAGE_SIZE}",
        "PRAGMA encoding = 'UTF-8'",
        f"PRAGMA application_id = {APPLICATION_ID}",
        f"PRAGMA user_version = {VERSION}",
        "PRAGMA auto_vacuum = NONE",
    )
    return ";\n".join((*pragmas, *ALLOWED.values())) + ";"
