"""What the killed process does: acts at a desk without rest, each told once it is durable.

    PYTHONPATH=app:tests python tests/e2e/kill_script.py FOLDER BEGIN SEED

Before an act it prints what it is about to do (`will`), after the desk has answered what the desk
then shows (`did`); the store is begun when the folder has none. It never ends by itself.
"""

import random
import sys
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from bench.traffic import messages, person_number
from e2e.kill_words import (
    DRAFT,
    PASSPHRASE,
    USER,
    Did,
    Ready,
    Will,
    draft_key,
    open_store,
    say,
    shown,
)
from kontaktpunkt.bootstrap.clocks import SystemChance, SystemClock
from kontaktpunkt.bootstrap.places import has_store
from kontaktpunkt.bootstrap.stores import NewStore, begin
from kontaktpunkt.domain import commands as wish
from kontaktpunkt.domain.events.case import CallDirection
from kontaktpunkt.domain.events.message import Misdirection
from kontaktpunkt.domain.ledger.subjects import Subject, SubjectKind, message_subject
from kontaktpunkt.domain.message_kind import Carrier, MessageKind
from kontaktpunkt.domain.person.facts import PersonFacts
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.staff import OnWord, Receiver, Role
from kontaktpunkt.domain.times import HOUR, Instant
from kontaktpunkt.usecases.at_desk import StaffDesk
from kontaktpunkt.usecases.desk import Changed, Done, Fate, HandEntry
from kontaktpunkt.usecases.founding import Founding
from kontaktpunkt.usecases.rows import InboxQuery, InboxRow, InboxView
from kontaktpunkt.usecases.verifying import rebuild


class Script:
    """Somebody who works fast, at random, and says what is done only when it is."""

    def __init__(self, desk: StaffDesk, chance: random.Random, begin_at: int) -> None:
        self.desk = desk
        self.chance = chance
        self.stream = messages(1_000_000, begin_at)
        self.number = begin_at
        self.doings: dict[Callable[[], None], int] = {
            self.take_in_one: 6,
            self.take_in_batch: 4,
            self.take_in_rubbish: 1,
            self.take: 8,
            self.acknowledge: 6,
            self.take_and_acknowledge: 3,
            self.hand_over: 4,
            self.defer: 4,
            self.misdirected: 3,
            self.call: 4,
            self.note: 4,
            self.tick: 3,
            self.finish: 3,
            self.reopen: 2,
            self.draft: 8,
            self.undo: 5,
            self.enter: 2,
            self.issue: 1,
            self.move: 1,
            self.rebuild: 1,
        }

    def go_on(self) -> None:
        """Do one thing after another, for ever."""
        doings, weights = list(self.doings), list(self.doings.values())
        while True:
            self.chance.choices(doings, weights)[0]()

    # --- messages ----------------------------------------------------------------------------
    def take_in_one(self) -> None:
        """A file comes in."""
        self._take_in([next(self.stream)])

    def take_in_batch(self) -> None:
        """Some files come in together, one of them twice."""
        files = [next(self.stream) for _ in range(self.chance.randint(2, 12))]
        self._take_in([*files, files[0]])

    def take_in_rubbish(self) -> None:
        """A file that nobody understands comes in."""
        rubbish = b'{"resourceType": "' + self.chance.randbytes(6).hex().encode() + b'"}'
        self._take_in([("skräp.json", rubbish)])

    def _take_in(self, files: list[tuple[str, bytes]]) -> None:
        say(Will(what="take_in", acts=len({data for _, data in files})))
        fates = self.desk.take_in_many(files, Carrier.FILE)
        self._did_take_in(fates)

    def _did_take_in(self, fates: list[Fate]) -> None:
        taken = {fate.message for fate in fates if fate.message}
        with self.desk.outside.store.reading() as store:
            acts = [
                store.events_of(message_subject(message))[0].envelope.act_id for message in taken
            ]
        self._did("take_in", acts, fates[0].changed)

    # --- acts on a message -------------------------------------------------------------------
    def take(self) -> None:
        """Ta."""
        self._on_message(lambda row: (wish.TakeMessage(message=row.message),))

    def acknowledge(self) -> None:
        """K."""
        self._on_message(
            lambda row: (wish.AcknowledgeMessage(message=row.message, system="SAMSA"),)
        )

    def take_and_acknowledge(self) -> None:
        """Both in one act."""
        self._on_message(
            lambda row: (
                wish.TakeMessage(message=row.message),
                wish.AcknowledgeMessage(message=row.message, system="SAMSA"),
            )
        )

    def hand_over(self) -> None:
        """L."""
        unit = Receiver(unit=self.chance.choice(("Hemvård Norra", "Korttiden", "Rehab")))
        self._on_message(lambda row: (wish.HandOverMessage(message=row.message, to=unit),))

    def defer(self) -> None:
        """S: until a time, or until an answer comes."""
        until = Instant(self.desk.now() + HOUR) if self.chance.random() < 1 / 2 else None
        self._on_message(
            lambda row: (wish.DeferMessage(message=row.message, until=until, note="ringer igen"),)
        )

    def misdirected(self) -> None:
        """X."""
        way = self.chance.choice(list(Misdirection))
        self._on_message(
            lambda row: (wish.MarkMisdirected(message=row.message, way=way, to="Grannkommunen"),)
        )

    def finish(self) -> None:
        """Klar."""
        self._on_message(lambda row: (wish.FinishMessage(message=row.message),))

    def reopen(self) -> None:
        """Something done is opened again."""
        self._on_message(
            lambda row: (wish.ReopenMessage(message=row.message),), view=InboxView.DONE_TODAY
        )

    # --- acts on a case ----------------------------------------------------------------------
    def call(self) -> None:
        """R."""
        self._on_case(
            lambda case: wish.LogCall(
                case=case, direction=CallDirection.OUT, counterpart="avdelningen", text="Ringt."
            )
        )

    def note(self) -> None:
        """N."""
        text = f"Notering {self.chance.random()}"
        self._on_case(lambda case: wish.AddNote(case=case, text=text))

    def tick(self) -> None:
        """A planning step is ticked."""
        steps = self.desk.profile().steps
        step = self.chance.choice(steps).key if steps else "inget"
        self._on_case(lambda case: wish.TickStep(case=case, step=step))

    def draft(self) -> None:
        """Something is typed, or typed away."""
        row = self._some_row()
        if row is None:
            return
        subject, field = f"message:{row.message}", self.chance.choice(("note", "to"))
        text = self.chance.choice(("", "Ring anhörig", "å ä ö \N{SLIGHTLY SMILING FACE}"))
        say(Will(what=DRAFT, acts=0, draft=(subject, field, text)))
        self.desk.keep_draft(subject, field, text)
        say(Did(what=DRAFT, acts=[], shows={draft_key(subject, field): text}))

    def undo(self) -> None:
        """Ctrl+Z."""
        say(Will(what="undo"))
        self._answered("undo", self.desk.undo())

    def enter(self) -> None:
        """Somebody rings."""
        self.number += 1
        entry = HandEntry(
            kind=MessageKind.ADMINISTRATIVE_MESSAGE,
            person=PersonFacts(given_name="Elmer", family_name="Ceder"),
            number_text=person_number(self.number),
            text="Hon ringer och frågar.",
            on_word=OnWord(name="Kerstin", phone="0510-00 00 01"),
        )
        say(Will(what="enter"))
        self._answered("enter", self.desk.enter(entry))

    def issue(self) -> None:
        """A form is printed for a case."""
        row = self._some_row()
        if row is None or row.case is None:
            return
        say(Will(what="issue"))
        paper = self.desk.issue("R2", row.case, saved=True, purpose="prov")
        if isinstance(paper, Refused):
            return
        key = f"sheet:{paper.sheet}"
        with self.desk.outside.store.reading() as store:
            events = store.events_of(Subject(SubjectKind.SHEET, paper.sheet))
            shows = {key: shown(store, key)}
        say(Did(what="issue", acts=[events[0].envelope.act_id], shows=shows))

    def move(self) -> None:
        """A message was somebody else's."""
        row = self._some_row()
        if row is None:
            return
        self.number += 1
        say(Will(what="move"))
        moved = self.desk.move_message(row.message, person_number(self.number), "Folke Tallmo")
        self._answered("move", moved)

    def rebuild(self) -> None:
        """All rows are made anew."""
        say(Will(what="rebuild", acts=0))
        rebuild(self.desk)

    def _some_row(self, view: InboxView = InboxView.ALL_OPEN) -> InboxRow | None:
        query = InboxQuery(view=view)
        total = self.desk.inbox(query, 0, 1).total
        if not total:
            return None
        rows = self.desk.inbox(query, self.chance.randrange(total), 1).rows
        return rows[0] if rows else None

    def _on_message(
        self,
        wishes: Callable[[InboxRow], tuple[wish.Command, ...]],
        view: InboxView = InboxView.ALL_OPEN,
    ) -> None:
        row = self._some_row(view)
        if row is None:
            return
        commands = wishes(row)
        what = "+".join(type(command).__name__ for command in commands)
        say(Will(what=what))
        self._answered(what, self.desk.act(*commands))

    def _on_case(self, wished: Callable[[UUID], wish.Command]) -> None:
        row = self._some_row()
        if row is None or row.case is None:
            return
        command = wished(row.case)
        say(Will(what=type(command).__name__))
        self._answered(type(command).__name__, self.desk.act(command))

    def _answered(self, what: str, answer: Done | Refused) -> None:
        if isinstance(answer, Done):
            self._did(what, [answer.act], answer.changed)

    def _did(self, what: str, acts: list[UUID], changed: Changed) -> None:
        """Say what the desk shows now of all that was changed."""
        keys = [f"{kind}:{one}" for one in changed.messages for kind in ("message", "row")]
        keys += [f"case:{one}" for one in changed.cases]
        with self.desk.outside.store.reading() as store:
            shows = {key: shown(store, key) for key in keys}
        say(Did(what=what, acts=acts, shows=shows))


def main(folder: Path, begin_at: int, seed: int) -> None:
    """Open or begin the store and act until killed."""
    if not has_store(folder):
        founding = Founding(
            municipality="Ekeby", profile="lidkoping", name=USER, role=Role.CONTACT_POINT
        )
        new = NewStore(
            folder=folder,
            founding=founding,
            clock=SystemClock(),
            chance=SystemChance(),
            passphrase=PASSPHRASE,
        )
        begin(new).store.close()
    opened = open_store(folder)
    say(Ready())
    Script(opened.desk, random.Random(seed), begin_at).go_on()  # noqa: S311  repeatable, no secret


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
