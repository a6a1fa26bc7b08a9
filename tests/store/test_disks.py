"""Which disks are on the network, as Linux tells."""

from pathlib import Path

import pytest

from studyapp.store.disks import kind_of_disk

MOUNTS = """\
/dev/sda1 / ext4 rw,relatime 0 0
tmpfs /home tmpfs rw 0 0
server:/export /home/school\\040lab nfs4 rw,vers=4.2 0 0
//server/share /mnt/share cifs rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/etc", "ext4"),
        ("/home/anna", "tmpfs"),
        ("/home/school lab/anna", "nfs4"),
        ("/home/school", "tmpfs"),
        ("/mnt/share", "cifs"),
    ],
)
def test_a_folder_lies_on_the_disk_that_is_mounted_nearest_above_it(folder: str, kind: str) -> None:
    assert kind_of_disk(MOUNTS, Path(folder)) == kind
