"""A protected person: who she is reaches those alone who answer for her, where she lives nobody."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import msgspec
import pytest

from kontaktpunkt.domain.commands import (
    AddNote,
    CorrectNumber,
    DescribePerson,
    FinishMessage,
    HandOverCase,
    HandOverMessage,
    LogCall,
    NoteDeviation,
    RequestDocumentation,
    SetWithUs,
    TakeMessage,
    TickStep,
)
from kontaktpunkt.domain.events.office import AccessKind, AccessNoted
from kontaktpunkt.domain.ledger.subjects import Subject, SubjectKind
from kontaktpunkt.domain.message_kind import Carrier, MessageKind, SetAsideReason
from kontaktpunkt.domain.notice import Conversation, SetAside, SummonsFacts
from kontaktpunkt.domain.person.facts import Address, PersonFacts, Protection
from kontaktpunkt.domain.staff import OnWord, Receiver, WithUs
from kontaktpunkt.usecases.at_desk import StaffDesk
from kontaktpunkt.usecases.desk import IssuedPaper, PaperPreview, PersonHit
from kontaktpunkt.usecases.rows import InboxQuery, InboxView
from samples import House, a_house, a_notice, a_number, a_person, do, done, id_of

_M = id_of("m")
_NUMBER, _OLD_NUMBER = a_number(5), a_number(6)
_WHERE = ("Gömda stigen", "99999", "Hemköping", "070-999 99 99", "Hemlösa")
_WHO = ("Hemliga", "Personsson", _NUMBER.value, _OLD_NUMBER.value, _NUMBER.value[2:])
_WORDS = ("hemlig text", "dottern Lisa", "frun Eva", "Hos mamma")


def _hidden(**said: Any) -> PersonFacts:
    facts: dict[str, Any] = {
        "numbers": (_OLD_NUMBER,),
        "given_name": "Hemliga",
        "family_name": "Personsson",
        "addresses": (Address(lines=("Gömda stigen 1",), postal_code="99999", city="Hemköping"),),
        "phone": "070-999 99 99",
        "home_municipality": "Hemlösa",
        "protection": Protection.SECRECY_MARKING,
    }
    return PersonFacts(**(facts | said))


def _a_house_with_a_protected_person() -> tuple[House, UUID]:
    """Bo answers for the case of a protected person, with everything in it that can tell of her."""
    house = a_house()
    talk = Conversation(subject_line="hemlig text", text="hemlig text om Personsson")
    notices = (
        a_notice(id="m", person=_hidden(), conversation=talk),
        a_notice(
            MessageKind.PLAN_SUMMONS, id="s", person=_hidden(),
            summons=SummonsFacts(place="Gömda stigen 1", participants=("dottern Lisa",)),
        ),
        a_notice(
            MessageKind.DISCHARGE_NOTICE, id="d", person=_hidden(),
            stay={"discharged_to": "Hos mamma, Gömda stigen 1"},
        ),
    )  # fmt: skip
    case = house.take_in(*notices, name="Personsson.json")[0].case
    person = house.row(_M).person
    assert case is not None
    assert person is not None
    do(house.bo, TakeMessage(message=_M))
    do(
        house.bo,
        CorrectNumber(person=person, wrong=_OLD_NUMBER, right=_NUMBER),
        DescribePerson(person=person, facts=PersonFacts(phone="070-999 99 99 x")),
        AddNote(case=case, text="hemlig text om Personsson"),
        LogCall(case=case, counterpart="dottern Lisa", phone="070-999 99 99", text="hemlig text"),
        NoteDeviation(case=case, code="", text="hemlig text"),
        RequestDocumentation(case=case, item=UUID(int=9), system="SAMSA", text="hemlig text"),
        SetWithUs(person=person, with_us=WithUs(unit="Hemvård Norr", nurse="frun Eva")),
        TickStep(
            case=case,
            step=house.anna.profile().steps[0].key,
            on_word=OnWord(name="dottern Lisa", phone="070-999 99 99"),
        ),
        HandOverMessage(message=id_of("s"), to=Receiver(unit="Hemvård Norr"), note="hemlig text"),
        FinishMessage(message=id_of("d"), note="hemlig text"),
    )
    do(house.bo, HandOverCase(case=case, to=Receiver(staff=house.bo.me.staff)))
    # A discharge that was done is reopened as an admission is known: she is in hospital again.
    house.take_in(a_notice(id="a2", person=_hidden(), sent_at=house.clock.now()))
    return house, case


_SHOWN: dict[str, Callable[[StaffDesk, UUID], Any]] = {
    "inbox": lambda desk, _: [desk.inbox(InboxQuery(view=view), 0, 99) for view in InboxView],
    "card": lambda desk, _: [desk.card(id_of(one)) for one in ("m", "s", "d", "a2")],
    "case": lambda desk, case: desk.case(case),
    "original": lambda desk, _: desk.original_text(_M),
    "in hospital": lambda desk, _: desk.in_hospital(),
    "search": lambda desk, _: [desk.search(text) for text in (*_WHO, "avd 3", "stigen")],
    "filtered inbox": lambda desk, _: [
        desk.inbox(InboxQuery(text=text), 0, 99) for text in (*_WHO, "avd 3")
    ],
    "today's list": lambda desk, _: desk.todays_list(),
    "preview": lambda desk, case: desk.preview("R2", case),
    "issued": lambda desk, case: desk.issue("R2", case, saved=True, purpose="prov"),
    "register": lambda desk, _: desk.sheets(),
    "move": lambda desk, _: desk.find_person(a_number(1).value),
}


def _text(shown: object) -> str:
    """Give everything that stands in what is shown."""
    if isinstance(shown, PaperPreview | IssuedPaper):
        return f"{shown!r} {shown.pdf.decode()}"
    return repr(msgspec.to_builtins(shown, str_keys=True)) + repr(shown)


@pytest.mark.parametrize("place", sorted(_SHOWN))
def test_who_does_not_answer_for_her_learns_neither_who_nor_where(place: str) -> None:
    """Names, numbers, addresses, phones and free words: none of it anywhere."""
    house, case = _a_house_with_a_protected_person()

    text = _text(_SHOWN[place](house.anna, case))

    assert [word for word in (*_WHO, *_WHERE, *_WORDS) if word in text] == []


@pytest.mark.parametrize("place", sorted(_SHOWN))
def test_where_she_lives_reaches_nobody(place: str) -> None:
    """Not even those who answer for her are shown address, phone or home from what was received."""
    house, case = _a_house_with_a_protected_person()

    text = _text(_SHOWN[place](house.bo, case))

    where = ("99999", "Hemköping", "070-999 99 99 x", "Hemlösa")
    assert [word for word in where if word in text] == []


def test_who_answers_for_her_knows_whom_it_is_about() -> None:
    """Name and number stand on her row, card, case and paper, in the list too."""
    house, case = _a_house_with_a_protected_person()

    rows = {row.message: row for row in house.bo.inbox(InboxQuery(), 0, 99).rows}
    assert rows[_M].name == "Hemliga Personsson"
    assert rows[id_of("a2")].name == "Hemliga Personsson"
    card, page = house.bo.card(_M), house.bo.case(case)
    assert card is not None
    assert page is not None
    assert card.person is not None
    assert (card.row.number, card.person.number) == (_NUMBER, _NUMBER)
    assert page.row.name == "Hemliga Personsson"
    assert any("hemlig text" in repr(each.body) for each in page.timeline)
    assert [row.name for row in house.bo.in_hospital()] == ["Hemliga Personsson"]
    assert house.bo.search(_NUMBER.value).cases[0].case == case
    preview = house.bo.preview("R2", case)
    assert isinstance(preview, PaperPreview)
    assert preview.protected
    assert b"Personsson" in preview.pdf


def test_what_is_masked_still_says_that_there_is_something_to_do() -> None:
    """The row stands in the list with kind, ward and owner, and says that it is protected."""
    house, case = _a_house_with_a_protected_person()

    row = next(row for row in house.anna.inbox(InboxQuery(), 0, 99).rows if row.message == _M)
    page = house.anna.case(case)

    assert (row.masked, row.owner_name, row.ward) == (True, "Bo", "Avd 3")
    assert row.protection is Protection.SECRECY_MARKING
    assert page is not None
    assert len(page.timeline) > 5
    assert {each.by_name for each in page.timeline} == {"Anna", "Bo"}
    assert len(page.documentation) == len(page.steps) == 1
    hospital = house.anna.in_hospital()
    assert [(one.masked, one.name) for one in hospital] == [(True, "")]


def test_typing_her_number_tells_that_she_is_protected_and_nothing_more() -> None:
    """No name, no ward, no other number; and nothing at all by her former number."""
    house, _ = _a_house_with_a_protected_person()

    hit = house.anna.find_person(_NUMBER.value)

    assert isinstance(hit, PersonHit)
    assert hit.cases == ()
    assert hit.facts == PersonFacts(numbers=(_NUMBER,), protection=Protection.SECRECY_MARKING)
    assert house.anna.find_person(_OLD_NUMBER.value) is None
    mine = house.bo.find_person(_NUMBER.value)
    assert mine is not None
    assert len(mine.cases) == 1


def test_a_search_for_her_says_that_there_is_nothing() -> None:
    """Neither row nor count tells that she is here."""
    house, _ = _a_house_with_a_protected_person()

    assert house.anna.search(_NUMBER.value).total == 0
    assert house.anna.search("Personsson").total == 0


def test_asking_for_a_masked_original_is_noted_as_denied() -> None:
    """The access log tells who wanted to see what was not for her."""
    house, case = _a_house_with_a_protected_person()

    assert house.anna.original_text(_M) == ""

    denied = [one for one in _accesses(house) if one.access is AccessKind.DENIED]
    assert [(one.person, one.case) for one in denied] == [(house.row(_M).person, case)]


def test_a_set_aside_original_of_a_protected_person_is_for_its_owner() -> None:
    """Nobody but who took it to complete it by hand sees whom it speaks of and what it says."""
    house = a_house()
    seen = SetAside(reason=SetAsideReason.NO_EVENT, person=_hidden())
    data = b"original om Hemliga Personsson, Gomda stigen"
    house.original(seen, data)
    aside = house.anna.take_in("Personsson.json", data, Carrier.FILE).message
    assert aside is not None
    shown = (
        house.anna.set_aside(aside), house.anna.card(aside), house.anna.original_text(aside),
        house.anna.inbox(InboxQuery(), 0, 9), house.anna.set_aside_rows(),
    )  # fmt: skip
    text = "".join(map(_text, shown))
    assert [word for word in (*_WHO, *_WHERE, "original om") if word in text] == []

    do(house.anna, TakeMessage(message=aside))

    page = house.anna.set_aside(aside)
    assert page is not None
    assert page.text.startswith("original om")
    assert page.seen_person == _hidden(addresses=(), phone="", home_municipality="")
    assert house.bo.set_aside(aside) != page
    assert AccessKind.DENIED in {one.access for one in _accesses(house)}


def test_a_protection_known_here_holds_for_an_original_that_is_silent_of_it() -> None:
    """Silence never lifts a protection: the number leads to what is known."""
    house, _ = _a_house_with_a_protected_person()
    silent = _hidden(numbers=(_NUMBER,), protection=Protection.NONE)
    aside = house.take_in(SetAside(reason=SetAsideReason.NO_EVENT, person=silent))[0].message
    assert aside is not None

    page = house.anna.set_aside(aside)

    assert house.row(aside).protection is Protection.SECRECY_MARKING
    assert page is not None
    assert "Personsson" not in _text(page)
    assert house.is_clean


def test_a_protection_that_comes_later_masks_what_was_open() -> None:
    """The rows, papers and originals of before are masked from that moment on."""
    house = a_house()
    case = house.take_in(a_notice(id="m", person=_hidden(protection=Protection.NONE)))[0].case
    silent = SetAside(
        reason=SetAsideReason.NO_EVENT, person=_hidden(protection=Protection.NONE), place="x"
    )
    aside = house.take_in(silent)[0].message
    assert aside is not None
    assert isinstance(house.bo.issue("R2", case, saved=True, purpose=""), IssuedPaper)
    assert house.anna.sheets()[0].name == "Hemliga Personsson"

    house.take_in(a_notice(MessageKind.LEAVE_NOTICE, id="l", person=_hidden()))

    shown = (
        house.anna.inbox(InboxQuery(), 0, 9), house.anna.sheets(), house.anna.card(aside),
        house.anna.set_aside(aside), house.anna.search("Personsson"),
    )  # fmt: skip
    text = "".join(map(_text, shown))
    assert [word for word in (*_WHO, *_WHERE) if word in text] == []
    weaker = _hidden(protection=Protection.NONE)
    house.take_in(a_notice(MessageKind.LEAVE_NOTICE, id="l2", person=weaker))
    assert house.row(_M).protection is Protection.SECRECY_MARKING
    assert house.is_clean


def test_an_open_identity_hides_nothing() -> None:
    """Everybody at the contact point sees an ordinary person, with address and phone."""
    house = a_house()
    case = house.take_in(a_notice(id="m"))[0].case
    assert case is not None

    page = house.bo.case(case)

    assert page is not None
    assert page.person.addresses == a_person().addresses
    assert "Hittepågatan" in house.bo.original_text(_M)
    done(house.anna.act(TakeMessage(message=_M)))
    assert house.bo.search("Provsson").total == 1


def _accesses(house: House) -> list[AccessNoted]:
    """Give the access log, oldest first."""
    with house.store.reading() as view:
        subjects: list[Subject] = list(view.subjects(SubjectKind.ACCESS))
        found = [event.body for subject in subjects for event in view.events_of(subject)]
    return [body for body in found if isinstance(body, AccessNoted)]
