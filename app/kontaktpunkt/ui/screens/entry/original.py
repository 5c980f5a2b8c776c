"""The original text beside the form, as it was received."""

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from kontaktpunkt.ui.widgets.layouts import GAP
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.usecases.desk import SetAsidePage


class OriginalPane(QWidget):
    """Shows an original that could not be read: its file name and text, to copy from."""

    def __init__(self) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, GAP * 2, GAP * 2)
        rows.setSpacing(GAP // 2)
        self.heading = Text("Originalet", "label", wrap=False)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("Originalets text")
        self.heading.setBuddy(self.text)
        rows.addWidget(self.heading)
        rows.addWidget(self.text, 1)

    def show_page(self, page: SetAsidePage) -> None:
        """Show an original."""
        self.heading.setText(f"Originalet, {page.file_name}" if page.file_name else "Originalet")
        self.text.setPlainText(page.text)
