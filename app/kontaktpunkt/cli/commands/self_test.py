"""The command self-test: the packed program proves that all its parts are there and work."""

import json
import tempfile
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Final

from kontaktpunkt import assets
from kontaktpunkt.bootstrap.clocks import SetClock, SystemChance
from kontaktpunkt.bootstrap.shelf import PdfPaper, profile_choices, profile_texts
from kontaktpunkt.bootstrap.stores import NewStore, begin
from kontaktpunkt.cli.run import DONE, FAULT, complain
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.paper.form import FormDefinition
from kontaktpunkt.domain.paper.form_text import read_form
from kontaktpunkt.domain.person.facts import PersonFacts
from kontaktpunkt.domain.profile import layer_texts, load_profile
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.staff import Role
from kontaktpunkt.domain.times import Instant, to_local
from kontaktpunkt.secrets.key_ring import system_key_ring
from kontaktpunkt.secrets.signing import holds
from kontaktpunkt.usecases.desk import HandEntry
from kontaktpunkt.usecases.founding import Founding
from kontaktpunkt.usecases.rows import InboxQuery
from kontaktpunkt.usecases.verifying import verify

_SUMMER: Final = Instant(1_750_000_000_000_000)


class _Failed(Exception):
    """A part is missing or does not do what it should; the text says what."""


def self_test(wish: Namespace) -> int:
    """Try each part in a store of its own, thrown away afterwards; 1 when one does not work."""
    results: list[tuple[str, str]] = []
    for name, attempt in _ATTEMPTS.items():
        try:
            results.append((name, attempt()))
        except (_Failed, OSError, ImportError, AssertionError) as problem:
            complain(f"{name}: {problem}")
            results.append((name, ""))
    failed = [name for name, told in results if not told]
    if wish.json:
        print(json.dumps({"ok": not failed, "parts": dict(results)}, ensure_ascii=False))
    else:
        for name, told in results:
            print(f"{name}: {told or 'FUNGERAR INTE'}")
    return FAULT if failed else DONE


def _time_zone() -> str:
    shown = to_local(_SUMMER)
    if shown.utcoffset() is None or shown.tzname() != "CEST":
        raise _Failed("Sveriges tidszon saknas")
    return "Europe/Stockholm"


def _data() -> str:
    for choice in profile_choices():
        load_profile(layer_texts(choice.key, profile_texts()))
    texts = {path.name: path.read_text("utf-8") for path in assets.forms().glob("*.toml")}
    for name, text in texts.items():
        if not isinstance(read_form(text), FormDefinition):
            raise _Failed(f"blanketten {name} är felaktig")
    if not texts:
        raise _Failed("inga blanketter")
    return f"{len(profile_choices())} profiler, {len(texts)} blanketter"


def _store_and_paper() -> str:
    with tempfile.TemporaryDirectory() as folder:
        founding = Founding(
            municipality="Självprov",
            profile="lag-2017-612",
            name="Prov",
            role=Role.CONTACT_POINT,
            demo=True,
        )
        new = NewStore(
            folder=Path(folder) / "store",
            founding=founding,
            clock=SetClock(_SUMMER),
            chance=SystemChance(),
        )
        with begin(new) as opened:
            entered = opened.desk.enter(
                HandEntry(
                    kind=MessageKind.ADMISSION_NOTICE,
                    person=PersonFacts(given_name="Åsa", family_name="Prövén"),
                )
            )
            if isinstance(entered, Refused):
                raise _Failed("ett meddelande gick inte att skriva in")
            page = opened.desk.inbox(InboxQuery(), 0, 10)
            if [row.name for row in page.rows] != ["Åsa Prövén"]:
                raise _Failed("meddelandet står inte i inkorgen")
            paper = opened.desk.issue("R2", page.rows[0].case, saved=True, purpose="självprov")
            if isinstance(paper, Refused) or not paper.pdf.startswith(b"%PDF"):
                raise _Failed("blanketten R2 blev inget papper")
            if not PdfPaper().page_image(paper.pdf, 0, 40).rgb:
                raise _Failed("papperet gick inte att visa")
            verdict = verify(opened.desk, is_signed=holds)
            if not verdict.is_clean:
                raise _Failed(f"händelselistan stämmer inte: {verdict.faults}")
            return f"krypterad, {verdict.events} händelser, R2 nummer {paper.number}"


def _key_ring() -> str:
    found = system_key_ring()
    return f"nyckelring: {found.name}" if found else "ingen nyckelring: lösenfras behövs"


def _window() -> str:
    from kontaktpunkt.cli.commands.show import window_grabbed

    width, height = window_grabbed()
    if width < 1 or height < 1:
        raise _Failed("fönstret gick inte att rita")
    return f"fönster ritat, {width} × {height}"


_ATTEMPTS: Final[dict[str, Callable[[], str]]] = {
    "tidszon": _time_zone,
    "profiler och blanketter": _data,
    "lager och papper": _store_and_paper,
    "nyckel": _key_ring,
    "fönster": _window,
}
