"""Where stores lie and where their keys do: light, for the window asks before it is shown."""

import os
import sys
from pathlib import Path
from typing import Final

from kontaktpunkt.secrets.key_ring import system_key_ring
from kontaktpunkt.secrets.vault import KeptIn, Vault
from kontaktpunkt.storage.connection import STORE_FILE
from kontaktpunkt.usecases.failures import Unavailable

DEMO: Final = "demo"
REAL: Final = "verksamhet"


def data_root() -> Path:
    """Tell where this user's stores lie on this computer: local, never roaming."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", str(Path.home()))) / "Kontaktpunkt"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Kontaktpunkt"
    root = os.environ.get("XDG_DATA_HOME", "")
    return (Path(root) if root else Path.home() / ".local" / "share") / "kontaktpunkt"


def store_folder(folder: Path | None, *, demo: bool) -> Path:
    """Tell which folder a store lies in."""
    return folder if folder is not None else data_root() / (DEMO if demo else REAL)


def has_store(folder: Path) -> bool:
    """Tell whether there is a store in a folder."""
    return (folder / STORE_FILE).exists()


def vault_of(folder: Path) -> Vault:
    """Give the vault that keeps the key of the store in a folder."""
    return Vault(folder, system_key_ring)


def is_demo(folder: Path) -> bool:
    """Tell whether the store in a folder is a demo."""
    try:
        return vault_of(folder).kept_in() is KeptIn.DEMO
    except Unavailable:
        return False
