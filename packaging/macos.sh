#!/usr/bin/env bash
# macOS: StudyApp.app, zipped. Not proven yet: it has never run on a Mac. It is not signed.
set -eu
cd "$(dirname "$0")/.."

python3 scripts/setup_environment.py package
python=.venv/bin/python
QT_QPA_PLATFORM=offscreen $python scripts/draw_icons.py build/icons
$python -m PyInstaller --noconfirm --clean --log-level WARN \
    --workpath build/pyinstaller --distpath dist packaging/studyapp.spec
dist/StudyApp.app/Contents/MacOS/studyapp self-check --json
version=$($python -c 'import studyapp; print(studyapp.__version__)')
ditto -c -k --keepParent dist/StudyApp.app "dist/StudyApp-$version-macos.zip"
