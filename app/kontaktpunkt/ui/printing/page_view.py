"""Shows the pages of a paper as they will come out: drawn as pictures, fitted or enlarged."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from kontaktpunkt.domain.paper.printout import PageImage
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.layouts import GAP, empty
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace

# QPrintPreviewDialog makes pages unreadable (design section 11): hence a view of our own.
_A4_INCHES: Final = 210 / 25.4
_SCREEN_DPI: Final = 96
_ZOOMS: Final = (50, 75, 100, 125, 150, 200)
_LEAST_DPI: Final = 30
_MOST_DPI: Final = 230
_SETTLED_MS: Final = 120
_EDGE: Final = 4
_TURNED: Final = 0.5
"""Inches; a page that lies is 3.4 wider than one that stands."""


class PageView(QWidget):
    """The pages below each other; `+` and `−` enlarge and shrink, `0` fits the width again."""

    drawn = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._pdf = b""
        self._zoom: int | None = None
        self._inches = _A4_INCHES
        self._drawn_at = _SCREEN_DPI
        self._pages: list[QLabel] = []
        self.area = PageArea(self.step, self.fit)
        self.place = Text("", "soft", wrap=False)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLED_MS)
        self._settling.timeout.connect(self._draw)
        self._lay_out()
        self.area.verticalScrollBar().valueChanged.connect(self._say_place)

    def show_pdf(self, pdf: bytes) -> None:
        """Show a paper."""
        self._pdf = pdf
        self.area.verticalScrollBar().setValue(0)
        self._draw()

    def clear(self) -> None:
        """Show nothing."""
        self._pdf = b""
        self._workplace.clerk.forget(self._key)
        self._show(())

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
            wanted = min(room / self._inches, _SCREEN_DPI * 1.25)
        return int(max(_LEAST_DPI, min(_MOST_DPI, wanted)) * ratio)

    def _draw(self) -> None:
        """Have the pages drawn on the clerk's lane."""
        if not self._pdf:
            return
        pdf, dpi, desk = self._pdf, self._dpi(), self._workplace.desk
        self._drawn_at = dpi
        self._workplace.clerk.ask(lambda: desk.page_images(pdf, dpi), self._show, key=self._key)

    @property
    def _key(self) -> str:
        return f"page view {id(self)}"

    def _show(self, images: Sequence[PageImage]) -> None:
        if self._is_wider(images):
            self._draw()
            return
        scroll = self.area.verticalScrollBar().value()
        empty(self._column)
        self._pages = []
        ratio = self.devicePixelRatioF()
        for number, image in enumerate(images, start=1):
            picture = QPixmap.fromImage(to_qimage(image))
            picture.setDevicePixelRatio(ratio)
            page = QLabel()
            page.setPixmap(picture)
            page.setFrameShape(QLabel.Shape.Box)
            page.setAccessibleName(f"Sida {number} av {len(images)}")
            self._pages.append(page)
            self._column.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
        self.area.verticalScrollBar().setValue(scroll)
        self._say_place()
        self.drawn.emit()

    def _is_wider(self, images: Sequence[PageImage]) -> bool:
        """Notice that the pages lie or stand otherwise than those before: fit them anew then."""
        if not images:
            return False
        inches = images[0].width / self._drawn_at
        turned = abs(inches - self._inches) > _TURNED and self._zoom is None
        self._inches = inches
        return turned

    def _say_place(self) -> None:
        """Say which page is at the middle of the view."""
        middle = self.area.verticalScrollBar().value() + self.area.viewport().height() // 2
        # Counted, not asked: the pages have no places until they are laid out.
        above, top = 0, GAP
        for page in self._pages:
            above += top <= middle
            top += page.sizeHint().height() + GAP
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


def to_qimage(image: PageImage) -> QImage:
    """Turn a page picture into Qt's kind; the copy owns its bytes."""
    kind = QImage.Format.Format_RGB888
    return QImage(image.rgb, image.width, image.height, image.stride, kind).copy()
