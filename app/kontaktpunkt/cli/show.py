"""The commands that show something: the window, the demo day, the tour of pictures."""

from argparse import Namespace
from datetime import datetime
from pathlib import Path
from typing import Final

from kontaktpunkt.cli.run import DONE
from kontaktpunkt.domain.times import LOCAL_ZONE, to_instant

TOUR_MORNING: Final = to_instant(datetime(2026, 3, 24, 8, 40, tzinfo=LOCAL_ZONE))
"""The fixed Tuesday of the tour, so that its pictures are the same each run."""


def window(wish: Namespace) -> int:
    """Open the window on the chosen store; without one, the first start."""
    from kontaktpunkt.cli.showing import Showing

    return Showing(Path(wish.store) if wish.store else None, demo=bool(wish.demo)).run()


def demo(wish: Namespace) -> int:
    """Open the window with a demo day; `--new` throws the old one away first."""
    from kontaktpunkt.cli.showing import Showing

    return Showing(Path(wish.store) if wish.store else None, demo=True, new_day=wish.new).run()


def tour(wish: Namespace) -> int:
    """Make a picture of every screen and a PDF of every form, and say where they are."""
    from kontaktpunkt.cli.touring import make_tour

    made = make_tour(Path(wish.out), TOUR_MORNING)
    for path in made:
        print(path)
    return DONE


def window_grabbed() -> tuple[int, int]:
    """Draw an empty window and give its size in pixels: shows that Qt and its platform work."""
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
