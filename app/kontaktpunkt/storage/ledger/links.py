"""Reads and writes what hangs together: message, case, person, stay id, person number."""

from collections.abc import Sequence
from uuid import UUID

from kontaktpunkt.domain.person_facts import PersonNumber
from kontaktpunkt.storage.connection import Value
from kontaktpunkt.storage.transaction import InTransaction, as_id
from kontaktpunkt.usecases.ports import Links


class LinkReader(InTransaction):
    """What hangs together, as asked inside one transaction; ids come in their own order."""

    def links_of_case(self, case: UUID) -> Links:
        """Give a case's messages and person."""
        query = "SELECT person FROM case_link WHERE case_id = ?"
        found = self._run(query, case.bytes).fetchone()
        return Links(
            messages=self._in_order(
                "SELECT message FROM message_link WHERE case_id = ? ORDER BY message", case.bytes
            ),
            cases=(case,),
            person=as_id(found[0]) if found and found[0] else None,
        )

    def links_of_person(self, person: UUID) -> Links:
        """Give a person's cases and messages, those of the cases included."""
        return Links(
            messages=self._in_order(
                """SELECT message FROM message_link WHERE person = ?
                UNION SELECT message FROM message_link JOIN case_link USING (case_id)
                WHERE case_link.person = ? ORDER BY message""",
                person.bytes,
                person.bytes,
            ),
            cases=self._in_order(
                "SELECT case_id FROM case_link WHERE person = ? ORDER BY case_id", person.bytes
            ),
            person=person,
        )

    def cases_of_stay(self, stay_id: str) -> tuple[UUID, ...]:
        """Find the cases of the source's own stay id: several where it stands on two persons."""
        query = "SELECT case_id FROM stay_link WHERE stay_id = ? ORDER BY case_id"
        return self._in_order(query, stay_id)

    def person_of_number(self, number: PersonNumber) -> UUID | None:
        """Find the person who goes or went by the number; of several the one with the lowest id."""
        found = self._run(
            """SELECT person FROM number_link WHERE kind = ? AND value = ? AND issuer = ?
            ORDER BY person LIMIT 1""",
            str(number.kind),
            number.value,
            number.issuer,
        ).fetchone()
        return as_id(found[0]) if found else None

    def _in_order(self, query: str, *values: Value) -> tuple[UUID, ...]:
        return tuple(as_id(row[0]) for row in self._run(query, *values).fetchall())


class LinkWriter(InTransaction):
    """Writes what hangs together, each time in place of what stood there."""

    def link_message(self, message: UUID, case: UUID | None, person: UUID | None) -> None:
        """Remember a message's case and person."""
        self._run(
            "INSERT OR REPLACE INTO message_link (message, case_id, person) VALUES (?, ?, ?)",
            message.bytes,
            case and case.bytes,
            person and person.bytes,
        )

    def link_case(self, case: UUID, person: UUID | None, stay_ids: Sequence[str]) -> None:
        """Remember a case's person and all its stay ids."""
        self._run(
            "INSERT OR REPLACE INTO case_link (case_id, person) VALUES (?, ?)",
            case.bytes,
            person and person.bytes,
        )
        self._run("DELETE FROM stay_link WHERE case_id = ?", case.bytes)
        self._run_many(
            "INSERT OR IGNORE INTO stay_link (stay_id, case_id) VALUES (?, ?)",
            [(stay_id, case.bytes) for stay_id in stay_ids],
        )

    def link_numbers(self, person: UUID, numbers: Sequence[PersonNumber]) -> None:
        """Remember all numbers that a person goes or went by."""
        self._run("DELETE FROM number_link WHERE person = ?", person.bytes)
        self._run_many(
            "INSERT OR IGNORE INTO number_link (kind, value, issuer, person) VALUES (?, ?, ?, ?)",
            [(str(one.kind), one.value, one.issuer, person.bytes) for one in numbers],
        )
