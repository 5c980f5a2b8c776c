"""Paints a row of the inbox: two lines in four columns, with shapes beside every colour."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kontaktpunkt.ui.screens.inbox.lines import Line, Urgency
from kontaktpunkt.ui.screens.inbox.model import InboxModel
from kontaktpunkt.ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ROW = 43
_SMALL = 14
_SHARES = (0.24, 0.315, 0.2, 0.245)
_KEPT = 3000


@dataclass(frozen=True, slots=True)
class _Pens:
    """Fonts and measures at the text size in force."""

    usual: QFont
    bold: QFont
    small: QFont
    usual_width: QFontMetrics
    bold_width: QFontMetrics
    small_width: QFontMetrics
    first: int
    second: int
    icon: int
    edge: int


@dataclass(frozen=True, slots=True)
class _Piece:
    """One text to paint: where, how, and whether struck through."""

    text: str
    left: int
    baseline: int
    width: int
    font: QFont
    metrics: QFontMetrics
    colour: str
    short: str = ""  # what stands there when the whole does not fit


class InboxDelegate(QStyledItemDelegate):
    """Paints with texts shortened once per width, so that a screenful takes a few milliseconds."""

    def __init__(self, theme: Theme, model: InboxModel, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._short: dict[tuple[str, int, int], str] = {}
        self._pens = self._measure()
        theme.changed.connect(self._renew)

    @property
    def row_height(self) -> int:
        """Give the height of a row at the text size in force."""
        return self._theme.px(ROW)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Want the same height for all rows."""
        return QSize(100, self.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        room: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType]  missing in Qt's stubs
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType]  missing in Qt's stubs
        painter.save()
        # A painter that a fault leaves unrestored takes the whole program down.
        try:
            line = self._model.line(index.row())
            self._paint_ground(painter, room, state)
            if line is None:
                self._paint_waiting(painter, room)
            else:
                self._paint_line(painter, room, line)
        finally:
            painter.restore()

    def _paint_ground(self, painter: QPainter, room: QRect, state: QStyle.StateFlag) -> None:
        tokens = self._theme.tokens
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        active = bool(state & QStyle.StateFlag.State_Active)
        if chosen:
            painter.fillRect(
                room, QColor(tokens.accent_soft if active else tokens.accent_soft_idle)
            )
            painter.fillRect(room.left(), room.top(), 4, room.height(), QColor(tokens.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(room, QColor(tokens.hover))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(room.adjusted(1, 1, -1, -2))

    def _paint_waiting(self, painter: QPainter, room: QRect) -> None:
        """Show that a row is on its way, with a quiet bar where its words will stand."""
        colour = QColor(self._theme.tokens.line)
        height = self._theme.px(8)
        middle = room.center().y() - height // 2
        painter.fillRect(room.left() + self._pens.edge, middle, room.width() // 4, height, colour)

    def _paint_line(self, painter: QPainter, room: QRect, line: Line) -> None:
        tokens = self._theme.tokens
        icon = self._theme.pixmap(line.icon, tokens.text_soft, 18)
        top = room.top() + (room.height() - self._pens.icon) // 2
        painter.drawPixmap(room.left() + self._theme.px(12), top, icon)
        pieces = self._pieces(room, line)
        for piece in pieces:
            if piece.text:
                painter.setFont(piece.font)
                painter.setPen(QColor(piece.colour))
                painter.drawText(piece.left, piece.baseline, self._shorten(piece))
        if line.is_struck:
            painter.setPen(QColor(tokens.text_soft))
            for piece in (pieces[0], pieces[2]):
                width = min(piece.width, piece.metrics.horizontalAdvance(self._shorten(piece)))
                height = piece.baseline - piece.metrics.xHeight() // 2
                painter.drawLine(piece.left, height, piece.left + width, height)
        self._paint_signs(painter, line, pieces)

    def _pieces(self, room: QRect, line: Line) -> tuple[_Piece, ...]:
        """Place the texts: kind and time, who and where, whose, when due and marks."""
        pens, tokens = self._pens, self._theme.tokens
        first, second = room.top() + pens.first, room.top() + pens.second
        gap = self._theme.px(10)
        lefts, widths = self._columns(room)
        sign = self._theme.px(18)
        shield = sign if line.is_protected else 0
        mark = sign if line.urgency is not Urgency.CALM else 0
        name_room = widths[1] - gap - shield
        # One pixel more than the advance: at exactly that width Qt may still shorten.
        name_width = min(name_room, pens.bold_width.horizontalAdvance(line.name) + 1)
        born_room = name_room - name_width - gap
        due_colour = {
            Urgency.CALM: tokens.text_soft,
            Urgency.TODAY: tokens.today,
            Urgency.LATE: tokens.wrong,
        }[line.urgency]
        bold, usual = (pens.bold, pens.bold_width), (pens.usual, pens.usual_width)
        small = (pens.small, pens.small_width)
        owner = usual if line.is_taken else bold
        due = usual if line.urgency is Urgency.CALM else bold
        soft, text = tokens.text_soft, tokens.text
        name_left = lefts[1] + shield
        return (
            _Piece(line.kind, lefts[0], first, widths[0] - gap, *usual, text),
            _Piece(line.came, lefts[0], second, widths[0] - gap, *small, soft, line.came_short),
            _Piece(line.name, name_left, first, name_width, *bold, text),
            # Half a birth date helps nobody: a blank stands for one that does not fit.
            _Piece(line.born, name_left + name_width + gap, first, born_room, *small, soft, " "),
            _Piece(self._place(line, widths[1] - gap), lefts[1], second, widths[1], *small, soft),
            _Piece(line.owner, lefts[2], first, widths[2] - gap, *owner, text),
            _Piece(line.with_us, lefts[2], second, widths[2] - gap, *small, soft),
            _Piece(
                line.due,
                lefts[3] + mark,
                first,
                widths[3] - gap - mark,
                *due,
                due_colour,
                line.due_short,
            ),
            _Piece(line.marks, lefts[3], second, widths[3] - gap, *small, soft, line.marks_short),
        )

    def _place(self, line: Line, room: int) -> str:
        """Say hospital and ward; where there is no room for both the hospital is shortened."""
        if not (line.hospital and line.ward):
            return self._shorten(_Piece(line.hospital or line.ward, 0, 0, room, *self._small, ""))
        tail = f" · {line.ward}"
        left = room - self._pens.small_width.horizontalAdvance(tail)
        if left < self._pens.icon * 2:
            return self._shorten(_Piece(line.ward, 0, 0, room, *self._small, ""))
        return self._shorten(_Piece(line.hospital, 0, 0, left, *self._small, "")) + tail

    @property
    def _small(self) -> tuple[QFont, QFontMetrics]:
        return self._pens.small, self._pens.small_width

    def _columns(self, room: QRect) -> tuple[list[int], list[int]]:
        """Give left edges and widths of the four columns."""
        whole = room.width() - self._pens.edge
        widths = [int(whole * share) for share in _SHARES]
        lefts = [room.left() + self._pens.edge]
        for width in widths[:-1]:
            lefts.append(lefts[-1] + width)
        return lefts, widths

    def _paint_signs(self, painter: QPainter, line: Line, pieces: tuple[_Piece, ...]) -> None:
        """Paint the shield of a protected person, and the sign of what is late or due today."""
        tokens, side = self._theme.tokens, self._theme.px(15)
        step = self._theme.px(18)
        if line.is_protected:
            shield = self._theme.pixmap("protected", tokens.text, 15)
            painter.drawPixmap(pieces[2].left - step, pieces[2].baseline - side + 2, shield)
        if line.urgency is Urgency.CALM:
            return
        late = line.urgency is Urgency.LATE
        name, colour = ("warning", tokens.wrong) if late else ("clock", tokens.today)
        sign = self._theme.pixmap(name, colour, 15)
        painter.drawPixmap(pieces[7].left - step, pieces[7].baseline - side + 2, sign)

    def _shorten(self, piece: _Piece) -> str:
        """Give the text as far as it fits; the answer is remembered."""
        key = (piece.text, piece.width, piece.font.weight() + piece.font.pixelSize())
        found = self._short.get(key)
        if found is None:
            if len(self._short) > _KEPT:
                self._short.clear()
            fits = piece.metrics.horizontalAdvance(piece.text) <= piece.width
            wanted = piece.text if fits else piece.short or piece.text
            found = piece.metrics.elidedText(
                wanted, Qt.TextElideMode.ElideRight, max(0, piece.width)
            )
            self._short[key] = found
        return found

    def _measure(self) -> _Pens:
        theme = self._theme
        usual = theme.metrics()
        height = theme.px(ROW)
        line = height * 0.44
        return _Pens(
            usual=theme.font(),
            bold=theme.font(bold=True),
            small=theme.font(_SMALL),
            usual_width=usual,
            bold_width=theme.metrics(bold=True),
            small_width=theme.metrics(_SMALL),
            first=round(line),
            second=round(line + height * 0.42),
            icon=theme.px(18),
            edge=theme.px(40),
        )

    def _renew(self) -> None:
        self._short.clear()
        self._pens = self._measure()
