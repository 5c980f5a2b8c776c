"""The command init: a real store without the window."""

from argparse import Namespace
from pathlib import Path

from kontaktpunkt.bootstrap.clocks import SystemChance, SystemClock
from kontaktpunkt.bootstrap.places import store_folder
from kontaktpunkt.bootstrap.shelf import profile_choices
from kontaktpunkt.bootstrap.stores import NewStore, begin
from kontaktpunkt.cli.run import DONE, NOT_NOW, USAGE, complain
from kontaktpunkt.cli.session import ask_passphrase
from kontaktpunkt.domain.staff import Role
from kontaktpunkt.private_file import write_private
from kontaktpunkt.secrets.key_ring import system_key_ring
from kontaktpunkt.secrets.passphrase import SHORTEST, is_long_enough
from kontaktpunkt.usecases.failures import PassphraseReason
from kontaktpunkt.usecases.founding import Founding
from kontaktpunkt.wording.words import word


def init(wish: Namespace) -> int:
    """Make a real store; says where the recovery sheet is, or that it must be printed."""
    profiles = {choice.key: choice.title for choice in profile_choices()}
    roles = {word(role).casefold(): role for role in Role} | {role.value: role for role in Role}
    if wish.profile not in profiles:
        complain(f"Profilen {wish.profile} finns inte. Profiler: {', '.join(profiles)}")
        return USAGE
    role = roles.get(wish.role.casefold())
    if role is None:
        complain(f"Rollen {wish.role} finns inte. Roller: {', '.join(word(r) for r in Role)}")
        return USAGE
    founding = Founding(
        municipality=wish.municipality, profile=wish.profile, name=wish.name, role=role
    )
    return _begin(wish, founding)


def _begin(wish: Namespace, founding: Founding) -> int:
    passphrase = None
    if system_key_ring() is None or wish.passphrase_fd is not None:
        passphrase = ask_passphrase(wish, PassphraseReason.NO_KEY_RING)
        if not passphrase:
            complain(f"{word(PassphraseReason.NO_KEY_RING)} Ge den med --passphrase-fd N.")
            return NOT_NOW
        if not is_long_enough(passphrase):
            complain(f"Lösenfrasen är för kort: minst {SHORTEST} tecken.")
            return USAGE
    new = NewStore(
        folder=store_folder(Path(wish.store) if wish.store else None, demo=False),
        founding=founding,
        clock=SystemClock(),
        chance=SystemChance(),
        passphrase=passphrase,
    )
    with begin(new) as opened:
        print(f"Lagret finns i {new.folder}")
        if wish.recovery_sheet:
            sheet = opened.desk.recovery_sheet()
            write_private(Path(wish.recovery_sheet), sheet.pdf)
            opened.desk.print_noted(sheet.title, None, 0)
            print(f"Återställningsbladet: {wish.recovery_sheet}. Förvara det inlåst.")
        else:
            print(
                "Återställningsbladet är inte på papper än: öppna fönstret och skriv det på papper."
            )
    return DONE
