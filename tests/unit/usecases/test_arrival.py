"""Messages as they really come: late, twice, before what they correct, on the wrong person."""

from msgspec.structs import replace

from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.clocks import ClockGap
from kontaktpunkt.domain.commands import CloseCase, FinishMessage
from kontaktpunkt.domain.events.case import CaseKind
from kontaktpunkt.domain.message_kind import Carrier, Change, MessageKind, SetAsideReason
from kontaktpunkt.domain.notice import MessageIdentity, SetAside, StayFacts
from kontaktpunkt.domain.person.facts import Address, NumberKind, PersonFacts, PersonNumber
from kontaktpunkt.usecases.desk import Fate, FateKind
from kontaktpunkt.usecases.rows import Mark
from samples import (
    a_cancellation,
    a_correction,
    a_house,
    a_notice,
    a_number,
    a_person,
    an_entry,
    do,
    done,
    hours,
    id_of,
)

K = MessageKind
_NO_STAY = {"stay_ids": ()}


def test_the_same_message_twice_is_known() -> None:
    """A file that is dropped again changes nothing."""
    house = a_house()
    first = house.take_in(a_notice(id="m"))[0]

    again = house.take_in(a_notice(id="m"))[0]

    assert (again.outcome, again.message, again.case) == (FateKind.KNOWN, first.message, first.case)
    assert house.listed() == {id_of("m")}


def test_the_same_id_with_other_content_is_set_aside_and_shown() -> None:
    """It is no update: both stand on the list, and the first one is as it was."""
    house = a_house()
    house.take_in(a_notice(id="m"))

    other = house.take_in(a_notice(id="m", stay={"ward": "Avd 99"}))[0]

    assert other.outcome is FateKind.SET_ASIDE
    assert other.reason is SetAsideReason.SAME_IDENTITY_OTHER_CONTENT
    assert house.listed() == {id_of("m"), other.message}
    assert house.row(id_of("m")).ward == "Avd 3"
    again = house.take_in(a_notice(id="m", stay={"ward": "Avd 99"}))[0]
    assert again.outcome is FateKind.KNOWN_SET_ASIDE
    assert house.is_clean


def test_what_cannot_be_read_is_kept_whole_and_once() -> None:
    """The same bytes dropped twice are one line under Ej inläst."""
    house = a_house()
    first, again = house.take_in(
        SetAside(reason=SetAsideReason.NO_EVENT), SetAside(reason=SetAsideReason.NO_EVENT)
    )

    assert (first.outcome, again.outcome) == (FateKind.SET_ASIDE, FateKind.KNOWN_SET_ASIDE)
    assert house.listed() == {first.message}


def test_a_better_reader_reads_what_was_set_aside() -> None:
    """Try again: the original becomes a message, or is recognised as one that is known."""
    house = a_house()
    data = b"once not understood"
    house.original(SetAside(reason=SetAsideReason.UNKNOWN_KIND), data)
    aside = house.anna.take_in("a.json", data, Carrier.FILE).message
    assert aside is not None
    nothing_new = house.anna.try_again(aside)
    assert isinstance(nothing_new, Fate)
    assert nothing_new.outcome is FateKind.KNOWN_SET_ASIDE
    house.original(a_notice(id="m"), data)

    fate = house.anna.try_again(aside)

    assert isinstance(fate, Fate)
    assert fate.outcome is FateKind.TAKEN_IN
    assert house.listed() == {id_of("m")}
    other = b"another copy of it"
    house.original(SetAside(reason=SetAsideReason.UNKNOWN_KIND), other)
    copy = house.anna.take_in("b.json", other, Carrier.FILE).message
    assert copy is not None
    house.original(a_notice(id="m"), other)
    house.anna.try_again(copy)
    assert house.listed() == {id_of("m")}
    assert house.is_clean


def test_a_correction_that_overtook_its_original_holds() -> None:
    """The original that comes late is marked corrected, and its words count for nothing."""
    house = a_house()
    house.take_in(a_correction("m", K.ADMISSION_NOTICE, id="c", stay={"ward": "Avd 4"}))
    fate = house.take_in(a_notice(id="m", sent_at=hours(-3)))[0]

    assert house.case_row(fate.case).ward == "Avd 4"
    assert Mark.CORRECTED in house.row(id_of("m")).marks
    assert Mark.CHANGES_EARLIER in house.row(id_of("c")).marks
    assert house.listed() == {id_of("m"), id_of("c")}
    assert house.is_clean


def test_a_cancellation_that_overtook_its_original_holds_also_without_stay_id() -> None:
    """The cancelled admission puts nobody on the list of people in hospital."""
    for stay in ({}, _NO_STAY):
        house = a_house()
        house.take_in(a_cancellation("m", K.ADMISSION_NOTICE, id="c", stay=stay))

        fate = house.take_in(a_notice(id="m", sent_at=hours(-3), stay=stay))[0]

        assert not house.case_row(fate.case).in_hospital
        assert Mark.CANCELLED in house.row(id_of("m")).marks
        assert house.anna.in_hospital() == ()


def test_a_cancelled_cancellation_leaves_no_mark() -> None:
    """The message that was wrongly cancelled reads as it did at first."""
    house = a_house()
    fate = house.take_in(
        a_notice(id="m"), a_cancellation("m", K.ADMISSION_NOTICE, id="c", sent_at=hours(-0.5))
    )[0]
    assert Mark.CANCELLED in house.row(id_of("m")).marks

    house.take_in(a_cancellation("c", K.ADMISSION_NOTICE, id="c2", sent_at=hours(-0.2)))

    assert Mark.CANCELLED not in house.row(id_of("m")).marks
    assert Mark.CANCELLED in house.row(id_of("c")).marks
    assert house.case_row(fate.case).in_hospital
    assert house.is_clean


def test_a_correction_to_another_person_takes_the_first_one_out_of_hospital() -> None:
    """The hospital had written the wrong number: it was not she but another who is there."""
    for order in ((0, 1), (1, 0)):
        house = a_house()
        messages = (
            a_notice(id="m", sent_at=hours(-3)),
            a_correction("m", K.ADMISSION_NOTICE, id="c", person=a_person(2)),
        )
        fates = {place: house.take_in(messages[place])[0] for place in order}

        assert fates[0].case != fates[1].case
        assert not house.case_row(fates[0].case).in_hospital
        assert house.case_row(fates[1].case).in_hospital
        assert [row.number for row in house.anna.in_hospital()] == [a_number(2)]
        assert Mark.CORRECTED in house.row(id_of("m")).marks
        assert house.is_clean


def test_a_cancellation_finds_its_message_where_it_was_moved_to() -> None:
    """Moved by hand to the right person, the message is cancelled there too."""
    house = a_house()
    house.take_in(a_notice(id="m"))
    done(house.anna.move_message(id_of("m"), a_number(2).value, "Rätt Person"))

    house.take_in(a_cancellation("m", K.ADMISSION_NOTICE, id="c", sent_at=hours(-0.5)))

    assert house.anna.in_hospital() == ()
    assert Mark.CANCELLED in house.row(id_of("m")).marks
    assert house.is_clean


def test_a_discharge_before_its_admission_is_one_stay_also_without_stay_id() -> None:
    """Whoever has gone home is not in hospital because the admission notice was late."""
    for stay in ({}, _NO_STAY):
        house = a_house()
        first = house.take_in(
            a_notice(K.DISCHARGE_NOTICE, id="d", stay={**stay, "discharged_at": hours(-1)})
        )[0]

        late = house.take_in(a_notice(id="m", sent_at=hours(-19), stay=stay))[0]

        assert late.case == first.case
        assert house.anna.in_hospital() == ()


def test_a_second_stay_is_another_case() -> None:
    """An admission after the discharge is a new stay; a message of the first still finds it."""
    house = a_house()
    one = house.take_in(
        a_notice(id="m", stay={"admitted_at": hours(-200)}, sent_at=hours(-199)),
        a_notice(K.DISCHARGE_NOTICE, id="d", stay={"discharged_at": hours(-100)}),
    )[0].case

    two = house.take_in(a_notice(id="m2", stay={"stay_ids": ("stay-2",)}))[0].case
    late = house.take_in(a_notice(K.DISCHARGE_INFORMATION, id="i"))[0].case

    assert two != one
    assert late == one
    assert [row.case for row in house.anna.in_hospital()] == [two]


def test_a_new_admission_without_stay_id_is_a_new_stay_when_the_old_one_has_ended() -> None:
    """By times alone: after the discharge is new, within a day of the admission is the same."""
    house = a_house()
    one = house.take_in(a_notice(id="m", stay={**_NO_STAY, "admitted_at": hours(-200)}))[0].case
    same = house.take_in(a_notice(id="s", stay={**_NO_STAY, "admitted_at": hours(-190)}))[0].case
    far = house.take_in(a_notice(id="f", stay={**_NO_STAY, "admitted_at": hours(-150)}))[0].case

    assert same == one
    assert far != one


def test_what_is_said_of_the_ward_long_after_the_discharge_is_of_another_stay() -> None:
    """Somebody told to be ready a week after going home is in hospital again, unseen till now."""
    house = a_house()
    stay = {**_NO_STAY, "admitted_at": hours(-300), "discharged_at": hours(-200)}
    one = house.take_in(
        a_notice(id="m", stay=stay, sent_at=hours(-299)),
        a_notice(K.DISCHARGE_NOTICE, id="d", stay=stay, sent_at=hours(-200)),
    )[0].case

    ready = house.take_in(a_notice(K.READINESS_NOTICE, id="r", stay=StayFacts()))[0].case

    assert ready != one
    assert [row.case for row in house.anna.in_hospital()] == [ready]


def test_a_stay_id_on_two_persons_never_mixes_them() -> None:
    """The system that gave two people one id does not put one's words in the other's case."""
    house = a_house()
    one, two = house.take_in(a_notice(id="m"), a_notice(id="n", person=a_person(2)))
    assert one.case != two.case

    ready = house.take_in(a_notice(K.READINESS_NOTICE, id="r", person=a_person(2)))[0]

    assert ready.case == two.case
    assert house.case_row(one.case).ready_sent_at is None


def test_a_stay_without_admission_notice_is_on_the_list_with_what_is_missing() -> None:
    """The notice that never came makes nobody invisible, and starts no clock."""
    house = a_house()
    case = house.take_in(a_notice(K.READINESS_NOTICE, id="r"))[0].case
    assert case is not None

    assert [row.case for row in house.anna.in_hospital()] == [case]
    page = house.anna.case(case)
    assert page is not None
    told = {each.kind: each for each in page.clocks}
    assert told[ClockKind.ADMISSION_NOTICE].gap is ClockGap.NO_ADMISSION_NOTICE
    assert told[ClockKind.PAYMENT_START].due_day is None


def test_a_message_after_death_is_marked_and_brings_nobody_back() -> None:
    """It comes on the list as any message, with the death beside the name."""
    house = a_house()
    case = house.take_in(
        a_notice(id="m", sent_at=hours(-19)),
        a_notice(K.DEATH_NOTICE, id="x", person=a_person(1, deceased=True), sent_at=hours(-2)),
        a_notice(K.EXPECTED_DISCHARGE_NOTICE, id="e"),
    )[0].case

    assert Mark.DECEASED in house.row(id_of("e")).marks
    assert house.case_row(case).deceased
    assert house.anna.in_hospital() == ()
    house.take_in(a_cancellation("x", K.DEATH_NOTICE, id="c", sent_at=hours(-0.1)))
    assert Mark.DECEASED not in house.row(id_of("e")).marks
    assert len(house.anna.in_hospital()) == 1


def test_23_timmars_that_becomes_an_admission_is_one_case_in_either_order() -> None:
    """It is an inpatient stay from the admission on, with its clocks."""
    emergency = a_notice(K.EMERGENCY_STAY_NOTICE, id="n", stay={**_NO_STAY, "ward": "Akuten"})
    admission = a_notice(id="m", stay={"admitted_at": hours(-18)})
    for pair in ((emergency, admission), (admission, emergency)):
        house = a_house()
        one, two = house.take_in(*pair)

        assert one.case == two.case
        assert house.case_row(one.case).case_kind is CaseKind.INPATIENT


def test_23_timmars_alone_comes_first_and_has_its_own_clock_alone() -> None:
    """No admission notice is expected and no money clock runs; everything in it goes first."""
    house = a_house()
    case = house.take_in(
        a_notice(K.EMERGENCY_STAY_NOTICE, id="n"),
        a_notice(K.ADMINISTRATIVE_MESSAGE, id="a"),
        a_notice(id="m", person=a_person(2), stay={"stay_ids": ("stay-2",)}),
    )[0].case
    assert case is not None

    page = house.anna.case(case)
    assert page is not None
    assert [clock.kind for clock in page.clocks] == [ClockKind.EMERGENCY_STAY]
    assert [house.row(id_of(one)).priority for one in "nam"] == [0, 0, 1]


def test_an_answer_before_its_question_is_two_messages_on_the_list() -> None:
    """Neither waits for the other, and neither is lost."""
    house = a_house()
    answer = a_notice(K.ADMINISTRATIVE_MESSAGE, id="svar", refers_to=("fråga",))
    fates = house.take_in(answer, a_notice(K.ADMINISTRATIVE_MESSAGE, id="fråga"))

    assert fates[0].case == fates[1].case
    assert house.listed() == {id_of("svar"), id_of("fråga")}


def test_a_receipt_about_nobody_stands_on_the_case_that_it_answers() -> None:
    """A kvittens names no person: nobody is made up for it, and a closed case opens again."""
    house = a_house()
    case = house.take_in(a_notice(id="m"))[0].case
    assert case is not None
    do(house.anna, CloseCase(case=case))
    receipt = a_notice(
        K.ACKNOWLEDGEMENT, id="k", person=PersonFacts(), refers_to=("m",), stay=StayFacts()
    )

    fate = house.take_in(receipt)[0]

    assert fate.case == case
    assert house.case_row(case).is_open
    lone = house.take_in(replace(receipt, identity=MessageIdentity("SAMSA", "sjukhuset", "k2"),
                                 refers_to=("okänd",)))[0]  # fmt: skip
    assert lone.case is None
    assert lone.message in house.listed()
    assert house.is_clean


def test_a_message_without_a_number_follows_what_it_refers_to_or_its_stay() -> None:
    """A name alone makes a new person; a reference or a stay id says who it is."""
    house = a_house()
    case = house.take_in(a_notice(id="m"))[0].case
    nameless = a_person(1, numbers=())

    by_stay = house.take_in(a_notice(K.LEAVE_NOTICE, id="l", person=nameless))[0]
    by_reference = house.take_in(
        a_cancellation("m", K.ADMISSION_NOTICE, id="c", person=nameless, stay=_NO_STAY)
    )[0]
    alone = house.take_in(a_notice(K.LEAVE_NOTICE, id="x", person=nameless, stay=_NO_STAY))[0]

    assert by_stay.case == by_reference.case == case
    assert alone.case != case


def test_an_older_message_that_comes_late_does_not_bring_back_an_old_address() -> None:
    """The later word about a person holds, in whatever order the words came."""
    old = a_person(1, addresses=(Address(lines=("Gamla vägen 1",)),), family_name="Gammal")
    new = a_person(1, addresses=(Address(lines=("Nya vägen 2",)),), family_name="Ny")
    messages = (
        a_notice(id="m", person=old, sent_at=hours(-9)),
        a_notice(K.LEAVE_NOTICE, id="l", person=new, sent_at=hours(-2)),
    )
    for order in (messages, messages[::-1]):
        house = a_house()
        case = house.take_in(*order)[0].case
        assert case is not None

        page = house.anna.case(case)
        assert page is not None
        assert page.person.name == "Prov1 Ny"
        assert page.person.addresses == new.addresses


def test_a_reserve_number_still_leads_to_whom_it_was_given() -> None:
    """Reservnummer and personnummer in one message are one person, by either later on."""
    house = a_house()
    reserve = PersonNumber(NumberKind.LOCAL_RESERVE, "18900102S98A")
    first = house.take_in(a_notice(id="m", person=a_person(1, numbers=(reserve,))))[0]
    both = a_person(1, numbers=(reserve, a_number(1)))
    house.take_in(a_notice(K.LEAVE_NOTICE, id="l", person=both))

    later = house.take_in(a_notice(K.LEAVE_NOTICE, id="l2", stay=_NO_STAY))[0]

    assert later.case == first.case
    assert house.case_row(first.case).number == a_number(1)


def test_an_entry_into_an_open_case_belongs_to_it() -> None:
    """Entered from the case with a name only it is the case's; with another's number it is hers."""
    house = a_house()
    case = house.take_in(a_notice(id="m"))[0].case
    person = house.row(id_of("m")).person

    done(house.anna.enter(an_entry(K.LEAVE_NOTICE, case=case, number_text="")))
    (entered,) = house.listed() - {id_of("m")}
    assert (house.row(entered).case, house.row(entered).person) == (case, person)

    do(house.anna, FinishMessage(message=entered))
    done(house.anna.enter(an_entry(K.LEAVE_NOTICE, case=case, number_text=a_number(2).value)))
    (other,) = house.listed() - {id_of("m")}
    assert house.row(other).case != case
    assert house.is_clean


def test_two_calls_about_the_same_thing_are_two_messages() -> None:
    """What is told twice by phone is never swallowed as known."""
    house = a_house()

    done(house.anna.enter(an_entry()))
    done(house.anna.enter(an_entry()))

    assert len(house.listed()) == 2
    assert len(house.anna.in_hospital()) == 1


def test_a_correction_names_nothing_known_and_is_read_as_it_stands() -> None:
    """A correction whose original never comes tells what it tells."""
    house = a_house()
    fate = house.take_in(
        a_notice(id="c", change=Change.CORRECTION, refers_to=("aldrig",), stay={"ward": "Avd 4"})
    )[0]

    assert house.case_row(fate.case).ward == "Avd 4"
    assert house.case_row(fate.case).in_hospital
