"""Lengths of time in words: when a card comes back."""

from functools import lru_cache

from studyapp.domain.messages import N_, Message, message
from studyapp.domain.schedule.memory import DAY_MS

MINUTE_MS = 60_000


@lru_cache(maxsize=64)
def interval_in_words(length_ms: int) -> Message:
    """Return a length of time in the one unit that says it best."""
    minutes = max(1, round(length_ms / MINUTE_MS))
    days = round(length_ms / DAY_MS)
    if minutes < 60:
        return message(N_("{count} min"), count=minutes)
    if minutes < 24 * 60:
        return message(N_("{count} h"), count=round(minutes / 60))
    if days == 1:
        return message(N_("1 day"))
    if days < 31:
        return message(N_("{count} days"), count=days)
    if days < 365:
        return message(N_("{count} months"), count=f"{days / 30.44:.1f}")
    return message(N_("{count} years"), count=f"{days / 365.25:.1f}")
