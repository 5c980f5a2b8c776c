"""Reads and writes what hangs together: message, case, person, stay id, person number."""

from collections.abc import Sequence
from uuid import UUID

from kontaktpunkt.domain.person.facts import PersonNumber
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
        return next(iter(self.persons_of_number(number)), None)

    def persons_of_number(self, number: PersonNumber) -> tuple[UUID, ...]:
        """Find all persons who go or went by the number: two, where one was met twice."""
        return self._in_order(
            """SELECT person FROM number_link WHERE kind = ? AND value = ? AND issuer = ?
            ORDER BY person""",
            str(number.kind),
            number.value,
            number.issuer,
        )

    def _in_order(self, query: str, *values: Value) -> tuple[UUID, ...]:
        return tuple(as_id(row[0]) for row in self._run(query, *values).fetchall())


class LinkWriter(InTransaction):
    """Writes what hangs together, in place of what stood there; what stands already is left alone.

    Each act tells anew what its case hangs together with, and nearly always it is the same: a page
    that is not written is not encrypted either.
    """

    def link_message(self, message: UUID, case: UUID | None, person: UUID | None) -> None:
        """Remember a message's case and person."""
        self._run(
            """INSERT INTO message_link (message, case_id, person) VALUES (?, ?, ?)
            ON CONFLICT (message) DO UPDATE SET case_id = excluded.case_id, person = excluded.person
            WHERE case_id IS NOT excluded.case_id OR person IS NOT excluded.person""",
            message.bytes,
            case and case.bytes,
            person and person.bytes,
        )

    def link_case(self, case: UUID, person: UUID | None, stay_ids: Sequence[str]) -> None:
        """Remember a case's person and all its stay ids."""
        self._run(
            """INSERT INTO case_link (case_id, person) VALUES (?, ?)
            ON CONFLICT (case_id) DO UPDATE SET person = excluded.person
            WHERE person IS NOT excluded.person""",
            case.bytes,
            person and person.bytes,
        )
        stood = self._run("SELECT stay_id FROM stay_link WHERE case_id = ?", case.bytes).fetchall()
        if {row[0] for row in stood} != set(stay_ids):
            self._run("DELETE FROM stay_link WHERE case_id = ?", case.bytes)
            self._run_many(
                "INSERT OR IGNORE INTO stay_link (stay_id, case_id) VALUES (?, ?)",
                [(stay_id, case.bytes) for stay_id in stay_ids],
            )

    def link_numbers(self, person: UUID, numbers: Sequence[PersonNumber]) -> None:
        """Remember all numbers that a person goes or went by."""
        wanted = [(str(one.kind), one.value, one.issuer) for one in numbers]
        query = "SELECT kind, value, issuer FROM number_link WHERE person = ?"
        if set(self._run(query, person.bytes).fetchall()) != set(wanted):
            self._run("DELETE FROM number_link WHERE person = ?", person.bytes)
            self._run_many(
                "INSERT OR IGNORE INTO number_link (kind, value, issuer, person)"
                " VALUES (?, ?, ?, ?)",
                [(*number, person.bytes) for number in wanted],
            )
