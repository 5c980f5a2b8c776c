"""Times the packet of a stop for 300 people against the same pages on a raw reportlab canvas.

    PYTHONPATH=app:tests python tests/bench/packet.py [PEOPLE]

From a store on disk: the list of people, phone lists, sixty forms filled in and a stock of blank
ones. The raw side gets its strokes and words ready-made: it reads nothing, lays nothing out, tags
nothing, fits nothing and makes no codes. Memory is the peak of a process of its own for each side.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import pytest
from msgspec.structs import replace
from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics

from bench.measuring import say, scratch, tell_machine
from bench.paper_r2 import Recording, Stroke, raw
from fakes.stores import new_store
from kontaktpunkt.bootstrap.shelf import PdfPaper
from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.contacts.shapes import UnitFacts
from kontaktpunkt.domain.events.outage import OutageOf
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.paper import packet_file, page_image, page_sizes
from kontaktpunkt.paper.pdf.fonts import Face, font
from kontaktpunkt.usecases.at_desk import StaffDesk
from kontaktpunkt.usecases.outages.packet.rows import OutagePacketPlan
from samples import a_house, a_notice, a_person, do, hours

_PEOPLE: Final = 300
_EXPECTED: Final = 40
_READY: Final = 10
_UNITS: Final = 60
_ROUNDS: Final = 5
_SCREEN_DPI: Final = 96
_FAR: Final = 24 * 20


def main(arguments: list[str]) -> int:
    """Print the figures, or be one of the sides that are measured for memory."""
    count = int(arguments[0]) if arguments and arguments[0].isdecimal() else _PEOPLE
    if "--ours" in arguments or "--raw" in arguments:
        return _alone(count, is_raw="--raw" in arguments)
    with scratch() as folder:
        tell_machine(folder)
        desk, plan = _a_stop(folder, count)
        _figures(desk, plan)
    for side in ("--ours", "--raw"):
        _memory(count, side)
    return 0


def _figures(desk: StaffDesk, plan: OutagePacketPlan) -> None:
    """Print reading, drawing against the raw canvas, the first page shown, and all numbers."""
    shown, calls = _recorded(desk, plan)
    pages = len(page_sizes(shown))
    say(f"{plan.persons} people, {plan.numbers} numbered sheets, {pages} pages, {_kib(shown)} KiB")
    read = _median(lambda: desk.outage_packet(plan.outage))
    ours, bare = _in_turn(lambda: _drawn(desk, plan), lambda: raw(calls))
    whole = _median(lambda: _preview(desk, plan))
    first = _median(lambda: page_image(_preview(desk, plan), 0, _SCREEN_DPI))
    say(f"reading and planning: {read * 1e3:.0f} ms")
    say(f"laying out and drawing: {ours * 1e3:.0f} ms, raw canvas {bare * 1e3:.0f} ms: "
        f"{ours / bare:.2f}x")  # fmt: skip
    say(f"preview, read and drawn: {whole * 1e3:.0f} ms; until its first page is a picture: "
        f"{first * 1e3:.0f} ms")  # fmt: skip
    started = time.perf_counter()
    made = desk.issue_outage_packet(plan, saved=False)
    assert not isinstance(made, Refused), made
    say(f"made with {len(made.sheets)} numbers in one act: {time.perf_counter() - started:.2f} s")


def _a_stop(folder: Any, count: int) -> tuple[StaffDesk, OutagePacketPlan]:
    """Give a desk with so many people in hospital, and the plan of its packet."""
    house = a_house(new_store(folder / "store"))
    desk = StaffDesk(replace(house.outside, paper=PdfPaper()), house.anna.my_id)
    for nth in range(_UNITS):
        facts = UnitFacts(name=f"Hemvårdsgrupp {nth}", phones=(f"0510-77 {nth:02} 00",))
        do(desk, c.ListUnit(contact=UUID(int=1_000 + nth), facts=facts))
    for nth in range(count):
        stay = {"stay_ids": (f"stay-{nth}",), "expected_discharge": hours(48 if nth < _EXPECTED
                else _FAR), "ward": f"Medicinavdelning {nth % 7}"}  # fmt: skip
        house.take_in(a_notice(id=f"in-{nth}", person=a_person(nth), stay=stay))
        if _EXPECTED <= nth < _EXPECTED + _READY:
            kind = MessageKind.READINESS_NOTICE
            house.take_in(a_notice(kind, id=f"ready-{nth}", person=a_person(nth), stay=stay))
    stop = desk.new_outage()
    do(desk, c.DeclareOutage(outage=stop, of=OutageOf.SOURCE, since=hours(-1), system="SAMSA"))
    plan = desk.outage_packet(stop)
    assert isinstance(plan, OutagePacketPlan), plan
    return desk, plan


def _preview(desk: StaffDesk, plan: OutagePacketPlan) -> bytes:
    shown = desk.preview_outage_packet(plan)
    assert not isinstance(shown, Refused), shown
    return shown.pdf


class _Kept(PdfPaper):
    """Keeps what the desk wants drawn, so that drawing is timed alone."""

    wanted: tuple[Any, ...] = ()

    def packet(self, parts: Any, title: str, name: str) -> Any:
        """Remember and draw."""
        _Kept.wanted = (parts, title, name)
        return super().packet(parts, title, name)


def _drawn(desk: StaffDesk, plan: OutagePacketPlan) -> bytes:
    if not _Kept.wanted:
        _preview(StaffDesk(replace(desk.outside, paper=_Kept()), desk.my_id), plan)
    return packet_file.render_packet(*_Kept.wanted).pdf


def _recorded(desk: StaffDesk, plan: OutagePacketPlan) -> tuple[bytes, list[Stroke]]:
    """Make the packet once, noting every stroke and word as a call on a raw canvas."""
    rl_config.useA85 = 0
    for face in Face:
        pdfmetrics.registerFont(font(face))
    with pytest.MonkeyPatch.context() as patch:
        calls: list[Stroke] = []
        Recording.calls = calls
        patch.setattr(packet_file, "PdfFile", Recording)
        return _preview(desk, plan), calls


def _median(act: Callable[[], Any]) -> float:
    taken: list[float] = []
    for _ in range(_ROUNDS):
        started = time.perf_counter()
        act()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


def _in_turn(ours: Callable[[], Any], bare: Callable[[], Any]) -> tuple[float, float]:
    """Time two things turn by turn, in the machine's same mood."""
    taken: list[tuple[float, float]] = []
    for _ in range(_ROUNDS):
        started = time.perf_counter()
        ours()
        between = time.perf_counter()
        bare()
        taken.append((between - started, time.perf_counter() - between))
    return statistics.median(one for one, _ in taken), statistics.median(two for _, two in taken)


def _memory(count: int, side: str) -> None:
    done = subprocess.run(  # noqa: S603  this very file
        [sys.executable, __file__, str(count), side], capture_output=True, check=True, text=True
    )
    say(done.stdout.strip())


def _alone(count: int, *, is_raw: bool) -> int:
    """Draw once in this process and say how much its memory grew by that."""
    with scratch() as folder:
        desk, plan = _a_stop(folder, count)
        _, calls = _recorded(desk, plan) if is_raw else (b"", [])
        _forget_peak()
        before = _peak()
        made = raw(calls) if is_raw else _preview(desk, plan)
    side = "raw canvas, strokes and words kept ready" if is_raw else "ours"
    say(f"peak memory, {side}: {_peak():.0f} MiB, {_peak() - before:.1f} more than before it "
        f"({_kib(made)} KiB made)")  # fmt: skip
    return 0


def _forget_peak() -> None:
    """Let the peak begin anew (Linux): filling the store takes more than drawing."""
    Path("/proc/self/clear_refs").write_text("5", "utf-8")


def _peak() -> float:
    """Give the most memory that this process has held at once, in MiB."""
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    return next(int(one.split()[1]) / 1024 for one in lines if one.startswith("VmHWM:"))


def _kib(data: bytes) -> int:
    return len(data) // 1024


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
