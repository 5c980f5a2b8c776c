"""Reads and writes what hangs together: message, case, person, stay id, person number."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Select, or_, select

from kontaktpunkt.domain.person_facts import PersonNumber
from kontaktpunkt.storage.tables.links import case_link, message_link, number_link, stay_link
from kontaktpunkt.storage.transaction import InTransaction
from kontaktpunkt.usecases.ports import Links


class LinkReader(InTransaction):
    """What hangs together, as asked inside one transaction; ids come in their own order."""

    def links_of_case(self, case: UUID) -> Links:
        """Give a case's messages and person."""
        messages = select(message_link.c.message).where(message_link.c.case_id == case.bytes)
        person = select(case_link.c.person).where(case_link.c.case_id == case.bytes)
        return Links(
            messages=self._in_order(messages.order_by(message_link.c.message)),
            cases=(case,),
            person=_uuid(self._connection.execute(person).scalar()),
        )

    def links_of_person(self, person: UUID) -> Links:
        """Give a person's cases and messages, those of the cases included."""
        cases = select(case_link.c.case_id).where(case_link.c.person == person.bytes)
        messages = select(message_link.c.message).where(
            or_(message_link.c.person == person.bytes, message_link.c.case_id.in_(cases))
        )
        return Links(
            messages=self._in_order(messages.order_by(message_link.c.message)),
            cases=self._in_order(cases.order_by(case_link.c.case_id)),
            person=person,
        )

    def _in_order(self, query: Select[Any]) -> tuple[UUID, ...]:
        return tuple(UUID(bytes=one) for one in self._connection.execute(query).scalars())

    def cases_of_stay(self, stay_id: str) -> tuple[UUID, ...]:
        """Find the cases of the source's own stay id: several where it stands on two persons."""
        query = select(stay_link.c.case_id).where(stay_link.c.stay_id == stay_id)
        return self._in_order(query.order_by(stay_link.c.case_id))

    def person_of_number(self, number: PersonNumber) -> UUID | None:
        """Find the person who goes or went by the number; of several the one with the lowest id."""
        query = select(number_link.c.person).where(
            number_link.c.kind == str(number.kind),
            number_link.c.value == number.value,
            number_link.c.issuer == number.issuer,
        )
        found = self._connection.execute(query.order_by(number_link.c.person).limit(1))
        return _uuid(found.scalar())


class LinkWriter(InTransaction):
    """Writes what hangs together; driver-level statements, for whole batches come through here."""

    def link_message(self, message: UUID, case: UUID | None, person: UUID | None) -> None:
        """Remember a message's case and person, instead of earlier ones."""
        self._connection.exec_driver_sql(
            "INSERT OR REPLACE INTO message_link (message, case_id, person) VALUES (?, ?, ?)",
            (message.bytes, _bytes(case), _bytes(person)),
        )

    def link_case(self, case: UUID, person: UUID | None, stay_ids: Sequence[str]) -> None:
        """Remember a case's person and all its stay ids, instead of earlier ones."""
        run = self._connection.exec_driver_sql
        run(
            "INSERT OR REPLACE INTO case_link (case_id, person) VALUES (?, ?)",
            (case.bytes, _bytes(person)),
        )
        run("DELETE FROM stay_link WHERE case_id = ?", (case.bytes,))
        if stay_ids:
            run(
                "INSERT OR IGNORE INTO stay_link (stay_id, case_id) VALUES (?, ?)",
                [(stay_id, case.bytes) for stay_id in stay_ids],
            )

    def link_numbers(self, person: UUID, numbers: Sequence[PersonNumber]) -> None:
        """Remember all numbers that a person goes or went by, instead of earlier ones."""
        run = self._connection.exec_driver_sql
        run("DELETE FROM number_link WHERE person = ?", (person.bytes,))
        if numbers:
            run(
                "INSERT OR IGNORE INTO number_link (kind, value, issuer, person)"
                " VALUES (?, ?, ?, ?)",
                [(str(one.kind), one.value, one.issuer, person.bytes) for one in numbers],
            )


def _uuid(found: bytes | None) -> UUID | None:
    return None if found is None else UUID(bytes=found)


def _bytes(one: UUID | None) -> bytes | None:
    return None if one is None else one.bytes
