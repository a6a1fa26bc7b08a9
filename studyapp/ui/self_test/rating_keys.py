"""The keys 1–4, by which an answer is rated and told how sure one is of it."""

# What the same keys type on a French keyboard without Shift comes after them.
RATING_KEYS = {"1": 1, "2": 2, "3": 3, "4": 4, "&": 1, "é": 2, '"': 3, "'": 4}
