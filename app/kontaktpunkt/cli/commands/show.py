"""The commands that show something: the window, the demo day, the tour of pictures."""

import os
import sys
from argparse import Namespace
from datetime import datetime
from pathlib import Path
from typing import Final

from kontaktpunkt.cli.run import DONE, NOT_NOW, complain
from kontaktpunkt.domain.times import LOCAL_ZONE, to_instant

TOUR_MORNING: Final = to_instant(datetime(2026, 3, 24, 8, 40, tzinfo=LOCAL_ZONE))
"""The fixed Tuesday of the tour, so that its pictures are the same each run."""


def window(wish: Namespace) -> int:
    """Open the window on the chosen store; without one, the first start."""
    if not has_screen():
        return _without_screen()
    from kontaktpunkt.cli.window.showing import Showing

    return Showing(Path(wish.store) if wish.store else None, demo=bool(wish.demo)).run()


def demo(wish: Namespace) -> int:
    """Open the window with a demo day; `--new` throws the old one away first."""
    if not has_screen():
        return _without_screen()
    from kontaktpunkt.cli.window.showing import Showing

    return Showing(Path(wish.store) if wish.store else None, demo=True, new_day=wish.new).run()


def tour(wish: Namespace) -> int:
    """Make a picture of every screen and a PDF of every form, and say where they are."""
    _draw_in_memory()
    from kontaktpunkt.cli.window.touring import make_tour

    made = make_tour(Path(wish.out), TOUR_MORNING)
    for path in made:
        print(path)
    return DONE


def window_grabbed() -> tuple[int, int]:
    """Draw an empty window and give its size in pixels: shows that Qt and its platform work."""
    _draw_in_memory()
    from PySide6.QtWidgets import QWidget

    from kontaktpunkt.ui.application import application

    app = application()
    widget = QWidget()
    widget.resize(320, 200)
    widget.show()
    app.processEvents()
    picture = widget.grab()
    widget.close()
    return picture.width(), picture.height()


def has_screen() -> bool:
    """Say whether Qt can show a window; it ends the whole program, in English, where it can't."""
    known = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in known)


def _without_screen() -> int:
    complain("Ingen skärm hittades, så fönstret kan inte öppnas. Kommandona fungerar: --help.")
    return NOT_NOW


def _draw_in_memory() -> None:
    """Let pictures be drawn on a machine without a screen too (a server, a login from afar)."""
    if not has_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
