"""What a screen reader is given to say."""

import pytest


def heard_from(monkeypatch: pytest.MonkeyPatch, *modules: str) -> list[str]:
    """Return a list that fills with what some modules of the window announce from now on."""
    heard: list[str] = []
    for module in modules:
        monkeypatch.setattr(
            f"studyapp.ui.{module}.announce", lambda _widget, text: heard.append(text)
        )
    return heard
