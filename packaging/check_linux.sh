#!/usr/bin/env bash
# Installs the .deb on a clean Debian 12 without Python and runs it there. Needs root and
# debootstrap. DEBIAN_MIRROR names another mirror than debootstrap's own.
set -eu
cd "$(dirname "$0")/.."

[ "$(id -u)" = 0 ] || { echo "This needs root: sudo make check-package" >&2; exit 1; }
command -v debootstrap >/dev/null ||
    { echo "debootstrap is needed: apt-get install debootstrap" >&2; exit 1; }
deb=$(ls -t dist/studyapp_*.deb 2>/dev/null | head -n 1)
[ -n "$deb" ] || { echo "There is no .deb in dist: make package" >&2; exit 1; }

clean=build/clean-debian
root=build/check-root
inside() {
    chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/home/pupil LANG=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive DEBCONF_NOWARNINGS=yes "$@"
}
leave() {
    if mountpoint -q "$root/proc"; then umount "$root/proc"; fi
}
trap leave EXIT

if [ ! -e "$clean/.complete" ]; then
    echo "Making a clean Debian 12 in $clean"
    rm -rf "$clean"
    mkdir -p build
    debootstrap --variant=minbase bookworm "$clean" ${DEBIAN_MIRROR:+"$DEBIAN_MIRROR"} >/dev/null
    touch "$clean/.complete"
fi
leave
rm -rf --one-file-system "$root"
cp -a "$clean" "$root"
mount -t proc proc "$root/proc"
cp /etc/resolv.conf "$root/etc/resolv.conf"
cp "$deb" "$root/tmp/studyapp.deb"

echo "Installing $deb there"
inside apt-get update -qq
inside apt-get install -y -qq -o Dpkg::Use-Pty=0 --no-install-recommends /tmp/studyapp.deb >/dev/null
inside useradd --create-home pupil
if inside sh -c 'command -v python3'; then
    echo "This Debian has a Python, so it proves nothing." >&2
    exit 1
fi

echo "Looking for libraries that nothing provides"
# PySide6 and Qt find their own by the folder that the program adds to the search.
missing=$(inside sh -c 'cd /usr/lib/studyapp/_internal
    export LD_LIBRARY_PATH=$PWD:$PWD/PySide6/Qt/lib:$PWD/PySide6:$PWD/shiboken6
    find . -name "*.so*" -type f -exec ldd {} + 2>/dev/null | grep "not found" | sort -u' || true)
[ -z "$missing" ] || { echo "$missing" >&2; exit 1; }

echo "Running it offscreen, as a person without rights"
# shellcheck disable=SC2016  # expanded by the shell inside
as_pupil() { inside su pupil --preserve-environment -c "cd && $1"; }
as_pupil 'QT_QPA_PLATFORM=offscreen studyapp self-check --json' >build/self-check.json
python3 - build/self-check.json <<'PYTHON'
import json, sys
with open(sys.argv[1], encoding="utf-8") as file:
    found = json.load(file)
print(json.dumps(found, ensure_ascii=False))
sys.exit(0 if found["ok"] is True and found["topics"] > 0 else "The self-check found a fault.")
PYTHON

echo "Building, checking, searching and drawing with it"
course=/usr/lib/studyapp/_internal/resources/courses/sino-soviet
as_pupil "studyapp check $course && studyapp build $course built.studypack"
as_pupil 'studyapp search Yalta' | head -n 3
as_pupil 'QT_QPA_PLATFORM=offscreen studyapp screenshot window.png --panel window --scheme light \
    --size 1366x768'
cp "$root/home/pupil/window.png" build/package-window.png

echo "Opening the window under a virtual X display"
inside apt-get install -y -qq -o Dpkg::Use-Pty=0 --no-install-recommends xvfb xauth >/dev/null
status=0
as_pupil 'xvfb-run -a timeout 6 studyapp' || status=$?
[ "$status" = 124 ] || { echo "The window closed by itself, with status $status." >&2; exit 1; }
echo "The package works on a clean Debian 12."
