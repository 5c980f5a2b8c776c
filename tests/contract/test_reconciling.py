"""Reconciling on a real store: compared, settled with one act each, stamped, and taken back."""

from datetime import date

import pytest

from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.clocks import ClockStatus
from kontaktpunkt.domain.commands import TakeBack, TakeMessage
from kontaktpunkt.domain.events.office import AccessKind, AccessNoted
from kontaktpunkt.domain.events.reconciliation import FindingDecision, FindingKind
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.message_kind import Carrier, MessageKind
from kontaktpunkt.domain.notice import Notice
from kontaktpunkt.domain.overview import OverviewField
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.usecases.ports import Store
from kontaktpunkt.usecases.reconciling.rows import FindingRow, RoundPage
from samples import House, a_house, a_notice, a_number, a_person, an_entry, do, done, hours, id_of

D, F, K = FindingDecision, OverviewField, FindingKind
HEAD = "Personnummer\tNamn\tAvdelning\tInskriven\tBeräknad utskrivning\tUtskrivningsklar\n"
OURS = "Avd 3\t2026-03-23 12:40\t2026-03-26 08:40\t"


@pytest.fixture
def house(store: Store) -> House:
    """Give a house with three people in hospital."""
    made = a_house(store)
    made.take_in(*(_admission(nth) for nth in (1, 2, 3)))
    return made


def _admission(nth: int, **said: object) -> Notice:
    person = a_person(nth, **said)
    return a_notice(id=f"in{nth}", person=person, stay={"stay_ids": (f"s{nth}",)})


def _row(nth: int, rest: str = OURS) -> str:
    value = a_number(nth).value
    return f"{value[:8]}-{value[8:]}\tProv{nth} Provsson\t{rest}\n"


def _compare(house: House, *rows: str) -> RoundPage:
    page = house.anna.compare_overview((HEAD + "".join(rows)).encode(), "SAMSA")
    assert isinstance(page, RoundPage), page
    return page


def _kinds(page: RoundPage) -> list[FindingKind]:
    return [row.kind for row in page.findings]


def _only(page: RoundPage, kind: FindingKind) -> FindingRow:
    (row,) = (row for row in page.findings if row.kind is kind)
    return row


def _settle(house: House, page: RoundPage, kind: FindingKind, decision: FindingDecision) -> None:
    numbers = tuple(row.no for row in page.findings if row.kind is kind)
    done(house.anna.settle_findings(page.round, numbers, decision))


def _now(house: House, page: RoundPage) -> RoundPage:
    found = house.anna.round_page(page.round)
    assert found is not None
    return found


def _in_hospital(house: House) -> set[str]:
    return {row.name for row in house.anna.in_hospital()}


def test_the_whole_list_is_answered_with_new_changed_gone_and_same(house: House) -> None:
    """Each person on either list stands in just one group, and what differs is named."""
    page = _compare(house, _row(1), _row(2, "Avd 51\t\t2026-03-27\t"), _row(4))

    assert _kinds(page) == [K.NEW, K.CHANGED, K.GONE, K.SAME]
    assert [one.field for one in _only(page, K.CHANGED).differences] == [
        F.WARD,
        F.EXPECTED_DISCHARGE,
    ]
    assert _only(page, K.GONE).name == "Prov3 Provsson"
    assert page.left == 4


def test_somebody_new_is_taken_over_with_one_act(house: House) -> None:
    """One key puts her on our list with ward, times and readiness; one Ctrl+Z takes it back."""
    rest = "Avd 9\t2026-03-22 10:00\t2026-03-30\t2026-03-24 07:00"
    page = _compare(house, _row(1), _row(2), _row(3), _row(4, rest))

    _settle(house, page, K.NEW, D.TAKEN_OVER)

    (row,) = (row for row in house.anna.in_hospital() if row.name == "Prov4 Provsson")
    assert (row.ward, row.admitted_at) == ("Avd 9", hours(-46.666666666666664))
    assert row.ready_sent_at is not None
    assert house.is_clean

    done(house.anna.undo())

    assert "Prov4 Provsson" not in _in_hospital(house)
    assert _only(_now(house, page), K.NEW).is_open
    assert house.is_clean


def test_what_was_taken_over_is_the_same_at_the_next_round(house: House) -> None:
    """What has been settled by taking it over does not come back an hour later."""
    rows = (
        _row(1, "Avd 51\t2026-03-23 12:45\t2026-03-27 10:00\t2026-03-24 07:00"),
        _row(2),
        _row(4, "Avd 9\t2026-03-22\t2026-03-30\t"),
    )
    page = _compare(house, *rows)
    for kind, decision in ((K.NEW, D.TAKEN_OVER), (K.CHANGED, D.TAKEN_OVER), (K.GONE, D.GONE_HOME)):
        _settle(house, page, kind, decision)

    assert _kinds(_compare(house, *rows)) == [K.SAME] * 3


def test_a_copy_from_the_list_is_no_evidence_of_when_the_region_told_us(house: House) -> None:
    """The inskrivningsmeddelande that came in time stays the evidence; no time of sending is made.

    Lag 2017:612 5 kap. 4 §: the payment clock starts from a notice that was sent.
    """
    page = _compare(house, _row(1, "Avd 51\t\t\t2026-03-24 07:00"), _row(2), _row(3))
    _settle(house, page, K.CHANGED, D.TAKEN_OVER)

    case = _only(page, K.CHANGED).case
    assert case is not None
    shown = house.anna.case(case)
    assert shown is not None
    clocks = {one.kind: one for one in shown.clocks}
    admission = clocks[ClockKind.ADMISSION_NOTICE]
    assert admission.message == id_of("in1")
    assert admission.status(house.clock.now()) is ClockStatus.MET
    assert clocks[ClockKind.PAYMENT_START].hindrance is not None
    copies = [row for row in shown.messages if row.message != id_of("in1")]
    card = house.anna.card(copies[0].message)
    assert card is not None
    assert card.state.taken_in is not None
    assert card.state.taken_in.carrier is Carrier.TRANSCRIPT
    assert card.state.taken_in.on_word is not None
    assert card.state.taken_in.on_word.name == "SAMSA"
    assert "Prov1 Provsson" in card.state.taken_in.conversation.text
    assert "Prov2" not in house.anna.original_text(copies[0].message)


def test_the_real_discharge_that_comes_later_keeps_its_time(house: House) -> None:
    """Somebody called gone home by the list gets the time of her message when it comes."""
    page = _compare(house, _row(1), _row(2))
    _settle(house, page, K.GONE, D.GONE_HOME)
    case = _only(page, K.GONE).case
    assert "Prov3 Provsson" not in _in_hospital(house)
    assert house.case_row(case).discharged_at is None

    left = a_notice(
        MessageKind.DISCHARGE_NOTICE,
        id="out",
        person=a_person(3),
        stay={"stay_ids": ("s3",), "discharged_at": hours(-2)},
    )
    house.take_in(left)

    assert house.case_row(case).discharged_at == hours(-2)


def test_what_a_signed_round_rests_on_is_not_taken_back(house: House) -> None:
    """An answer under a stamp stands, as does the comparison; first the stamp is taken back."""
    page = _compare(house, _row(1), _row(2), _row(4))
    with house.store.reading() as view:
        compared = view.last_acts_by(house.anna.me.staff, 1)[0]
    (new,) = (row.no for row in page.findings if row.kind is K.NEW)
    settled = done(house.anna.settle_findings(page.round, (new,), D.AWAITS_MESSAGE))
    _settle(house, page, K.GONE, D.STILL_HERE)
    _settle(house, page, K.SAME, D.ALL_SAME)
    assert _now(house, page).signed is not None

    signed = Refused(reason=RefusalReason.ALREADY_SIGNED)
    assert house.anna.act(TakeBack(act=settled.act)) == signed
    assert house.anna.act(TakeBack(act=compared)) == signed
    done(house.anna.undo())

    assert _now(house, page).signed is None
    do(house.anna, TakeBack(act=settled.act))
    assert house.is_clean


def test_the_last_answer_stamps_the_round_and_undo_opens_it(house: House) -> None:
    """Who, when, which system and what was found stand as soon as nothing is left."""
    page = _compare(house, _row(1), _row(2), _row(4))
    _settle(house, page, K.NEW, D.AWAITS_MESSAGE)
    _settle(house, page, K.GONE, D.STILL_HERE)
    assert house.anna.last_reconciled() is None

    _settle(house, page, K.SAME, D.ALL_SAME)

    stamp = house.anna.last_reconciled()
    assert stamp is not None
    assert (stamp.by_name, stamp.at) == ("Anna", house.clock.now())
    said = stamp.stamp
    assert (said.system, said.new, said.changed, said.gone, said.same) == ("SAMSA", 1, 0, 1, 2)
    assert house.anna.open_round() is None
    again = house.anna.settle_findings(page.round, (1,), D.AWAITS_MESSAGE)
    assert isinstance(again, Refused)
    assert again.reason is RefusalReason.ALREADY_SIGNED

    done(house.anna.undo())

    going_on = house.anna.open_round()
    assert going_on is not None
    assert (going_on.round, going_on.left, going_on.signed) == (page.round, 2, None)
    assert house.anna.last_reconciled() is None


def test_what_was_kept_is_told_of_at_the_next_round(house: House) -> None:
    """The same difference at lunch says who kept ours in the morning."""
    rows = (_row(1, "Avd 51\t\t\t"), _row(2), _row(3))
    page = _compare(house, *rows)
    _settle(house, page, K.CHANGED, D.OURS_KEPT)

    before = _only(_compare(house, *rows), K.CHANGED).before

    assert before is not None
    assert (before.decision, before.by_name) == (D.OURS_KEPT, "Anna")


def test_somebody_entered_by_hand_meanwhile_needs_no_answer(house: House) -> None:
    """Whoever was written in from the list, or came by message, is answered by our own list."""
    page = _compare(house, _row(1), _row(2), _row(3), _row(4))
    _settle(house, page, K.SAME, D.ALL_SAME)
    early = house.anna.sign_round(page.round)
    assert isinstance(early, Refused)
    assert early.reason is RefusalReason.NOT_SETTLED

    entry = an_entry(number_text=a_number(4).value, person=a_person(4, numbers=()))
    done(house.anna.enter(entry))

    assert _now(house, page).left == 0
    done(house.anna.sign_round(page.round))
    assert house.anna.last_reconciled() is not None


def test_a_line_that_was_not_read_warns_at_whom_it_may_be(house: House) -> None:
    """Nobody is called gone home when her line only could not be read."""
    page = _compare(house, _row(1), _row(2), "\tProv3 Provsson\tAvd 3\t2026-03-23\t\t\n")

    assert _kinds(page) == [K.GONE, K.UNREAD, K.SAME, K.SAME]
    assert _only(page, K.GONE).perhaps == (_only(page, K.UNREAD).no,)


def test_a_23_hour_patient_is_not_missed_in_the_list(house: House) -> None:
    """Somebody at the emergency ward has not been admitted, and is not called gone."""
    arrived = a_notice(
        MessageKind.EMERGENCY_STAY_NOTICE, id="er", person=a_person(5), stay={"stay_ids": ("s5",)}
    )
    house.take_in(arrived)

    assert _kinds(_compare(house, _row(1), _row(2), _row(3))) == [K.SAME] * 3


def test_a_time_that_could_not_be_read_is_neither_same_nor_taken_over(house: House) -> None:
    """A doubtful time is shown beside ours, and only a person can say what holds."""
    page = _compare(house, _row(1, "Avd 3\t\tsnart\t"), _row(2), _row(3))

    changed = _only(page, K.CHANGED)
    assert [(one.field, one.theirs, one.doubtful) for one in changed.differences] == [
        (F.EXPECTED_DISCHARGE, "snart", True)
    ]
    refused = house.anna.settle_findings(page.round, (changed.no,), D.TAKEN_OVER)
    assert isinstance(refused, Refused)
    assert refused.reason is RefusalReason.NO_SUCH_ANSWER


@pytest.mark.parametrize("text", ["", "hej", HEAD])
def test_what_is_no_overview_is_refused(house: House, text: str) -> None:
    """A wrong paste never empties our list: nothing is compared with nobody."""
    refused = house.anna.compare_overview(text.encode(), "SAMSA")

    assert isinstance(refused, Refused)
    assert refused.reason is RefusalReason.NO_LINES


def test_protected_people_are_masked_on_both_lists(house: House) -> None:
    """Neither name, number nor the line of a protected person is shown to those not named."""
    house.take_in(_admission(6, protection=Protection.SECRECY_MARKING))
    page = _compare(house, _row(1), _row(2), _row(3), _row(6, "Avd 51\t\t\t"))

    changed = _only(page, K.CHANGED)
    assert changed.masked
    assert (changed.name, changed.number, changed.text) == ("", None, "")
    assert {piece.field for piece in changed.says} <= {F.WARD}

    do(house.anna, TakeMessage(message=id_of("in6")))
    mine = _only(_now(house, page), K.CHANGED)
    assert (mine.masked, mine.name) == (False, "Prov6 Provsson")


def test_an_unread_line_about_a_protected_person_is_not_shown(house: House) -> None:
    """A line that stands there twice, or without a number, does not give a protected name away."""
    house.take_in(_admission(6, protection=Protection.SECRECY_MARKING))
    page = _compare(
        house, _row(1), _row(6), _row(6, "Avd 51\t\t\t"), "\tEk, Eva\tAvd 3\t26/3\t\t\n"
    )

    unread = [row for row in page.findings if row.kind is K.UNREAD]
    assert [(row.masked, row.text != "") for row in unread] == [(True, False), (False, True)]


def test_a_protected_stranger_is_masked_and_stays_protected(house: House) -> None:
    """A marking in the list protects from the first moment on."""
    value = a_number(7).value
    row = f"{value[:8]}-{value[8:]}\tSkyddad identitet\tAvd 3\t\t\t\n"
    page = _compare(house, _row(1), _row(2), _row(3), row)
    assert _only(page, K.NEW).masked

    _settle(house, page, K.NEW, D.TAKEN_OVER)

    protected = [one for one in house.anna.in_hospital() if one.protection is not Protection.NONE]
    assert [one.masked for one in protected] == [True]


def test_the_original_is_kept_and_the_reading_is_logged(house: House) -> None:
    """What was pasted can be shown to a reviewer, and so can who looked at how many people."""
    rows = (_row(1), _row(2), _row(4))
    page = _compare(house, *rows)

    with house.store.reading() as view:
        noted = [
            event.body
            for subject in view.subjects(SubjectKind.ACCESS)
            for event in view.events_of(subject)
            if isinstance(event.body, AccessNoted)
        ]
    listed = [one for one in noted if one.access is AccessKind.LIST]
    assert [(one.filter, one.count) for one in listed] == [("ärendeöversikt", 3)]
    with house.anna.room() as room:
        events = room.store.all_sealed()
        compared = [e.event.body for e, _ in events if e.event.envelope.subject.id == page.round]
        original = room.store.original(getattr(compared[0], "original", ""))
    assert original is not None
    assert original.data == (HEAD + "".join(rows)).encode()
    assert getattr(compared[0], "on", None) == date(2026, 3, 24)


def test_a_dead_persons_line_says_so(house: House) -> None:
    """Somebody whom the list calls dead is not called home."""
    head = "Personnummer\tStatus\n"
    value = a_number(1).value
    rows = (
        f"{value}\tAvliden\n",
        f"{a_number(2).value}\t\n",
        f"{a_number(3).value}\t\n",
    )
    page = house.anna.compare_overview((head + "".join(rows)).encode(), "Cosmic Link")
    assert isinstance(page, RoundPage)
    gone = _only(page, K.GONE)
    assert gone.says_deceased

    _settle(house, page, K.GONE, D.GONE_HOME)

    assert house.case_row(gone.case).deceased


LEFT_HEAD = "Personnummer\tNamn\tAvdelning\tStatus\n"


def _with_left(house: House) -> RoundPage:
    """Compare our three, one who has left that we had, and one that we never had."""
    gone = a_notice(
        MessageKind.DISCHARGE_NOTICE, id="out4", person=a_person(4), stay={"stay_ids": ("s4",)}
    )
    house.take_in(_admission(4), gone)
    rows = [_row(nth, "Avd 3\tInskriven") for nth in (1, 2, 3)]
    rows += [_row(nth, "Avd 9\tUtskriven") for nth in (4, 8)]
    page = house.anna.compare_overview((LEFT_HEAD + "".join(rows)).encode(), "SAMSA")
    assert isinstance(page, RoundPage), page
    return page


def test_those_who_have_left_and_were_not_ours_are_seen(house: House) -> None:
    """A stay that we missed from beginning to end stands there, before those whom we know of."""
    page = _with_left(house)

    assert [(row.name, row.ward, row.case is None) for row in page.others] == [
        ("Prov8 Provsson", "Avd 9", True),
        ("Prov4 Provsson", "Avd 9", False),
    ]
    assert not any(row.is_open for row in page.others)


def test_those_who_have_left_keep_nobody_from_signing_but_stand_in_the_stamp(house: House) -> None:
    """They need no answer; whoever reads the stamp later sees how many they were."""
    page = _with_left(house)
    _settle(house, page, K.SAME, D.ALL_SAME)

    signed = _now(house, page).signed
    assert signed is not None
    assert (signed.same, signed.others) == (3, 2)


def test_a_protected_person_who_has_left_is_masked(house: House) -> None:
    """Neither name nor number of somebody protected comes with a list of the discharged."""
    value = a_number(7).value
    row = f"{value[:8]}-{value[8:]}\tSkyddad identitet\tAvd 3\tUtskriven\n"
    page = house.anna.compare_overview(
        (LEFT_HEAD + _row(1, "Avd 3\tInskriven") + row).encode(), "SAMSA"
    )
    assert isinstance(page, RoundPage)

    (other,) = page.others
    assert (other.masked, other.name, other.number, other.text) == (True, "", None, "")


def test_a_line_with_only_some_of_her_names_warns_too(house: House) -> None:
    """Vera Maria Hedin stands as Vera Hedin with a slip in the number: it may be she."""
    house.take_in(_admission(5, given_name="Vera Maria", family_name="Hedin"))
    page = _compare(house, _row(1), _row(2), _row(3), "18900101-0001\tHedin, Vera\tAvd 3\t\t\t\n")

    assert _only(page, K.GONE).perhaps == (_only(page, K.UNREAD).no,)
