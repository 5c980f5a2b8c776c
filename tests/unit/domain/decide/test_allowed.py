"""Every rule of decide, where it says yes: a state, a wish, and what happens."""

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.decide import Ground, decide
from kontaktpunkt.domain.events import case as on_case
from kontaktpunkt.domain.events import contingency as on_contingency
from kontaktpunkt.domain.events import message as on_message
from kontaktpunkt.domain.events import office as on_office
from kontaktpunkt.domain.events import person as on_person
from kontaktpunkt.domain.events.case import CallDirection
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.person.facts import PersonFacts
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.staff import OnWord, Role, WithUs
from kontaktpunkt.domain.times import Instant
from rule_states import (
    ANNA,
    BO,
    BOS_CASE,
    CASE,
    DONE,
    FREE_CASE,
    ISSUED,
    ITEM,
    ITEMS,
    KNOWN,
    MINE,
    NOW,
    OPEN,
    RIGHT,
    SET_ASIDE,
    SHEET,
    SOON,
    TAKEN_IN,
    TICKED,
    TO_BO,
    TO_ROLE,
    TO_UNIT,
    WRONG,
    M,
    P,
    a_ground,
)

_ALLOWED: Sequence[tuple[str, Ground, c.Command, Sequence[Body]]] = (
    (
        "Ta with an unowned case takes the case too",
        a_ground(),
        c.TakeMessage(message=M),
        (on_message.MessageTaken(staff=ANNA), on_case.CaseTaken(staff=ANNA)),
    ),
    (
        "Ta leaves a colleague's case to her",
        a_ground(case=BOS_CASE),
        c.TakeMessage(message=M),
        (on_message.MessageTaken(staff=ANNA),),
    ),
    (
        "Ta on what could not be read",
        a_ground(SET_ASIDE),
        c.TakeMessage(message=M),
        (on_message.MessageTaken(staff=ANNA),),
    ),
    (
        "K",
        a_ground(),
        c.AcknowledgeMessage(message=M, system="SAMSA"),
        (on_message.MessageAcknowledged(system="SAMSA", acknowledged_at=NOW),),
    ),
    (
        "K after it is done, with its own time",
        a_ground(DONE),
        c.AcknowledgeMessage(message=M, system="SAMSA", at=Instant(5)),
        (on_message.MessageAcknowledged(system="SAMSA", acknowledged_at=Instant(5)),),
    ),
    (
        "when it was sent, also of what is done",
        a_ground(DONE),
        c.NoteSendingTime(message=M, sent_at=Instant(5), on_word=OnWord(name="Ssk Lind")),
        (
            on_message.SendingTimeNoted(sent_at=Instant(5), on_word=OnWord(name="Ssk Lind")),
            on_case.NoticeTimed(message=M, sent_at=Instant(5)),
        ),
    ),
    (
        "when it was sent, mended",
        a_ground(replace(OPEN, taken_in=replace(TAKEN_IN, sent_at=Instant(5)), sending_noted=True)),
        c.NoteSendingTime(message=M, sent_at=Instant(6), on_word=OnWord(name="Ssk Lind")),
        (
            on_message.SendingTimeNoted(sent_at=Instant(6), on_word=OnWord(name="Ssk Lind")),
            on_case.NoticeTimed(message=M, sent_at=Instant(6)),
        ),
    ),
    (
        "L to a colleague takes my case along",
        a_ground(MINE, replace(FREE_CASE, responsible=ANNA)),
        c.HandOverMessage(message=M, to=TO_BO, note="ring"),
        (on_message.MessageHandedOver(to=TO_BO, note="ring"), on_case.CaseHandedOver(to=TO_BO)),
    ),
    (
        "L to a unit leaves a colleague's case with her",
        a_ground(MINE, BOS_CASE),
        c.HandOverMessage(message=M, to=TO_UNIT),
        (on_message.MessageHandedOver(to=TO_UNIT),),
    ),
    (
        "L to a role, from somebody who went home",
        a_ground(replace(OPEN, owner=BO), BOS_CASE),
        c.HandOverMessage(message=M, to=TO_ROLE),
        (on_message.MessageHandedOver(to=TO_ROLE),),
    ),
    (
        "S until a time",
        a_ground(),
        c.DeferMessage(message=M, until=SOON),
        (on_message.MessageDeferred(until=SOON),),
    ),
    (
        "S until an answer",
        a_ground(),
        c.DeferMessage(message=M, note="ringt"),
        (on_message.MessageDeferred(note="ringt"),),
    ),
    (
        "F",
        a_ground(),
        c.MarkMisdirected(message=M, way=on_message.Misdirection.RETURNED),
        (on_message.MessageMisdirected(way=on_message.Misdirection.RETURNED),),
    ),
    ("X", a_ground(), c.FinishMessage(message=M), (on_message.MessageDone(),)),
    ("reopen", a_ground(DONE), c.ReopenMessage(message=M), (on_message.MessageReopened(),)),
    (
        "does not belong here, with a word of why",
        a_ground(SET_ASIDE),
        c.DismissSetAside(message=M, note=" reklam "),
        (on_message.SetAsideDismissed(note="reklam"),),
    ),
    ("take a case", a_ground(), c.TakeCase(case=CASE), (on_case.CaseTaken(staff=ANNA),)),
    (
        "take over a colleague's case",
        a_ground(case=BOS_CASE),
        c.TakeCase(case=CASE),
        (on_case.CaseTaken(staff=ANNA),),
    ),
    (
        "hand a case over",
        a_ground(),
        c.HandOverCase(case=CASE, to=TO_BO),
        (on_case.CaseHandedOver(to=TO_BO),),
    ),
    (
        "R without an answer",
        a_ground(),
        c.LogCall(case=CASE, counterpart=" Avd 3 ", answered=False),
        (on_case.CallLogged(direction=CallDirection.OUT, counterpart="Avd 3", answered=False),),
    ),
    ("N", a_ground(), c.AddNote(case=CASE, text=" ord "), (on_case.NoteAdded(text="ord"),)),
    (
        "A",
        a_ground(),
        c.NoteDeviation(case=CASE, code="sen"),
        (on_case.DeviationNoted(code="sen"),),
    ),
    ("tick", a_ground(), c.TickStep(case=CASE, step="larm"), (on_case.StepDone(step="larm"),)),
    (
        "tick on somebody's word",
        a_ground(),
        c.TickStep(case=CASE, step="larm", on_word=OnWord(name="Utföraren")),
        (on_case.StepDone(step="larm", on_word=OnWord(name="Utföraren")),),
    ),
    (
        "untick",
        a_ground(case=TICKED),
        c.UntickStep(case=CASE, step="larm"),
        (on_case.StepUndone(step="larm"),),
    ),
    (
        "ask for documentation",
        a_ground(),
        c.RequestDocumentation(case=CASE, item=ITEM, system="SAMSA", text="text "),
        (on_case.DocumentationDue(item=ITEM, system="SAMSA", text="text"),),
    ),
    (
        "documented",
        a_ground(case=ITEMS),
        c.TickDocumented(case=CASE, item=ITEM, at=SOON),
        (on_case.Documented(item=ITEM, documented_at=SOON),),
    ),
    ("close", a_ground(), c.CloseCase(case=CASE), (on_case.CaseClosed(),)),
    (
        "reopen a case",
        a_ground(case=replace(FREE_CASE, closed_at=NOW)),
        c.ReopenCase(case=CASE),
        (on_case.CaseReopened(),),
    ),
    (
        "only what is new of a person",
        a_ground(),
        c.DescribePerson(person=P, facts=PersonFacts(given_name="Prov", family_name="Provsson")),
        (on_person.PersonDescribed(facts=PersonFacts(family_name="Provsson")),),
    ),
    (
        "nothing new of a person",
        a_ground(),
        c.DescribePerson(person=P, facts=PersonFacts(given_name="Prov")),
        (),
    ),
    (
        "the right number",
        a_ground(),
        c.CorrectNumber(person=P, wrong=WRONG, right=RIGHT),
        (on_person.PersonNumberCorrected(wrong=WRONG, right=RIGHT),),
    ),
    (
        "who she is with us",
        a_ground(),
        c.SetWithUs(person=P, with_us=WithUs(unit="Norr")),
        (on_person.WithUsSet(with_us=WithUs(unit="Norr")),),
    ),
    (
        "who she is with us, as it was",
        a_ground(person=replace(KNOWN, with_us=WithUs(unit="Norr"))),
        c.SetWithUs(person=P, with_us=WithUs(unit="Norr")),
        (),
    ),
    (
        "a new colleague",
        a_ground(),
        c.AddStaff(staff=BO, name=" Bo ", role=Role.CASEWORKER),
        (on_office.StaffAdded(name="Bo", role=Role.CASEWORKER),),
    ),
    (
        "a setting",
        a_ground(),
        c.ChangeSetting(key="untaken_minutes", value="30"),
        (on_office.SettingChanged(key="untaken_minutes", value="30"),),
    ),
    (
        "the recovery sheet",
        a_ground(),
        c.NoteRecoveryPrinted(),
        (on_office.RecoverySheetPrinted(),),
    ),
    (
        "the passphrase of the contingency copy was tried",
        a_ground(),
        c.NoteContingencyTried(note=" övning "),
        (on_contingency.ContingencyTried(note="övning"),),
    ),
    (
        "a paper gets its number",
        a_ground(),
        c.IssueSheet(
            sheet=SHEET,
            number="001000017",
            form="R2",
            form_version="1",
            direction=on_office.SheetDirection.OWN_USE,
            medium=on_office.SheetMedium.PRINTED,
        ),
        (
            on_office.SheetIssued(
                form="R2",
                form_version="1",
                number="001000017",
                direction=on_office.SheetDirection.OWN_USE,
                medium=on_office.SheetMedium.PRINTED,
            ),
        ),
    ),
    (
        "a paper that is not to be used",
        a_ground(sheet=ISSUED),
        c.VoidSheet(sheet=SHEET, reason="Fastnade i skrivaren"),
        (on_office.SheetVoided(reason="Fastnade i skrivaren"),),
    ),
    (
        "an amount that somebody has confirmed",
        a_ground(),
        c.ChangeSetting(
            key="amount.2026", value='{"instrument": "HSLF-FS 2025:1"}', confirmed_by="Eva Ek"
        ),
        (
            on_office.SettingChanged(
                key="amount.2026",
                value='{"instrument": "HSLF-FS 2025:1"}',
                confirmed_by="Eva Ek",
            ),
        ),
    ),
)


@pytest.mark.parametrize(
    ("ground", "wish", "happens"), [row[1:] for row in _ALLOWED], ids=[r[0] for r in _ALLOWED]
)
def test_what_may_be_done_happens(ground: Ground, wish: c.Command, happens: Sequence[Body]) -> None:
    """A wish that the rules allow becomes just these facts."""
    decision = decide(ground, wish)

    assert not isinstance(decision, Refused), decision
    assert [each.body for each in decision] == list(happens)
