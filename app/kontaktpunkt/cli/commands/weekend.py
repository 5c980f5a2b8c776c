"""The commands weekend and packet: the page Helg & jour as text, and the packet as a PDF."""

import json
from argparse import Namespace
from pathlib import Path

import msgspec

from kontaktpunkt.cli.run import DONE, USAGE, complain
from kontaktpunkt.cli.session import opened
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.private_file import free_name, made_ready, write_private
from kontaktpunkt.usecases.rows import CaseRow, InboxRow
from kontaktpunkt.usecases.weekend.people import said_for
from kontaktpunkt.usecases.weekend.rows import HandoverRow, WeekendPage
from kontaktpunkt.wording.refusals import sentence
from kontaktpunkt.wording.weekend import (
    answer_words,
    duty_words,
    handover_words,
    now_words,
    period_words,
    until_words,
)


def weekend(wish: Namespace) -> int:
    """Show the page: without names unless they are asked for."""
    with opened(wish) as office:
        page = office.desk.weekend()
        system = office.desk.profile().system_short_name
    if wish.json:
        print(json.dumps(_json(page, persons=wish.persons), ensure_ascii=False, indent=1))
    else:
        for line in _lines(page, system, persons=wish.persons):
            print(line)
    return DONE


def packet(wish: Namespace) -> int:
    """Make the packet, or an addition to it, and write it in a folder."""
    out = Path(wish.out)
    if not made_ready(out):
        complain(f"{wish.out}: mappen går inte att skriva i. Inget är gjort.")
        return USAGE
    with opened(wish) as office:
        made = office.desk.make_packet(supplement=wish.supplement)
    if isinstance(made, Refused):
        complain(sentence(made))
        return USAGE
    file = free_name(out / made.file_name)
    write_private(file, made.pdf)
    if wish.json:
        told = {"file": str(file), "pages": made.pages, "persons": made.persons}
        print(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        print(f"{file}: {made.title}, {made.pages} sidor, {made.persons} personer")
    return DONE


def _lines(page: WeekendPage, system: str, *, persons: bool) -> list[str]:
    said = [f"{period_words(page)}, {until_words(page)}", *now_words(page, system)]
    said += [": ".join(duty_words(day, page.at, system)) for day in page.duty]
    said.append(f"att göra: {len(page.must)}, inte taget: {len(page.not_taken)}")
    said.append(f"kom sedan kontoret stängde: {len(page.came)} öppna, {page.came_done} klara")
    home = len(page.home_before) + len(page.homeward)
    said.append(f"på sjukhus: {len(page.people)}, går hem: {home}")
    said += [_decided(case, page, persons=persons) for case in page.people]
    said.append(f"lediga korttidsplatser: {len(page.places)}")
    said += [_handed(row, page, persons=persons) for row in page.handover]
    return [line for line in said if line]


def _decided(case: CaseRow, page: WeekendPage, *, persons: bool) -> str:
    who = _who(case) if persons else str(case.case)
    if case.weekend is None or not said_for(case, page.period):
        return f"  {who}: inget besked"
    return (
        f"  {who}: {answer_words(case.weekend)}" if persons else f"  {who}: {case.weekend.answer}"
    )


def _handed(row: HandoverRow, page: WeekendPage, *, persons: bool) -> str:
    text = row.text or "skyddad identitet"
    return f"  {text}: {handover_words(row, page.at)}" if persons else ""


def _who(row: CaseRow | InboxRow) -> str:
    return "skyddad identitet" if row.masked else row.name


def _json(page: WeekendPage, *, persons: bool) -> dict[str, object]:
    """Give the page whole; without persons only what names nobody."""
    whole: dict[str, object] = msgspec.to_builtins(page)
    if persons:
        return whole
    kept = ("at", "period", "begun", "today", "days", "duty", "phone_now", "watch_now", "manned")
    answer: dict[str, object] = {key: whole[key] for key in (*kept, "since", "until", "receiving")}
    counted = (
        "must", "not_taken", "came", "people", "home_before", "homeward", "to_short_term",
        "handover", "phones", "did",
    )  # fmt: skip
    answer |= {key: len(getattr(page, key)) for key in counted}
    answer["free_places"] = len(page.places)
    return answer
