"""Where each field of a paper goes when it is entered, by its `back_entry` name.

What stands in neither list is kept as text, by label: so is a municipality's own field.
"""

from collections.abc import Iterator
from typing import Final

from kontaktpunkt.domain.paper.form import FormDefinition
from kontaktpunkt.domain.paper.form_flaws import Flaw, FlawKind, nearest

PERSON: Final = frozenset({"person.name", "person.number", "person.address"})
"""Who it is about."""

CALL: Final = frozenset({
    "call.date", "call.time", "call.name", "call.title", "call.phone", "call.read_back",
})  # fmt: skip
"""When we were told, by whom, and whether it was read back: the evidence of a call."""

FACTS: Final = frozenset({
    "stay.hospital", "stay.ward", "stay.ward_phone", "stay.admitted_on", "stay.admitted_time",
    "stay.expected_discharge", "stay.expected_time", "stay.track", "stay.consent",
    "stay.discharged_on", "stay.discharged_time", "stay.discharged_to",
    "ready.date", "ready.time", "withdrawn.date", "withdrawn.time",
    "meeting.date", "meeting.time", "meeting.form", "meeting.place", "meeting.participants",
    "leave.date", "leave.time", "leave.kind", "death.date", "death.time",
})  # fmt: skip
"""What a message says of the stay in fields of its own."""

ACTS: Final = frozenset({
    "went.date", "went.time", "went.where",
    "told.date", "told.time", "told.name", "told.read_back",
    "home.date", "home.time", "home.travel", "home.met_by", "home.starts",
    "home.hospital_parts", "home.our_parts", "home.restarts",
    "plan.how", "plan.participants",
})  # fmt: skip
"""What we did ourselves, noted in the case as that too, beside the text of the paper."""

OF_THE_PAPER: Final = frozenset({
    "from.unit", "from.phone",
    "filled.name", "filled.title", "received.name", "received.title",
    "passed.to", "passed.date", "passed.time",
    "entered.date", "entered.time", "entered.by", "entered.checked_by",
    "found.date", "found.time", "found.by", "found.same",
})  # fmt: skip
"""Who handled the paper and when: kept with its entry, no part of what it says of the person."""

NOT_IN_TEXT: Final = PERSON | CALL | FACTS | OF_THE_PAPER
"""What the text of a message does not say again: it says it itself, or its paper does."""

_BY_FAMILY: Final = {
    "asked": {"date", "time"},
    "call": {"about", "called_back", "direction", "from", "next", "text"},
    "care_request": {
        "aids", "contact", "daily", "dose", "key", "medical_plan", "medication_list",
        "next_of_kin_told", "risks", "services",
    },
    "home": {"need", "to"},
    "info": {"cause", "doctor", "medicines", "risks", "state", "summary", "view"},
    "meeting": {"caller", "consent", "questions"},
    "message": {"text"},
    "other": {"text"},
    "payer": {"home", "placing"},
    "payment": {"days", "objection", "profile", "start", "why_not"},
    "person": {"next_of_kin", "next_of_kin_phone"},
    "plan": {
        "areas", "caseworker", "consent", "copies", "from", "goal", "important",
        "main_responsible", "measures", "next", "others", "said", "self",
    },
    "ready": {"doctor", "how", "regional", "sip", "sip_called"},
    "reply": {"can_receive", "text"},
    "stay": {
        "cause", "expected_before", "named_care_contact", "named_care_contact_phone", "ready_on",
        "ready_time", "why_changed",
    },
    "to": {"phone", "unit"},
    "went": {"why"},
    "withdrawn": {"by", "why"},
}  # fmt: skip
TEXT: Final = frozenset(
    f"{family}.{name}" for family, names in _BY_FAMILY.items() for name in names
)
"""What is kept as text by its label, beside what has a place of its own."""

WITH_THE_PAPER: Final = ("deviation.", "answer.", "outage.")
"""Of R12 and R13: they stand whole in the register, as they speak of a deviation or of the stop."""


def entry_hints(form: FormDefinition) -> Iterator[Flaw]:
    """Name the words of a form that lead nowhere: a municipality's own, or misspelt ones."""
    known = PERSON | CALL | FACTS | ACTS | OF_THE_PAPER | TEXT
    for at, block in enumerate(form.block, start=1):
        for no, field in enumerate(block.field, start=1):
            word = field.back_entry
            if word and word not in known and not word.startswith(WITH_THE_PAPER):
                yield Flaw(
                    kind=FlawKind.UNKNOWN_WORD,
                    block=at,
                    field=no,
                    word="back_entry",
                    value=word,
                    instead=nearest(word, known),
                )
