"""Practice beside real life: whatever is done in an exercise, nothing that is real is moved."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.events.outage import OutageCall, OutageOf
from kontaktpunkt.domain.figures.spell import Period
from kontaktpunkt.domain.ledger.subjects import Subject, SubjectKind
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.usecases.at_desk import StaffDesk
from kontaktpunkt.usecases.back_entry.rows import SheetEntry
from kontaktpunkt.usecases.desk import IssuedPaper
from kontaktpunkt.usecases.follow_up.rows import FollowUpQuery
from kontaktpunkt.usecases.outages.packet.rows import OutagePacketPlan
from kontaktpunkt.usecases.plans.rows import PlanQuery
from kontaktpunkt.usecases.rows import InboxQuery, InboxView
from kontaktpunkt.usecases.unit_week.rows import UnitWeekQuery
from samples import House, a_chief, a_house, a_notice, a_number, a_person, a_round, do, hours, id_of

pytestmark = pytest.mark.property

_PERIOD: Final = Period(date(2026, 1, 1), date(2026, 3, 31))
_PEOPLE: Final = (1, 2, 3)
_OF_EXERCISES: Final = (SubjectKind.OUTAGE, SubjectKind.SHEET, SubjectKind.ACCESS)


class BothAtOnce:
    """A house at work, with an exercise that Cia leads beside it, and a real stop."""

    def __init__(self) -> None:
        self.house: House = a_house()
        self.cia: StaffDesk = a_chief(self.house)
        self.taken_in = 0
        for _ in _PEOPLE:
            self.take_in(MessageKind.ADMISSION_NOTICE)
        anna = self.house.anna
        self.real = anna.new_outage()
        do(anna, c.DeclareOutage(outage=self.real, of=OutageOf.OWN_COMPUTERS, since=hours(-1)))
        self.exercise = self.cia.new_outage()
        practice = c.DeclareOutage(
            outage=self.exercise,
            of=OutageOf.SOURCE,
            since=hours(0),
            system="SAMSA",
            exercise=True,
        )
        do(self.cia, practice)
        self.paper("R5")

    def take_in(self, kind: MessageKind) -> None:
        """Let a real message come in, about one of three people."""
        nth = _PEOPLE[self.taken_in % len(_PEOPLE)]
        stay = {"stay_ids": (f"s{nth}",), "ready_at": hours(-1)}
        said = {"id": f"m{self.taken_in}", "person": a_person(nth), "stay": stay}
        self.house.take_in(a_notice(kind, **said))
        self.taken_in += 1

    def paper(self, form: str) -> None:
        """Give out a paper of the exercise."""
        made = self.cia.issue_in_outage(self.exercise, form, None, saved=False)
        assert isinstance(made, IssuedPaper)

    @property
    def message(self) -> UUID:
        """Give a real message."""
        return id_of("m0")

    @property
    def case(self) -> UUID:
        """Give a real case."""
        found = self.house.row(self.message).case
        assert found is not None
        return found

    def sheet(self, nth: int) -> UUID:
        """Give a paper of the exercise."""
        page = self.cia.outage(self.exercise)
        assert page is not None
        return page.lines[nth % len(page.lines)].sheet

    def is_over(self) -> bool:
        """Say whether the exercise has been closed."""
        return all(one.outage != self.exercise for one in self.cia.outages(only_open=True))

    def real_things(self) -> Mapping[str, object]:
        """Give everything that any list, figure, clock or count of real life says."""
        desk = self.house.anna
        statistics = desk.outage_statistics()
        query = FollowUpQuery()
        return {
            **{f"inbox {view}": _inbox(desk, view) for view in InboxView},
            "in hospital": desk.in_hospital(),
            "today": desk.todays_list().pdf,
            "follow up": desk.follow_up(query),
            "waiting": desk.follow_up_waiting(),
            "figures": desk.figures(_PERIOD),
            "key line": desk.key_line(),
            "cases": _cases(self.house),
            "sheets": desk.sheets(),
            "statistics": (statistics.years, statistics.stops),
            "stops": tuple(one for one in desk.outages() if not one.exercise),
            "stop": desk.outage(self.real),
            "causes": desk.admission_causes(),
            "care requests": desk.care_requests(),
            "concerns": desk.concerns(),
            "watch": desk.watch_page(),
            "round": desk.last_reconciled(),
            "duty": desk.duty_page(),
            "weekend": desk.weekend(),
            "unit week": desk.unit_week(UnitWeekQuery()),
            "plans": desk.plan_week(PlanQuery(day=date(2026, 3, 24))),
            "short term": desk.short_term(),
            "reports": desk.reports(),
            "deviations": (desk.deviations(), desk.deviation_counts(_PERIOD)),
            "search": (desk.search("Övning"), desk.search("Ceder"), desk.search("Prov")),
            "numbers": _last_number(self.house),
        }

    def events(self) -> list[tuple[Subject, UUID]]:
        """Give what the ledger holds: about what, and by which event."""
        with self.house.store.reading() as store:
            sealed = [one.event.envelope for one, _ in store.all_sealed()]
        return [(one.subject, one.event_id) for one in sealed]


def _inbox(desk: StaffDesk, view: InboxView) -> object:
    query = InboxQuery(view=view)
    return desk.inbox(query, 0, 1000), desk.counts(query)


def _cases(house: House) -> object:
    with house.store.reading() as store:
        rows = store.open_cases()
    return rows, tuple(house.anna.case(row.case) for row in rows)


def _last_number(house: House) -> object:
    with house.store.reading() as store:
        return store.last_sheet_serial()


_Practice = Callable[[BothAtOnce, int], object]


def _step(make: Callable[[UUID], c.Command]) -> _Practice:
    return lambda both, nth: both.cia.act(make(both.sheet(nth)))


def _turn(make: Callable[[UUID], c.Command]) -> _Practice:
    return lambda both, _nth: both.cia.act(make(both.exercise))


def _packet(both: BothAtOnce, _nth: int) -> object:
    plan = both.cia.outage_packet(both.exercise)
    if isinstance(plan, OutagePacketPlan):
        both.cia.preview_outage_packet(plan)
        return both.cia.issue_outage_packet(plan, saved=True)
    return plan


def _enter(both: BothAtOnce, nth: int) -> object:
    """Enter a paper as if it were about somebody real, with her number and her name."""
    values: dict[str, Any] = {
        "name": "Prov1 Provsson",
        "person_number": a_number(1).value,
        "ready_date": "2026-03-24",
        "ready_time": "8.10",
        "doctor": "Sand",
        "hospital": "Sjukhuset",
        "caller_name": "Eva",
    }
    case = both.case if nth % 3 == 2 else None
    entry = SheetEntry(
        sheet=both.sheet(nth),
        values=values,
        at=both.house.clock.now(),
        case=case,
        as_it_stands=bool(nth % 2),
    )
    return both.cia.enter_sheet(entry)


def _look(both: BothAtOnce, nth: int) -> object:
    """Open all that there is to see of an exercise."""
    both.cia.sheet_entry(both.sheet(nth))
    both.cia.outage_protocol(both.exercise)
    both.cia.exercise_script("vanlig-formiddag", both.exercise)
    return both.cia.exercise_result(both.exercise)


_PRACTICE: Final[tuple[_Practice, ...]] = (
    _packet,
    _enter,
    _enter,
    _look,
    lambda both, nth: both.cia.issue_in_outage(
        both.exercise, ("R1", "R2", "R5")[nth % 3], None, saved=False
    ),
    lambda both, _nth: both.cia.issue_in_outage(both.exercise, "R1", both.case, saved=False),
    lambda both, nth: both.cia.document_sheets([both.sheet(nth)], "SAMSA"),
    lambda both, nth: both.cia.act(
        c.MatchSheetTwin(sheet=both.sheet(nth), message=both.message)
    ),
    lambda both, _nth: both.cia.undo(),
    _step(lambda sheet: c.NoteSheetNotOnPaper(sheet=sheet)),
    _step(lambda sheet: c.FillInSheet(sheet=sheet)),
    _step(lambda sheet: c.DocumentSheet(sheet=sheet, system="SAMSA")),
    _step(lambda sheet: c.AwaitSender(sheet=sheet)),
    _step(lambda sheet: c.FindSheetAgain(sheet=sheet, system="SAMSA")),
    _step(lambda sheet: c.CheckSheetEntry(sheet=sheet)),
    _step(lambda sheet: c.NoteSheetMissing(sheet=sheet)),
    _step(lambda sheet: c.SignForMissing(sheet=sheet, reason="övat")),
    _step(lambda sheet: c.VoidSheet(sheet=sheet)),
    _turn(lambda stop: c.ReportFault(outage=stop, reference="Ö-1")),
    _turn(lambda stop: c.TellOfOutage(outage=stop, whom="Trygghetscentralen")),
    _turn(lambda stop: c.LogOutageCall(outage=stop, ward="Avd 3", outcome=OutageCall.NOTHING_NEW)),
    _turn(lambda stop: c.EndOutage(outage=stop)),
    _turn(lambda stop: c.ReconcileOutage(outage=stop, note="facit")),
    _turn(lambda stop: c.CloseOutage(outage=stop)),
    _turn(lambda stop: c.WithdrawOutage(outage=stop, reason="avbruten övning")),
)  # fmt: skip


def _real(both: BothAtOnce, nth: int) -> None:
    """Let real life go on: a message, somebody who takes one, a paper, a round."""
    anna = both.house.anna
    match nth % 4:
        case 0:
            both.take_in((MessageKind.READINESS_NOTICE, MessageKind.ADMISSION_NOTICE)[nth % 2])
        case 1:
            anna.act(c.TakeMessage(message=both.message))
        case 2:
            anna.issue_in_outage(both.real, "R5", both.case, saved=False)
        case _:
            a_round(anna)
    both.house.clock.advance(7)


_STEPS: Final = st.lists(
    st.tuples(st.one_of(st.none(), st.sampled_from(_PRACTICE)), st.integers(0, 11)), max_size=12
)


@settings(max_examples=40, deadline=None)
@given(_STEPS)
def test_nothing_of_an_exercise_is_seen_in_what_is_real(
    steps: list[tuple[_Practice | None, int]],
) -> None:
    """Every list, figure, clock, number and count says the same before and after each step."""
    both = BothAtOnce()
    for practice, nth in steps:
        if practice is None:
            _real(both, nth)
            continue
        before, known = both.real_things(), set(both.events())
        practice(both, nth)
        after = both.real_things()
        for name, thing in before.items():
            assert after[name] == thing, name
        written = {subject for subject, event in both.events() if (subject, event) not in known}
        assert {subject.kind for subject in written} <= set(_OF_EXERCISES)
        assert Subject(SubjectKind.OUTAGE, both.real) not in written
    assert both.house.is_clean


def test_the_next_real_number_is_the_one_after_the_last_real_one() -> None:
    """An exercise with forty papers leaves no gap in the row of real numbers."""
    both = BothAtOnce()
    first = both.house.anna.issue_in_outage(both.real, "R1", None, saved=False)
    for _ in range(40):
        both.paper("R2")
    then = both.house.anna.issue_in_outage(both.real, "R1", None, saved=False)

    assert isinstance(first, IssuedPaper)
    assert isinstance(then, IssuedPaper)
    assert int(then.number.split()[1]) == int(first.number.split()[1]) + 1
