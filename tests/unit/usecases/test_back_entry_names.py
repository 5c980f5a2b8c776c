"""Where each field of the shipped forms goes when a paper is entered: none is left to chance."""

from pathlib import Path
from typing import Final

from kontaktpunkt.bootstrap.shelf import DataShelf
from kontaktpunkt.domain.paper.form import fields_of
from kontaktpunkt.usecases.back_entry.names import ACTS, CALL, FACTS, OF_THE_PAPER, PERSON

_TEXT: Final = {
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
"""What is kept as text by its label, beside what has a place of its own."""

_KEPT_WITH_THE_PAPER: Final = ("deviation.", "answer.", "outage.")
"""Of R12 and R13: they stand whole in the register, as they speak of a deviation or of the stop."""


def _names() -> set[str]:
    forms = DataShelf().forms()
    return {field.back_entry for form in forms for field in fields_of(form) if field.back_entry}


def test_every_field_of_every_form_goes_somewhere_by_name() -> None:
    """A new field is given its place here before it can be printed and not be entered."""
    text = {f"{family}.{name}" for family, names in _TEXT.items() for name in names}
    mapped = PERSON | CALL | FACTS | ACTS | OF_THE_PAPER
    used = {name for name in _names() if not name.startswith(_KEPT_WITH_THE_PAPER)}

    assert used - mapped == text
    assert not text & mapped


def test_a_place_that_no_form_uses_is_one_that_a_municipality_may() -> None:
    """What is understood beyond the shipped forms: leave, death, and when the ward says a clock."""
    mapped = PERSON | CALL | FACTS | ACTS | OF_THE_PAPER

    assert mapped - _names() == {
        "leave.date", "leave.time", "leave.kind", "death.date", "death.time",
    }  # fmt: skip


def test_who_changes_a_form_is_told_where_its_fields_go() -> None:
    """Each place that has a meaning of its own stands in the forms' own README."""
    told = (Path(__file__).parents[3] / "forms" / "README.md").read_text(encoding="utf-8")

    assert {name for name in PERSON | CALL | FACTS | ACTS if f"`{name}`" not in told} == set()
