"""Start StudyApp from its source folder: python main.py."""

import gc
import sys


def main() -> int:
    """Open the window; where something it needs is missing, say what to run."""
    if sys.version_info < (3, 11):
        return not_ready("Python 3.11 or newer is needed")
    # What is made while starting stays: looking for garbage in it takes 10 ms and finds none.
    gc.disable()
    try:
        from studyapp.app import main as open_window
    except ImportError as problem:
        if (problem.name or "").startswith("studyapp"):
            raise
        return not_ready(str(problem))
    return open_window(sys.argv)


def not_ready(problem: str) -> int:
    """Name the one command that sets up what is missing and starts the window."""
    command = r"py scripts\start.py" if sys.platform == "win32" else "make run"
    print(f"StudyApp is not set up here ({problem}): run `{command}`.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
