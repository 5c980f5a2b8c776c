"""The failure that comes from outside: not available now, and nothing is lost by it."""

from enum import StrEnum


class Obstacle(StrEnum):
    """What in the outside world stands in the way."""

    DISK_FULL = "disk_full"
    DISK_FAILS = "disk_fails"
    IN_USE = "in_use"
    STORE_DAMAGED = "store_damaged"
    WRONG_KEY = "wrong_key"
    KEY_LOCKED = "key_locked"
    KEY_MISSING = "key_missing"
    NO_KEY_RING = "no_key_ring"
    NEWER_STORE = "newer_store"
    NO_STORE = "no_store"
    STORE_EXISTS = "store_exists"
    NETWORK_PATH = "network_path"
    READ_ONLY = "read_only"
    NO_PRINTER = "no_printer"
    BAD_BACKUP = "bad_backup"


class PassphraseReason(StrEnum):
    """Why the store's key lies under a passphrase and not in the system's key ring."""

    NO_KEY_RING = "no_key_ring"
    CHOSEN = "chosen"


class Unavailable(Exception):
    """The outside world says no for now: what, and a detail without any person's data.

    Nothing acknowledged is lost when it is raised.
    """

    def __init__(self, obstacle: Obstacle, detail: str = "") -> None:
        super().__init__(obstacle, detail)
        self.obstacle = obstacle
        self.detail = detail
