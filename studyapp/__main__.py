"""`python -m studyapp` does what the installed command `studyapp` does."""

import sys

from studyapp.cli import main

sys.exit(main(sys.argv[1:]))
