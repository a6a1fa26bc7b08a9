"""Which Debian or Ubuntu packages StudyApp needs, and how they get there.

Run by itself it lists them. Standard library only, and old syntax: this runs before anything is
installed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import Mapping, NamedTuple, Sequence

QT_PACKAGES = (
    "libglib2.0-0",
    "libegl1",
    "libgl1",
    "libdbus-1-3",
    "libfontconfig1",
    "libxkbcommon0",
)
X11_PACKAGES = (
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libxkbcommon-x11-0",
)
WAYLAND_PACKAGES = ("libwayland-client0", "libwayland-cursor0", "libwayland-egl1")
FONT_PACKAGES = ("fonts-dejavu-core",)

INSTALL = ("apt-get", "install", "-y", "--no-install-recommends")


class SetupError(Exception):
    """What stands in the way, as a sentence for the person."""


class Machine(NamedTuple):
    """What decides whether system packages can be installed from here."""

    root: bool
    apt: bool


def this_machine() -> Machine:
    """Return what this process may do."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return Machine(root=is_root, apt=shutil.which("apt-get") is not None)


def qt_packages(environ: Mapping[str, str]) -> tuple[str, ...]:
    """Return the packages that Qt needs with the displays that `environ` names."""
    packages: tuple[str, ...] = QT_PACKAGES
    if environ.get("DISPLAY"):
        packages += X11_PACKAGES
    if environ.get("WAYLAND_DISPLAY"):
        packages += WAYLAND_PACKAGES
    return packages


def command_by_hand(packages: Sequence[str]) -> str:
    """Return what a person types to install the packages."""
    return "sudo apt-get update && sudo " + " ".join((*INSTALL, *packages))


def refusal(reason: str, packages: Sequence[str], machine: Machine) -> str | None:
    """Return why the packages cannot be installed from here, or None where they can."""
    if not machine.apt:
        wanted = " ".join(packages)
        return (
            f"{reason} Install it with this system's package manager and run the command again "
            f"(on Debian and Ubuntu it comes with: {wanted})."
        )
    if not machine.root:
        return f"{reason} Run this, then the same command again:\n  {command_by_hand(packages)}"
    return None


def install(reason: str, packages: Sequence[str], machine: Machine) -> None:
    """Say what will be installed and install it; SetupError where that cannot be done."""
    refused = refusal(reason, packages, machine)
    if refused:
        raise SetupError(refused)
    print(f"{reason} Installing with apt-get: {' '.join(packages)}", flush=True)
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "DEBCONF_NOWARNINGS": "yes"}
    # dpkg tells every step on the way; what goes wrong it says on the error output.
    steps = None if sys.stdout.isatty() else subprocess.DEVNULL
    # A failed update is no failure yet: the packages may be at hand.
    subprocess.run(("apt-get", "update", "-qq"), env=environ, check=False)
    done = subprocess.run((*INSTALL, "-qq", *packages), env=environ, stdout=steps, check=False)
    if done.returncode:
        raise SetupError(
            f"apt-get could not install {' '.join(packages)}; what it says stands above."
        )


if __name__ == "__main__":
    # For those who install packages by other means than our set-up.
    print(*QT_PACKAGES, *X11_PACKAGES, *FONT_PACKAGES)
