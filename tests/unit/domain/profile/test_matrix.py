"""The table of roles by messages says what the local routine's table says, and no more."""

from duty_places import place
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.profile import DayKind, StepMatrix, step_matrix
from kontaktpunkt.domain.staff import Role


def _said(matrix: StepMatrix) -> dict[str, dict[str, list[str]]]:
    return {
        row.message.value if row.message else "": {
            role.value if role else "": [step.label for step in cell]
            for role, cell in zip(matrix.roles, row.cells, strict=True)
            if cell
        }
        for row in matrix.rows
    }


def test_lidkopings_weekday_is_the_table_of_the_routine() -> None:
    """Each role reads her own column, message by message, as in the routine's own table."""
    matrix = step_matrix(place(), DayKind.WEEKDAY)

    assert matrix.confirmed
    assert matrix.roles == (Role.UNIT_MANAGER, Role.LICENSED_STAFF, Role.CASEWORKER)
    assert _said(matrix) == {
        "care_request_out": {
            "unit_manager": ["Förberedd vårdbegäran eller vårdbegäran"],
            "licensed_staff": ["Förberedd vårdbegäran eller vårdbegäran"],
        },
        "admission_notice": {
            "unit_manager": ["Förplanering"],
            "licensed_staff": ["Förplanering"],
            "caseworker": ["Förplanering"],
        },
        "readiness_notice": {
            "unit_manager": ["Kalla hem", "Administrativt meddelande"],
            "licensed_staff": ["Starta upp insats"],
        },
        "discharge_notice": {"unit_manager": ["Verkställa"]},
        "plan_summons": {
            "unit_manager": ["Eventuellt: kontaktperson medverkar på SIP"],
            "licensed_staff": ["Medverka på SIP"],
            "caseworker": ["Medverka på SIP"],
        },
    }


def test_at_the_weekend_nobody_is_asked_to_the_plan_meeting_and_the_table_says_why() -> None:
    """The row stays, empty, with the routine's own words about it."""
    matrix = step_matrix(place(), DayKind.SATURDAY)

    (row,) = (row for row in matrix.rows if row.message is MessageKind.PLAN_SUMMONS)
    assert not any(row.cells)
    assert row.left_out == ("SIP tror vi inte sker på helg.",)


def test_a_red_weekday_and_a_storhelg_are_not_confirmed() -> None:
    """The table names only weekdays, Saturday and Sunday: for other days nobody is asked."""
    for kind in (DayKind.RED_DAY, DayKind.MAJOR_HOLIDAY):
        matrix = step_matrix(place(), kind)
        assert not matrix.confirmed
        assert not any(cell for row in matrix.rows for cell in row.cells)
