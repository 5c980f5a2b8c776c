"""A store lies on the computer's own disk: elsewhere saved work could be lost."""

from pathlib import Path

import pytest

from kontaktpunkt.storage.place import is_remote_on_windows, refuse_unsafe_place, type_of_disk

_MOUNTS = """\
22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
30 22 0:25 / /export/anna/H rw - cifs //server/anna rw
31 22 0:26 / /srv/with\\040blank rw - nfs4 server:/x rw
32 22 0:27 / /export/anna rw - ext4 /dev/vdb rw
33 22 0:28 / /mnt rw - nfs server:/mnt rw
34 22 0:29 / /mnt rw - ext4 /dev/vdc rw
broken line
"""


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("/var/lib/kontaktpunkt", "ext4"),
        ("/export/anna/H/kontaktpunkt", "cifs"),
        ("/export/anna/Hemma", "ext4"),
        ("/srv/with blank/store", "nfs4"),
        ("/mnt/store", "ext4"),
    ],
)
def test_the_kind_of_disk_is_that_of_the_nearest_mount(place: str, kind: str) -> None:
    """A share mounted inside the home folder is told from the home folder."""
    assert type_of_disk(Path(place), _MOUNTS) == kind


@pytest.mark.parametrize(
    ("place", "remote"),
    [
        ("C:\\Users\\anna\\AppData\\Local\\Kontaktpunkt", False),
        ("C:\\Users\\anna\\AppData\\Roaming\\Kontaktpunkt", True),
        ("c:/users/ANNA/appdata/roaming", True),
        ("C:\\Users\\anna\\AppData\\RoamingElsewhere", False),
        ("\\\\server\\share\\Kontaktpunkt", True),
        ("\\\\?\\UNC\\server\\share", True),
        ("\\\\?\\C:\\Data", False),
    ],
)
def test_shares_and_the_roaming_profile_are_known_on_windows(place: str, remote: bool) -> None:  # noqa: FBT001  a table's column
    """A store in a profile that follows the user about would be overwritten at log-out."""
    assert is_remote_on_windows(place, "C:\\Users\\anna\\AppData\\Roaming") is remote


def test_without_a_roaming_profile_only_shares_are_refused() -> None:
    """A missing setting does not forbid every place."""
    assert not is_remote_on_windows("C:\\Data", "")


def test_an_ordinary_folder_is_accepted(tmp_path: Path) -> None:
    """The tests' own folder is as good as any, even before it exists."""
    refuse_unsafe_place(tmp_path / "not" / "yet")
    assert not (tmp_path / "not").exists()
