"""Start StudyApp from its source folder: python main.py."""

import sys

if __name__ == "__main__":
    try:
        from studyapp.app import main
    except ModuleNotFoundError as missing:
        sys.exit(str(missing))
    sys.exit(main(sys.argv))
