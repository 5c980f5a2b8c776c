"""The system's key ring: only back-ends that are known by name to keep a secret are used."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, Protocol

from kontaktpunkt.usecases.failures import Obstacle, Unavailable

if TYPE_CHECKING:
    # Loading keyring takes as long as all else here together: only the first look pays for it.
    from keyring.backend import KeyringBackend

_SERVICE: Final = "kontaktpunkt"
_KEY_BYTES: Final = 32
# keyrings.alt writes files (some in clear), `null` forgets and `fail` fails: all are refused.
_TRUSTED: Final = {
    ("keyring.backends.Windows", "WinVaultKeyring"): "Windows Autentiseringshanteraren",
    ("keyring.backends.macOS", "Keyring"): "macOS Nyckelring",
    ("keyring.backends.SecretService", "Keyring"): "Secret Service",
    ("keyring.backends.libsecret", "Keyring"): "Secret Service",
    ("keyring.backends.kwallet", "DBusKeyring"): "KWallet",
    ("keyring.backends.kwallet", "DBusKeyringKWallet4"): "KWallet",
}
# The libraries under keyring, whose own errors it lets through.
_BENEATH: Final = frozenset(
    {"keyring", "jeepney", "secretstorage", "win32ctypes", "pywintypes", "dbus", "gi"}
)


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

    def __init__(self, backend: "KeyringBackend", name: str) -> None:
        self._backend = backend
        self.name = name

    def get(self, label: str) -> bytes | None:
        """Give a key; None when there is none. Raises also WRONG_KEY for what is no key."""
        found = self._entry(label)
        return None if not found else _key_in(found)

    def put(self, label: str, key: bytes) -> None:
        """Keep a key as 64 hexadecimal characters: Windows takes at most 1 280 in one entry."""
        with _translated():
            self._backend.set_password(_SERVICE, label, key.hex())

    def forget(self, label: str) -> None:
        """Forget a key; one that is not there is no error, one that stays there is."""
        from keyring.errors import PasswordDeleteError  # noqa: PLC0415  loaded with the ring

        try:
            with _translated(PasswordDeleteError):
                self._backend.delete_password(_SERVICE, label)
        except PasswordDeleteError:
            # Back-ends say this of a missing entry, and also when the user said no.
            if self._entry(label):
                raise Unavailable(Obstacle.KEY_LOCKED, "NOT_FORGOTTEN") from None

    def _entry(self, label: str) -> str | None:
        with _translated():
            return self._backend.get_password(_SERVICE, label)


def system_key_ring() -> SystemKeyRing | None:
    """Find a key ring that can be trusted; None where the system has none."""
    import keyring  # noqa: PLC0415  90 ms

    try:
        return trusted(keyring.get_keyring())
    except (ImportError, AttributeError, ValueError, RuntimeError):
        # keyring's own settings name a back-end that this computer does not have.
        return None


def trusted(backend: "KeyringBackend") -> SystemKeyRing | None:
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


def _key_in(entry: str) -> bytes:
    """Read 64 hexadecimal characters, and nothing else."""
    try:
        key = bytes.fromhex(entry)
    except ValueError:
        key = b""
    if len(key) != _KEY_BYTES or key.hex() != entry:
        raise Unavailable(Obstacle.WRONG_KEY, "NOT_A_KEY")
    return key


@contextmanager
def _translated(let_through: type[Exception] | tuple[()] = ()) -> Generator[None]:
    """Raise Unavailable in place of what the key ring stumbled on; our own mistakes pass."""
    try:
        yield
    except let_through:
        raise
    except Exception as error:
        beneath = type(error).__module__.partition(".")[0] in _BENEATH
        if not beneath and not isinstance(error, OSError):
            raise
        # Its text may name accounts, so the kind alone is told, and the chain is cut.
        raise _unavailable(error) from None


def _unavailable(error: Exception) -> Unavailable:
    from keyring.errors import NoKeyringError, PasswordSetError  # noqa: PLC0415  loaded with the ring

    none = isinstance(error, NoKeyringError | PasswordSetError)
    return Unavailable(Obstacle.NO_KEY_RING if none else Obstacle.KEY_LOCKED, type(error).__name__)
