"""All that the store in memory holds, as plain collections that can be copied at once."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from typing import Any, Self
from uuid import UUID

from kontaktpunkt.domain.ledger.subjects import Subject, SubjectKind
from kontaktpunkt.domain.person.facts import PersonNumber
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.ports import ListedRow, Original, SealedEvent
from kontaktpunkt.usecases.rows import CaseRow, InboxRow, SheetRow, StaffRow

DERIVED = (
    "inbox",
    "cases",
    "staff",
    "sheets",
    "listed",
    "message_links",
    "case_links",
    "stay_links",
    "number_links",
)


@dataclass
class Content:
    """What is in the store at one moment."""

    events: list[SealedEvent] = field(default_factory=list[SealedEvent])
    erased: set[UUID] = field(default_factory=set[UUID])
    by_subject: dict[Subject, list[SealedEvent]] = field(
        default_factory=dict[Subject, list[SealedEvent]]
    )
    signatures: dict[UUID, bytes] = field(default_factory=dict[UUID, bytes])
    originals: dict[str, Original] = field(default_factory=dict[str, Original])
    inbox: dict[UUID, InboxRow] = field(default_factory=dict[UUID, InboxRow])
    cases: dict[UUID, CaseRow] = field(default_factory=dict[UUID, CaseRow])
    staff: dict[UUID, StaffRow] = field(default_factory=dict[UUID, StaffRow])
    sheets: dict[UUID, SheetRow] = field(default_factory=dict[UUID, SheetRow])
    listed: dict[tuple[SubjectKind, UUID], ListedRow] = field(
        default_factory=dict[tuple[SubjectKind, UUID], ListedRow]
    )
    rows_made: dict[str, int] = field(default_factory=dict[str, int])
    message_links: dict[UUID, tuple[UUID | None, UUID | None]] = field(
        default_factory=dict[UUID, tuple[UUID | None, UUID | None]]
    )
    case_links: dict[UUID, UUID | None] = field(default_factory=dict[UUID, UUID | None])
    stay_links: set[tuple[str, UUID]] = field(default_factory=set[tuple[str, UUID]])
    number_links: set[tuple[PersonNumber, UUID]] = field(
        default_factory=set[tuple[PersonNumber, UUID]]
    )
    read_marks: dict[tuple[UUID | None, UUID], Instant] = field(
        default_factory=dict[tuple[UUID | None, UUID], Instant]
    )

    def copy(self) -> Self:
        """Give a copy that can be changed without changing this one."""
        twin = type(self)(**{one.name: getattr(self, one.name).copy() for one in fields(self)})
        twin.by_subject = {subject: list(events) for subject, events in self.by_subject.items()}
        return twin

    def drop_derived(self) -> None:
        """Empty everything that can be made again from the events."""
        for name in DERIVED:
            getattr(self, name).clear()

    def digest(self) -> bytes:
        """Give a SHA-256 over everything derived, in an order that does not tell of its making."""
        digest = hashlib.sha256()
        for name in DERIVED:
            digest.update(name.encode())
            for line in sorted(map(repr, _things(getattr(self, name)))):
                digest.update(line.encode())
        return digest.digest()


def _things(collection: Any) -> Iterable[object]:
    return collection.items() if isinstance(collection, dict) else collection  # pyright: ignore[reportUnknownVariableType]  any of the collections above
