"""A stop (driftstopp) on a real store: declared, papers given out, and closed when it balances."""

from uuid import UUID

import pytest

from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.events.office import SheetDirection, SheetMedium
from kontaktpunkt.domain.events.outage import OutageCall, OutageOf
from kontaktpunkt.domain.ledger.subjects import round_subject
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.paper.sheet_number import HIGHEST_ORDINARY, NumberFlaw, make, parse
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import SheetStage
from kontaktpunkt.usecases.desk import IssuedPaper
from kontaktpunkt.usecases.outages.rows import OutagePage, OutagePhase
from kontaktpunkt.usecases.ports import Store
from kontaktpunkt.usecases.verifying import rebuild
from kontaktpunkt.wording.refusals import sentence
from samples import House, a_chief, a_house, a_notice, a_person, a_round, do, hours, id_of

R = RefusalReason


@pytest.fixture
def house(store: Store) -> House:
    """Give a house with one person in hospital."""
    house = a_house(store)
    house.take_in(a_notice(MessageKind.ADMISSION_NOTICE, id="in"))
    return house


def _declare(house: House, **said: object) -> UUID:
    stop = house.anna.new_outage()
    facts = {"of": OutageOf.SOURCE, "since": hours(-1), "system": "SAMSA", **said}
    do(house.anna, c.DeclareOutage(outage=stop, **facts))  # type: ignore[arg-type]
    return stop


def _issue(house: House, stop: UUID, form: str = "R1", case: UUID | None = None) -> UUID:
    paper = house.anna.issue_in_outage(stop, form, case, saved=False)
    assert isinstance(paper, IssuedPaper), paper
    return paper.sheet


def _page(house: House, stop: UUID) -> OutagePage:
    page = house.anna.outage(stop)
    assert page is not None
    return page


def _over(house: House, stop: UUID) -> None:
    do(house.anna, c.EndOutage(outage=stop))
    wish = c.ReconcileOutage(outage=stop, system="SAMSA", source_round=a_round(house.anna))
    do(house.anna, wish)


def _refused(house: House, wish: c.Command) -> RefusalReason | None:
    answer = house.anna.act(wish)
    return answer.reason if isinstance(answer, Refused) else None


def test_a_stop_from_the_first_minute_to_the_last(house: House) -> None:
    """Told and rung, papers out, found and documented, one missing and signed for, closed."""
    stop = _declare(house)
    do(
        house.anna,
        c.ReportFault(outage=stop, reference="INC-12", next_word_at=hours(1)),
        c.TellOfOutage(outage=stop, whom="Trygghetscentralen"),
        c.LogOutageCall(outage=stop, ward="Avd 3", outcome=OutageCall.NOTHING_NEW),
    )
    ours, told, lost = _issue(house, stop, "R1"), _issue(house, stop, "R2"), _issue(house, stop)
    house.clock.advance(240)
    do(house.anna, c.FillInSheet(sheet=ours), c.FillInSheet(sheet=told))
    _over(house, stop)
    do(house.anna, c.DocumentSheet(sheet=ours, system="SAMSA"), c.AwaitSender(sheet=told))
    do(house.anna, c.NoteSheetMissing(sheet=lost, note="inte i pärmen"))

    page = _page(house, stop)
    assert page.stamp.phase is OutagePhase.DOCUMENTING
    assert page.balance.in_stage == {
        SheetStage.DOCUMENTED: 1,
        SheetStage.AWAITS_SENDER: 1,
        SheetStage.MISSING: 1,
    }
    assert len(page.left) == 2
    assert not page.can_close
    assert _refused(house, c.CloseOutage(outage=stop)) is R.NUMBERS_LEFT

    do(house.bo, c.FindSheetAgain(sheet=told, system="SAMSA"))
    chief = a_chief(house)
    do(chief, c.SignForMissing(sheet=lost, reason="skrivet ur minnet i SAMSA"))
    assert _page(house, stop).can_close
    do(chief, c.CloseOutage(outage=stop, note="klart"))

    page = _page(house, stop)
    assert page.stamp.phase is OutagePhase.CLOSED
    assert page.closed is not None
    assert page.closed.by_name == "Cia"
    assert [line.signed_by_name for line in page.lines] == ["", "", "Cia"]
    assert house.anna.outages(only_open=True) == ()
    assert house.is_clean


def test_only_who_may_signs_for_a_number_that_is_missing(house: House) -> None:
    """Anna finds the number missing; a manager answers for it, and closes the stop with it."""
    stop = _declare(house)
    lost = _issue(house, stop)
    do(house.anna, c.NoteSheetMissing(sheet=lost))
    sign = c.SignForMissing(sheet=lost, reason="skrivet ur minnet")
    close = c.CloseOutage(outage=stop)

    refused = house.anna.act(sign)
    assert refused == Refused(reason=R.NOT_YOURS_TO_SIGN, values=("licensed_staff", "unit_manager"))
    assert isinstance(refused, Refused)
    assert "legitimerad personal, enhetschef" in sentence(refused)
    do(a_chief(house), sign)
    _over(house, stop)
    assert _refused(house, close) is R.NOT_YOURS_TO_SIGN

    own = c.ChangeSetting(key="signs_for_missing", value='["contact_point"]')
    do(house.anna, own)
    do(house.anna, close)
    assert house.is_clean


def test_a_stop_is_reconciled_by_a_round_of_its_system_after_it(house: House) -> None:
    """A list compared before the stop was over, of another system, or half read, says nothing."""
    stop = _declare(house)
    before = a_round(house.anna)
    house.clock.advance(5)
    do(house.anna, c.EndOutage(outage=stop))
    house.clock.advance(5)
    said = {
        before: R.ROUND_TOO_EARLY,
        a_round(house.anna, "Cosmic Link"): R.ROUND_OF_ANOTHER,
        UUID(int=5): R.NOT_FOUND,
        None: R.NO_ROUND,
    }
    for one_round, reason in said.items():
        wish = c.ReconcileOutage(outage=stop, source_round=one_round, note="sett över")
        assert _refused(house, wish) is reason

    half = a_round(house.anna, signed=False)
    wish = c.ReconcileOutage(outage=stop, source_round=half)
    assert _refused(house, wish) is R.ROUND_NOT_SIGNED
    do(house.anna, c.ReconcileOutage(outage=stop, source_round=a_round(house.anna)))
    assert _page(house, stop).can_close


def test_a_close_asks_whether_the_round_still_stands(house: House) -> None:
    """Whoever takes the signing of the round back opens the question of the stop again."""
    stop = _declare(house)
    do(house.anna, c.EndOutage(outage=stop))
    one_round = a_round(house.anna)
    do(house.anna, c.ReconcileOutage(outage=stop, source_round=one_round))
    with house.store.reading() as view:
        signed = view.events_of(round_subject(one_round))[-1].envelope.act_id

    do(house.anna, c.TakeBack(act=signed))

    assert _refused(house, c.CloseOutage(outage=stop)) is R.NOT_RECONCILED


def test_our_own_computers_have_no_overview_so_words_say_what_was_looked_at(house: House) -> None:
    """Nothing of the source was down: what was checked instead is written."""
    stop = _declare(house, of=OutageOf.OWN_COMPUTERS, system="")
    do(house.anna, c.EndOutage(outage=stop))

    assert _refused(house, c.ReconcileOutage(outage=stop)) is R.SAY_WHAT_INSTEAD
    do(house.anna, c.ReconcileOutage(outage=stop, note="inkorgen lika med SAMSA kl 14"))
    do(house.anna, c.CloseOutage(outage=stop))
    assert house.is_clean


def test_two_stops_at_once_keep_their_numbers_apart(house: House) -> None:
    """SAMSA and our own computers: each answers for its papers, and no number is given twice."""
    first = _declare(house)
    second = _declare(house, of=OutageOf.OWN_COMPUTERS, system="")
    for stop in (first, second, first):
        _issue(house, stop)
    plain = house.anna.issue("R1", None, saved=False, purpose="reserv")
    assert isinstance(plain, IssuedPaper)

    one, other = _page(house, first), _page(house, second)

    numbers = [line.number for page in (one, other) for line in page.lines]
    assert len({*numbers, plain.number.replace(" ", "")}) == 4
    assert (one.balance.issued, other.balance.issued) == (2, 1)
    assert [stamp.outage for stamp in house.bo.outages()] == [second, first]


def test_a_number_is_found_as_it_is_scanned_or_typed(house: House) -> None:
    """The reader types digits and Enter; a hand types them in groups."""
    stop = _declare(house)
    sheet = _issue(house, stop)
    line = _page(house, stop).lines[0]

    for typed in (line.number, f"{line.number[:3]} {line.number[3:8]} {line.number[8:]}\r\n"):
        found = house.anna.outage_sheet(stop, typed)
        assert found is not None
        assert found.sheet == sheet
    assert house.anna.outage_sheet(stop, "123") is None


def test_an_exercise_reaches_nothing_that_is_real(house: House) -> None:
    """Practice takes no real number, stands in no real register, and concerns no person."""
    case = house.row(id_of("in")).case
    exercise = _declare(house, exercise=True)

    refused = house.anna.issue_in_outage(exercise, "R1", case, saved=False)
    paper = house.anna.issue_in_outage(exercise, "R1", None, saved=False)
    _issue(house, exercise)

    assert refused == Refused(reason=R.EXERCISE_PERSON)
    assert isinstance(paper, IssuedPaper)
    assert paper.number.startswith("Ö")
    assert "exercise=True" in paper.pdf.decode()
    assert house.anna.sheets() == ()
    numbers = [line.number for line in _page(house, exercise).lines]
    assert len(set(numbers)) == 2
    assert {parse(number) for number in numbers} == {NumberFlaw.WRONG_LENGTH}
    assert house.anna.outage_sheet(exercise, paper.number) is not None
    real = house.anna.issue("R1", None, saved=False, purpose="")
    assert isinstance(real, IssuedPaper)
    assert real.number.split()[1] == "00001"
    assert house.is_clean


def test_what_was_signed_for_is_not_taken_back_under_a_closed_stop(house: House) -> None:
    """Whoever closed it can open it again; until then what is in it stands."""
    stop = _declare(house)
    sheet = _issue(house, stop)
    documented = do(house.anna, c.DocumentSheet(sheet=sheet, system="SAMSA"))
    _over(house, stop)
    closed = do(house.bo, c.CloseOutage(outage=stop))

    refused = house.anna.act(c.TakeBack(act=documented.act))
    assert refused == Refused(reason=R.ALREADY_SIGNED)

    do(house.bo, c.TakeBack(act=closed.act))
    do(house.anna, c.TakeBack(act=documented.act))
    assert len(_page(house, stop).left) == 1
    assert _refused(house, c.CloseOutage(outage=stop)) is R.NUMBERS_LEFT
    assert house.is_clean


def test_a_wrong_declaration_is_taken_back_once_its_papers_are_voided(house: House) -> None:
    """It was only my computer: the stop is none, and no number of it lies about."""
    stop = _declare(house)
    sheet = _issue(house, stop)
    wrong = c.WithdrawOutage(outage=stop, reason="bara min dator")
    assert _refused(house, wrong) is R.SHEETS_ARE_OUT

    voided = do(house.anna, c.VoidSheet(sheet=sheet, reason="inget stopp"))
    do(house.anna, wrong)

    assert _page(house, stop).stamp.phase is OutagePhase.WITHDRAWN
    assert house.anna.outages(only_open=True) == ()
    assert house.anna.act(c.TakeBack(act=voided.act)) == Refused(reason=R.ALREADY_SIGNED)
    assert house.is_clean


def test_a_protected_person_s_name_stands_in_no_register(house: House) -> None:
    """Bo sees that a paper is out, and not for whom."""
    hidden = a_person(4, protection=Protection.SECRECY_MARKING)
    house.take_in(a_notice(id="hidden", person=hidden, stay={"stay_ids": ("s4",)}))
    stop = _declare(house)
    _issue(house, stop, "R2", house.row(id_of("hidden")).case)
    _issue(house, stop, "R2", house.row(id_of("in")).case)

    page = house.bo.outage(stop)

    assert page is not None
    assert [line.name for line in page.lines] == ["", "Prov1 Provsson"]


def test_what_changes_on_a_paper_wakes_the_screen_of_its_stop(house: House) -> None:
    """A colleague who has the register open sees the number move."""
    stop = _declare(house)
    sheet = _issue(house, stop)

    done = do(house.bo, c.FillInSheet(sheet=sheet))

    assert done.changed.outages == {stop}


def test_a_rebuild_gives_the_register_that_grew(house: House) -> None:
    """A new program shows the stop as staff have seen it."""
    stop = _declare(house)
    do(house.anna, c.NoteSheetMissing(sheet=_issue(house, stop)))
    before = _page(house, stop), house.anna.outages()

    rebuild(house.anna)

    assert (_page(house, stop), house.anna.outages()) == before


def _numbered(house: House, serial: int) -> None:
    wish = c.IssueSheet(
        sheet=house.anna.new_outage(),
        number=make(1, serial).digits,
        form="R1",
        form_version="1",
        direction=SheetDirection.WE_SEND,
        medium=SheetMedium.PRINTED,
        blank=True,
    )
    do(house.anna, wish)


def test_numbers_of_the_program_and_of_nodlage_never_meet(house: House) -> None:
    """A paper from Nödläge does not push the row on, and the row ends below its numbers."""
    _numbered(house, HIGHEST_ORDINARY + 1)
    first = house.anna.issue("R1", None, saved=False, purpose="reserv")
    _numbered(house, HIGHEST_ORDINARY)

    last = house.anna.issue("R1", None, saved=False, purpose="reserv")

    assert isinstance(first, IssuedPaper)
    assert first.number == make(1, 1).shown
    assert last == Refused(reason=R.NUMBERS_USED_UP)
