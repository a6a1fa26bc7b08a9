"""Commands that look: search a pack, take a picture of the window, check that it works."""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from studyapp import paths

if TYPE_CHECKING:
    from studyapp.domain.pages import Hit
    from studyapp.store.pack import Pack

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

PANELS = ("window", "topics", "note", "board", "self-test", "timeline", "progress", "cards")


def add_commands(commands: Commands) -> None:
    """Add `search`, `screenshot` and `self-check`."""
    _add_search(commands)
    _add_screenshot(commands)
    _add_self_check(commands)


def _add_search(commands: Commands) -> None:
    command = commands.add_parser(
        "search", help="search a course", description="Print what is found, best first."
    )
    command.add_argument("words", nargs="+", metavar="WORDS", help="anything; no special syntax")
    command.add_argument("--pack", type=Path, metavar="FILE", help="a course file (default: ours)")
    command.add_argument("--limit", type=_limit, default=20, metavar="N", help="at most N (20)")
    command.set_defaults(run=_search)


def _add_screenshot(commands: Commands) -> None:
    command = commands.add_parser(
        "screenshot", help="write a picture of the window", description="Write a PNG of a panel."
    )
    command.add_argument("file", type=Path, metavar="FILE", help="the PNG to write")
    command.add_argument("--panel", default="window", choices=PANELS, help="which panel (window)")
    command.add_argument("--scheme", default="light", choices=("light", "dark"), help="colours")
    command.add_argument(
        "--size", type=_size, default=(1366, 768), metavar="WxH", help="the window's (1366x768)"
    )
    command.set_defaults(run=_screenshot)


def _add_self_check(commands: Commands) -> None:
    command = commands.add_parser(
        "self-check",
        help="open the window, search, and say what was found",
        description="Exit status 0 if everything that should be there is.",
    )
    command.add_argument("--json", action="store_true", help="as one line of JSON")
    command.set_defaults(run=_self_check)


def _search(options: argparse.Namespace) -> int:
    from studyapp.services.reading import Reader
    from studyapp.store.pack import open_pack

    pack = open_pack(options.pack or paths.shipped_pack())
    typed = " ".join(options.words)
    try:
        lines = [_line(hit, pack) for hit in pack.search(typed, options.limit)]
        meant = "" if lines else Reader(pack).suggestion(typed)
    finally:
        pack.close()
    nothing = f"Nothing found. Did you mean “{meant}”?" if meant else "Nothing found."
    print("\n".join(lines) or nothing)
    return 0


def _line(hit: Hit, pack: Pack) -> str:
    """Return a hit with the topic it is in, if its title does not say so, and its text below."""
    topic = _topic(hit, pack)
    where = f" ({topic})" if topic not in ("", hit.title) else ""
    text = "".join(piece for piece, _ in hit.snippet)
    return f"{hit.kind}: {hit.title}{where}\n    {text}"


def _topic(hit: Hit, pack: Pack) -> str:
    # The index has to file a term of the whole course under some topic.
    shared = (term.id for term in pack.terms() if term.topic is None)
    if hit.kind == "term" and hit.element in shared:
        return ""
    topic = pack.topic(hit.topic)
    return topic.title if topic else ""


def _screenshot(options: argparse.Namespace) -> int:
    from studyapp.inspection import screenshot

    screenshot(options.file, options.panel, options.scheme, options.size)
    return 0


def _self_check(options: argparse.Namespace) -> int:
    from studyapp.inspection import self_check

    found = self_check()
    if options.json:
        print(json.dumps(found, ensure_ascii=False))
    else:
        for name, value in found.items():
            print(f"{name}: {value}")
    return 0 if found["ok"] else 1


def _limit(text: str) -> int:
    if not re.fullmatch(r"\d{1,9}", text) or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number from 1 up")
    return int(text)


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{3,5})x(\d{3,5})", text)
    if not found:
        raise argparse.ArgumentTypeError(f"“{text}” is not a size such as 1366x768")
    return int(found[1]), int(found[2])
