"""A text laid in columns by simple rich text, made by us from escaped words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


class RichText(QLabel):
    """Shows rich text that our own code has made; hidden while there is none."""

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self._html = ""
        self._name = name
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_html(self, html: str, spoken: str = "") -> None:
        """Show another text; `spoken` is what a screen reader says."""
        if html != self._html:
            self._html = html
            self.setText(html)
        self.setAccessibleName(f"{self._name}: {spoken}" if spoken else self._name)
        self.setVisible(bool(html))
