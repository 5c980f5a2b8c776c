"""The script of an exercise, and how what was written is held against it."""

from datetime import date
from uuid import UUID

import pytest

from kontaktpunkt.bootstrap.shelf import DataShelf
from kontaktpunkt.domain.exercise.judging import ExercisePaper, judge, share_out
from kontaktpunkt.domain.exercise.scenario import (
    MARK,
    ExerciseCall,
    ExerciseScenario,
    RightAnswer,
    Written,
    read_scenario,
)
from kontaktpunkt.domain.paper.form import Field, FieldKind, Option, fields_of

_DAY = date(2026, 3, 24)
_SCRIPTS = DataShelf().exercises()
_FORMS = {form.number: fields_of(form) for form in DataShelf().forms()}
_FIELDS = (
    Field(key="name", label="Namn"),
    Field(key="day", label="Datum", kind=FieldKind.DATE),
    Field(key="clock", label="Klockan", kind=FieldKind.TIME),
    Field(key="phone", label="Telefon", kind=FieldKind.PHONE),
    Field(key="back", label="Motringt", kind=FieldKind.CHECK),
    Field(
        key="sip", label="SIP", kind=FieldKind.CHOICE, options=(Option("yes", "ja"),)
    ),
    Field(key="free", label="Övrigt"),
)  # fmt: skip


def _call(call: str = "1", /, **right: RightAnswer) -> ExerciseCall:
    return ExerciseCall(
        key=call, after_minutes=5, caller="Eva", says="", form="R2", dummy="ask", right=right
    )


@pytest.mark.parametrize("script", _SCRIPTS, ids=[one.key for one in _SCRIPTS])
def test_a_shipped_script_can_be_practised(script: ExerciseScenario) -> None:
    """Six to ten calls in their order, about dummies, with answers that the forms have room for."""
    assert 6 <= len(script.call) <= 10
    assert [call.after_minutes for call in script.call] == sorted(
        call.after_minutes for call in script.call
    )
    assert script.call[-1].after_minutes < script.minutes
    for call in script.on_day(_DAY).call:
        fields = {field.key: field for field in _FORMS[call.form]}
        assert set(call.right) <= set(fields)
        assert "{" not in call.says
        dummy = script.dummy_of(call)
        assert dummy is not None
        assert call.right["name"] == dummy.name
        for key, right in call.right.items():
            if fields[key].options:
                assert right in {option.key for option in fields[key].options}
            written = right[0] if isinstance(right, tuple) else right
            (judged,) = (
                one for one in judge(call, _FORMS[call.form], {key: written}) if one.key == key
            )
            assert judged.is_right


def test_everybody_in_a_script_is_marked_and_has_no_person_s_number() -> None:
    """No dummy can be taken for a person, on paper or on the screen."""
    for script in _SCRIPTS:
        for dummy in script.dummy:
            assert dummy.name.startswith(MARK)
            assert dummy.number.startswith("ÖVNING")
            assert not any(sign.isdigit() for sign in dummy.name)


@pytest.mark.parametrize(
    "text",
    ["key =", "key = 'x'", "key = 'x'\ntitle = 'x'\nminutes = 1\ntold = ''\ndummy = []\ncall = []"],
)
def test_a_spoilt_script_says_what_is_wrong(text: str) -> None:
    """Not TOML, half of it missing, or a script without calls."""
    assert isinstance(read_scenario(text), str)


def test_somebody_without_the_mark_is_refused() -> None:
    """A script with a name that anybody could have is not taken."""
    shipped = _SCRIPTS[0]
    text = f"""
key = "x"
title = "x"
minutes = 10
told = ""
dummy = [{{ key = "a", name = "Asta Ask", number = "{shipped.dummy[0].number}" }}]
call = [{{ key = "1", after_minutes = 1, caller = "E", says = "", form = "R2", dummy = "a", right = {{}} }}]
"""  # noqa: E501 - a table of TOML stands on one line

    assert isinstance(read_scenario(text), str)
    assert isinstance(read_scenario(text.replace("Asta", "Övning")), ExerciseScenario)


@pytest.mark.parametrize(
    ("key", "right", "written", "is_right"),
    [
        ("name", "Övning Ask", "övning  ask", True),
        ("name", "Eva Sand", "dr Eva Sand", True),
        ("name", "Eva Sand", "Eva", False),
        ("day", "2026-03-24", "2026-03-24", True),
        ("day", "2026-03-24", "260324", True),
        ("day", "2026-03-24", "24/3", True),
        ("day", "2026-03-24", "tis 24 mars", True),
        ("day", "2026-03-24", "24 maj", False),
        ("day", "2026-03-24", "25/3", False),
        ("day", "2026-03-24", "", False),
        ("clock", "08:40", "8.40", True),
        ("clock", "08:40", "kl 0840", True),
        ("clock", "08:40", "18.40", False),
        ("phone", "070-000 00 11", "0700000011", True),
        ("back", True, True, True),
        ("back", True, "", False),
        ("sip", "yes", "yes", True),
        ("sip", "yes", "", False),
        ("free", ("2", "två"), "för två dygn", True),
        ("free", ("2", "två"), "inga", False),
    ],
)
def test_what_is_right_is_read_as_it_was_meant(
    key: str, right: RightAnswer, written: Written, *, is_right: bool
) -> None:
    """A hyphen, a case or an order of writing is no fault; another day or name is."""
    (found,) = judge(_call(**{key: right}), _FIELDS, {key: written})

    assert found.is_right is is_right


def test_papers_are_shared_out_among_the_calls_by_what_is_right_on_them() -> None:
    """Two calls on the same form: each gets its own paper, and a stray paper gets none."""
    calls = (_call("1", name="Övning Ask", phone="1"), _call("2", name="Övning Björk", phone="2"))
    names = ("Övning Björk", "Övning Ask", "Någon annan")
    papers = [
        ExercisePaper(sheet=UUID(int=nth), form="R2", written={"name": name})
        for nth, name in enumerate(names)
    ]

    found = share_out(calls, [*papers, papers[0]], {"R2": _FIELDS})

    assert found == {"1": UUID(int=1), "2": UUID(int=0)}
