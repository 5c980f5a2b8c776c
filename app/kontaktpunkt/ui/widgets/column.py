"""A column of parts that scrolls up and down and is never narrower than its parts."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt

from kontaktpunkt.ui.widgets.layouts import Sheet


class Column(Sheet):
    """A sheet that the splitter can't squeeze until words are cut off at the edge."""

    def __init__(self) -> None:
        super().__init__(margin=0)
        # Its parts take focus themselves; a stop on the column would be one Tab too many.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell the splitter when a part has become wider."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        """Need the width of the widest part and the scroll bar."""
        bar = self.verticalScrollBar().sizeHint().width()
        height = super().minimumSizeHint().height()
        return QSize(self.rows.minimumSize().width() + bar, height)
