"""The vault: a key lies in a trusted key ring or under a passphrase, and never in clear."""

import os
import stat
from pathlib import Path
from typing import ClassVar

import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.errors import KeyringLocked, NoKeyringError, PasswordDeleteError

from fakes.key_ring import KeyRingInMemory
from fakes.time_and_chance import SeededChance
from kontaktpunkt.secrets.demo_key import DEMO_KEY
from kontaktpunkt.secrets.key_ring import SystemKeyRing, system_key_ring, trusted
from kontaktpunkt.secrets.passphrase import Cost, is_long_enough
from kontaktpunkt.secrets.signing import Ed25519Signer, holds, new_signing_key
from kontaktpunkt.secrets.vault import KEY_FILE, KeptIn, Vault
from kontaktpunkt.usecases.failures import Obstacle, PassphraseReason, Unavailable

KEY = bytes(range(32))
CHEAP = Cost(rounds=1, memory_kib=8, lanes=1)
PHRASE = "grön stege i åskväder"


def _no_ring() -> None:
    return None


def _nobody(_reason: PassphraseReason) -> str | None:
    pytest.fail("a passphrase was asked for although there is none")


def _obstacle(vault: Vault, passphrase: str | None = None) -> Obstacle:
    with pytest.raises(Unavailable) as caught:
        vault.key(lambda _reason: passphrase)
    return caught.value.obstacle


def test_a_key_in_the_key_ring_comes_back_without_a_question(tmp_path: Path) -> None:
    """Whoever is logged in to the computer opens the program without a password of its own."""
    ring = KeyRingInMemory()
    Vault(tmp_path, lambda: ring).keep(KEY, SeededChance())

    vault = Vault(tmp_path, lambda: ring)

    assert vault.key(_nobody) == KEY
    assert vault.kept_in() is KeptIn.KEY_RING
    assert vault.passphrase_reason() is None
    assert KEY.hex() not in (tmp_path / KEY_FILE).read_text()


def test_a_passphrase_opens_the_key_and_says_why_it_is_asked(tmp_path: Path) -> None:
    """On a computer without key ring the program asks for the passphrase and says the reason."""
    Vault(tmp_path, _no_ring, CHEAP).keep(KEY, SeededChance(), PHRASE)
    asked: list[PassphraseReason] = []

    def answer(reason: PassphraseReason) -> str:
        asked.append(reason)
        return PHRASE

    vault = Vault(tmp_path, _no_ring, CHEAP)
    assert vault.key(answer) == KEY
    assert asked == [PassphraseReason.NO_KEY_RING]
    assert vault.kept_in() is KeptIn.PASSPHRASE


def test_a_passphrase_by_choice_is_told_as_a_choice(tmp_path: Path) -> None:
    """Where there is a key ring and a passphrase was wanted all the same, the program says so."""
    ring = KeyRingInMemory()
    Vault(tmp_path, lambda: ring, CHEAP).keep(KEY, SeededChance(), PHRASE)

    assert Vault(tmp_path, lambda: ring).passphrase_reason() is PassphraseReason.CHOSEN
    assert ring.keys == {}


def test_nothing_of_the_key_stands_in_the_file(tmp_path: Path) -> None:
    """Whoever copies the folder has nothing without the passphrase, and nobody else may read it."""
    Vault(tmp_path, _no_ring, CHEAP).keep(KEY, SeededChance(), PHRASE)
    file = tmp_path / KEY_FILE
    text = file.read_bytes()

    assert KEY not in text
    assert KEY.hex().encode() not in text
    assert b"stege" not in text
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_the_same_passphrase_typed_on_another_keyboard_opens(tmp_path: Path) -> None:
    """An ö made of two strokes and a blank at the end are the same passphrase."""
    Vault(tmp_path, _no_ring, CHEAP).keep(KEY, SeededChance(), PHRASE)

    decomposed = "gro\u0308n stege i a\u030askva\u0308der "
    assert Vault(tmp_path, _no_ring).key(lambda _reason: decomposed) == KEY


def test_a_wrong_passphrase_or_none_opens_nothing(tmp_path: Path) -> None:
    """A wrong passphrase is told from one that nobody gave."""
    vault = Vault(tmp_path, _no_ring, CHEAP)
    vault.keep(KEY, SeededChance(), PHRASE)

    assert _obstacle(vault, "grön stege") is Obstacle.WRONG_KEY
    assert _obstacle(vault, None) is Obstacle.KEY_LOCKED
    assert _obstacle(vault, "") is Obstacle.KEY_LOCKED


def test_a_changed_passphrase_replaces_the_old(tmp_path: Path) -> None:
    """After a change only the new passphrase opens, and the old one must be known to change it."""
    vault = Vault(tmp_path, _no_ring, CHEAP)
    vault.keep(KEY, SeededChance(), PHRASE)

    assert not vault.change_passphrase("fel", "ny lång lösenfras", SeededChance(2))
    assert vault.key(lambda _reason: PHRASE) == KEY
    assert vault.change_passphrase(PHRASE, "ny lång lösenfras", SeededChance(3))
    assert vault.key(lambda _reason: "ny lång lösenfras") == KEY
    assert _obstacle(vault, PHRASE) is Obstacle.WRONG_KEY
    assert vault.passphrase_reason() is PassphraseReason.NO_KEY_RING


def test_without_key_ring_and_passphrase_no_key_is_kept(tmp_path: Path) -> None:
    """A key is never written in clear because there was no better place."""
    with pytest.raises(Unavailable) as caught:
        Vault(tmp_path, _no_ring).keep(KEY, SeededChance())

    assert caught.value.obstacle is Obstacle.NO_KEY_RING
    assert list(tmp_path.iterdir()) == []


def test_a_key_ring_that_forgets_is_found_out_before_the_store_is_made(tmp_path: Path) -> None:
    """A key that could not be read back is not trusted to be there tomorrow."""
    with pytest.raises(Unavailable) as caught:
        Vault(tmp_path, lambda: KeyRingInMemory(forgets=True)).keep(KEY, SeededChance())

    assert caught.value.obstacle is Obstacle.NO_KEY_RING
    assert list(tmp_path.iterdir()) == []


def test_each_way_a_key_can_be_out_of_reach_is_told_apart(tmp_path: Path) -> None:
    """Locked, gone and lost are three things, with three things to do."""
    ring = KeyRingInMemory()
    vault = Vault(tmp_path, lambda: ring)
    assert _obstacle(vault) is Obstacle.KEY_MISSING
    vault.keep(KEY, SeededChance())

    ring.locked = True
    assert _obstacle(vault) is Obstacle.KEY_LOCKED
    ring.locked = False
    ring.keys.clear()
    assert _obstacle(vault) is Obstacle.KEY_MISSING
    assert _obstacle(Vault(tmp_path, _no_ring)) is Obstacle.NO_KEY_RING
    (tmp_path / KEY_FILE).write_text("{")
    assert _obstacle(vault) is Obstacle.KEY_MISSING


def test_two_stores_never_share_a_place_in_the_key_ring(tmp_path: Path) -> None:
    """Beginning a second store does not overwrite the key of the first."""
    ring, chance = KeyRingInMemory(), SeededChance()
    Vault(tmp_path / "a", lambda: ring).keep(KEY, chance)
    Vault(tmp_path / "b", lambda: ring).keep(bytes(32), chance)

    assert Vault(tmp_path / "a", lambda: ring).key(_nobody) == KEY
    Vault(tmp_path / "b", lambda: ring).forget()
    assert list(ring.keys.values()) == [KEY]
    Vault(tmp_path / "b", lambda: ring).forget()


def test_the_demos_key_needs_no_key_ring(tmp_path: Path) -> None:
    """The demo opens on any computer; its key is known to all and 32 bytes long."""
    vault = Vault(tmp_path, _no_ring)
    vault.keep_demo()

    assert vault.key(_nobody) == DEMO_KEY
    assert len(DEMO_KEY) == 32
    assert vault.kept_in() is KeptIn.DEMO


@pytest.mark.parametrize(("text", "fits"), [("elva tecken", False), ("tolv tecken!", True)])
def test_a_passphrase_has_at_least_twelve_characters(text: str, fits: bool) -> None:  # noqa: FBT001  a table's column
    """A short passphrase is refused, blanks at its ends not counted."""
    assert is_long_enough(text) is fits
    assert not is_long_enough("   kort   ".ljust(20))


class _Backend(KeyringBackend):
    """A back-end that says what it is told to."""

    priority = 1  # pyright: ignore[reportAssignmentType]  a class property in keyring

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        self._fail()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._fail()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._fail()
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError

    def _fail(self) -> None:
        if self.error is not None:
            raise self.error


class _Chainer(_Backend):
    """A chain of back-ends, as keyring makes it where there are several."""

    backends: ClassVar[list[KeyringBackend]] = []


def _named(module: str, name: str, base: type[_Backend] = _Backend) -> type[_Backend]:
    """Make a back-end that goes by the name of a real one."""
    return type(name, (base,), {"__module__": module})


def test_only_known_key_rings_are_trusted() -> None:
    """A back-end that writes a plain file, forgets or fails never gets the key."""
    plain_file = _named("keyrings.alt.file", "PlaintextKeyring")()
    windows = _named("keyring.backends.Windows", "WinVaultKeyring")()

    for refused in (fail.Keyring(), null.Keyring(), _Backend(), plain_file):
        assert trusted(refused) is None
    found = trusted(windows)
    assert found is not None
    assert found.name.startswith("Windows")


def test_of_several_key_rings_the_first_trusted_is_taken() -> None:
    """Where the system chains key rings together, the untrusted ones are passed over."""
    chain = _named("keyring.backends.chainer", "ChainerBackend", _Chainer)
    service = _named("keyring.backends.SecretService", "Keyring")()
    empty, mixed = chain(), chain()
    vars(empty)["backends"] = [fail.Keyring(), null.Keyring()]
    vars(mixed)["backends"] = [null.Keyring(), service]

    assert trusted(empty) is None
    found = trusted(mixed)
    assert found is not None
    assert found.name == "Secret Service"


def test_a_computer_without_key_ring_is_told_as_such() -> None:
    """The tests' own environment has no key ring, as a bare server has none."""
    assert system_key_ring() is None


def test_the_key_ring_keeps_gives_and_forgets() -> None:
    """What was put in is what comes out, byte for byte, until it is forgotten."""
    ring = SystemKeyRing(_Backend(), "prov")
    ring.put("store", KEY)

    assert ring.get("store") == KEY
    assert ring.get("other") is None
    ring.forget("store")
    ring.forget("store")
    assert ring.get("store") is None


@pytest.mark.parametrize(
    ("error", "obstacle"),
    [(KeyringLocked("x"), Obstacle.KEY_LOCKED), (NoKeyringError("x"), Obstacle.NO_KEY_RING)],
)
def test_a_key_ring_that_says_no_is_told_without_its_own_words(
    error: Exception, obstacle: Obstacle
) -> None:
    """What the system's key ring says may name an account, so only the kind of failure is kept."""
    ring = SystemKeyRing(_Backend(error), "prov")

    for ask in (lambda: ring.get("a"), lambda: ring.put("a", KEY), lambda: ring.forget("a")):
        with pytest.raises(Unavailable) as caught:
            ask()
        assert caught.value.obstacle is obstacle
        assert caught.value.detail == type(error).__name__


def test_a_signature_holds_for_its_text_and_key_alone() -> None:
    """An act that was changed afterwards, or signed by somebody else, is found out."""
    private, public = new_signing_key(SeededChance())
    signer = Ed25519Signer(private)
    signature = signer.sign(b"act")

    assert len(signature) == 64
    assert holds(public, b"act", signature)
    assert not holds(signer.public_key, b"Act", signature)
    assert not holds(Ed25519Signer(bytes(32)).public_key, b"act", signature)
    assert not holds(signer.public_key, b"act", b"")
    assert not holds(b"short", b"act", signature)
