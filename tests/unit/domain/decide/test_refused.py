"""Every rule of decide, where it says no: a state, a wish, and the reason."""

from collections.abc import Sequence
from datetime import date

import pytest
from msgspec.structs import replace

from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.decide import Ground, decide
from kontaktpunkt.domain.events import case as on_case
from kontaktpunkt.domain.events import message as on_message
from kontaktpunkt.domain.events import office as on_office
from kontaktpunkt.domain.events.case import CaseKind
from kontaktpunkt.domain.ledger.subjects import (
    case_subject,
    message_subject,
)
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.staff import OnWord, Receiver, Role, WithUs
from kontaktpunkt.domain.states import SheetMove, SheetStage
from rule_states import (
    ANNA,
    BO,
    CASE,
    DONE,
    FAR,
    FREE_CASE,
    FROZEN,
    ISSUED,
    ITEM,
    ITEMS,
    KNOWN,
    MINE,
    NOBODY,
    NOW,
    OPEN,
    OTHER_CASE,
    OTHER_P,
    RIGHT,
    SET_ASIDE,
    SHEET,
    SOON,
    TAKEN_IN,
    TICKED,
    TO_BO,
    VOIDED,
    WRONG,
    M,
    P,
    a_ground,
)

R = RefusalReason

_REFUSED: Sequence[tuple[str, Ground, c.Command, RefusalReason]] = (
    (
        "Ta a colleague's",
        a_ground(replace(OPEN, owner=BO)),
        c.TakeMessage(message=M),
        R.ALREADY_TAKEN,
    ),
    ("Ta my own", a_ground(MINE), c.TakeMessage(message=M), R.ALREADY_TAKEN),
    ("Ta what is done", a_ground(DONE), c.TakeMessage(message=M), R.ALREADY_DONE),
    ("Ta by nobody", a_ground(me=None), c.TakeMessage(message=M), R.NO_RECEIVER),
    ("Ta what is not there", a_ground(None), c.TakeMessage(message=M), R.NOT_FOUND),
    ("Ta from a newer program", a_ground(FROZEN), c.TakeMessage(message=M), R.NEEDS_NEWER_PROGRAM),
    ("Ta what was taken back", a_ground(VOIDED), c.TakeMessage(message=M), R.ALREADY_TAKEN_BACK),
    (
        "K on what could not be read",
        a_ground(SET_ASIDE),
        c.AcknowledgeMessage(message=M, system="SAMSA"),
        R.IS_SET_ASIDE,
    ),
    (
        "K twice",
        a_ground(replace(OPEN, acknowledged_at=NOW, acknowledged_by=BO)),
        c.AcknowledgeMessage(message=M, system="SAMSA"),
        R.ALREADY_ACKNOWLEDGED,
    ),
    (
        "K on what was taken back",
        a_ground(VOIDED),
        c.AcknowledgeMessage(message=M, system="SAMSA"),
        R.ALREADY_TAKEN_BACK,
    ),
    (
        "K in the future",
        a_ground(),
        c.AcknowledgeMessage(message=M, system="SAMSA", at=FAR),
        R.TIME_IN_FUTURE,
    ),
    ("L to nobody", a_ground(), c.HandOverMessage(message=M, to=Receiver()), R.NO_RECEIVER),
    (
        "L to somebody unknown",
        a_ground(),
        c.HandOverMessage(message=M, to=Receiver(staff=NOBODY)),
        R.NO_RECEIVER,
    ),
    ("L what is done", a_ground(DONE), c.HandOverMessage(message=M, to=TO_BO), R.ALREADY_DONE),
    ("S until now", a_ground(), c.DeferMessage(message=M, until=NOW), R.TIME_IN_PAST),
    ("S what is done", a_ground(DONE), c.DeferMessage(message=M), R.ALREADY_DONE),
    (
        "F twice",
        a_ground(DONE),
        c.MarkMisdirected(message=M, way=on_message.Misdirection.RETURNED),
        R.ALREADY_DONE,
    ),
    ("X twice", a_ground(DONE), c.FinishMessage(message=M), R.ALREADY_DONE),
    (
        "X on what could not be read",
        a_ground(SET_ASIDE),
        c.FinishMessage(message=M),
        R.IS_SET_ASIDE,
    ),
    ("X in the future", a_ground(), c.FinishMessage(message=M, at=FAR), R.TIME_IN_FUTURE),
    ("reopen what is open", a_ground(), c.ReopenMessage(message=M), R.NOT_DONE),
    (
        "reopen what was taken back",
        a_ground(VOIDED),
        c.ReopenMessage(message=M),
        R.ALREADY_TAKEN_BACK,
    ),
    (
        "does not belong here, without a word",
        a_ground(SET_ASIDE),
        c.DismissSetAside(message=M, note=" "),
        R.EMPTY_TEXT,
    ),
    (
        "does not belong here, but was read",
        a_ground(),
        c.DismissSetAside(message=M, note="reklam"),
        R.NOT_SET_ASIDE,
    ),
    (
        "when it was sent, but nobody's word",
        a_ground(),
        c.NoteSendingTime(message=M, sent_at=NOW, on_word=OnWord(name=" ")),
        R.EMPTY_TEXT,
    ),
    (
        "sent in the future",
        a_ground(),
        c.NoteSendingTime(message=M, sent_at=FAR, on_word=OnWord(name="Ssk Lind")),
        R.TIME_IN_FUTURE,
    ),
    (
        "when what could not be read was sent",
        a_ground(SET_ASIDE),
        c.NoteSendingTime(message=M, sent_at=NOW, on_word=OnWord(name="Ssk Lind")),
        R.IS_SET_ASIDE,
    ),
    (
        "another time than the message says itself",
        a_ground(replace(OPEN, taken_in=replace(TAKEN_IN, sent_at=NOW))),
        c.NoteSendingTime(message=M, sent_at=NOW, on_word=OnWord(name="Ssk Lind")),
        R.SAYS_WHEN_SENT,
    ),
    (
        "move to the same person",
        a_ground(),
        c.MoveMessage(message=M, person=P, case=OTHER_CASE),
        R.SAME_PERSON,
    ),
    (
        "move what could not be read",
        a_ground(SET_ASIDE),
        c.MoveMessage(message=M, person=OTHER_P, case=OTHER_CASE),
        R.IS_SET_ASIDE,
    ),
    (
        "move what was taken back",
        a_ground(VOIDED),
        c.MoveMessage(message=M, person=OTHER_P, case=OTHER_CASE),
        R.ALREADY_TAKEN_BACK,
    ),
    (
        "take my own case",
        a_ground(case=replace(FREE_CASE, responsible=ANNA)),
        c.TakeCase(case=CASE),
        R.ALREADY_TAKEN,
    ),
    ("take a case that is not there", a_ground(case=None), c.TakeCase(case=CASE), R.NOT_FOUND),
    (
        "take a case that was taken back",
        a_ground(case=replace(FREE_CASE, voided=True)),
        c.TakeCase(case=CASE),
        R.ALREADY_TAKEN_BACK,
    ),
    (
        "note in a case from a newer program",
        a_ground(case=replace(FREE_CASE, frozen=True)),
        c.AddNote(case=CASE, text="ord"),
        R.NEEDS_NEWER_PROGRAM,
    ),
    ("take a case by nobody", a_ground(me=None), c.TakeCase(case=CASE), R.NO_RECEIVER),
    ("hand a case to nobody", a_ground(), c.HandOverCase(case=CASE, to=Receiver()), R.NO_RECEIVER),
    ("a call about nothing", a_ground(), c.LogCall(case=CASE), R.EMPTY_TEXT),
    ("a call to come", a_ground(), c.LogCall(case=CASE, text="x", at=FAR), R.TIME_IN_FUTURE),
    ("an empty note", a_ground(), c.AddNote(case=CASE, text=" \n"), R.EMPTY_TEXT),
    ("a note from tomorrow", a_ground(), c.AddNote(case=CASE, text="x", at=FAR), R.TIME_IN_FUTURE),
    ("an empty deviation", a_ground(), c.NoteDeviation(case=CASE, code=""), R.EMPTY_TEXT),
    ("a step that is not ours", a_ground(), c.TickStep(case=CASE, step="flyg"), R.UNKNOWN_STEP),
    ("a step twice", a_ground(case=TICKED), c.TickStep(case=CASE, step="larm"), R.STEP_DONE),
    ("a step to come", a_ground(), c.TickStep(case=CASE, step="larm", at=FAR), R.TIME_IN_FUTURE),
    ("untick what is not ticked", a_ground(), c.UntickStep(case=CASE, step="larm"), R.NOT_DONE),
    (
        "empty documentation",
        a_ground(),
        c.RequestDocumentation(case=CASE, item=ITEM, system="SAMSA", text=""),
        R.EMPTY_TEXT,
    ),
    (
        "documented twice",
        a_ground(
            case=replace(ITEMS, documentation=(replace(ITEMS.documentation[0], documented_at=NOW),))
        ),
        c.TickDocumented(case=CASE, item=ITEM),
        R.ALREADY_DOCUMENTED,
    ),
    ("documented, but what", a_ground(), c.TickDocumented(case=CASE, item=ITEM), R.NOT_FOUND),
    (
        "documented tomorrow",
        a_ground(case=ITEMS),
        c.TickDocumented(case=CASE, item=ITEM, at=FAR),
        R.TIME_IN_FUTURE,
    ),
    (
        "close twice",
        a_ground(case=replace(FREE_CASE, closed_at=NOW)),
        c.CloseCase(case=CASE),
        R.ALREADY_DONE,
    ),
    ("reopen an open case", a_ground(), c.ReopenCase(case=CASE), R.NOT_DONE),
    (
        "the same number",
        a_ground(),
        c.CorrectNumber(person=P, wrong=WRONG, right=WRONG),
        R.SAME_NUMBER,
    ),
    (
        "a number that is not hers",
        a_ground(),
        c.CorrectNumber(person=P, wrong=RIGHT, right=WRONG),
        R.NOT_FOUND,
    ),
    (
        "the number of nobody",
        a_ground(),
        c.CorrectNumber(person=OTHER_P, wrong=WRONG, right=RIGHT),
        R.NO_PERSON,
    ),
    (
        "with us, of a newer program",
        a_ground(person=replace(KNOWN, frozen=True)),
        c.SetWithUs(person=P, with_us=WithUs()),
        R.NEEDS_NEWER_PROGRAM,
    ),
    (
        "a colleague without a name",
        a_ground(),
        c.AddStaff(staff=BO, name=" ", role=Role.CASEWORKER),
        R.EMPTY_TEXT,
    ),
    (
        "a setting that is no value",
        a_ground(),
        c.ChangeSetting(key="untaken_minutes", value="{"),
        R.BAD_VALUE,
    ),
    (
        "a setting from a day of the last century",
        a_ground(),
        c.ChangeSetting(key="untaken_minutes", value="30", valid_from=date(1925, 1, 1)),
        R.BAD_VALUE,
    ),
    (
        "an amount that nobody has confirmed",
        a_ground(),
        c.ChangeSetting(key="amount.2026", value='{"instrument": "HSLF-FS 2025:1"}'),
        R.AMOUNT_NOT_CONFIRMED,
    ),
    (
        "an amount without its instrument",
        a_ground(),
        c.ChangeSetting(key="amount.2026", value='{"krona": "1"}', confirmed_by="Eva Ek"),
        R.AMOUNT_NOT_CONFIRMED,
    ),
    ("void a paper that is not there", a_ground(), c.VoidSheet(sheet=SHEET), R.NOT_FOUND),
    (
        "void a paper twice",
        a_ground(sheet=replace(ISSUED, last=SheetMove(to=SheetStage.VOIDED, at=NOW))),
        c.VoidSheet(sheet=SHEET),
        R.SHEET_THERE_ALREADY,
    ),
    (
        "a number that is on paper already",
        a_ground(sheet=ISSUED),
        c.IssueSheet(
            sheet=SHEET,
            number="001000017",
            form="R2",
            form_version="1",
            direction=on_office.SheetDirection.OWN_USE,
            medium=on_office.SheetMedium.PRINTED,
        ),
        R.ALREADY_DONE,
    ),
)


@pytest.mark.parametrize(
    ("ground", "wish", "reason"), [row[1:] for row in _REFUSED], ids=[r[0] for r in _REFUSED]
)
def test_what_may_not_be_done_is_refused_with_its_reason(
    ground: Ground, wish: c.Command, reason: RefusalReason
) -> None:
    """A wish that the rules forbid changes nothing and says why."""
    decision = decide(ground, wish)

    assert isinstance(decision, Refused)
    assert decision.reason is reason


def test_clocks_of_two_desks_may_differ_by_five_minutes() -> None:
    """A time five minutes ahead is a clock that goes wrong; more than that is the future."""
    ground = a_ground()

    assert ground.moment(SOON) == SOON
    assert isinstance(ground.moment(FAR), Refused)


def test_moving_a_message_takes_its_words_along() -> None:
    """A message on the wrong person becomes a fact on the right one, and holds there alone."""
    waiting = replace(OPEN, case=OTHER_CASE, person=OTHER_P, awaits_answer=True)
    ground = a_ground()
    states = {**ground.states, message_subject(NOBODY): waiting}
    wish = c.MoveMessage(message=M, person=OTHER_P, case=OTHER_CASE, opens_case=True)

    decision = decide(replace(ground, states=states), wish)

    assert not isinstance(decision, Refused)
    assert [(each.subject, each.body) for each in decision] == [
        (
            message_subject(M),
            on_message.MessageMoved(case=OTHER_CASE, person=OTHER_P, from_case=CASE, from_person=P),
        ),
        (
            case_subject(OTHER_CASE),
            on_case.CaseOpened(person=OTHER_P, case_kind=CaseKind.MATTER),
        ),
        (case_subject(OTHER_CASE), on_case.AdmissionNoticed(message=M)),
        (message_subject(NOBODY), on_message.AnswerArrived(message=M)),
        (case_subject(CASE), on_case.NoticeMovedAway(message=M)),
    ]
