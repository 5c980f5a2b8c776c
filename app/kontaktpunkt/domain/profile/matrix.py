"""Roles by message kinds: who is asked to do which step on a kind of day, as the table says."""

from msgspec import Struct

from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.profile.gaps import names_steps
from kontaktpunkt.domain.profile.rule_profile import RuleProfile
from kontaktpunkt.domain.profile.shapes import DayKind, PlanningStep
from kontaktpunkt.domain.staff import Role


class MatrixRow(Struct, frozen=True, kw_only=True):
    """What one message sets going: the steps of each role, in the order of the columns.

    `left_out` are notes of steps that are not done on this kind of day.
    """

    message: MessageKind | None
    cells: tuple[tuple[PlanningStep, ...], ...]
    left_out: tuple[str, ...] = ()


class StepMatrix(Struct, frozen=True, kw_only=True):
    """The table for one kind of day; `confirmed` is False where it says nothing about such days.

    A column without role is everybody's.
    """

    kind: DayKind
    confirmed: bool
    roles: tuple[Role | None, ...]
    rows: tuple[MatrixRow, ...]


def step_matrix(profile: RuleProfile, kind: DayKind) -> StepMatrix:
    """Lay the steps out by message and role, both in the order in which the profile names them."""
    steps = profile.steps
    roles = tuple(dict.fromkeys(step.role for step in steps))
    messages = tuple(dict.fromkeys(step.message for step in steps))
    return StepMatrix(
        kind=kind,
        confirmed=names_steps(profile, kind),
        roles=roles,
        rows=tuple(_row(steps, message, roles, kind) for message in messages),
    )


def _row(
    steps: tuple[PlanningStep, ...],
    message: MessageKind | None,
    roles: tuple[Role | None, ...],
    kind: DayKind,
) -> MatrixRow:
    mine = [step for step in steps if step.message is message]
    done = [step for step in mine if not step.days or kind in step.days]
    left_out = dict.fromkeys(step.note for step in mine if step not in done and step.note)
    return MatrixRow(
        message=message,
        cells=tuple(tuple(step for step in done if step.role is role) for role in roles),
        left_out=tuple(left_out),
    )
