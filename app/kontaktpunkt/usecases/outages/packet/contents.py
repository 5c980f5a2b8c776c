"""What the packet of a stop holds, as values without numbers: lists, and forms filled or blank."""

from collections.abc import Mapping, Sequence
from typing import Final
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.calendar.local_days import LocalDays
from kontaktpunkt.domain.paper.form import FormDefinition, fields_of
from kontaktpunkt.domain.paper.printout import ListDocument, PaperValue, PrintFoot, SheetValues
from kontaktpunkt.domain.profile import PacketPeople, RuleProfile
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.contacts.register import register_of
from kontaktpunkt.usecases.contacts.rows import Register
from kontaktpunkt.usecases.joining.joined import Looking
from kontaktpunkt.usecases.outages.packet.lists import people_list
from kontaktpunkt.usecases.outages.packet.people import (
    PacketPerson,
    by_surname,
    people_in_hospital,
    standing_of,
)
from kontaktpunkt.usecases.outages.packet.stop_log import STOP_LOG, round_rows
from kontaktpunkt.usecases.outages.work import wards_of
from kontaktpunkt.usecases.phone_lists.papers import (
    PACKET_LISTS,
    PhoneListRecipe,
    phone_list_documents,
)
from kontaktpunkt.usecases.ports import Word

_ROUND: Final = "round_list"
EXPECTED_DAYS: Final = "packet_expected_days"
PEOPLE: Final = "people"


class Recipe(Struct, frozen=True, kw_only=True):
    """What a packet is made by: forms and rules, who we are, the foot of each page, and when.

    `stop` is what the log of the stop says of it. `me` is who prints: whom she may see decides for
    whom of the protected a form is filled in.
    """

    forms: tuple[FormDefinition, ...]
    profile: RuleProfile
    ours: Mapping[str, PaperValue]
    foot: PrintFoot
    now: Instant
    days: LocalDays
    word: Word
    me: UUID | None = None
    stop: Mapping[str, PaperValue] = {}


class FilledForm(Struct, frozen=True, kw_only=True):
    """A form filled in for somebody, still without a number."""

    form: FormDefinition
    case: UUID
    person: UUID | None
    name: str
    people: PacketPeople
    values: SheetValues


class BlankStock(Struct, frozen=True, kw_only=True):
    """Blank copies of a form, still without numbers."""

    form: FormDefinition
    count: int
    values: SheetValues


class PacketContents(Struct, frozen=True, kw_only=True):
    """All of a packet: lists by key, filled forms A-Ö by surname, and blank ones.

    `left_out` counts protected people for whom no form is filled in; `protected` says that the
    lists or forms hold somebody who is.
    """

    lists: tuple[tuple[str, ListDocument], ...]
    people: tuple[PacketPerson, ...]
    filled: tuple[FilledForm, ...]
    blanks: tuple[BlankStock, ...]
    persons: int = 0
    left_out: int = 0
    protected: bool = False


def packet_contents(
    looking: Looking, recipe: Recipe, people: Sequence[PacketPerson] | None = None
) -> PacketContents:
    """Give the contents of a packet, read in one transaction; takes and shows no number.

    `people` are those of an exercise; without them everybody in hospital stands in it.
    """
    register = Register()  # who is practising rings nobody real
    if people is None:
        people = people_in_hospital(looking, recipe.me, recipe.now)
        register = register_of(looking.store)
    wards = [ward.name for ward in wards_of((one.row for one in people), register)]
    days = recipe.profile.count(EXPECTED_DAYS)
    lists = (
        (PEOPLE, people_list(people, recipe.foot, recipe.now, days)),
        *phone_lists(looking, recipe),
    )
    filled = _filled(recipe, people, days)
    for_whom = {one.case for one in filled}
    asked = [one for one in people if one.is_protected and one.values is None]
    return PacketContents(
        lists=lists,
        people=tuple(people),
        filled=filled,
        blanks=_blanks(recipe, wards),
        persons=len(people),
        left_out=len(asked),
        protected=any(
            one.row.masked or (one.is_protected and one.row.case in for_whom) for one in people
        ),
    )


def phone_lists(looking: Looking, recipe: Recipe) -> tuple[tuple[str, ListDocument], ...]:
    """Give the lists of whom to phone: those who answer at any hour, our units, the wards."""
    by = PhoneListRecipe(
        profile=recipe.profile,
        days=recipe.days,
        now=recipe.now,
        foot=recipe.foot,
        word=recipe.word,
    )
    made = phone_list_documents(looking.store, by, PACKET_LISTS)
    return tuple(
        (f"phones.{kind.value}", document)
        for kind, document in zip(PACKET_LISTS, made, strict=True)
        if document.groups
    )


def _filled(
    recipe: Recipe, people: Sequence[PacketPerson], days: int | None
) -> tuple[FilledForm, ...]:
    """Fill in the forms that the rules name for each, in the order of the forms, each A-Ö."""
    rules = {(rule.form, rule.people) for rule in recipe.profile.packet_prefilled}
    found: list[FilledForm] = []
    for form in recipe.forms:
        for one in sorted(people, key=by_surname):
            standing = standing_of(one.row, recipe.now, days)
            named = {(form.number, standing), (form.number, PacketPeople.IN_HOSPITAL)} & rules
            if named and one.values is not None:
                found.append(_form_for(recipe, form, one, standing))
    return tuple(found)


def _form_for(
    recipe: Recipe, form: FormDefinition, one: PacketPerson, standing: PacketPeople
) -> FilledForm:
    return FilledForm(
        form=form,
        case=one.row.case,
        person=one.person,
        name=one.name,
        people=standing,
        values=SheetValues(
            values={**recipe.ours, **(one.values or {})},
            foot=recipe.foot,
            protected=one.is_protected,
        ),
    )


def _blanks(recipe: Recipe, wards: Sequence[str]) -> tuple[BlankStock, ...]:
    counts = {rule.form: rule.count for rule in recipe.profile.packet_blanks}
    blank = SheetValues(values=recipe.ours, foot=recipe.foot, blank=True)
    return tuple(
        BlankStock(
            form=form,
            count=counts.get(form.number, 0),
            values=_log(recipe, form, wards) if form.number == STOP_LOG else blank,
        )
        for form in recipe.forms
    )


def _log(recipe: Recipe, form: FormDefinition, wards: Sequence[str]) -> SheetValues:
    """Begin the log of a stop with what is known of it; without a stop it is blank."""
    if not recipe.stop:
        return SheetValues(values=recipe.ours, foot=recipe.foot, blank=True)
    rows = next((one.rows for one in fields_of(form) if one.key == _ROUND), 0)
    told = {**recipe.ours, **recipe.stop, _ROUND: round_rows(wards, rows)}
    # Who signs it is seen when it is signed.
    return SheetValues(values={**told, "signed_by": ""}, foot=recipe.foot)
