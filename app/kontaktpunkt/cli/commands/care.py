"""The commands that care for a store: backup, restore, verify, rebuild."""

import json
import os
import sys
from argparse import Namespace
from pathlib import Path

from kontaktpunkt.bootstrap.care import put_back, put_back_by_sheet, write_backup
from kontaktpunkt.bootstrap.places import store_folder, vault_of
from kontaktpunkt.cli.run import DONE, NEEDS_SOMEBODY, USAGE, complain
from kontaktpunkt.cli.session import ask_passphrase, opened
from kontaktpunkt.secrets.signing import holds
from kontaktpunkt.storage.care.lock import WindowLock
from kontaktpunkt.usecases.failures import PassphraseReason
from kontaktpunkt.usecases.recovery_fault import RecoveryFault
from kontaktpunkt.usecases.verifying import Verdict
from kontaktpunkt.usecases.verifying import rebuild as rebuild_all
from kontaktpunkt.usecases.verifying import verify as verify_all
from kontaktpunkt.wording.recovery import sentence_recovery

_STEP = 5_000


def backup(wish: Namespace) -> int:
    """Write an encrypted copy of the store, also while the window is open."""
    folder = _folder(wish)
    if Path(wish.file).is_dir():
        complain(f"{wish.file}: det är en mapp; säg också vad filen ska heta")
        return USAGE
    key = vault_of(folder).key(lambda reason: ask_passphrase(wish, reason))
    print(write_backup(folder, key, Path(wish.file)))
    return DONE


def restore(wish: Namespace) -> int:
    """Put a backup in the store's place; the store that was there is kept beside it."""
    folder, file = _folder(wish), Path(wish.file)
    if not file.is_file():
        complain(f"{file}: går inte att öppna (filen finns inte)")
        return USAGE
    sheet = _recovery_text(wish)

    def ask(reason: PassphraseReason) -> str | None:
        return ask_passphrase(wish, reason)

    aside = (
        put_back(folder, file, ask)
        if sheet is None
        else put_back_by_sheet(folder, file, sheet, ask)
    )
    if isinstance(aside, RecoveryFault):
        complain(sentence_recovery(aside))
        return USAGE
    print(f"Säkerhetskopian är tillbakalagd i {folder}")
    if aside is not None:
        print(f"Lagret som låg där finns kvar: {aside.name}")
    return DONE


def verify(wish: Namespace) -> int:
    """Check the whole ledger, its chain and signatures, and that rebuilt rows equal the stored."""
    with opened(wish) as office:
        verdict = verify_all(office.desk, _progress(), holds)
    if wish.json:
        print(json.dumps(_as_json(verdict), ensure_ascii=False))
    else:
        _tell(verdict)
    return DONE if verdict.is_clean else NEEDS_SOMEBODY


def rebuild(wish: Namespace) -> int:
    """Make all rows anew from the ledger; needs to be alone."""
    with WindowLock(_folder(wish)), opened(wish) as office:
        count = rebuild_all(office.desk)
    print(json.dumps({"subjects": count}) if wish.json else f"Ombyggt: {count} delar")
    return DONE


def _folder(wish: Namespace) -> Path:
    return store_folder(Path(wish.store) if wish.store else None, demo=bool(wish.demo))


def _recovery_text(wish: Namespace) -> str | None:
    if wish.recovery_fd is None:
        return None
    with os.fdopen(wish.recovery_fd, encoding="utf-8", closefd=False) as source:
        return source.read()


def _progress() -> "_Progress":
    return _Progress(shown=sys.stderr.isatty())


class _Progress:
    """Counts on a terminal while something long is done."""

    def __init__(self, *, shown: bool) -> None:
        self._shown = shown

    def __call__(self, count: int) -> None:
        if self._shown and count % _STEP == 0:
            print(f"\r{count} händelser", end="", file=sys.stderr, flush=True)


def _as_json(verdict: Verdict) -> dict[str, object]:
    return {
        "clean": verdict.is_clean,
        "events": verdict.events,
        "erased": verdict.erased,
        "unreadable": verdict.unreadable,
        "faults": [list(fault) for fault in verdict.faults],
        "rows_agree": verdict.rows_agree,
    }


def _tell(verdict: Verdict) -> None:
    print(f"{verdict.events} händelser, {verdict.erased} gallrade")
    if verdict.unreadable:
        print(f"{verdict.unreadable} händelser kräver ett nyare program")
    for code, number in verdict.faults:
        print(f"FEL vid händelse {number}: {_FAULTS.get(code, code)}")
    agree = "stämmer" if verdict.rows_agree else "STÄMMER INTE: bygg om med kontaktpunkt rebuild"
    print(f"raderna {agree}")


_FAULTS = {
    "gap": "numren hoppar",
    "link": "kedjan är bruten",
    "body": "innehållet är ändrat",
    "signature": "underskriften stämmer inte",
    "tail": "kedjans slut stämmer inte",
}
