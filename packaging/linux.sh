#!/usr/bin/env bash
# Linux: the program as a folder (dist/studyapp), a .tar.gz of it and a .deb.
# `make package` calls this once the environment is there.
set -eu
cd "$(dirname "$0")/.."
python=.venv/bin/python

for tool in objdump:binutils strip:binutils dpkg-deb:dpkg; do
    command -v "${tool%:*}" >/dev/null ||
        { echo "${tool%:*} is needed: sudo apt-get install ${tool#*:}" >&2; exit 1; }
done

version=$($python -c 'import studyapp; print(studyapp.__version__)')
architecture=$(dpkg --print-architecture)
# The same commit makes the same files.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || date +%s)
export SOURCE_DATE_EPOCH PYTHONHASHSEED=0

QT_QPA_PLATFORM=offscreen $python scripts/draw_icons.py build/icons
$python -m PyInstaller --noconfirm --clean --log-level WARN \
    --workpath build/pyinstaller --distpath dist packaging/studyapp.spec

# Some Pythons and wheels come with debugging symbols; Qt's come without.
find dist/studyapp -name '*.so*' -type f -not -path '*/PySide6/*' -not -path '*/shiboken6/*' \
    -exec strip --strip-unneeded {} +

tree=build/deb
rm -rf "$tree"
mkdir -p "$tree/DEBIAN" "$tree/usr/bin" "$tree/usr/lib" "$tree/usr/share/applications" \
    "$tree/usr/share/doc/studyapp" "$tree/usr/share/icons/hicolor/scalable/apps"
cp -a dist/studyapp "$tree/usr/lib/studyapp"
ln -s ../lib/studyapp/studyapp "$tree/usr/bin/studyapp"
cp packaging/studyapp.desktop "$tree/usr/share/applications/"
cp packaging/debian-copyright "$tree/usr/share/doc/studyapp/copyright"
cp resources/icons/studyapp.svg "$tree/usr/share/icons/hicolor/scalable/apps/"
for size in 16 32 48 64 128 256 512; do
    folder=$tree/usr/share/icons/hicolor/${size}x$size/apps
    mkdir -p "$folder"
    cp "build/icons/studyapp-$size.png" "$folder/studyapp.png"
done
chmod -R u=rwX,go=rX "$tree"
sed -e "s/@VERSION@/$version/" -e "s/@ARCHITECTURE@/$architecture/" \
    -e "s/@SIZE@/$(du -sk "$tree/usr" | cut -f1)/" packaging/debian-control >"$tree/DEBIAN/control"

deb=dist/studyapp_${version}_$architecture.deb
dpkg-deb --root-owner-group --build "$tree" "$deb" >/dev/null
archive=dist/studyapp-$version-linux-$architecture.tar.gz
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" \
    -C dist -czf "$archive" studyapp
du -sh dist/studyapp "$deb" "$archive"
