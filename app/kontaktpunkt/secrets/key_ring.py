"""The system's key ring: only back-ends that are known by name to keep a secret are used."""

from typing import Final, Protocol

import keyring
from keyring.backend import KeyringBackend
from keyring.errors import KeyringError, KeyringLocked, PasswordDeleteError

from kontaktpunkt.usecases.failures import Obstacle, Unavailable

_SERVICE: Final = "kontaktpunkt"
# keyrings.alt writes files (some in clear), `null` forgets and `fail` fails: all are refused.
_TRUSTED: Final = {
    ("keyring.backends.Windows", "WinVaultKeyring"): "Windows Autentiseringshanteraren",
    ("keyring.backends.macOS", "Keyring"): "macOS Nyckelring",
    ("keyring.backends.SecretService", "Keyring"): "Secret Service",
    ("keyring.backends.libsecret", "Keyring"): "Secret Service",
    ("keyring.backends.kwallet", "DBusKeyring"): "KWallet",
}


class KeyRing(Protocol):
    """A place of the system's where a key lies under a name."""

    name: str

    def get(self, label: str) -> bytes | None:
        """Give a key; None when there is none. Raises Unavailable(KEY_LOCKED)."""
        ...

    def put(self, label: str, key: bytes) -> None:
        """Keep a key. Raises Unavailable(KEY_LOCKED or NO_KEY_RING)."""
        ...

    def forget(self, label: str) -> None:
        """Forget a key; one that is not there is no error."""
        ...


class SystemKeyRing:
    """The key ring of the user's system, through a back-end on the list."""

    def __init__(self, backend: KeyringBackend, name: str) -> None:
        self._backend = backend
        self.name = name

    def get(self, label: str) -> bytes | None:
        """Give a key; None when there is none."""
        try:
            found = self._backend.get_password(_SERVICE, label)
        except KeyringError as error:
            raise _unavailable(error) from None
        return None if not found else bytes.fromhex(found)

    def put(self, label: str, key: bytes) -> None:
        """Keep a key as 64 hexadecimal characters: Windows takes at most 1 280 in one entry."""
        try:
            self._backend.set_password(_SERVICE, label, key.hex())
        except KeyringError as error:
            raise _unavailable(error) from None

    def forget(self, label: str) -> None:
        """Forget a key; one that is not there is no error."""
        try:
            self._backend.delete_password(_SERVICE, label)
        except PasswordDeleteError:
            return
        except KeyringError as error:
            raise _unavailable(error) from None


def system_key_ring() -> SystemKeyRing | None:
    """Find a key ring that can be trusted; None where the system has none."""
    return trusted(keyring.get_keyring())


def trusted(backend: KeyringBackend) -> SystemKeyRing | None:
    """Take a back-end if it is on the list; of a chain of several the first that is."""
    kind = type(backend)
    name = _TRUSTED.get((kind.__module__, kind.__name__))
    if name is not None:
        return SystemKeyRing(backend, name)
    if (kind.__module__, kind.__name__) == ("keyring.backends.chainer", "ChainerBackend"):
        chained: list[KeyringBackend] = list(getattr(backend, "backends", ()))
        found = [ring for one in chained if (ring := trusted(one)) is not None]
        return found[0] if found else None
    return None


def _unavailable(error: KeyringError) -> Unavailable:
    locked = isinstance(error, KeyringLocked)
    obstacle = Obstacle.KEY_LOCKED if locked else Obstacle.NO_KEY_RING
    # The name alone: a back-end's text may name accounts.
    return Unavailable(obstacle, type(error).__name__)
