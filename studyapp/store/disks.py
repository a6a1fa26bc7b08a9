"""Whether a folder lies on another machine, where SQLite's write-ahead log must not be used."""

import sys
from pathlib import Path, PureWindowsPath

_NETWORK = frozenset(
    "nfs nfs4 cifs smb3 smbfs ncpfs afs 9p ceph lustre glusterfs davfs fuse.sshfs fuse.davfs2 "
    "fuse.glusterfs fuse.rclone".split()
)


def on_network(folder: Path) -> bool:
    """Say whether a folder is known to lie on a network disk; what cannot be told is local."""
    if sys.platform == "win32":
        return PureWindowsPath(folder).drive.startswith("\\\\")
    mounts = Path("/proc/self/mounts")
    return mounts.exists() and kind_of_disk(mounts.read_text(), folder.resolve()) in _NETWORK


def kind_of_disk(mounts: str, folder: Path) -> str:
    """Return the file system of a folder, from the text of /proc/self/mounts."""
    kind, longest = "", -1
    for line in mounts.splitlines():
        _, place, found, *_ = line.split(" ")
        # The kernel writes spaces in names as octal.
        mounted = Path(place.replace("\\040", " "))
        # Of two at one place the later one covers the other, as NFS does its automounter.
        if folder.is_relative_to(mounted) and len(mounted.parts) >= longest:
            kind, longest = found, len(mounted.parts)
    return kind
