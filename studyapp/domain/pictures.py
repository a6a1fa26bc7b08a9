"""What a picture may hold."""

import re

# Whoever draws an SVG opens any file that an <image> names.
_REFERENCE = re.compile(rb"href\s*=\s*[\"'](?!\s*(?:#|data:))", re.IGNORECASE)


def refers_outside(svg: bytes) -> bool:
    """Say whether an SVG refers to anything but its own parts."""
    return _REFERENCE.search(svg) is not None
