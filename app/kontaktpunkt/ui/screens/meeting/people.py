"""The people of a meeting beside the one who is spoken of."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListView, QSizePolicy, QSplitter, QWidget

from kontaktpunkt.ui.screens.meeting.model import MeetingModel
from kontaktpunkt.ui.screens.meeting.person import PersonPanel
from kontaktpunkt.ui.theme.theme import Theme
from kontaktpunkt.ui.widgets.act_list import ActList

_SHARES = (2, 3)


class PeoplePage(QWidget):
    """The list at the left, the person at the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.model = MeetingModel(theme)
        self.list = ActList()
        self.list.setModel(self.model)
        self.list.setAccessibleName("Personer att gå igenom")
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.person = PersonPanel(self.list)
        self.person.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        splitter = QSplitter()
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.list)
        splitter.addWidget(self.person)
        splitter.setSizes(list(_SHARES))
        splitter.setStretchFactor(0, _SHARES[0])
        splitter.setStretchFactor(1, _SHARES[1])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)

    @property
    def parts(self) -> tuple[MeetingModel, QListView, PersonPanel]:
        """Give the list's model, the list and the person."""
        return self.model, self.list, self.person
