"""A decision on a short stay outside office hours as paper: filled in, or to fill in by hand."""

from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from kontaktpunkt.domain.events.short_term import DoctorAsked, ShortTermGranted, ShortTermWish
from kontaktpunkt.domain.paper.printout import ListColumn, ListDocument, ListGroup, PrintFoot
from kontaktpunkt.domain.person.number import shown
from kontaktpunkt.domain.profile.rule_profile import RuleProfile
from kontaktpunkt.domain.profile.shapes import Code
from kontaktpunkt.domain.states import ShortTermDecision
from kontaktpunkt.domain.times import Instant, local_day, to_local
from kontaktpunkt.usecases.rows import CaseRow

_COLUMNS: Final = (
    ListColumn(label="Steg", weight=4),
    ListColumn(label="Svar", weight=9),
    ListColumn(label="Noterat", weight=4, write_in=True),
)
_TO_FILL_IN: Final = (
    ListColumn(label="Steg", weight=5),
    ListColumn(label="Svar", weight=12, write_in=True),
)
_WAITS: Final = (
    "Väntar på handläggarens beslut. Lämnas till handläggarnas mottagning. "
    "Dokumenteras i ärendet; förstörs enligt rutin."
)
_IN_CASE: Final = "står i ärendet"
_WISHES: Final = {
    ShortTermWish.SELF: "personen själv",
    ShortTermWish.REPRESENTATIVE: "legal företrädare",
}
_DOCTORS: Final = {
    DoctorAsked.ASKED: "tillfrågad",
    DoctorAsked.NOT_NEEDED: "behövdes inte",
}

_Rows = tuple[tuple[str, ...], ...]


class DecisionWords(Struct, frozen=True, kw_only=True):
    """What a decision's paper needs beside it: the profile's lists, and who made it."""

    profile: RuleProfile
    made_by: str = ""


def decision_paper(
    made: ShortTermDecision, row: CaseRow, words: DecisionWords, foot: PrintFoot
) -> ListDocument:
    """Put a decision on paper; of a protected person nothing in words, for they may tell who."""
    granted = made.granted
    today = local_day(made.at)
    number = shown(row.number, today) if row.number is not None else ""
    who = "Skyddade personuppgifter" if row.masked else ", ".join(filter(None, (row.name, number)))
    rows: _Rows = (
        ("Person", who, ""),
        ("Plats", _IN_CASE if row.masked and granted.place is None else granted.place_name, ""),
        ("Gäller till", _moment(granted.valid_until), ""),
        ("Beslutat", f"{_moment(made.at)} av {words.made_by}".removesuffix(" av "), ""),
        *((("Grunderna", _IN_CASE, ""),) if row.masked else _grounds(granted, words.profile)),
    )
    groups = (
        ListGroup(title="Beslutet", rows=rows),
        ListGroup(title="Ska med", rows=_ticked(words, "short_term_handed_over", made.handed_over)),
        ListGroup(title="Underrättas", rows=_ticked(words, "short_term_told", made.told)),
        ListGroup(title="Handläggaren på vardagen", rows=_CASEWORKER),
    )
    return _document("Korttidsbeslut utanför kontorstid", groups, foot)


_CASEWORKER: Final[_Rows] = (
    ("Beslut", "bekräftas till ................   /   avslutas ................", ""),
    ("Handläggare, datum", "", ""),
)


def blank_decision(profile: RuleProfile, until: Instant, foot: PrintFoot) -> ListDocument:
    """Make a decision to fill in by hand; `until` is how long one made now would hold."""
    words = DecisionWords(profile=profile)
    tried = ", ".join(code.label for code in profile.codes("short_term_tried"))
    steps: _Rows = tuple(
        (step, "")
        for step in (
            "Person, personnummer",
            "Skäl",
            "Vill ha platsen: personen / legal företrädare, namn",
            "Delegation finns: ja / nej (nej: ring chef i beredskap)",
            "Sjuksköterskans bedömning",
            "Läkare eller MTN tillfrågad, namn",
            f"Prövat först: {tried}",
            "Plats (sökordningen på listan över lediga)",
            "Chef i beredskap, namn (permanent plats, eller tveksamt)",
            "Beslutat kl, av",
        )
    )
    filled = (
        ListGroup(title="Ska med", rows=_ticked(words, "short_term_handed_over", ())),
        ListGroup(title="Underrättas", rows=_ticked(words, "short_term_told", ())),
        ListGroup(title="Handläggaren på vardagen", rows=_CASEWORKER),
    )
    groups = (
        ListGroup(title=f"Gäller till {_moment(until)} om det beslutas nu", rows=steps),
        *(replace(one, rows=tuple(row[:2] for row in one.rows)) for one in filled),
    )
    made = _document("Korttidsbeslut utanför kontorstid, att fylla i", groups, foot)
    return replace(made, columns=_TO_FILL_IN)


def _document(title: str, groups: tuple[ListGroup, ...], foot: PrintFoot) -> ListDocument:
    return ListDocument(
        title=title,
        subtitle="Ett nej ges aldrig här: tveksamt eller nej avgörs av chef i beredskap.",
        columns=_COLUMNS,
        groups=groups,
        foot=foot,
        shred_note=_WAITS,
        landscape=False,
    )


def _grounds(granted: ShortTermGranted, profile: RuleProfile) -> _Rows:
    wish = _WISHES[granted.wish] + (f", {granted.representative}" if granted.representative else "")
    doctor = _DOCTORS[granted.doctor] + (f", {granted.doctor_name}" if granted.doctor_name else "")
    tried = [*_labels(profile.codes("short_term_tried"), granted.tried), granted.tried_note]
    said = (
        ("Skäl", granted.reason),
        ("Vill ha platsen", wish),
        ("Delegation", "finns" if granted.delegation else "saknas"),
        ("Sjuksköterskans bedömning", granted.assessment),
        ("Läkare eller MTN", doctor),
        ("Prövat först", ", ".join(part for part in tried if part)),
        ("Chef i beredskap", granted.manager),
    )
    return tuple((step, answer, "") for step, answer in said if answer)


def _ticked(words: DecisionWords, key: str, done: tuple[str, ...]) -> _Rows:
    """Give a line for each thing of a list; one that is done is said to be."""
    return tuple(
        (code.label, "klart" if code.code in done else "☐", "") for code in words.profile.codes(key)
    )


def _labels(codes: tuple[Code, ...], chosen: tuple[str, ...]) -> list[str]:
    known = {code.code: code.label for code in codes}
    return [known.get(code, code) for code in chosen]


def _moment(at: Instant) -> str:
    return to_local(at).strftime("%Y-%m-%d %H:%M")
