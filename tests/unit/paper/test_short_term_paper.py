"""Papers of short stays, read back as text: free places, the board, the queue, decisions."""

from uuid import UUID

import pytest

from kontaktpunkt.domain.commands import ApplyForShortTerm, GrantShortTerm, ListPlace
from kontaktpunkt.domain.events.place import PlaceFacts, PlaceKind
from kontaktpunkt.domain.events.short_term import DoctorAsked, ShortTermWish
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.paper import page_count, render_list
from kontaktpunkt.usecases.short_term.decision_paper import (
    DecisionWords,
    blank_decision,
    decision_paper,
)
from kontaktpunkt.usecases.short_term.papers import free_places, queue_list, whole_board
from kontaktpunkt.usecases.short_term.rows import ForWhom
from kontaktpunkt.wording.words import word
from samples import House, a_house, a_notice, a_person, done
from unit.paper.copies import FOOT
from unit.paper.reading import text, texts

_NIL = UUID(int=0)


@pytest.fixture
def house() -> House:
    """Give a house with a decision at one of three places, and a protected person in the queue."""
    house = a_house()
    house.take_in(a_notice(id="in1", person=a_person(1)))
    hidden = a_person(4, protection=Protection.SECRECY_MARKING)
    house.take_in(a_notice(id="p", person=hidden, stay={"stay_ids": ("stay-4",)}))
    for name, kind in (
        ("Solgården 1", PlaceKind.OWN),
        ("Växeln 1", PlaceKind.ALTERNATING),
        ("Linden 7", PlaceKind.PERMANENT),
    ):
        facts = PlaceFacts(name=name, unit="Enheten", place_kind=kind, phone="031-390 06 71")
        done(house.anna.list_place(ListPlace(place=_NIL, facts=facts)))
    first = house.anna.short_term().places[0].place
    with house.store.reading() as view:
        cases = {row.name: row.case for row in view.open_cases()}
    grant = GrantShortTerm(
        case=_NIL,
        decision=_NIL,
        stay=_NIL,
        valid_until=Instant(0),
        reason="maken akut sjuk",
        wish=ShortTermWish.SELF,
        delegation=True,
        assessment="kan inte vara ensam",
        doctor=DoctorAsked.ASKED,
        doctor_name="Dr Lind",
        tried=("night_visits",),
        place=first,
        told=("caseworkers",),
    )
    done(house.anna.grant_short_term(ForWhom(case=cases["Prov1 Provsson"]), grant))
    applies = ApplyForShortTerm(case=_NIL, need="hemligt behov")
    done(house.anna.apply_for_short_term(ForWhom(case=cases["Prov4 Provsson"]), applies))
    return house


def test_free_places_stand_in_the_order_of_asking_with_phone_and_word(house: House) -> None:
    """The nurse in the weekend reads where to ring first, and whose word the line is."""
    pdf = render_list(free_places(house.anna.short_term(), word, FOOT))

    said = text(pdf)
    assert page_count(pdf) == 1
    assert said.index("Växeln 1") < said.index("Linden 7")
    assert "Permanent plats, bara genom chef i beredskap (1)" in said
    assert "Ring innan du räknar med en plats" in said
    assert "031-390 06 71" in said
    assert "Prov1" not in said


def test_the_board_and_the_queue_name_no_protected_person(house: House) -> None:
    """Paper on a table says that somebody is protected, and no more."""
    page = house.anna.short_term()

    board, queue = (
        text(render_list(whole_board(page, word, FOOT))),
        text(render_list(queue_list(page, FOOT))),
    )

    assert "Prov1 Provsson" in board
    assert "väntar på handläggaren" in board
    assert "Skyddade personuppgifter" in queue
    assert "hemligt" not in queue + board


def test_a_decision_fits_one_page_with_room_for_the_caseworker(house: House) -> None:
    """All the grounds, what is ticked and what is not, and where the caseworker signs."""
    (row,) = house.anna.short_term().decisions
    found = house.anna.short_term_case(row.case)
    assert found is not None
    assert found.waiting is not None
    words = DecisionWords(profile=house.anna.profile(), made_by="Anna")

    pages = texts(render_list(decision_paper(found.waiting, found.row, words, FOOT)))

    assert len(pages) == 1
    for said in ("Prov1 Provsson", "maken akut sjuk", "Dr Lind", "nattbesök", "av Anna"):
        assert said in pages[0]
    assert "handläggarnas mottagningsgrupp klart" in pages[0]
    assert "Handläggaren på vardagen" in pages[0]


def test_the_blank_decision_is_one_page_with_every_step(house: House) -> None:
    """When nothing works but a pen, the same steps stand on paper."""
    until = house.anna.short_term_validity()[0]

    pages = texts(render_list(blank_decision(house.anna.profile(), until, FOOT)))

    assert len(pages) == 1
    for said in ("Delegation finns", "bedömning", "Läkare eller MTN", "Prövat först", "Skäl"):
        assert said in pages[0]
    assert "Ett nej ges aldrig här" in pages[0]
