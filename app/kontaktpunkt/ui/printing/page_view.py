"""Shows the pages of a paper as they will come out: drawn as pictures, fitted or enlarged."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from kontaktpunkt.domain.paper.printout import PageImage
from kontaktpunkt.ui.printing.drawing import Drawing
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.layouts import GAP, empty
from kontaktpunkt.ui.widgets.text import Text

# QPrintPreviewDialog makes pages unreadable (design section 11): hence a view of our own.
_A4_INCHES: Final = 210 / 25.4
_SCREEN_DPI: Final = 96
_ZOOMS: Final = (50, 75, 100, 125, 150, 200)
_LEAST_DPI: Final = 30
_MOST_DPI: Final = 230
_SETTLED_MS: Final = 120
_EDGE: Final = 4


class PageView(QWidget):
    """The pages below each other; `+` and `−` enlarge and shrink, `0` fits the width again.

    Only pages near those that are seen are drawn, and those far away are let go again: a packet of
    hundreds of pages opens as fast as a single form, and takes no more memory.
    """

    drawn = Signal()

    def __init__(self, workplace: Drawing) -> None:
        super().__init__()
        self._workplace = workplace
        self._pdf = b""
        self._zoom: int | None = None
        self._drawn_at = _SCREEN_DPI
        self._pages: list[Leaf] = []
        self.area = PageArea(self.step, self.fit)
        self.place = Text("", "soft", wrap=False)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLED_MS)
        self._settling.timeout.connect(self._draw)
        self._lay_out()
        self.area.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.area.verticalScrollBar().rangeChanged.connect(self._scrolled)

    def show_pdf(self, pdf: bytes) -> None:
        """Show a paper."""
        self._pdf = pdf
        self.area.verticalScrollBar().setValue(0)
        desk = self._workplace.desk
        self._workplace.clerk.ask(
            lambda: desk.page_sizes(pdf), lambda sizes: self._measured(pdf, sizes), key=self._key
        )

    def clear(self) -> None:
        """Show nothing."""
        self._pdf = b""
        self._workplace.clerk.forget(self._key)
        self._put(())

    def step(self, step: int) -> None:
        """Enlarge (1) or shrink (-1)."""
        now = self._zoom or round(self._dpi() * 100 / _SCREEN_DPI)
        larger = [zoom for zoom in _ZOOMS if zoom > now]
        smaller = [zoom for zoom in _ZOOMS if zoom < now]
        self._zoom = (larger or _ZOOMS[-1:])[0] if step > 0 else (smaller or _ZOOMS[:1])[-1]
        self._draw()

    def fit(self) -> None:
        """Fit the page to the width of the view."""
        self._zoom = None
        self._draw()

    @property
    def drawn_dpi(self) -> int:
        """Give the points per inch that the pages were drawn at."""
        return self._drawn_at

    @property
    def pages(self) -> int:
        """Count the pages on show."""
        return len(self._pages)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit anew when the new width has settled."""
        super().resizeEvent(event)
        if self._zoom is None and self._pdf and self.isVisible():
            self._settling.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Draw nothing that nobody sees."""
        self._settling.stop()
        super().hideEvent(event)

    def _dpi(self) -> int:
        """Give the points per inch that the zoom or the width asks for, on this screen."""
        ratio = self.devicePixelRatioF()
        if self._zoom is not None:
            wanted = _SCREEN_DPI * self._zoom / 100
        else:
            bar = self.area.verticalScrollBar().sizeHint().width()
            room = self.area.width() - bar - 2 * GAP - 2 * self.area.frameWidth() - _EDGE
            widest = max((leaf.inches[0] for leaf in self._pages), default=_A4_INCHES)
            wanted = min(room / widest, _SCREEN_DPI * 1.25)
        return int(max(_LEAST_DPI, min(_MOST_DPI, wanted)) * ratio)

    @property
    def _key(self) -> str:
        return f"page view {id(self)}"

    def _measured(self, pdf: bytes, sizes: Sequence[tuple[float, float]]) -> None:
        """Put the pages in their places, and draw those that are seen."""
        if pdf is self._pdf:
            self._put(sizes)
            self._draw()

    def _put(self, sizes: Sequence[tuple[float, float]]) -> None:
        empty(self._column)
        self._pages = [Leaf(inches, nth, len(sizes)) for nth, inches in enumerate(sizes, 1)]
        for leaf in self._pages:
            self._column.addWidget(leaf, 0, Qt.AlignmentFlag.AlignHCenter)
        self._say_place()

    def _draw(self) -> None:
        """Give every page its size, and have those that are seen drawn anew."""
        if not self._pdf:
            return
        self._drawn_at = self._dpi()
        ratio = self.devicePixelRatioF()
        for leaf in self._pages:
            leaf.size_for(self._drawn_at / ratio)
        self._scrolled()

    def _scrolled(self) -> None:
        self._say_place()
        near = self._near()
        for at, leaf in enumerate(self._pages):
            if at not in near:
                leaf.let_go()
            elif not leaf.asked:
                self._ask_for(at, leaf)

    def _ask_for(self, at: int, leaf: "Leaf") -> None:
        """Have a page drawn on the clerk's lane."""
        leaf.asked = True
        pdf, dpi, desk = self._pdf, self._drawn_at, self._workplace.desk

        def shown(image: PageImage) -> None:
            # Meanwhile another paper may be on show, or the page has been let go.
            if pdf is self._pdf and leaf in self._pages and leaf.asked and dpi == self._drawn_at:
                leaf.show_image(image, self.devicePixelRatioF())
                self.drawn.emit()

        self._workplace.clerk.ask(
            lambda: desk.page_image(pdf, at, dpi), shown, key=f"{self._key} {at}"
        )

    def _near(self) -> range:
        """Give the pages that are seen, and one before and after."""
        top = self.area.verticalScrollBar().value()
        bottom = top + self.area.viewport().height()
        seen = [at for at, (above, below) in enumerate(self._spans()) if below > top > above - 1
                or top <= above < bottom]  # fmt: skip
        if not seen:
            return range(min(2, len(self._pages)))
        return range(max(0, seen[0] - 1), min(len(self._pages), seen[-1] + 2))

    def _spans(self) -> Iterator[tuple[int, int]]:
        """Give where each page begins and ends: counted, for they have no places until laid out."""
        top = GAP
        for leaf in self._pages:
            yield top, top + leaf.height()
            top += leaf.height() + GAP

    def _say_place(self) -> None:
        """Say which page is at the middle of the view."""
        middle = self.area.verticalScrollBar().value() + self.area.viewport().height() // 2
        above = sum(top <= middle for top, _ in self._spans())
        count = len(self._pages)
        self.place.setText(f"Sida {max(1, above)} av {count}" if count else "")

    def _lay_out(self) -> None:
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(GAP, GAP, GAP, GAP)
        self._column.setSpacing(GAP)
        self.area.setWidget(inside)
        head = QHBoxLayout()
        fit = button("Hela bredden", "plain", "Hela bredden (0)")
        fit.clicked.connect(self.fit)
        for name, key, step in (("Mindre", "−", -1), ("Större", "+", 1)):
            sign = button(key, "plain", f"{name} ({key})")
            sign.setAccessibleName(name)
            sign.clicked.connect(lambda _=False, step=step: self.step(step))
            head.addWidget(sign)
        head.addWidget(fit)
        head.addStretch(1)
        head.addWidget(self.place)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP // 2)
        rows.addLayout(head)
        rows.addWidget(self.area, 1)


class PageArea(QScrollArea):
    """The room that pages are scrolled in, with keys for their size."""

    def __init__(self, step: Callable[[int], None], fit: Callable[[], None]) -> None:
        super().__init__()
        self._keys = {"+": lambda: step(1), "-": lambda: step(-1), "0": fit}
        self.setWidgetResizable(True)
        self.setAccessibleName("Sidorna som de kommer ut på papper")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enlarge, shrink or fit; arrows and page keys scroll as usual."""
        done = self._keys.get(event.text())
        if done is None:
            super().keyPressEvent(event)
        else:
            done()


class Leaf(QLabel):
    """The place of one page: its size at once, its picture when it is near what is seen."""

    def __init__(self, inches: tuple[float, float], number: int, count: int) -> None:
        super().__init__()
        self.inches = inches
        self.asked = False
        self.setFrameShape(QLabel.Shape.Box)
        self.setAccessibleName(f"Sida {number} av {count}")

    def size_for(self, dpi: float) -> None:
        """Take the size of the page at so many points per inch, without a picture."""
        edge = 2 * self.frameWidth()
        wide, high = (round(inches * dpi) + edge for inches in self.inches)
        self.setFixedSize(wide, high)
        self.let_go()

    def show_image(self, image: PageImage, ratio: float) -> None:
        """Show the page."""
        picture = QPixmap.fromImage(to_qimage(image))
        picture.setDevicePixelRatio(ratio)
        self.setPixmap(picture)

    def let_go(self) -> None:
        """Forget the picture."""
        if self.asked:
            self.asked = False
            self.clear()


def to_grey(image: PageImage) -> QImage:
    """Turn a page picture into Qt's kind in grey, a third of the size: paper is black on white."""
    return to_qimage(image).convertToFormat(QImage.Format.Format_Grayscale8)


def to_qimage(image: PageImage) -> QImage:
    """Turn a page picture into Qt's kind; the copy owns its bytes."""
    kind = QImage.Format.Format_RGB888
    return QImage(image.rgb, image.width, image.height, image.stride, kind).copy()
