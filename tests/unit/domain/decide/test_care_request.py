"""What may be wished with care requests, and the joint decision: table by table."""

from uuid import UUID

import pytest

from kontaktpunkt.domain.commands import (
    Command,
    DecidePrimaryCare,
    EndCareRequest,
    LookOverCareRequest,
    PrepareCareRequest,
    SendToEmergency,
    TickDocumented,
)
from kontaktpunkt.domain.decide import Ground, decide
from kontaktpunkt.domain.events.care_request import (
    CareRequestCalledFor,
    CareRequestContent,
    CareRequestDelivered,
    CareRequestEnded,
    CareRequestLookedOver,
    CareRequestPrepared,
    PrimaryCareDecided,
    PrimaryCareDecision,
    SentToEmergency,
)
from kontaktpunkt.domain.events.case import CareRequestSent, CaseOpened, DocumentationDue
from kontaktpunkt.domain.ledger.subjects import (
    Subject,
    care_request_subject,
    case_subject,
    person_subject,
)
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import (
    CareRequestCall,
    CareRequestState,
    CaseState,
    Departure,
    DocumentationItem,
    PersonState,
    State,
)
from rule_states import ANNA, CASE, FAR, ITEM, NOW, OTHER_P, P

R = RefusalReason
CONTENT = CareRequestContent(services="Hemtjänst")
KEPT = CareRequestState(content=CONTENT)
CALL = CareRequestCall(case=CASE, item=ITEM, since=NOW)
WAITS = CareRequestState(content=CONTENT, calls=(CALL,))
TEXT = DocumentationItem(item=ITEM, system="SAMSA", text="Insatser", due_since=NOW)
GONE = CaseState(person=P, documentation=(TEXT,), departures=(Departure(NOW, ITEM),))
FRESH = UUID(int=99)


def _decide(
    wish: Command, request: CareRequestState | None = None, case: CaseState | None = None
) -> Refused | list[type]:
    states: dict[Subject, State] = {person_subject(P): PersonState(given_name="Karin")}
    if request is not None:
        states[care_request_subject(P)] = request
    if case is not None:
        states[case_subject(CASE)] = case
    found = decide(Ground(now=NOW, me=ANNA, states=states), wish)
    return found if isinstance(found, Refused) else [type(one.body) for one in found]


def _going(**said: object) -> SendToEmergency:
    wish: dict[str, object] = {
        "person": P, "case": FRESH, "opens_case": True, "item": ITEM, "system": "SAMSA",
        "text": "Insatser: hemtjänst",
    }  # fmt: skip
    return SendToEmergency(**(wish | said))  # type: ignore[arg-type]  fields by name


def _deciding(**said: object) -> DecidePrimaryCare:
    wish: dict[str, object] = {
        "case": CASE, "decision": PrimaryCareDecision.ENROLLED, "ours": "Eva Ek",
        "theirs": "Ola Öst",
    }  # fmt: skip
    return DecidePrimaryCare(**(wish | said))  # type: ignore[arg-type]  fields by name


@pytest.mark.parametrize(
    ("wish", "request_state", "case", "happens"),
    [
        (PrepareCareRequest(person=P, content=CONTENT), None, None, [CareRequestPrepared]),
        (LookOverCareRequest(person=P), KEPT, None, [CareRequestLookedOver]),
        (EndCareRequest(person=P), KEPT, None, [CareRequestEnded]),
        (
            _going(),
            None,
            None,
            [CaseOpened, SentToEmergency, DocumentationDue, CareRequestCalledFor],
        ),
        (
            _going(case=CASE, opens_case=False),
            KEPT,
            CaseState(person=P),
            [SentToEmergency, DocumentationDue, CareRequestCalledFor],
        ),
        (
            TickDocumented(case=CASE, item=ITEM),
            WAITS,
            GONE,
            [CareRequestSent, CareRequestDelivered],
        ),
        (_deciding(), None, CaseState(person=P), [PrimaryCareDecided]),
        (
            _deciding(decision=PrimaryCareDecision.NEEDS_MORE, theirs=""),
            None,
            CaseState(person=P),
            [PrimaryCareDecided],
        ),
    ],
)
def test_what_is_allowed_happens(
    wish: Command,
    request_state: CareRequestState | None,
    case: CaseState | None,
    happens: list[type],
) -> None:
    """A wish that fits how it stands becomes just these events."""
    assert _decide(wish, request_state, case) == happens


@pytest.mark.parametrize(
    ("wish", "request_state", "case", "reason"),
    [
        (PrepareCareRequest(person=P, content=CareRequestContent()), None, None, R.EMPTY_TEXT),
        (PrepareCareRequest(person=OTHER_P, content=CONTENT), None, None, R.NO_PERSON),
        (PrepareCareRequest(person=P, content=CONTENT, at=FAR), None, None, R.TIME_IN_FUTURE),
        (LookOverCareRequest(person=P), None, None, R.NOT_FOUND),
        (EndCareRequest(person=P), None, None, R.NOT_FOUND),
        (_going(), WAITS, None, R.CARE_REQUEST_WAITS),
        (_going(text=" "), KEPT, None, R.EMPTY_TEXT),
        (_going(at=FAR), KEPT, None, R.TIME_IN_FUTURE),
        (
            _going(case=CASE, opens_case=False),
            KEPT,
            CaseState(person=OTHER_P),
            R.NOT_FOUND,
        ),
        (_deciding(theirs=" "), None, CaseState(person=P), R.BOTH_NAMES),
        (_deciding(ours=""), None, CaseState(person=P), R.BOTH_NAMES),
        (_deciding(), None, None, R.NOT_FOUND),
        (
            PrepareCareRequest(person=P, content=CONTENT),
            CareRequestState(frozen=True),
            None,
            R.NEEDS_NEWER_PROGRAM,
        ),
    ],
)
def test_what_does_not_fit_is_refused_with_its_reason(
    wish: Command,
    request_state: CareRequestState | None,
    case: CaseState | None,
    reason: RefusalReason,
) -> None:
    """A wish that does not fit changes nothing, and says why."""
    answer = _decide(wish, request_state, case)

    assert isinstance(answer, Refused)
    assert answer.reason is reason
