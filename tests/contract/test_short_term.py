"""Places for short stays on a real store: the board, the queue, a decision on a Saturday night."""

from datetime import date, time
from uuid import UUID

import pytest

from kontaktpunkt.domain.commands import (
    ApplyForShortTerm,
    CloseCase,
    ConfirmShortTerm,
    DecideShortTerm,
    EndShortTerm,
    GrantShortTerm,
    JoinCases,
    ListPlace,
    OccupyPlace,
    PlanShortTermArrival,
    TakeBack,
    VacatePlace,
)
from kontaktpunkt.domain.events.office import AccessKind, AccessNoted
from kontaktpunkt.domain.events.place import PlaceFacts, PlaceKind
from kontaktpunkt.domain.events.short_term import DoctorAsked, ShortTermWish
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.domain.times import HOUR, Instant, at_local
from kontaktpunkt.usecases.care_request_rows import Whom
from kontaktpunkt.usecases.ports import Store
from kontaktpunkt.usecases.short_term.rows import (
    ForWhom,
    PlaceRow,
    PlaceStanding,
    ShortTermPaper,
)
from kontaktpunkt.usecases.verifying import rebuild
from kontaktpunkt.wording.timeline import tell
from samples import House, a_house, a_notice, a_number, a_person, do, done, hours

_NIL = UUID(int=0)
_BERG = OnWord(name="A. Berg")
_APPLIES = ApplyForShortTerm(case=_NIL, need="trygg plats")


@pytest.fixture
def house(store: Store) -> House:
    """Give a house with three places and two people in hospital."""
    house = a_house(store)
    for nth in (1, 2):
        house.take_in(a_notice(id=f"in{nth}", person=a_person(nth), stay=_stay(nth)))
    for name, kind in (
        ("Solgården 1", PlaceKind.OWN),
        ("Växeln 1", PlaceKind.ALTERNATING),
        ("Linden 7", PlaceKind.PERMANENT),
    ):
        facts = PlaceFacts(name=name, place_kind=kind, phone="0500-00 00 01")
        done(house.anna.list_place(ListPlace(place=_NIL, facts=facts, on_word=_BERG)))
    return house


def _stay(nth: int) -> dict[str, object]:
    return {"stay_ids": (f"stay-{nth}",)}


def _place(house: House, name: str) -> PlaceRow:
    return next(row for row in house.anna.short_term().places if row.facts.name == name)


def _case(house: House, nth: int = 1) -> UUID:
    with house.store.reading() as view:
        rows = view.open_cases()
    return next(row.case for row in rows if row.name == f"Prov{nth} Provsson")


def _place_her(house: House, name: str, nth: int = 1, until: Instant | None = None) -> None:
    note = f"Prov{nth} har hund"
    draft = OccupyPlace(place=_place(house, name).place, stay=_NIL, until=until, note=note)
    done(house.anna.place_person(ForWhom(case=_case(house, nth)), draft))


def _grant(house: House, name: str, **more: object) -> GrantShortTerm:
    facts: dict[str, object] = {
        "case": _NIL,
        "decision": _NIL,
        "stay": _NIL,
        "valid_until": Instant(0),
        "reason": "maken akut sjuk",
        "wish": ShortTermWish.SELF,
        "delegation": True,
        "assessment": "kan inte vara ensam",
        "doctor": DoctorAsked.NOT_NEEDED,
        "tried": ("extra_home_care", "night_visits", "relatives"),
        "place": _place(house, name).place,
    }
    return GrantShortTerm(**(facts | more))  # type: ignore[arg-type]  a draft from words


def test_the_board_says_who_said_so_and_stands_in_the_order_of_asking(house: House) -> None:
    """Own places first, the permanent one last; each with who told us and when."""
    rows = house.anna.short_term().places

    assert [row.facts.name for row in rows] == ["Solgården 1", "Växeln 1", "Linden 7"]
    assert {row.said_by for row in rows} == {"A. Berg"}
    assert all(row.standing is PlaceStanding.FREE for row in rows)
    assert house.is_clean


def test_from_application_to_a_place_the_hours_are_known_afterwards(house: House) -> None:
    """Ansökan, beslut and plats are three times, and the history tells them."""
    case = _case(house)
    applied = ApplyForShortTerm(case=_NIL, need="trygg plats", at=hours(-30))
    done(house.anna.apply_for_short_term(ForWhom(case=case), applied))
    do(house.bo, DecideShortTerm(case=case, granted=True, caseworker="Bo", at=hours(-4)))
    assert [row.need for row in house.anna.short_term().queue] == ["trygg plats"]

    _place_her(house, "Solgården 1")

    assert house.anna.short_term().queue == ()
    row = _place(house, "Solgården 1")
    assert [one.name for one in row.holders] == ["Prov1 Provsson"]
    house.clock.advance(60)
    do(house.anna, VacatePlace(place=row.place, stay=row.holders[0].stay))
    (past,) = house.anna.short_term().history
    assert (past.applied_at, past.decided_at) == (hours(-30), hours(-4))
    assert _place(house, "Solgården 1").standing is PlaceStanding.FREE
    assert house.is_clean


def test_somebody_who_gets_another_place_leaves_the_one_she_had(house: House) -> None:
    """Nobody is in two beds; to take it back puts her in the first one again."""
    _place_her(house, "Växeln 1")
    draft = OccupyPlace(place=_place(house, "Solgården 1").place, stay=_NIL)

    moved = done(house.anna.place_person(ForWhom(case=_case(house)), draft))

    assert _place(house, "Växeln 1").standing is PlaceStanding.FREE
    assert _place(house, "Solgården 1").standing is PlaceStanding.OCCUPIED
    do(house.anna, TakeBack(act=moved.act))
    assert _place(house, "Växeln 1").standing is PlaceStanding.OCCUPIED
    assert _place(house, "Solgården 1").standing is PlaceStanding.FREE
    assert house.is_clean


def test_a_place_that_somebody_has_is_not_given_to_another(house: House) -> None:
    """The second one is told who to ask, and nobody is moved."""
    _place_her(house, "Solgården 1")
    draft = OccupyPlace(place=_place(house, "Solgården 1").place, stay=_NIL)

    answer = house.bo.place_person(ForWhom(case=_case(house, 2)), draft)

    assert isinstance(answer, Refused)
    assert answer.reason is RefusalReason.PLACE_TAKEN


def test_a_saturday_night_decision_holds_to_monday_noon_and_waits_for_the_caseworker(
    house: House,
) -> None:
    """She sleeps there at once; on Monday the caseworker takes it over for two weeks."""
    saturday = at_local(date(2026, 3, 28), time(20, 0))
    house.clock.set(saturday)
    case = _case(house)

    done(house.anna.grant_short_term(ForWhom(case=case), _grant(house, "Solgården 1")))

    page = house.anna.short_term()
    (waiting,) = page.decisions
    noon = at_local(date(2026, 3, 30), time(12, 0))
    assert (waiting.valid_until, waiting.place_name) == (noon, "Solgården 1")
    assert house.anna.short_term_waiting() == (noon,)
    (holder,) = _place(house, "Solgården 1").holders
    assert (holder.provisional, holder.until) == (True, noon)
    closed = house.anna.act(CloseCase(case=case))
    assert isinstance(closed, Refused)
    assert closed.reason is RefusalReason.DECISION_WAITS

    house.clock.set(Instant(noon - 2 * HOUR))
    until = Instant(noon + 14 * 24 * HOUR)
    wish = ConfirmShortTerm(case=case, decision=waiting.decision, caseworker="Bo", until=until)
    do(house.bo, wish)

    assert house.anna.short_term().decisions == ()
    (holder,) = _place(house, "Solgården 1").holders
    assert (holder.provisional, holder.until) == (False, until)
    assert house.is_clean


def test_ended_by_the_caseworker_the_place_is_free_again(house: House) -> None:
    """On Monday her husband is home again: the decision ends, and so does her stay."""
    case = _case(house)
    done(house.anna.grant_short_term(ForWhom(case=case), _grant(house, "Växeln 1")))
    (waiting,) = house.anna.short_term().decisions

    wish = EndShortTerm(case=case, decision=waiting.decision, caseworker="Bo", reason="hemma")
    do(house.bo, wish)

    assert _place(house, "Växeln 1").standing is PlaceStanding.FREE
    assert house.anna.short_term_waiting() == ()
    again = house.bo.act(wish)
    assert isinstance(again, Refused)
    assert again.reason is RefusalReason.ALREADY_DONE


def test_a_permanent_place_is_for_the_manager_on_call_to_decide(house: House) -> None:
    """A nurse gives no permanent place by herself; with the manager's name she notes it."""
    case = ForWhom(case=_case(house))

    refused = house.anna.grant_short_term(case, _grant(house, "Linden 7"))

    assert isinstance(refused, Refused)
    assert refused.reason is RefusalReason.MANAGER_DECIDES
    done(house.anna.grant_short_term(case, _grant(house, "Linden 7", manager="C. Chef")))


def test_whoever_has_no_case_gets_one_with_the_decision(house: House) -> None:
    """Somebody at home whose husband falls ill on a Saturday has never been in hospital."""
    whom = ForWhom(whom=Whom(number_text=a_number(9).value, name="Greta Provsson"))

    done(house.anna.grant_short_term(whom, _grant(house, "Solgården 1")))

    (waiting,) = house.anna.short_term().decisions
    assert waiting.name == "Greta Provsson"
    page = house.anna.case(waiting.case)
    assert page is not None
    assert "ShortTermGranted" in {entry.body.kind() for entry in page.timeline}
    assert house.is_clean


def test_a_protected_person_is_masked_on_the_board_and_on_paper(house: House) -> None:
    """The board says that somebody is there, and to nobody but who answers for her who."""
    hidden = a_person(4, protection=Protection.SECRECY_MARKING)
    house.take_in(a_notice(id="protected", person=hidden, stay=_stay(4)))
    applied = ApplyForShortTerm(case=_NIL, need="hemlig plats för Prov4")
    case = ForWhom(case=_case(house, 4))
    done(house.anna.apply_for_short_term(case, applied))
    (waiting,) = house.anna.short_term().queue
    assert (waiting.name, waiting.need, waiting.masked) == ("", "", True)

    _place_her(house, "Solgården 1", 4)

    (holder,) = _place(house, "Solgården 1").holders
    assert (holder.name, holder.masked) == ("", True)
    card = house.anna.short_term_place(_place(house, "Solgården 1").place)
    assert card is not None
    told = [tell(entry.body) for entry in card.timeline]
    assert any(line.startswith("På tavlan: Solgården 1") for line in told)
    assert "Prov4" not in " ".join(told)
    page = house.anna.case(_case(house, 4))
    assert page is not None
    lines = [tell(entry.body) for entry in page.timeline]
    assert "hemlig" not in " ".join(lines)
    for paper in (ShortTermPaper.BOARD, ShortTermPaper.FREE):
        made = house.anna.short_term_paper(paper)
        assert made is not None
        assert "Prov4" not in made.pdf.decode()
    board = house.anna.short_term_paper(ShortTermPaper.BOARD)
    assert board is not None
    assert board.protected


def test_words_about_a_protected_person_reach_neither_paper_nor_colleagues(house: House) -> None:
    """The paper of a decision says that the grounds stand in the case; typed places are hers."""
    hidden = a_person(4, protection=Protection.SECRECY_MARKING)
    house.take_in(a_notice(id="protected", person=hidden, stay=_stay(4)))
    case = _case(house, 4)
    words = {
        "reason": "hemlig dotter sjuk",
        "representative": "hemlig Cia",
        "assessment": "hemlig",
        "doctor_name": "Dr hemlig",
        "tried_note": "hemlig granne",
        "place": None,
        "place_name": "hos hemlig moster",
        "manager": "Eva",
    }
    done(house.bo.grant_short_term(ForWhom(case=case), _grant(house, "Solgården 1", **words)))
    arrival = PlanShortTermArrival(case=case, arrives_at=hours(5), place_name="hos hemlig moster")
    do(house.bo, arrival)

    paper = house.bo.short_term_paper(ShortTermPaper.DECISION, case)

    assert paper is not None
    assert paper.protected
    assert "hemlig" not in paper.pdf.decode()
    assert "Grunderna" in paper.pdf.decode()
    page = house.anna.short_term()
    assert [row.masked for row in (*page.decisions, *page.arrivals)] == [True, True]
    assert "hemlig" not in repr(page)


def test_who_comes_to_short_term_is_told_with_what_comes_along(house: House) -> None:
    """The nurse who receives her sees the time, the report, medicines, list, infection and aids."""
    wish = PlanShortTermArrival(
        case=_case(house),
        arrives_at=hours(5),
        report_taken=True,
        medicines_along=False,
        infection="MRSA",
    )
    do(house.anna, wish)

    (coming,) = house.anna.short_term().arrivals

    assert (coming.planned.report_taken, coming.planned.medicines_along) == (True, False)
    assert coming.planned.infection == "MRSA"
    _place_her(house, "Solgården 1")
    house.clock.advance(6 * 60)
    assert house.is_clean


def test_the_free_list_names_nobody_and_says_how_to_ask(house: House) -> None:
    """The list that lies in the weekend packet has places, phone numbers and whose word it is."""
    _place_her(house, "Solgården 1", until=hours(20))

    made = house.anna.short_term_paper(ShortTermPaper.FREE)

    assert made is not None
    words = made.pdf.decode()
    assert "Prov1" not in words
    assert all(said in words for said in ("Växeln 1", "Linden 7", "0500-00 00 01", "A. Berg"))
    assert "Solgården 1" in words  # free tomorrow


def test_the_decision_is_printed_with_its_grounds(house: House) -> None:
    """The caseworker who finds the paper on Monday knows what it rests on."""
    case = _case(house)
    done(house.anna.grant_short_term(ForWhom(case=case), _grant(house, "Solgården 1")))

    made = house.anna.short_term_paper(ShortTermPaper.DECISION, case)
    blank = house.anna.short_term_paper(ShortTermPaper.BLANK)

    assert made is not None
    assert blank is not None
    words = made.pdf.decode()
    assert all(said in words for said in ("maken akut sjuk", "nattbesök", "Prov1 Provsson"))
    assert "chef i beredskap" in blank.pdf.decode()


def test_needed_against_available_counts_who_is_there_and_who_waits(house: House) -> None:
    """Two places of our own; one is taken all month and one person waits: none is left."""
    _place_her(house, "Solgården 1")
    applied = ApplyForShortTerm(case=_NIL, need="trygg plats")
    done(house.anna.apply_for_short_term(ForWhom(case=_case(house, 2)), applied))

    weeks = house.anna.short_term().weeks

    assert [(week.places, week.needed, week.left) for week in weeks] == [(2, 2, 0)] * len(weeks)


def test_rebuilt_rows_say_the_same_as_those_that_grew(house: House) -> None:
    """What a new program reads from the ledger is what staff saw before."""
    _place_her(house, "Solgården 1", until=hours(40))
    done(house.anna.grant_short_term(ForWhom(case=_case(house, 2)), _grant(house, "Växeln 1")))
    before = house.anna.short_term()

    rebuild(house.anna)

    assert house.anna.short_term() == before


def test_a_regret_that_puts_two_in_one_bed_is_seen_by_everybody(house: House) -> None:
    """She left, another got the bed, and then her leaving was taken back: both names stand."""
    _place_her(house, "Solgården 1", 1)
    row = _place(house, "Solgården 1")
    left = do(house.anna, VacatePlace(place=row.place, stay=row.holders[0].stay))
    _place_her(house, "Solgården 1", 2)

    do(house.anna, TakeBack(act=left.act))

    row = _place(house, "Solgården 1")
    assert row.standing is PlaceStanding.DOUBLE
    assert {one.name for one in row.holders} == {"Prov1 Provsson", "Prov2 Provsson"}
    do(house.bo, VacatePlace(place=row.place, stay=row.holders[0].stay))
    assert _place(house, "Solgården 1").standing is PlaceStanding.OCCUPIED


def test_showing_the_board_and_a_place_is_noted_in_the_access_log(house: House) -> None:
    """Who has looked at the board, and at the place where she lies, can be told of it."""
    _place_her(house, "Solgården 1")

    house.bo.short_term()
    house.bo.short_term_place(_place(house, "Solgården 1").place)
    house.bo.short_term_case(_case(house))

    with house.store.reading() as view:
        subjects = list(view.subjects(SubjectKind.ACCESS))
        events = [event for each in subjects for event in view.events_of(each)]
    noted = [
        (event.body.access, event.body.filter or event.body.person)
        for event in events
        if isinstance(event.body, AccessNoted) and event.envelope.by == house.bo.me.staff
    ]
    (holder,) = _place(house, "Solgården 1").holders
    assert noted == [(AccessKind.LIST, "korttid"), (AccessKind.READ, holder.person)]


def test_two_joined_cases_are_one_stay_in_queue_and_decision(house: House) -> None:
    """What was granted in a case that was joined to another is confirmed from the one shown."""
    house.take_in(a_notice(id="in1b", person=a_person(1), stay={"stay_ids": ("stay-1b",)}))
    with house.store.reading() as view:
        cases = sorted(row.case for row in view.open_cases() if row.name == "Prov1 Provsson")
    assert len(cases) == 2
    for case, place in zip(cases, ("Solgården 1", "Växeln 1"), strict=True):
        done(house.anna.grant_short_term(ForWhom(case=case), _grant(house, place)))
    do(house.anna, JoinCases(case=cases[0], other_case=cases[1]))

    waiting = house.anna.short_term().decisions
    assert len(waiting) == 2
    assert len({row.case for row in waiting}) == 1
    for row in waiting:
        do(house.bo, EndShortTerm(case=row.case, decision=row.decision, caseworker="Bo"))

    assert house.anna.short_term().decisions == ()
    assert {row.standing for row in house.anna.short_term().places} == {PlaceStanding.FREE}


def test_a_place_got_in_one_of_two_joined_cases_ends_the_waiting_in_the_other(
    house: House,
) -> None:
    """She applied in one case and is placed from the one shown: she waits no more, nor twice."""
    house.take_in(a_notice(id="in1b", person=a_person(1), stay={"stay_ids": ("stay-1b",)}))
    with house.store.reading() as view:
        cases = sorted(row.case for row in view.open_cases() if row.name == "Prov1 Provsson")
    done(house.anna.apply_for_short_term(ForWhom(case=cases[1]), _APPLIES))
    do(house.anna, JoinCases(case=cases[0], other_case=cases[1]))
    (waiting,) = house.anna.short_term().queue

    again = house.bo.apply_for_short_term(ForWhom(case=waiting.case), _APPLIES)
    draft = OccupyPlace(place=_place(house, "Solgården 1").place, stay=_NIL)
    done(house.anna.place_person(ForWhom(case=waiting.case), draft))

    assert isinstance(again, Refused)
    assert again.reason is RefusalReason.ALREADY_IN_QUEUE
    assert house.anna.short_term().queue == ()


def test_what_the_caseworker_has_taken_over_is_not_taken_back_by_the_nurse(house: House) -> None:
    """Her slip can be undone while it waits; afterwards the caseworker's word rests on it."""
    case = _case(house)
    first = done(house.anna.grant_short_term(ForWhom(case=case), _grant(house, "Växeln 1")))
    do(house.anna, TakeBack(act=first.act))
    assert _place(house, "Växeln 1").standing is PlaceStanding.FREE
    again = done(house.anna.grant_short_term(ForWhom(case=case), _grant(house, "Växeln 1")))
    (waiting,) = house.anna.short_term().decisions
    do(house.bo, ConfirmShortTerm(case=case, decision=waiting.decision, caseworker="Bo"))

    answer = house.anna.act(TakeBack(act=again.act))

    assert isinstance(answer, Refused)
    assert answer.reason is RefusalReason.DECISION_CONFIRMED
    assert _place(house, "Växeln 1").standing is PlaceStanding.OCCUPIED
