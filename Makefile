# One word for each thing one does here; `make help` lists them.

# The newest Python that answers, or the one named: make run PYTHON=python3.12
# (It is asked, since pyenv leaves commands for versions that do not run.)
PYTHON ?= $(shell for name in python3.14 python3.13 python3.12 python3.11; do \
	$$name -c "" 2>/dev/null && { echo $$name; exit; }; done; echo python3)
VENV_PYTHON := .venv/bin/python
BIN := .venv/bin
# A file of bench/ that prints a report is a measurement; the others are what is measured.
BENCHES = $(basename $(notdir $(shell grep -l '^from bench.measuring import.*report' bench/*.py)))
COURSE := resources/courses/sino-soviet

CHECKS = failed=; \
	$(BIN)/ruff check --quiet . || failed="$$failed style"; \
	$(BIN)/ruff format --quiet --check . || failed="$$failed layout"; \
	$(BIN)/mypy || failed="$$failed types"; \
	$(BIN)/lint-imports --no-logo || failed="$$failed layers"

.PHONY: help run test lint format torture bench course pictures package check-package lock \
	clean environment

help: ## list these words
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

run: ## set up what is missing and open the window
	@$(PYTHON) scripts/start.py

# All checks run, whatever the first ones find; the tests come last and have the last word.
test: environment ## every check: style, types, layers, tests
	@$(CHECKS); [ -z "$$failed" ] || echo "Not right, see above:$$failed. The tests follow."; \
	$(VENV_PYTHON) -m pytest -q -n auto && [ -z "$$failed" ]

lint: environment ## style, types and layers only
	@$(CHECKS); [ -z "$$failed" ] || { echo "Not right, see above:$$failed"; exit 1; }

format: environment ## put the code into the one layout
	@$(BIN)/ruff check --quiet --fix . ; $(BIN)/ruff format .

torture: environment ## the tests with their long random runs
	@STUDYAPP_TORTURE=1 $(VENV_PYTHON) -m pytest -q -n auto -o faulthandler_timeout=0

bench: environment ## measure against peers and the floor
	@failed=; for name in $(BENCHES); do \
		echo "== $$name"; $(VENV_PYTHON) -m bench.$$name || failed="$$failed $$name"; \
	done; [ -z "$$failed" ] || { echo "Aims missed:$$failed"; exit 1; }

course: environment ## build the course that ships, whatever its age
	@$(VENV_PYTHON) -m studyapp build $(COURSE) data/notes.db

pictures: environment ## draw the pictures of guide and course, and list the shortcuts
	@$(VENV_PYTHON) -m scripts.make_pictures
	@$(VENV_PYTHON) -m scripts.make_course_pictures
	@$(VENV_PYTHON) -m scripts.make_shortcuts

package: ## make the program and its .deb in dist/
	@$(PYTHON) scripts/setup_environment.py package
	@packaging/linux.sh

check-package: ## as root: install the .deb on a clean Debian and run it there
	@packaging/check_linux.sh

lock: environment ## pin the dependencies anew, within the ranges of pyproject.toml
	@scripts/lock.sh

clean: ## remove what was built; .venv stays
	@rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	@find studyapp tests scripts bench packaging -name __pycache__ -type d -prune \
		-exec rm -rf {} + 2>/dev/null || true

environment:
	@$(PYTHON) scripts/setup_environment.py test
