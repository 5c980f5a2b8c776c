"""The vault on bad days: damaged files, strange key rings, full disks; no secret is told."""

import base64
import errno
import subprocess
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from keyring.backend import KeyringBackend
from keyring.errors import InitError

from fakes.key_ring import KeyRingInMemory
from fakes.time_and_chance import SeededChance
from kontaktpunkt.secrets.disk import on_disk
from kontaktpunkt.secrets.key_ring import SystemKeyRing
from kontaktpunkt.secrets.passphrase import Cost, SealedKey, is_sound, seal, unseal
from kontaktpunkt.secrets.vault import KEY_FILE, Vault
from kontaktpunkt.usecases.failures import Obstacle, Unavailable

KEY = bytes(range(101, 133))
CHEAP = Cost(rounds=1, memory_kib=8, lanes=1)
PHRASE = "grön stege i åskväder"


def _no_ring() -> None:
    return None


def _sealed_store(folder: Path) -> Vault:
    vault = Vault(folder, _no_ring, CHEAP)
    vault.keep(KEY, SeededChance(), PHRASE)
    return vault


def _refused(ask: Callable[[], object]) -> Unavailable:
    with pytest.raises(Unavailable) as caught:
        ask()
    told = "".join(traceback.format_exception(caught.value)) + repr(caught.value)
    assert KEY.hex() not in told
    assert repr(KEY) not in told
    assert PHRASE not in told
    return caught.value


class _Backend(KeyringBackend):
    """A back-end that answers one thing, or fails in one way."""

    priority = 1  # pyright: ignore[reportAssignmentType]  a class property in keyring

    def __init__(self, answer: str | None = None, error: Exception | None = None) -> None:
        self._answer = answer
        self._error = error

    def get_password(self, service: str, username: str) -> str | None:
        del service, username
        if self._error is not None:
            raise self._error
        return self._answer

    def set_password(self, service: str, username: str, password: str) -> None:
        del password
        self.get_password(service, username)

    def delete_password(self, service: str, username: str) -> None:
        self.get_password(service, username)


def _foreign(module: str, name: str) -> Exception:
    """Make an exception of a library under the key ring, which keyring lets through."""
    kind = type(name, (Exception,), {"__module__": module})
    return kind("konto anna.berg, hemligt")


@pytest.mark.parametrize(
    "error",
    [
        _foreign("jeepney.wrappers", "DBusErrorResponse"),
        _foreign("secretstorage.exceptions", "PromptDismissedException"),
        _foreign("win32ctypes.pywin32.pywintypes", "error"),
        _foreign("pywintypes", "error"),
        _foreign("dbus.exceptions", "DBusException"),
        _foreign("gi.repository.GLib", "Error"),
        InitError("konto anna.berg"),
        ConnectionRefusedError("konto anna.berg"),
    ],
    ids=lambda error: f"{type(error).__module__}.{type(error).__name__}",
)
def test_whatever_the_key_ring_stumbles_on_is_told_as_a_key_out_of_reach(error: Exception) -> None:
    """The program says that the key ring does not answer, whatever lies beneath it."""
    ring = SystemKeyRing(_Backend(error=error), "prov")

    for ask in (lambda: ring.get("a"), lambda: ring.put("a", KEY), lambda: ring.forget("a")):
        told = _refused(ask)
        assert told.obstacle in {Obstacle.KEY_LOCKED, Obstacle.NO_KEY_RING}
        assert told.detail == type(error).__name__


def test_a_fault_of_our_own_is_not_blamed_on_the_key_ring() -> None:
    """A fault in the program is told as one, so that somebody mends it."""
    ring = SystemKeyRing(_Backend(error=AttributeError("ours")), "prov")

    with pytest.raises(AttributeError):
        ring.get("a")


@pytest.mark.parametrize("entry", ["zz" * 32, "00" * 31, "00" * 33, "ÿ", " " + "00" * 32])
def test_an_entry_that_is_no_key_is_told_as_such(entry: str) -> None:
    """Somebody's own password under our name is never tried as a key."""
    told = _refused(lambda: SystemKeyRing(_Backend(entry), "prov").get("a"))

    assert told.obstacle is Obstacle.WRONG_KEY
    assert told.detail == "NOT_A_KEY"


def _change(note: dict[str, Any], path: tuple[str, ...], value: object) -> None:
    place = note
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("sealed", "cost", "rounds"), 0),
        (("sealed", "cost", "rounds"), 2**40),
        (("sealed", "cost", "lanes"), 0),
        (("sealed", "cost", "lanes"), 2**30),
        (("sealed", "cost", "memory_kib"), -5),
        (("sealed", "cost", "memory_kib"), 2**31),
        (("sealed", "salt"), ""),
        (("sealed", "nonce"), ""),
        (("sealed", "sealed"), ""),
        (("sealed", "sealed"), 7),
        (("sealed",), None),
        (("kept_in",), "plain_file"),
    ],
    ids=str,
)
def test_a_damaged_key_file_is_told_as_such_and_left(
    tmp_path: Path, path: tuple[str, ...], value: object
) -> None:
    """No damage makes the program crash or take all of the computer's memory."""
    vault = _sealed_store(tmp_path)
    note = msgspec.json.decode((tmp_path / KEY_FILE).read_bytes())
    _change(note, path, value)
    damaged = msgspec.json.encode(note)
    (tmp_path / KEY_FILE).write_bytes(damaged)

    told = _refused(lambda: vault.key(lambda _reason: PHRASE))

    assert told.obstacle is Obstacle.KEY_MISSING
    assert (tmp_path / KEY_FILE).read_bytes() == damaged


@pytest.mark.property
@given(st.data())
def test_no_byte_of_a_sealed_key_can_be_changed(data: st.DataObject) -> None:
    """A sealed key that somebody changed opens nothing, and no other key comes out of it."""
    sound = seal(KEY, PHRASE, "store", bytes(range(28)), CHEAP)
    part = data.draw(st.sampled_from(["salt", "nonce", "sealed"]))
    octets = bytearray(getattr(sound, part))
    at = data.draw(st.integers(0, len(octets) - 1))
    octets[at] ^= data.draw(st.integers(1, 255))
    changed = msgspec.structs.replace(sound, **{part: bytes(octets)})

    assert unseal(sound, PHRASE, "store") == KEY
    assert unseal(changed, PHRASE, "store") is None
    assert unseal(sound, PHRASE, "another") is None


@pytest.mark.property
@given(st.text(max_size=40), st.binary(min_size=32, max_size=32))
def test_any_text_can_be_a_passphrase(phrase: str, key: bytes) -> None:
    """Whatever letters a keyboard gives, what was sealed with them opens with them."""
    sealed = seal(key, phrase, "store", bytes(28), CHEAP)

    assert is_sound(sealed)
    assert unseal(sealed, phrase, "store") == key
    assert unseal(sealed, phrase + "x", "store") is None


def test_half_a_character_is_a_wrong_passphrase_and_no_crash(tmp_path: Path) -> None:
    """A keyboard that sends half a character does not bring the passphrase into an error report."""
    vault = _sealed_store(tmp_path)

    told = _refused(lambda: vault.key(lambda _reason: f"{PHRASE}\ud83d"))

    assert told.obstacle is Obstacle.WRONG_KEY


@pytest.mark.parametrize(
    ("number", "obstacle"),
    [
        (errno.ENOSPC, Obstacle.DISK_FULL),
        (errno.EDQUOT, Obstacle.DISK_FULL),
        (errno.EACCES, Obstacle.READ_ONLY),
        (errno.EROFS, Obstacle.READ_ONLY),
        (errno.EIO, Obstacle.READ_ONLY),
    ],
)
def test_what_the_disk_says_is_told_without_the_path(number: int, obstacle: Obstacle) -> None:
    """A full or locked disk is told as just that; a path can hold a user's name."""
    with pytest.raises(Unavailable) as caught, on_disk():
        raise OSError(number, "no", "/export/anna.berg/key.json")

    assert caught.value.obstacle is obstacle
    assert "anna" not in "".join(traceback.format_exception(caught.value))


def test_a_place_that_cannot_be_written_leaves_no_key_behind(tmp_path: Path) -> None:
    """When the folder cannot be made, the user is told so, and nothing lies half done."""
    (tmp_path / "taken").write_text("")

    told = _refused(
        lambda: Vault(tmp_path / "taken", _no_ring, CHEAP).keep(KEY, SeededChance(), PHRASE)
    )

    assert told.obstacle is Obstacle.READ_ONLY
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_a_half_written_key_file_from_a_power_cut_is_no_hindrance(tmp_path: Path) -> None:
    """What a power cut left beside the key's file is written over, and the old file held good."""
    vault = _sealed_store(tmp_path)
    (tmp_path / f"{KEY_FILE}.new").write_bytes(b'{"label":')

    assert vault.key(lambda _reason: PHRASE) == KEY
    assert vault.change_passphrase(PHRASE, "en annan lång lösenfras", SeededChance(2))
    assert [path.name for path in tmp_path.iterdir()] == [KEY_FILE]


def test_the_key_stands_in_clear_nowhere_in_the_folder(tmp_path: Path) -> None:
    """Whoever carries the folder away finds the key in no file, in no way of writing it."""
    ring = KeyRingInMemory()
    Vault(tmp_path / "ring", lambda: ring).keep(KEY, SeededChance())
    vault = _sealed_store(tmp_path / "phrase")
    vault.change_passphrase(PHRASE, "en annan lång lösenfras", SeededChance(2))

    written = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]

    assert len(written) == 2
    for text in written:
        for form in (KEY, KEY.hex().encode(), base64.b64encode(KEY), base64.b32encode(KEY)):
            assert form not in text
            assert form.upper() not in text.upper()


def test_nothing_tells_the_key_when_it_is_shown(tmp_path: Path) -> None:
    """What an error report can print of the vault's things holds neither key nor passphrase."""
    vault = _sealed_store(tmp_path)
    sealed = seal(KEY, PHRASE, "store", bytes(28), CHEAP)

    for thing in (vault, sealed, SystemKeyRing(_Backend(KEY.hex()), "prov")):
        for secret in (KEY.hex(), repr(KEY), PHRASE):
            assert secret not in repr(thing)
    assert isinstance(sealed, SealedKey)


def test_the_key_ring_is_looked_for_only_when_it_is_needed(tmp_path: Path) -> None:
    """A demo, or a store under a passphrase, opens without waiting for the system's key ring."""

    def never() -> None:
        pytest.fail("the key ring was looked for although the key is not there")

    Vault(tmp_path / "demo", never).keep_demo()
    Vault(tmp_path / "demo", never).key(lambda _reason: None)
    _sealed_store(tmp_path / "phrase")
    sealed = Vault(tmp_path / "phrase", never)

    assert sealed.key(lambda _reason: PHRASE) == KEY
    assert sealed.passphrase_reason() is not None
    sealed.forget()


def test_the_key_rings_library_is_not_loaded_at_the_start() -> None:
    """The program starts without loading what only the first look in the key ring needs."""
    code = (
        "import sys, kontaktpunkt.secrets.vault, kontaktpunkt.secrets.key_ring;"
        "sys.exit(int('keyring' in sys.modules or 'argon2' in sys.modules))"
    )

    done = subprocess.run(  # noqa: S603  our own interpreter on our own line
        [sys.executable, "-c", code],
        env={"PYTHONPATH": ":".join(sys.path)},
        check=False,
    )

    assert done.returncode == 0
