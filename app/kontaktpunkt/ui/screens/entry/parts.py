"""The parts of the form for a message by hand, laid out: kinds, fields, original, pasted text."""

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.profile import RuleProfile
from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.screens.entry.fields import EntryField
from kontaktpunkt.ui.screens.entry.form import EntryForm
from kontaktpunkt.ui.screens.entry.kinds import KindList
from kontaktpunkt.ui.screens.entry.original import OriginalPane
from kontaktpunkt.ui.screens.entry.pasting import Paster
from kontaktpunkt.ui.screens.entry.person import PersonFinder
from kontaktpunkt.ui.widgets.acts import act_within
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.layouts import GAP
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.pasted_rows import WardSeen

_KINDS_BESIDE_TEXT: Final = 3
_WITHOUT_LIMIT: Final = 16_777_215
"""Qt's own word for no limit (QWIDGETSIZE_MAX)."""


class EntryParts:
    """Makes what the screen works with, and lays it out."""

    def __init__(self, workplace: Workplace, screen: Screen) -> None:
        self.kinds = KindList()
        self.form = EntryForm()
        self.finder = PersonFinder(workplace, self.form)
        self.original = OriginalPane()
        self.paster = Paster(workplace, screen, self.kinds, self.form)
        self.heading = Text(screen.title, "title", wrap=False)
        self.explained = Text("", "soft")
        self.failure = Text("", "refused")
        self.save_act = act_within(screen, "Spara meddelandet", "Ctrl+Return")
        self.clear_act = act_within(screen, "Töm formuläret", "")
        self.leave_act = act_within(screen, "Tillbaka, spara som utkast", "Esc")
        self.save_button = KeyHintButton(self.save_act, look="primary")
        self.names = dict[MessageKind, str]()
        self._text_shown = False
        self._lay_out(screen)

    def show_profile(self, profile: RuleProfile) -> None:
        """Use the names and tracks of the profile."""
        self.names = dict(profile.message_names)
        self.paster.field.name_system(profile.system_short_name)
        self.kinds.set_names(self.names)
        self.form.set_tracks({track.code: track.label for track in profile.tracks})

    def offer_wards(self, wards: tuple[WardSeen, ...]) -> None:
        """Offer the hospitals and wards that messages have named."""
        self.form.offer_places(
            {
                EntryField.HOSPITAL: [one.hospital for one in wards],
                EntryField.WARD: [one.ward for one in wards],
            }
        )

    def _lay_out(self, screen: Screen) -> None:
        rows = QVBoxLayout(screen)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(GAP * 2, GAP * 2, GAP * 2, GAP)
        for part in (self.heading, self.explained, self.paster.field, self.paster.bar):
            head.addWidget(part)
        rows.addLayout(head)
        rows.addWidget(self._columns(), 1)
        rows.addLayout(self._foot())

    def _columns(self) -> QSplitter:
        splitter = QSplitter()
        splitter.setChildrenCollapsible(False)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(GAP * 2, 0, 0, GAP * 2)
        column.setSpacing(GAP // 2)
        label = Text("Slag av meddelande", "label", wrap=False)
        label.setBuddy(self.kinds)
        column.addWidget(label)
        column.addWidget(self.kinds)
        column.addWidget(self.paster.pane, 1)
        for part in (left, self.form, self.original):
            splitter.addWidget(part)
        for place, share in enumerate((0, 3, 2)):
            splitter.setStretchFactor(place, share)
        self.original.hide()
        self.paster.shown.connect(self._make_room)
        self._splitter = splitter
        return splitter

    def _make_room(self, text_shown: bool) -> None:  # noqa: FBT001  what the signal sends
        """Let the text have the left column, with the kinds above it in a few rows."""
        if text_shown is self._text_shown:
            return
        self._text_shown = text_shown
        rows = self.kinds.sizeHintForRow(0) * _KINDS_BESIDE_TEXT + 2 * self.kinds.frameWidth()
        self.kinds.setMaximumHeight(rows if text_shown else _WITHOUT_LIMIT)
        self.kinds.scrollToItem(self.kinds.currentItem())
        whole = sum(self._splitter.sizes())
        left = whole * 2 // 5 if text_shown else self.kinds.minimumWidth()
        self._splitter.setSizes([left, whole - left, 0])

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(GAP * 2, GAP, GAP * 2, GAP)
        foot.setSpacing(GAP)
        foot.addWidget(self.save_button)
        foot.addWidget(KeyHintButton(self.leave_act))
        foot.addWidget(KeyHintButton(self.clear_act, look="plain"))
        foot.addWidget(self.failure, 1)
        return foot
