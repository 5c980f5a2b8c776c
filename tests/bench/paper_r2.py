"""Times form R2 against the same strokes and words on a raw reportlab canvas, in the same run.

Run: PYTHONPATH=app python tests/bench/paper_r2.py
The figures are ratios, ours divided by the raw canvas's: below 1 is faster. The raw side gets its
strokes and words ready-made: it lays nothing out, tags nothing, fits nothing and makes no codes.
"""

import io
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, ClassVar, cast

import pytest
from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from kontaktpunkt import assets
from kontaktpunkt.domain.paper.form import FormDefinition
from kontaktpunkt.domain.paper.form_text import read_form
from kontaktpunkt.domain.paper.printout import PrintFoot, SheetValues
from kontaktpunkt.domain.paper.sheet_number import make
from kontaktpunkt.paper import form_sheet, render_form
from kontaktpunkt.paper.pdf.file import PdfFile
from kontaktpunkt.paper.pdf.fonts import Face, Ink, font

Stroke = Callable[[Canvas], object]
_ROUNDS = 7
_PACKET = 60


class Recording(PdfFile):
    """Draws as always, and notes every stroke and word as a call on a raw canvas."""

    calls: ClassVar[list[Stroke]] = []

    def new_page(self, width: float, height: float) -> None:
        """Note a page."""
        self.calls.append(lambda canvas: _new_page(canvas, (width, height)))
        super().new_page(width, height)

    def write(self, x: float, y: float, ink: Ink, text: str) -> None:
        """Note a word."""
        self.calls.append(lambda canvas: _write(canvas, (x, y), ink, text))
        super().write(x, y, ink, text)

    def draw(self, operators: bytes) -> None:
        """Note strokes that mean something."""
        self.calls.extend(_calls(operators))
        super().draw(operators)

    def stroke(self, operators: bytes) -> None:
        """Note strokes that mean nothing."""
        self.calls.extend(_calls(operators))
        super().stroke(operators)


def _new_page(canvas: Canvas, size: tuple[float, float]) -> None:
    """Begin a page; the one before is shown, of the first there is none."""
    if getattr(canvas, "has_begun", False):
        canvas.showPage()
    cast("Any", canvas).has_begun = True
    canvas.setPageSize(size)


def _write(canvas: Canvas, at: tuple[float, float], ink: Ink, text: str) -> None:
    canvas.setFont(ink.face.value, ink.size)
    canvas.setFillGray(ink.grey)
    canvas.drawString(at[0], at[1], text)


def _rectangle(corner: Sequence[float], fills: bool, canvas: Canvas) -> None:  # noqa: FBT001  bound ahead
    left, bottom, wide, high = corner
    canvas.rect(left, bottom, wide, high, stroke=not fills, fill=fills)


def _line(ends: Sequence[float], canvas: Canvas) -> None:
    canvas.line(ends[0], ends[1], ends[2], ends[3])


def _line_width(wide: float, canvas: Canvas) -> None:
    canvas.setLineWidth(wide)


def _grey(grey: float, canvas: Canvas) -> None:
    canvas.setFillGray(grey)


def _calls(operators: bytes) -> list[Stroke]:
    """Turn operators into calls on a canvas: rectangles and lines, which is all that R2 has."""
    calls: list[Stroke] = []
    numbers: list[float] = []
    start = (0.0, 0.0)
    fills = operators.rstrip().endswith(b" f")
    for token in operators.split():
        if token.replace(b".", b"").replace(b"-", b"").isdigit():
            numbers.append(float(token))
            continue
        given, numbers = numbers, []
        if token == b"re":
            calls.append(partial(_rectangle, given, fills))
        elif token == b"w":
            calls.append(partial(_line_width, given[0]))
        elif token == b"m":
            start = (given[0], given[1])
        elif token == b"l":
            calls.append(partial(_line, (*start, *given)))
        elif token == b"g":
            calls.append(partial(_grey, given[0]))
    return calls


def raw(calls: Sequence[Stroke]) -> bytes:
    """Replay the calls on a bare canvas."""
    target = io.BytesIO()
    canvas: Canvas = cast("Any", Canvas)(
        target, pageCompression=1, invariant=1, initialFontName=Face.REGULAR.value, lang="sv-SE"
    )
    for call in calls:
        call(canvas)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def _sheets(count: int) -> list[SheetValues]:
    """Give so many invented persons' sheets."""
    foot = PrintFoot(printed_at="2026-03-24 08:40", printed_by="A. Berg", data_from="08:38")
    ours = {
        "our.municipality": "Lidköpings kommun",
        "our.unit": "Kontaktpunkten",
        "our.phone": "0510-77 00 00",
        "system.name": "SAMSA",
        "stay.hospital": "Skaraborgs sjukhus Lidköping",
        "stay.ward": "Medicinavdelning 3",
        "stay.ward_phone": "0510-850 00",
        "stay.expected_discharge": "2026-03-27",
        "stay.consent": "yes",
        "with_us.unit": "Hemvårdsgrupp Norra",
        "me.name": "Anna Berg",
    }
    return [
        SheetValues(
            values={
                **ours,
                "person.name": f"Åsa-Britt Öberg {at}",
                "person.number": f"19400101-{at:04d}",
                "person.address": f"Storgatan {at}, 531 30 Lidköping",
            },
            number=make(1, at).digits,
            foot=foot,
        )
        for at in range(1, count + 1)
    ]


def _median(act: Callable[[], bytes]) -> float:
    taken: list[float] = []
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        act()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def main() -> int:
    """Print the ratios for one sheet and for a packet of sixty."""
    form = read_form((assets.forms() / "R2.toml").read_text(encoding="utf-8"))
    assert isinstance(form, FormDefinition), form
    # reportlab's default blows every page up to base 85, which nobody needs: the raw side may not
    # be slowed by it.
    rl_config.useA85 = 0
    for face in Face:
        pdfmetrics.registerFont(font(face))
    for count in (1, _PACKET):
        sheets = _sheets(count)
        with pytest.MonkeyPatch.context() as patch:
            calls = Recording.calls = []
            patch.setattr(form_sheet, "PdfFile", Recording)
            render_form(form, sheets)
        ours = _median(lambda sheets=sheets: render_form(form, sheets))
        bare = _median(lambda calls=calls: raw(calls))
        sizes = len(render_form(form, sheets)), len(raw(calls))
        print(  # noqa: T201  a bench speaks
            f"R2 x {count}: ours {ours * 1e3:.1f} ms, raw canvas {bare * 1e3:.1f} ms, "
            f"ratio {ours / bare:.2f} ({sizes[0] // 1024} and {sizes[1] // 1024} KiB)"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
