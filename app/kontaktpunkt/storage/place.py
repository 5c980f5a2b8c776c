"""Says whether a folder can hold a store: on this computer's own disk, not carried by a profile."""

import os
import sys
from pathlib import Path
from typing import Final

from kontaktpunkt.usecases.failures import Obstacle, Unavailable

# SQLite's write-ahead log needs shared memory, which none of these give two computers:
# https://www.sqlite.org/wal.html section 1.
_NETWORK_TYPES: Final = frozenset(
    {
        "9p", "afs", "ceph", "cifs", "coda", "davfs", "fuse.davfs", "fuse.glusterfs", "fuse.sshfs",
        "fuse.rclone", "fuse.s3fs", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "smb2", "smb3",
        "smbfs", "vboxsf",
    }
)  # fmt: skip
_MOUNTS: Final = Path("/proc/self/mountinfo")
_REMOTE_DRIVE: Final = 4


def refuse_unsafe_place(folder: Path) -> None:
    """Raise Unavailable(NETWORK_PATH) for a network path or a roaming profile."""
    place = folder.absolute()
    if sys.platform == "win32":
        unsafe = is_remote_on_windows(
            str(place), os.environ.get("APPDATA", "")
        ) or _is_remote_drive(place)
    else:
        unsafe = (
            _MOUNTS.exists()
            and type_of_disk(place.resolve(), _MOUNTS.read_text()) in _NETWORK_TYPES
        )
    if unsafe:
        raise Unavailable(Obstacle.NETWORK_PATH)


def is_remote_on_windows(place: str, roaming: str) -> bool:
    """Say whether a Windows path is a share (UNC) or lies in the roaming profile `roaming`."""
    path, profile = place.replace("/", "\\").casefold(), roaming.replace("/", "\\").casefold()
    if path.startswith("\\\\") and not path.startswith("\\\\?\\"):
        return True
    if path.startswith("\\\\?\\unc\\"):
        return True
    return bool(profile) and (path + "\\").startswith(profile.rstrip("\\") + "\\")


def type_of_disk(place: Path, mounts: str) -> str:
    """Give the file system's type of a place, from Linux's mountinfo ('' when not found)."""
    best, found = -1, ""
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields, types = before.split(), after.split()
        if len(fields) < 5 or not types:  # noqa: PLR2004  proc(5): the fifth field is the mount point
            continue
        point = Path(fields[4].encode().decode("unicode_escape"))
        # `>=`: a later mount on the same point hides the earlier one.
        if place.is_relative_to(point) and len(point.parts) >= best:
            best, found = len(point.parts), types[0]
    return found


def _is_remote_drive(place: Path) -> bool:
    """Ask Windows whether the drive letter stands for a share."""
    if sys.platform != "win32":
        return False
    import ctypes  # noqa: PLC0415  only Windows has windll

    return ctypes.windll.kernel32.GetDriveTypeW(place.anchor) == _REMOTE_DRIVE
