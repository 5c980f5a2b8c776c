"""How a store is begun, and how a desk is wired to it."""

from pathlib import Path
from typing import Final, Self

from msgspec import Struct

from kontaktpunkt.bootstrap.places import has_store, vault_of
from kontaktpunkt.bootstrap.shelf import DataShelf, PdfPaper
from kontaktpunkt.domain.calendar.red_days import is_red_day
from kontaktpunkt.domain.paper.printout import RecoverySheet
from kontaktpunkt.messages import legible, read, read_pasted
from kontaktpunkt.messages.folder import DropFolder
from kontaktpunkt.messages.overview import read_overview_file
from kontaktpunkt.messages.sheets import read_sheet
from kontaktpunkt.secrets.demo_key import DEMO_ID_KEY, DEMO_KEY
from kontaktpunkt.secrets.recovery import RecoveryKind, to_groups
from kontaktpunkt.secrets.signing import Ed25519Signer, new_signing_key
from kontaktpunkt.storage.file import Identity
from kontaktpunkt.storage.founding import create_store
from kontaktpunkt.storage.store import SqlStore
from kontaktpunkt.usecases.at_desk import Outside, StaffDesk
from kontaktpunkt.usecases.failures import Obstacle, PassphraseReason, Unavailable
from kontaktpunkt.usecases.founding import Founding, found
from kontaktpunkt.usecases.ports import Chance, Clock, StoreKeys
from kontaktpunkt.usecases.tools import Tools
from kontaktpunkt.wording.words import word

_KEY_BYTES: Final = 32
_WORKSTATION: Final = 1
"""Without a hub there is one workstation, and it is number 1."""

_ON_THE_SHEET: Final = (
    (
        "Bladet behövs om datorn går sönder, om användarkontot försvinner eller om lösenfrasen "
        "är glömd. Utan bladet kan då ingen läsa lagret."
    ),
    (
        "På en ny dator: installera Kontaktpunkt, kör kontaktpunkt restore KOPIA --recovery-fd 0, "
        "skriv grupperna under Nyckel till lagret och avsluta med Ctrl+D."
    ),
    (
        "Varje grupp slutar med ett kontrolltecken, så att ett skrivfel märks. Stora och små "
        "bokstäver och mellanrum spelar ingen roll."
    ),
    "Lägg inte bladet eller en bild av det i e-post eller på en delad disk.",
)


class Opened:
    """An open store with a desk at it; closes when the block ends."""

    def __init__(self, desk: StaffDesk, store: SqlStore) -> None:
        self.desk = desk
        self.store = store

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.store.close()


def outside(store: SqlStore, tools: Tools, safe: "StoreSafe") -> Outside:
    """Wire a desk to the world."""
    return Outside(
        store=store,
        tools=tools,
        reader=read,
        read_overview=read_overview_file,
        read_pasted=read_pasted,
        read_sheet=read_sheet,
        legible=legible,
        paper=PdfPaper(),
        shelf=DataShelf(),
        safe=safe,
        is_red=is_red_day,
        open_hatch=lambda folder: DropFolder(Path(folder)),
        word=word,
    )


class StoreSafe:
    """Knows where the store lies and what its recovery sheet must say."""

    def __init__(self, folder: Path, key: bytes, store: SqlStore) -> None:
        self._folder = folder
        self._key = key
        self._store = store

    def place(self) -> str:
        """Give the folder of the store."""
        return str(self._folder)

    def passphrase_reason(self) -> PassphraseReason | None:
        """Say why the key needs a passphrase; None when it lies in the key ring."""
        return vault_of(self._folder).passphrase_reason()

    def recovery_facts(self) -> RecoverySheet:
        """Give both keys as groups."""
        with self._store.reading() as store:
            id_key = store.keys().id_key
        return RecoverySheet(
            municipality="",
            store_name=self._folder.name,
            key_groups=to_groups(self._key, RecoveryKind.STORE_KEY),
            id_key_groups=to_groups(id_key, RecoveryKind.ID_KEY),
            made_at="",
            made_by="",
            instructions=_ON_THE_SHEET,
        )


class NewStore(Struct, frozen=True, kw_only=True):
    """A store to be made: where, for whom, under which key and with what time and chance."""

    folder: Path
    founding: Founding
    clock: Clock
    chance: Chance
    passphrase: str | None = None


def begin(new: NewStore) -> Opened:
    """Make a store, keep its key, and sit the founder down at it. Raises Unavailable."""
    store, world = make_store(new)
    with StaffDesk(world).room() as room:
        founder = found(room, new.founding)
    return Opened(StaffDesk(world, founder), store)


def make_store(new: NewStore) -> tuple[SqlStore, Outside]:
    """Make an empty store and wire it, without anybody in it yet.

    The key is kept before the store is made: a store whose key is lost is never left behind.
    Raises Unavailable.
    """
    if has_store(new.folder):
        raise Unavailable(Obstacle.STORE_EXISTS)
    key = _keep_key(new)
    private, public = new_signing_key(new.chance)
    id_key = DEMO_ID_KEY if new.founding.demo else new.chance.draw(_KEY_BYTES)
    keys = StoreKeys(_tenant(new.founding.municipality), id_key)
    store = create_store(new.folder, keys, key, Identity(_WORKSTATION, private, public))
    tools = Tools(clock=new.clock, chance=new.chance, signer=Ed25519Signer(private))
    return store, outside(store, tools, StoreSafe(new.folder, key, store))


def _keep_key(new: NewStore) -> bytes:
    vault = vault_of(new.folder)
    if new.founding.demo:
        vault.keep_demo()
        return DEMO_KEY
    key = new.chance.draw(_KEY_BYTES)
    vault.keep(key, new.chance, new.passphrase or "")
    return key


def _tenant(municipality: str) -> str:
    """Name the tenant by the municipality's name, in the letters of a key."""
    return "-".join(municipality.casefold().split()) or "kommun"
