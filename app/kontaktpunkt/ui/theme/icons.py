"""Icons drawn from SVG files and tinted with the colours of the theme."""

import atexit
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, QTemporaryDir
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kontaktpunkt.assets import resources

_SIZES = (16, 20, 24, 32)


@lru_cache(maxsize=256)
def drawing(name: str) -> str:
    """Give the SVG text of an icon by its file name without ending."""
    return (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=1024)
def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Draw an icon in one colour; `size` in logical pixels, `ratio` of the screen."""
    side = round(size * ratio)
    picture = QPixmap(QSize(side, side))
    picture.fill(Qt.GlobalColor.transparent)
    tinted = drawing(name).replace("currentColor", colour).encode()
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(tinted)).render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@lru_cache(maxsize=512)
def icon(name: str, colour: str) -> QIcon:
    """Give an icon in one colour, sharp on every screen."""
    made = QIcon()
    screen = QGuiApplication.primaryScreen()
    for ratio in {1.0, screen.devicePixelRatio()}:
        for size in _SIZES:
            made.addPixmap(pixmap(name, colour, size, ratio))
    return made


def forget() -> None:
    """Let go of all pictures, before the application that they belong to goes."""
    icon.cache_clear()
    pixmap.cache_clear()


@lru_cache(maxsize=1)
def _folder() -> QTemporaryDir:
    """Make the folder of the tinted files.

    It is kept as long as the program: the style sheet in force outlives the theme that made it.
    """
    made = QTemporaryDir()
    atexit.register(made.remove)
    return made


def tinted_file(name: str, colour: str) -> str:
    """Write a tinted copy for style sheets, which take icons from files only; give its path."""
    mark = sha256(f"{name}{colour}".encode()).hexdigest()[:12]
    place = Path(_folder().path()) / f"{name}-{mark}.svg"
    if not place.exists():
        # Whoever empties temporary folders now and then may have taken the folder too.
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(drawing(name).replace("currentColor", colour), encoding="utf-8")
    return place.as_posix()
