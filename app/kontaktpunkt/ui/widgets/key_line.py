"""The line of key figures above a list: four figures, each a button that opens its cases."""

from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from kontaktpunkt.domain.figures.figure import Figure
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.layouts import Flow
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.figures.reading import LINE
from kontaktpunkt.usecases.figures.rows import KeyLine
from kontaktpunkt.wording.figures.definitions import definition
from kontaktpunkt.wording.figures.line import said

_GAP = 14


class KeyFigureLine(QWidget):
    """Four figures of this month, said with their goal; each opens to its cases."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self.setAccessibleName("Nyckeltal")
        self.buttons: dict[Figure, QPushButton] = {}
        row = Flow(gap=_GAP)
        for figure in LINE:
            made = button("", "link")
            made.clicked.connect(partial(self._open, figure))
            self.buttons[figure] = made
            row.addWidget(made)
        self.setLayout(row)
        self.hide()

    def begin(self) -> None:
        """Fetch the figures."""
        desk = self._workplace.desk
        self._workplace.clerk.ask(desk.key_line, self.show_line, key="key line")

    def show_line(self, line: KeyLine) -> None:
        """Show the figures, each with its definition as tooltip."""
        profile = self._workplace.profile
        days = (profile.count("readmission_days") if profile is not None else None) or 0
        for figure, made in self.buttons.items():
            words = said(figure, line)
            made.setText(words)
            made.setAccessibleName(words)
            made.setToolTip(definition(figure, days))
            made.setAccessibleDescription(definition(figure, days))
        self.setVisible(bool(line.figures))

    def _open(self, figure: Figure) -> None:
        self._workplace.screen_wanted.emit("figures")
        self._workplace.figure_wanted.emit(figure)
