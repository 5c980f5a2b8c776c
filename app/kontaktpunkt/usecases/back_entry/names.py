"""Where each field of a paper goes when it is entered, by its `back_entry` name.

What stands in neither list is kept as text, by label: so is a municipality's own field.
"""

from typing import Final

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
