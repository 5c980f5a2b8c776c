"""What staff may want where a person or a stay was met twice."""

from uuid import UUID

from kontaktpunkt.domain.commands.command import Command


class JoinPersons(Command, frozen=True, kw_only=True):
    """Join two persons who are one; each keeps her own numbers and history."""

    person: UUID
    other_person: UUID


class KeepPersonsApart(Command, frozen=True, kw_only=True):
    """Say that two persons are not the same, or part them again; they are not offered again."""

    person: UUID
    other_person: UUID


class JoinCases(Command, frozen=True, kw_only=True):
    """Join two cases that are one stay; each keeps what stands in it."""

    case: UUID
    other_case: UUID


class KeepCasesApart(Command, frozen=True, kw_only=True):
    """Say that two cases are not one stay, or part them again; they are not offered again."""

    case: UUID
    other_case: UUID
