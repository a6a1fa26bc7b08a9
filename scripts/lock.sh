#!/usr/bin/env bash
# Writes requirements/*.txt: every dependency of pyproject.toml pinned, with the hashes of its
# files for every system and Python that we support. The three agree with one another.
set -eu
cd "$(dirname "$0")/.."

# uv is needed for this alone, so it stands in no lock.
uv=$(command -v uv || echo .venv/bin/uv)
[ -x "$uv" ] || .venv/bin/python -m pip install --quiet uv

lock() {
    "$uv" pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --no-annotate \
        --custom-compile-command "make lock" pyproject.toml "$@"
}

lock --output-file requirements/run.txt
lock --group dev --constraint requirements/run.txt --output-file requirements/dev.txt
lock --group package --constraint requirements/run.txt --output-file requirements/package.txt
