"""From the command line's words to an opening: which store, which key, who acts."""

import os
import sys
from argparse import Namespace
from pathlib import Path

from kontaktpunkt.bootstrap.opening import NobodyByThatName, Opening, open_desk
from kontaktpunkt.bootstrap.stores import Opened
from kontaktpunkt.cli.run import USAGE, complain
from kontaktpunkt.usecases.failures import PassphraseReason
from kontaktpunkt.wording.words import word


def opened(wish: Namespace) -> Opened:
    """Open the store and sit down at it; leaves with 2 when nobody goes by the given name."""
    try:
        return open_desk(opening(wish))
    except NobodyByThatName as nobody:
        complain(f"Ingen heter {nobody.name} här. Se vilka som finns i fönstret, uppe till höger.")
        raise SystemExit(USAGE) from None


def opening(wish: Namespace) -> Opening:
    """Say which store is to be opened and how."""
    return Opening(
        folder=Path(wish.store) if wish.store else None,
        demo=bool(wish.demo),
        by=wish.by,
        passphrase=lambda reason: ask_passphrase(wish, reason),
    )


def ask_passphrase(wish: Namespace, reason: PassphraseReason) -> str | None:
    """Read the passphrase from the descriptor that was named, or ask at a terminal."""
    if wish.passphrase_fd is not None:
        with os.fdopen(wish.passphrase_fd, encoding="utf-8", closefd=False) as source:
            return source.readline().rstrip("\r\n") or None
    if not sys.stdin.isatty():
        return None
    from getpass import getpass

    print(word(reason), file=sys.stderr)
    return getpass("Lösenfras: ") or None
