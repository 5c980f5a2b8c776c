"""The first half of reconciling: the field for the overview, and which system it came from."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from kontaktpunkt.ui.drafts import Drafts
from kontaktpunkt.ui.screens.reconcile.words import EXPLAINED
from kontaktpunkt.ui.widgets.acts import act_within
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.widgets.layouts import GAP
from kontaktpunkt.ui.widgets.paste_box import PasteBox
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.reconciling.rows import RoundStamp
from kontaktpunkt.wording.rounds import stamp_words

_SUBJECT: Final = "reconcile"
_DRAFT: Final = "overview"
_SYSTEMS: Final = ("SAMSA", "Cosmic Link", "Mina planer", "Lifecare SP")
CAP: Final = 4 * 1024 * 1024
"""An overview of thousands is far smaller."""


class PastePage(QWidget):
    """Tells of an overview that is to be compared; what stands in the field survives everything."""

    given = Signal(object)  # bytes of the overview
    files_given = Signal(object)  # list[str]: paths

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._drafts = Drafts(workplace.clerk, workplace.desk, self)
        self.box = PasteBox()
        self.system = QComboBox()
        self.refusal = Text("", "refused")
        self.last = Text("", "soft")
        self.compare_act = act_within(self, "Jämför", "Ctrl+Return", self._give)
        self._lay_out()
        self.box.pasted.connect(self._give)
        self.box.files_dropped.connect(self.files_given)
        self.box.textChanged.connect(self._keep)
        workplace.learned.connect(self._fill_systems)

    def begin(self) -> None:
        """Show what was pasted before, and when our list was last reconciled."""
        desk = self._workplace.desk
        self._fill_systems()
        self._workplace.clerk.ask(desk.last_reconciled, self._show_stamp, key="last stamp")
        self._drafts.load(_SUBJECT, (_DRAFT,), self._put_back)

    def flush(self) -> None:
        """Keep now what stands in the field."""
        self._drafts.flush()

    def forget(self) -> None:
        """Empty the field: it has been compared."""
        self.box.clear()
        self._drafts.forget(_SUBJECT, _DRAFT)
        self.refuse("")

    def refuse(self, words: str) -> None:
        """Say why nothing could be compared."""
        self.refusal.setText(words)
        self.refusal.setVisible(bool(words))

    def _give(self) -> None:
        self.given.emit(self.box.toPlainText().encode())

    def _keep(self) -> None:
        self._drafts.keep(_SUBJECT, _DRAFT, self.box.toPlainText()[:CAP])

    def _put_back(self, found: dict[str, str]) -> None:
        if not self.box.toPlainText():
            self.box.setPlainText(found.get(_DRAFT, ""))

    def _show_stamp(self, stamp: RoundStamp | None) -> None:
        now = self._workplace.now()
        self.last.setText(stamp_words(stamp, now) if stamp else "Inte avstämt än.")

    def _fill_systems(self) -> None:
        """Offer the region's own system first."""
        profile = self._workplace.profile
        if self.system.count() or profile is None:
            return
        own = profile.system_short_name
        self.system.addItems(list(dict.fromkeys(one for one in (own, *_SYSTEMS) if one)))

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        bottom = Qt.AlignmentFlag.AlignBottom
        foot.addWidget(Labelled("System", self.system))
        foot.addSpacing(GAP)
        foot.addWidget(self.last, 1, bottom)
        foot.addWidget(KeyHintButton(self.compare_act, look="primary"), 0, bottom)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP)
        rows.addWidget(Text(EXPLAINED, "soft"))
        rows.addWidget(self.refusal)
        rows.addWidget(self.box, 1)
        rows.addLayout(foot)
        self.refusal.hide()
