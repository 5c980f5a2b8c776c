"""The tour: every screen as a picture and every form as PDF, from a demo day with a fixed clock."""

import tempfile
from pathlib import Path
from typing import Final

from kontaktpunkt.bootstrap.clocks import SeededChance, SetClock
from kontaktpunkt.bootstrap.demo_day import make_demo
from kontaktpunkt.bootstrap.opening import Opening as StoreOpening
from kontaktpunkt.bootstrap.opening import open_desk
from kontaktpunkt.bootstrap.stores import Opened
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.app import Opening, Program
from kontaktpunkt.ui.application import application
from kontaktpunkt.ui.tour import tour_shots

SIZES: Final = ((1366, 768), (1920, 1080))


def make_tour(out: Path, morning: Instant) -> list[Path]:
    """Make all pictures and papers in a folder and give their paths; the demo store is thrown away.

    Clock, ids and people are the same each time, so that the pictures are too.
    """
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "demo"
        clock = SetClock(morning)
        make_demo(store, clock, SeededChance("tour"))
        wish = StoreOpening(folder=store, clock=clock, chance=SeededChance("walk"))
        with open_desk(wish) as opened:
            opened.desk.be(opened.desk.staff()[0].staff)
            papers = _papers(opened, out)
            return papers + _pictures(opened, out)


def _papers(opened: Opened, out: Path) -> list[Path]:
    """Save each form blank and filled, the list, and the recovery sheet."""
    desk = opened.desk
    first = next(row for row in desk.in_hospital() if row.ready_sent_at and not row.masked)
    protected = next((row for row in desk.in_hospital() if row.masked), first)
    made: dict[str, bytes] = {}
    for form in desk.forms():
        for name, case in (("tom", None), ("ifylld", first.case), ("skyddad", protected.case)):
            paper = desk.issue(form.number, case, saved=True, purpose="bildtur")
            if not isinstance(paper, Refused):
                made[f"{form.number}-{name}.pdf"] = paper.pdf
    made["pa-sjukhus.pdf"] = desk.todays_list().pdf
    made["aterstallningsblad.pdf"] = desk.recovery_sheet().pdf
    for name, pdf in made.items():
        (out / name).write_bytes(pdf)
    return [out / name for name in made]


def _pictures(opened: Opened, out: Path) -> list[Path]:
    app = application()
    # A caret that blinks would make each run's pictures differ.
    app.setCursorFlashTime(0)
    program = Program(app, Opening(open_desk=lambda: opened.desk))
    try:
        return tour_shots(program, out, SIZES)
    finally:
        program.stop()
