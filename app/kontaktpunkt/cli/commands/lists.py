"""The commands inbox and case: what stands there; persons only when asked for, and then noted."""

import json
from argparse import Namespace
from uuid import UUID

import msgspec

from kontaktpunkt.cli.run import DONE, USAGE, complain
from kontaktpunkt.cli.session import opened
from kontaktpunkt.domain.person.number import shown
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.usecases.at_desk import StaffDesk
from kontaktpunkt.usecases.rows import CasePage, InboxQuery, InboxRow, InboxView
from kontaktpunkt.usecases.showing.evidence import mask_clocks
from kontaktpunkt.wording.evidence import clock_line
from kontaktpunkt.wording.timeline import entry_words
from kontaktpunkt.wording.times import due, moment
from kontaktpunkt.wording.words import kind_name

_PAGE = 100


def inbox(wish: Namespace) -> int:
    """List a view of the inbox."""
    if wish.view not in set(InboxView):
        complain(f"Vyn {wish.view} finns inte. Vyer: {', '.join(InboxView)}")
        return USAGE
    with opened(wish) as office:
        desk = office.desk
        rows = _rows(desk, InboxQuery(view=InboxView(wish.view)), wish.limit)
        if wish.json:
            shown_rows = [_row_json(row, persons=wish.persons) for row in rows]
            print(json.dumps(shown_rows, ensure_ascii=False, indent=1))
        else:
            for row in rows:
                print(_row_line(desk, row, persons=wish.persons))
    return DONE


def case(wish: Namespace) -> int:
    """Show one case."""
    try:
        which = UUID(wish.id)
    except ValueError:
        complain(f"{wish.id} är inget ärende-id")
        return USAGE
    with opened(wish) as office:
        page = office.desk.case(which)
        if page is None:
            complain("Ärendet finns inte")
            return USAGE
        if wish.json:
            print(json.dumps(_case_json(page, persons=wish.persons), ensure_ascii=False, indent=1))
        else:
            _print_case(office.desk, page, persons=wish.persons)
    return DONE


def _rows(desk: StaffDesk, query: InboxQuery, limit: int) -> list[InboxRow]:
    rows: list[InboxRow] = []
    while len(rows) < limit:
        page = desk.inbox(query, len(rows), min(_PAGE, limit - len(rows)))
        if not page.rows:
            break
        rows += page.rows
    return rows


def _row_line(desk: StaffDesk, row: InboxRow, *, persons: bool) -> str:
    now = desk.now()
    kind = kind_name(row.kind, desk.profile()) if row.kind else "ej inläst"
    who = _who(desk, row) if persons else ""
    parts = [
        moment(row.received_at),
        kind,
        who,
        ", ".join(part for part in (row.hospital, row.ward) if part),
        due(row.due_at, now) if row.due_at else "",
        row.owner_name or row.receiver_name or "ej taget",
        str(row.case) if row.case else "",
    ]
    return " · ".join(part for part in parts if part)


def _who(desk: StaffDesk, row: InboxRow) -> str:
    if row.masked:
        return "skyddad identitet"
    number = shown(row.number, local_day(desk.now())) if row.number else ""
    return " ".join(part for part in (row.name, number) if part)


def _row_json(row: InboxRow, *, persons: bool) -> dict[str, object]:
    plain: dict[str, object] = msgspec.to_builtins(row)
    if not persons:
        for private in ("name", "number", "birth_date", "person", "file_name", "subject_line"):
            plain.pop(private, None)
    return plain


def _case_json(page: CasePage, *, persons: bool) -> dict[str, object]:
    row: dict[str, object] = msgspec.to_builtins(page.row)
    if not persons:
        for private in ("name", "number", "birth_date", "person"):
            row.pop(private, None)
    answer: dict[str, object] = {
        "case": row,
        "clocks": msgspec.to_builtins(mask_clocks(page.clocks, may=persons)),
        "steps": msgspec.to_builtins(page.steps),
        "messages": [_row_json(each, persons=persons) for each in page.messages],
    }
    if persons:
        answer["timeline"] = [
            {
                "at": entry.at,
                "by": entry.by_name,
                "what": entry_words(entry),
                "struck": entry.struck,
            }
            for entry in page.timeline
        ]
    return answer


def _print_case(desk: StaffDesk, page: CasePage, *, persons: bool) -> None:
    row = page.row
    if persons:
        number = shown(row.number, local_day(desk.now())) if row.number else ""
        print("skyddad identitet" if row.masked else f"{row.name} {number}".strip())
    print(", ".join(part for part in (row.hospital, row.ward, row.ward_phone) if part))
    print(f"ansvarig: {row.responsible_name or 'ingen'}")
    for clock in mask_clocks(page.clocks, may=persons):
        line = clock_line(clock, desk.now())
        print(" · ".join(part for part in (line.said, line.turn) if part))
    if persons:
        for entry in page.timeline:
            struck = " (gäller inte)" if entry.struck else ""
            print(
                f"{moment(entry.at)}  {entry.by_name or 'systemet'}: {entry_words(entry)}{struck}"
            )
