"""What the timeline and the lists say of SIP, of what is to be looked at, and of medical plans."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import pytest

from kontaktpunkt.domain.events import concern, plan
from kontaktpunkt.domain.events.care_request import MedicalPlan
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.staff import Receiver
from kontaktpunkt.domain.times import HOUR, Instant
from kontaktpunkt.usecases.care_request_rows import CareRequestRow, Standing
from kontaktpunkt.wording.care_requests import counted, standing_words
from kontaktpunkt.wording.telling import Telling
from kontaktpunkt.wording.timeline import tell
from samples import NOW

_P, _BO = UUID(int=1), UUID(int=2)
_AT = Instant(NOW + 24 * HOUR)
_SET = plan.PlanMeetingSet(
    plan=_P,
    meeting_at=_AT,
    form=plan.MeetingForm.IN_PERSON,
    minutes=45,
    place="Rum 2",
    participants=("Dr Ek", "Eva"),
    consent=True,
    note="tolk",
)
_SAID: Sequence[tuple[Body, str]] = (
    (
        _SET,
        (
            "SIP bestämd ons 25 mars 08:40, möte på plats, Rum 2, 45 min, samtycke lämnat. "
            "Deltar: Dr Ek, Eva. tolk"
        ),
    ),
    (
        plan.PlanMeetingSet(plan=_P, meeting_at=_AT, form=plan.MeetingForm.PHONE),
        "SIP bestämd ons 25 mars 08:40, telefon, 60 min",
    ),
    (plan.PlanMeetingHeld(plan=_P, held_at=_AT, note="bra"), "SIP hållen ons 25 mars 08:40: bra"),
    (plan.PlanMeetingCancelled(plan=_P), "SIP inställd"),
    (
        concern.ConcernRaised(
            concern=_P,
            about=concern.ConcernKind.FRAILTY,
            text="äter dåligt",
            to=Receiver(staff=_BO, unit="Norr"),
            due=date(2026, 3, 27),
        ),
        "Ska ses över (sviktande): äter dåligt. Bo, Norr tittar senast fre 27 mars",
    ),
    (concern.ConcernSettled(concern=_P, text="hembesök"), "Översett: hembesök"),
)


@pytest.mark.parametrize(("body", "words"), _SAID, ids=[type(body).__name__ for body, _ in _SAID])
def test_the_timeline_says_what_was_planned_and_seen(body: Body, words: str) -> None:
    """One line each, in the words that staff use."""
    assert tell(body, Telling(staff={_BO: "Bo"})) == words


def _row(nth: int, medical: MedicalPlan | None) -> CareRequestRow:
    return CareRequestRow(person=UUID(int=nth), standing=Standing.KEPT, medical_plan=medical)


def test_the_share_with_a_medical_plan_is_said_of_those_with_a_request() -> None:
    """Two of three; who has no request, or is masked, is not counted either way."""
    exists, missing = MedicalPlan.EXISTS, MedicalPlan.MISSING
    rows = [_row(1, exists), _row(2, exists), _row(3, missing), _row(4, None)]

    assert counted(rows) == "Finns 4 · Medicinsk vårdplan 2 av 3 (67 %)"
    assert counted([_row(4, None)]) == "Finns 1"
    assert standing_words(_row(3, missing), "SAMSA", NOW) == "Medicinsk vårdplan saknas"
