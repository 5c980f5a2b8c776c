"""The copy itself: who is in hospital, whom to phone, forms for somebody or blank."""

from typing import TYPE_CHECKING, Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kontaktpunkt.ui.printing.drawing import Drawing
from kontaktpunkt.ui.printing.page_view import PageView
from kontaktpunkt.ui.theme.theme import Theme
from kontaktpunkt.ui.widgets.buttons import KEY_GAP, button
from kontaktpunkt.ui.widgets.layouts import GAP
from kontaktpunkt.ui.widgets.rows_table import RowsModel, RowsTable, chosen_row
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.usecases.contingency.rows import CopyPage as Page
from kontaktpunkt.usecases.contingency.rows import CopyWish

if TYPE_CHECKING:
    from kontaktpunkt.usecases.contingency.packet import PersonKept

_HEADINGS: Final = ("Namn", "Nummer", "Var", "Läge")
_WEIGHTS: Final = (3, 1, 7, 3)
_LARGE: Final = 125
"""From so large a text, in percent, each row has two lines: a number must not be cut."""
_CHOICES: Final = 300
_BLANK: Final = "Tom blankett"
_MOST_BLANKS: Final = 50


class CopyPage(QWidget):
    """What is chosen at the left is shown in the middle, and is what the buttons put on paper."""

    shown_wanted = Signal(object)  # CopyWish: show its pages
    person_shown = Signal(object)  # UUID of a case
    print_wanted = Signal(object)  # CopyWish, None = everything
    save_wanted = Signal(object)  # CopyWish, None = everything

    def __init__(self, theme: Theme, place: Drawing) -> None:
        super().__init__()
        self._theme = theme
        self._page: Page | None = None
        self._listed: list[PersonKept] = []
        self.choices = QListWidget()
        self.choices.setWordWrap(True)
        self.choices.setAccessibleName("Listor och blanketter")
        self.choices.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.model = RowsModel(_HEADINGS, frozenset(), self)
        self.people = RowsTable(theme, self.model, _WEIGHTS)
        theme.changed.connect(self._measure)
        self._measure()
        self.people.setAccessibleName("På sjukhus")
        self.search = QLineEdit()
        self.search.setPlaceholderText("Sök namn, nummer eller avdelning")
        self.search.setAccessibleName("Sök")
        self.for_whom = QComboBox()
        self.for_whom.setAccessibleName("Blanketten gäller")
        self.copies = QSpinBox(minimum=1, maximum=_MOST_BLANKS)
        self.copies.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.copies.setMinimumWidth(theme.px(60))
        self.copies.setAccessibleName("Antal tomma")
        self.pages = PageView(place)
        self.form_for = button(f"Blankett för vald person{KEY_GAP}Enter")
        self.print_one = button(f"Skriv på papper{KEY_GAP}Ctrl+P", "primary")
        self.save_one = button(f"Spara som PDF …{KEY_GAP}Ctrl+S")
        self.print_all = button("Skriv allt på papper")
        self.save_all = button("Spara allt som PDF …")
        self._lay_out()
        self._wire()

    def _measure(self) -> None:
        self.people.be_tall(tall=self._theme.percent >= _LARGE)

    def show_copy(self, page: Page) -> None:
        """Show what the copy holds; the list of people first."""
        self._page = page
        self.choices.clear()
        for title in (*page.lists, *(f"{form.number} {form.title}" for form in page.forms)):
            self.choices.addItem(title)
            self.choices.item(self.choices.count() - 1).setToolTip(title)
        self.for_whom.clear()
        self.for_whom.addItem(_BLANK, None)
        for one in page.people:
            if not one.protected:
                self.for_whom.addItem(", ".join(p for p in (one.name, one.number) if p), one.case)
        self._filter("")
        self.choices.setCurrentRow(0)
        self.people.setFocus(Qt.FocusReason.OtherFocusReason)

    def wish(self) -> CopyWish | None:
        """Give what is chosen now."""
        page, row = self._page, self.choices.currentRow()
        if page is None or row < 0:
            return None
        if row < len(page.lists):
            return CopyWish(lists=(row,))
        form = page.forms[row - len(page.lists)].number
        case = self.for_whom.currentData()
        if isinstance(case, UUID):
            return CopyWish(filled=((form, case),))
        return CopyWish(blanks=((form, self.copies.value()),))

    # --- choosing ----------------------------------------------------------------------------
    def _chosen(self, row: int) -> None:
        page = self._page
        if page is None or row < 0:
            return
        is_form = row >= len(page.lists)
        self._form_row.setVisible(is_form)
        self.middle.setCurrentIndex(0 if row == 0 else 1)
        if row:
            self._ask_pages()

    def _whom_chosen(self) -> None:
        is_blank = self.for_whom.currentData() is None
        self.copies.setEnabled(is_blank)
        case = self.for_whom.currentData()
        if isinstance(case, UUID):
            self.person_shown.emit(case)
        self._ask_pages()

    def _ask_pages(self) -> None:
        wish = self.wish()
        if wish is not None and self.middle.currentIndex() == 1:
            if wish.blanks:
                wish = CopyWish(blanks=((wish.blanks[0][0], 1),))
            self.shown_wanted.emit(wish)

    def _form_for_chosen(self) -> None:
        """Go on to the forms with the chosen person; the first that is meant for her is chosen."""
        page, row = self._page, chosen_row(self.people)
        if page is None or not 0 <= row < len(self._listed) or self._listed[row].protected:
            return
        person = self._listed[row]
        wanted = person.forms[0] if person.forms else page.forms[0].number
        place = next(no for no, form in enumerate(page.forms) if form.number == wanted)
        self.for_whom.setCurrentIndex(self.for_whom.findData(person.case))
        self.person_shown.emit(person.case)
        self.choices.setCurrentRow(len(page.lists) + place)

    def _filter(self, typed: str) -> None:
        wanted = typed.casefold().strip()
        people = self._page.people if self._page is not None else ()
        self._listed = [
            one
            for one in people
            if all(
                word in f"{one.name} {one.number} {one.where}".casefold() for word in wanted.split()
            )
        ]
        self.model.show([(one.name, one.number, one.where, one.how_far) for one in self._listed])
        self.people.choose(0)

    # --- making ------------------------------------------------------------------------------
    def _wire(self) -> None:
        self.choices.currentRowChanged.connect(self._chosen)
        self.search.textChanged.connect(self._filter)
        self.for_whom.activated.connect(self._whom_chosen)
        self.form_for.clicked.connect(self._form_for_chosen)
        self.people.activated.connect(self._form_for_chosen)
        self.print_one.clicked.connect(lambda: self.print_wanted.emit(self.wish()))
        self.save_one.clicked.connect(lambda: self.save_wanted.emit(self.wish()))
        self.print_one.setShortcut("Ctrl+P")
        self.save_one.setShortcut("Ctrl+S")
        self.print_all.clicked.connect(lambda: self.print_wanted.emit(None))
        self.save_all.clicked.connect(lambda: self.save_wanted.emit(None))

    def _lay_out(self) -> None:
        self.choices.setFixedWidth(self._theme.px(_CHOICES))
        self._form_row = _row(
            Text("Gäller", "label", wrap=False),
            self.for_whom,
            Text("Antal tomma", "label", wrap=False),
            self.copies,
        )
        self._form_row.hide()
        listed = QWidget()
        rows = QVBoxLayout(listed)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(_row(self.search, self.form_for))
        rows.addWidget(self.people, 1)
        self.middle = QStackedWidget()
        self.middle.addWidget(listed)
        self.middle.addWidget(self.pages)
        right = QVBoxLayout()
        right.setSpacing(GAP)
        right.addWidget(self._form_row)
        right.addWidget(self.middle, 1)
        right.addWidget(self._acts())
        whole = QHBoxLayout(self)
        whole.setContentsMargins(GAP * 2, GAP, GAP * 2, GAP * 2)
        whole.setSpacing(GAP * 2)
        whole.addWidget(self.choices)
        whole.addLayout(right, 1)

    def _acts(self) -> QWidget:
        acts = QWidget()
        row = QHBoxLayout(acts)
        row.setContentsMargins(0, 0, 0, 0)
        for one in (self.print_one, self.save_one):
            row.addWidget(one)
        row.addStretch(1)
        for one in (self.print_all, self.save_all):
            row.addWidget(one)
        return acts


def _row(*parts: QWidget) -> QWidget:
    """Lay parts side by side; a field takes the room that is left."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        row.addWidget(part, 1 if isinstance(part, QLineEdit | QComboBox) else 0)
    return whole
