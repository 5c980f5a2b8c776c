"""Kills the acting process at random moments, and holds its store against what it told."""

import os
import random
import selectors
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import msgspec
from msgspec import Struct

from e2e.kill_words import Did, Line, Ready, Will, draft_key, open_store, shown
from kontaktpunkt.domain.ledger.envelope import Stream
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.usecases.at_desk import StaffDesk
from kontaktpunkt.usecases.ports import StoreView
from kontaktpunkt.usecases.verifying import verify

KILLS_A_STORE: Final = 20
"""Then a new store is begun, so that looking through it stays quick."""

_ROOT: Final = Path(__file__).resolve().parents[2]
_SCRIPT: Final = Path(__file__).with_name("kill_script.py")
_NUMBERS_A_CHILD: Final = 10_000
_LONGEST: Final = 1.5
_STARTS_KILLED: Final = 0.1
"""This share of the kills comes while the program is starting."""
_lines = msgspec.json.Decoder(Line)


class Tally(Struct, kw_only=True):
    """What a run of kills saw; `lost` and `faults` say what must not be."""

    kills: int = 0
    during: dict[str, int] = msgspec.field(default_factory=dict[str, int])
    acknowledged: int = 0
    drafts: int = 0
    unacknowledged: int = 0
    lost: list[str] = msgspec.field(default_factory=list[str])
    faults: list[str] = msgspec.field(default_factory=list[str])
    events: int = 0

    def summary(self) -> str:
        """Give the run in one paragraph."""
        during = ", ".join(f"{what} {count}" for what, count in sorted(self.during.items()))
        return (
            f"{self.kills} kills; {self.acknowledged} acts and {self.drafts} drafts acknowledged, "
            f"{len(self.lost)} lost; {self.unacknowledged} acts had become durable just before "
            f"they could be told; {self.events} events verified; {len(self.faults)} other faults. "
            f"Killed during: {during}."
        )


class Witness:
    """Remembers what one store's processes said was durable, and looks for it after each kill."""

    def __init__(self, folder: Path, tally: Tally) -> None:
        self.folder = folder
        self.tally = tally
        self._told: dict[str, Any] = {}
        self._acknowledged = set[UUID]()
        self._seen = set[UUID]()

    def hear(self, said: list[Line]) -> Will | None:
        """Take down what a process said; gives what it was about to do when it was killed."""
        pending: Will | None = None
        for line in said:
            match line:
                case Will():
                    pending = line
                case Did(acts=acts, shows=shows):
                    pending = None
                    self._acknowledged.update(acts)
                    self._told.update(shows)
                    self.tally.acknowledged += len(acts)
                    self.tally.drafts += line.what == "draft"
                case Ready():
                    pass
        return pending

    def look(self, pending: Will | None) -> None:
        """Open the store as the next start would, and hold it against what was said."""
        with open_store(self.folder) as opened:
            verdict = verify(opened.desk)
            if not verdict.is_clean:
                self.tally.faults.append(f"verify: {verdict}")
            with opened.store.reading() as store:
                touched = self._look_at_acts(store, pending)
                self._look_at_shown(store, touched)
            self._look_at_drafts(opened.desk, pending)
        self.tally.events += verdict.events

    def _look_at_acts(self, store: StoreView, pending: Will | None) -> set[str]:
        """Hold the ledger's acts against the acknowledged; gives what the others touched."""
        acts: dict[UUID, set[str]] = {}
        for sealed, _ in store.all_sealed():
            envelope = sealed.event.envelope
            if envelope.stream is Stream.CASES:
                acts.setdefault(envelope.act_id, set()).add(str(envelope.subject))
        self.tally.lost += [f"act {act}" for act in self._acknowledged - acts.keys()]
        founding = {act for act, about in acts.items() if any(map(_is_policy, about))}
        fresh = acts.keys() - self._acknowledged - self._seen - founding
        most = pending.acts if pending else 0
        if len(fresh) not in (0, most):
            self.tally.faults.append(f"{pending}: {len(fresh)} acts of it are there")
        self.tally.unacknowledged += len(fresh)
        self._seen = set(acts)
        return {subject for act in fresh for subject in acts[act]}

    def _look_at_shown(self, store: StoreView, touched: set[str]) -> None:
        """Hold what the store shows against what was shown; only the last act may have moved it."""
        for key, before in self._told.items():
            if key.startswith("draft:"):
                continue
            now = shown(store, key)
            if now != before and not _around(key, before, now) & touched:
                self.tally.lost.append(f"{key}: {_difference(before, now)}")
            self._told[key] = now

    def _look_at_drafts(self, desk: StaffDesk, pending: Will | None) -> None:
        for key, before in self._told.items():
            kind, _, rest = key.partition(":")
            if kind != "draft":
                continue
            field, _, subject = rest.partition(":")
            now = desk.draft(subject, field)
            if now != before and (pending is None or pending.draft != (subject, field, now)):
                self.tally.lost.append(f"{draft_key(subject, field)}: {before!r} became {now!r}")
            self._told[key] = now


def _is_policy(subject: str) -> bool:
    return subject.startswith(f"{SubjectKind.POLICY}:")


def _difference(before: Any, now: Any) -> str:
    """Tell where two shapes differ."""
    if not before or not now:
        return f"{before} became {now}"
    parts = sorted(part for part in {*before, *now} if before.get(part) != now.get(part))
    return ", ".join(f"{part}: {before.get(part)!r} became {now.get(part)!r}" for part in parts)


def _around(key: str, before: Any, now: Any) -> set[str]:
    """Name the subjects that what stands under a key is made of."""
    kind, _, name = key.partition(":")
    around = {f"{'message' if kind == 'row' else kind}:{name}"}
    for shape in (before, now):
        for part in ("case", "person"):
            if shape and shape.get(part):
                around.add(f"{part}:{shape[part]}")
    return around


def kill_once(witness: Witness, number: int, chance: random.Random) -> None:
    """Start the script, kill it at a random moment, and look at what is there."""
    begin_at = number % KILLS_A_STORE * _NUMBERS_A_CHILD
    command = [sys.executable, str(_SCRIPT), str(witness.folder), str(begin_at), str(number)]
    path = os.pathsep.join(str(_ROOT / part) for part in ("app", "tests"))
    # No key ring: the store's key lies under a passphrase, wherever this is run.
    ring = "keyring.backends.fail.Keyring"
    surroundings = {**os.environ, "PYTHONPATH": path, "PYTHON_KEYRING_BACKEND": ring}
    is_first = number % KILLS_A_STORE == 0
    at_start = not is_first and chance.random() < _STARTS_KILLED
    with subprocess.Popen(command, env=surroundings, stdout=subprocess.PIPE) as child:  # noqa: S603  our own
        said = _listen(child, chance.uniform(0, _LONGEST), from_start=at_start)
        child.kill()
        assert child.stdout is not None, "asked for above"
        said += child.stdout.read()
        ended = child.wait()
    if ended >= 0:
        witness.tally.faults.append(f"the process ended by itself with {ended}")
    # A last line without its end was never told.
    told: list[Line] = [_lines.decode(line) for line in said.split(b"\n")[:-1]]
    pending = witness.hear(told)
    during = pending.what if pending else "between acts" if told else "start"
    witness.tally.during[during] = witness.tally.during.get(during, 0) + 1
    witness.tally.kills += 1
    witness.look(pending)


def _listen(child: "subprocess.Popen[bytes]", seconds: float, *, from_start: bool) -> bytes:
    """Read what the process says until so many seconds after its start, or after it is ready."""
    assert child.stdout is not None, "the caller asks for a pipe"
    said = b""
    deadline = time.monotonic() + seconds if from_start else None
    with selectors.DefaultSelector() as selector:
        selector.register(child.stdout, selectors.EVENT_READ)
        while deadline is None or time.monotonic() < deadline:
            left = None if deadline is None else deadline - time.monotonic()
            if not selector.select(left):
                continue
            part = os.read(child.stdout.fileno(), 1 << 16)
            if not part:
                break
            said += part
            if deadline is None and b"\n" in said:
                deadline = time.monotonic() + seconds
    return said


def kill_often(folder: Path, kills: int, seed: int) -> Tally:
    """Kill so many times, on a new store now and then; gives what was seen."""
    tally = Tally()
    chance = random.Random(seed)  # noqa: S311  repeatable, no secret
    witness = Witness(folder, tally)
    for number in range(kills):
        if number % KILLS_A_STORE == 0:
            witness = Witness(folder / f"store-{number // KILLS_A_STORE}", tally)
        kill_once(witness, number, chance)
    return tally
