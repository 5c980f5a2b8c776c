"""What stops came to, on a real store: the protocol of one, and statistics over all."""

from uuid import UUID

import pytest

from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.events.outage import OutageCall, OutageOf
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import SheetStage
from kontaktpunkt.domain.times import local_day, to_local
from kontaktpunkt.usecases.desk import IssuedPaper
from kontaktpunkt.usecases.outages.rows import OutageSheetLine
from kontaktpunkt.usecases.ports import Store
from samples import House, a_chief, a_house, a_notice, a_person, a_round, do, hours, id_of
from written_papers import enter


@pytest.fixture
def house(store: Store) -> House:
    """Give a house with one person in hospital."""
    house = a_house(store)
    house.take_in(a_notice(MessageKind.ADMISSION_NOTICE, id="in"))
    return house


def _declare(house: House, **said: object) -> UUID:
    stop = house.anna.new_outage()
    facts = {"of": OutageOf.SOURCE, "since": house.clock.now(), "system": "SAMSA", **said}
    do(house.anna, c.DeclareOutage(outage=stop, **facts))  # type: ignore[arg-type]
    return stop


def _issue(house: House, stop: UUID, form: str, case: UUID | None = None) -> UUID:
    paper = house.anna.issue_in_outage(stop, form, case, saved=False)
    assert isinstance(paper, IssuedPaper), paper
    return paper.sheet


def _protocol(house: House, stop: UUID) -> str:
    paper = house.anna.outage_protocol(stop)
    assert paper is not None
    return paper.pdf.decode()


def _over(house: House, stop: UUID) -> None:
    do(house.anna, c.EndOutage(outage=stop))
    exercise = next(one for one in house.anna.outages() if one.outage == stop).exercise
    found = None if exercise else a_round(house.anna)
    do(house.anna, c.ReconcileOutage(outage=stop, source_round=found, note="sett över"))


def test_a_stop_over_several_days_gives_each_time_with_its_day(house: House) -> None:
    """A clock alone would be read as the day on which the paper was printed."""
    stop = _declare(house)
    do(house.anna, c.TellOfOutage(outage=stop, whom="korttid"))
    today = f"'korttid', '{local_day(house.clock.now())} {to_local(house.clock.now()):%H:%M}'"
    assert today not in _protocol(house, stop)
    house.clock.advance(2 * 24 * 60)
    _over(house, stop)

    assert today in _protocol(house, stop)


def test_the_protocol_tells_the_stop_and_every_number_and_names_nobody(house: House) -> None:
    """Told, rung, given out, missing and signed for, closed; but not for whom the papers were."""
    stop = _declare(house)
    do(
        house.anna,
        c.ReportFault(outage=stop, reference="INC-12", to_whom="servicedesk"),
        c.TellOfOutage(outage=stop, whom="Trygghetscentralen"),
        c.LogOutageCall(
            outage=stop, ward="Avd 3", outcome=OutageCall.NEWS, text="Prov1 Provsson kommer hem"
        ),
    )
    ours = _issue(house, stop, "R1", house.row(id_of("in")).case)
    lost = _issue(house, stop, "R2")
    assert "Utkast: inte avslutat" in _protocol(house, stop)
    house.clock.advance(120)
    _over(house, stop)
    house.clock.advance(30)
    do(house.anna, c.DocumentSheet(sheet=ours, system="SAMSA"))
    house.clock.advance(60)
    chief = a_chief(house)
    do(chief, c.NoteSheetMissing(sheet=lost), c.SignForMissing(sheet=lost, reason="ur minnet"))
    do(chief, c.CloseOutage(outage=stop, note="klart"))

    said = _protocol(house, stop)

    for words in (
        "2 tim",
        "INC-12",
        "Trygghetscentralen",
        "1 samtal: 1 något nytt.",
        "Alla nummer är redovisade.",
        "ur minnet",
        "1 tim 30 min efter att stoppet var över",
        "1 tim efter att stoppet var över",
        "dokumenterad Anna",
        "underskrivet Cia",
        "av Cia",
    ):
        assert words in said, words
    assert "Provsson" not in said
    assert "Utkast" not in said
    assert house.anna.outage_protocol(UUID(int=1)) is None


def test_a_missing_number_that_nobody_signed_for_is_not_said_to_be_signed(house: House) -> None:
    """As long as a number is missing the protocol never says that none is."""
    stop = _declare(house)
    lost = _issue(house, stop, "R1")
    _over(house, stop)
    do(house.anna, c.NoteSheetMissing(sheet=lost))

    said = _protocol(house, stop)

    assert "inga saknade" not in said
    assert "ingen har skrivit under" in said


def test_unused_blanks_are_one_line_and_no_faults(house: House) -> None:
    """Voided at once or one by one by the evening, those never used are counted in one line.

    Each stands in the annex, R2 before R10, and one that somebody wrote wrong is named.
    """
    stop = _declare(house)
    sheets = [_issue(house, stop, form) for form in ("S1", "R10", "R2", "R1", "R1")]
    do(house.anna, *(c.VoidSheet(sheet=one, reason="aldrig använda") for one in sheets[1:3]))
    for one in sheets[3:]:
        house.clock.advance(1)
        do(house.anna, c.VoidSheet(sheet=one, reason="Aldrig använda."))
    do(house.anna, c.VoidSheet(sheet=sheets[0], reason="felskriven"))

    said = _protocol(house, stop)

    assert "4 tomma blad är makulerade: aldrig använda." in said
    assert "'makulerade', " not in said
    assert "'makulerad', 'aldrig använda'" not in said.casefold()
    assert "'001 00001 5', 'makulerad', 'felskriven'" in said
    places = [said.index(f"{form} ") for form in ("'R1", "'R2", "'R10", "'S1")]
    assert places == sorted(places)


def test_papers_for_somebody_that_are_voided_in_one_stroke_are_one_row_of_what_went_wrong(
    house: House,
) -> None:
    """Four filled in for a person and then voided were not unused: they are told, on one row."""
    stop = _declare(house)
    case = house.row(id_of("in")).case
    sheets = [_issue(house, stop, "R1", case) for _ in range(4)]
    do(house.anna, *(c.VoidSheet(sheet=one, reason="fel person") for one in sheets))

    said = _protocol(house, stop)

    assert "'4 nummer', 'makulerade', 'fel person'" in said
    assert "tomma blad är makulerade" not in said


def test_statistics_count_what_was_real_and_keep_practice_apart(house: House) -> None:
    """A planned and an unplanned stop, one that was none, and an exercise that counts nowhere."""
    empty = house.anna.outage_statistics()
    planned = _declare(house, planned=True)
    none = _declare(house)
    do(house.anna, c.WithdrawOutage(outage=none, reason="bara min dator"))
    sheet = _issue(house, planned, "R1")
    house.clock.advance(60)
    _over(house, planned)
    house.clock.advance(10)
    do(house.anna, c.DocumentSheet(sheet=sheet, system="SAMSA"))
    assert house.anna.outage_statistics().stops[0].account.catch_up is None  # not until closed
    do(house.anna, c.CloseOutage(outage=planned))
    before = house.anna.outage_statistics()
    practice = _declare(house, exercise=True)
    for _ in range(3):
        _issue(house, practice, "R1")
    goes_on = _declare(house, of=OutageOf.OWN_COMPUTERS, system="", since=hours(1))
    house.clock.advance(30)

    found = house.anna.outage_statistics()

    assert empty.years == ()
    (year,) = before.years
    assert (year.stops, year.planned, year.unplanned, year.sheets) == (1, 1, 0, 1)
    assert (year.lasted, year.catch_up) == (60 * 60_000_000, 10 * 60_000_000)
    assert {one.stamp.outage for one in found.stops} == {planned, goes_on}
    assert [one.stamp.outage for one in found.exercises] == [practice]
    assert [one.stops for one in found.years] == [2]
    assert found.years[0].sheets == 1
    paper = house.anna.outage_statistics_paper()
    assert "2 stopp (1 oplanerat, 1 planerat)" in paper.pdf.decode()
    assert "Övningar, räknas inte ovan (1)" in paper.pdf.decode()


def test_a_practice_protocol_is_marked(house: House) -> None:
    """The foot says so to whoever draws it, and the title says it too."""
    practice = _declare(house, exercise=True)

    said = _protocol(house, practice)

    assert "exercise=True" in said
    assert "Protokoll: övning" in said


def test_the_protocol_names_doubled_and_unreadable_papers_by_number(house: House) -> None:
    """A paper whose message came late too is told of as doubled; nobody's name comes along."""
    stop = _declare(house)
    sheet = _issue(house, stop, "R5")
    enter(house, sheet, ready_date="2026-03-24", ready_time="0800")
    ready = {"ready_at": hours(-0.5)}
    person = a_person(1, addresses=(), phone="")
    house.clock.advance(240)
    late = a_notice(
        MessageKind.READINESS_NOTICE, id="late", person=person, sent_at=hours(2), stay=ready
    )
    house.take_in(late)

    assert "dubblett" not in _protocol(house, stop)
    do(house.anna, c.MatchSheetTwin(sheet=sheet, message=id_of("late")))

    said = _protocol(house, stop)
    assert "dubblett" in said
    assert "Provsson" not in said


def test_missing_numbers_are_voided_only_by_who_may_sign_one_or_many(house: House) -> None:
    """Makulera is no way round the signature: no number goes, not even the one beside it."""
    stop = _declare(house)
    lost = [_issue(house, stop, "R2") for _ in range(2)]
    at_hand = _issue(house, stop, "R5")
    do(house.anna, *(c.NoteSheetMissing(sheet=one) for one in lost))
    chief = a_chief(house)
    void = [c.VoidSheet(sheet=one, reason="brann upp med pärmen") for one in (at_hand, *lost)]

    refused = house.anna.act(*void)
    short = chief.act(*(c.VoidSheet(sheet=one, reason="en") for one in lost))

    assert isinstance(refused, Refused)
    assert refused.reason is RefusalReason.NOT_YOURS_TO_SIGN
    assert isinstance(short, Refused)
    assert short.reason is RefusalReason.SAY_WHY
    stages = {line.sheet: line.stage for line in _lines(house, stop)}
    assert stages == {at_hand: SheetStage.GIVEN_OUT, **dict.fromkeys(lost, SheetStage.MISSING)}
    do(chief, *void)
    assert {line.stage for line in _lines(house, stop)} == {SheetStage.VOIDED}


def _lines(house: House, stop: UUID) -> tuple[OutageSheetLine, ...]:
    page = house.anna.outage(stop)
    assert page is not None
    return page.lines
