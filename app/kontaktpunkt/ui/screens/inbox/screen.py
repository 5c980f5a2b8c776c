"""The inbox as a screen: views, list and card, held together by the acts."""

from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.drafts import Drafts
from kontaktpunkt.ui.preferences import Preference
from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.screens.inbox.acts import Act, InboxActs
from kontaktpunkt.ui.screens.inbox.at_once import AtOnce
from kontaktpunkt.ui.screens.inbox.card import Card
from kontaktpunkt.ui.screens.inbox.emptiness import Emptiness
from kontaktpunkt.ui.screens.inbox.feed import Feed
from kontaktpunkt.ui.screens.inbox.head import Head
from kontaktpunkt.ui.screens.inbox.list_view import InboxList
from kontaktpunkt.ui.screens.inbox.model import InboxModel
from kontaktpunkt.ui.screens.inbox.panels.drawer import Drawer
from kontaktpunkt.ui.screens.inbox.watch_line import WatchLine
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Changed
from kontaktpunkt.usecases.rows import InboxCounts, InboxQuery, InboxRow, InboxView, MessageCard

LIST_SHARE, CARD_SHARE = 2, 1
_NO_ORIGINAL = "Det finns inget original att visa: det skrevs in för hand, eller så är det skyddat."


class InboxScreen(Screen):
    """Every message until somebody has said that it is done; the list has the keys."""

    key = "inbox"
    title = "Inkorg"
    icon = "inbox"
    refreshes_hidden = True

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.query = InboxQuery()
        self.counts: InboxCounts | None = None
        self._open_before: int | None = None
        self.feed = Feed(workplace, self)
        self.model = InboxModel(self.feed, self)
        self.head = Head(workplace.theme)
        self.list = InboxList(workplace.theme, self.model)
        self.acts_ = InboxActs(workplace.theme, self.list)
        self.emptiness = Emptiness(workplace)
        self.card = Card(workplace, self.acts_)
        self.drawer = Drawer(workplace, Drafts(workplace.clerk, workplace.desk, self))
        self.card.put_panel(self.drawer)
        self._at_once = AtOnce(workplace)
        self._lay_out()
        self._wire()
        self.head.show_view(self.query.view)

    # --- what the frame asks
    def begin(self) -> None:
        """Fetch the view and the counts; the profile's own words follow when they are known."""
        self._set_words(self.workplace.now())
        self.feed.open(self.query)
        self._count()

    def refresh(self, changed: Changed) -> None:
        """Fetch what is looked at anew, and follow the chosen message to its new place."""
        if not (changed.everything or changed.messages or changed.cases or changed.persons):
            return
        self.feed.renew(self.list.looked_at(), self._chosen_id())
        self._count()

    def tick(self, now: Instant) -> None:
        """Say the words about time anew."""
        self._set_words(now)
        self.card.say(now)
        self._count()

    def focus(self) -> None:
        """Put focus on the list, or on the chosen view when there is nothing in it."""
        is_empty = self.pages.currentWidget() is self.emptiness
        (self.head.tab(self.query.view) if is_empty else self.list).setFocus()

    def acts(self) -> tuple[QAction, ...]:
        """Give the acts for the palette."""
        return tuple(act for act in self.acts_.actions.values() if act.isEnabled())

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep at once what is being typed: the screen, or the whole window, goes away."""
        self.drawer.flush()
        super().hideEvent(event)

    # --- the list
    def show_view(self, view: InboxView) -> None:
        """Show another view."""
        self.head.show_view(view)
        self._ask(InboxQuery(view=view, text=self.query.text))
        self.workplace.preferences.put(Preference.VIEW, view.value)
        self.list.setFocus()

    def chosen(self) -> list[InboxRow]:
        """Give the chosen rows that are here."""
        rows = (self.model.row(place) for place in self.list.places())
        return [row for row in rows if row is not None]

    def _ask(self, query: InboxQuery) -> None:
        self.query = query
        self.feed.open(query)
        self._count()

    def _show_rows(self, place: int | None) -> None:
        """Show what has come; stay on the chosen message, else on the place where it was."""
        before = self.list.currentIndex().row()
        scrolled = self.list.verticalScrollBar().value()
        chosen = self._chosen_ids()
        self.model.renew()
        self.list.verticalScrollBar().setValue(scrolled)
        if not self.feed.total:
            self._show_empty()
            return
        was_empty = self.pages.currentWidget() is self.emptiness
        self.pages.setCurrentWidget(self.list)
        if was_empty and self.head.has_focus():
            # The first message has come: its keys must work at once.
            self.list.setFocus()
        self.list.choose(place if place is not None else max(0, before))
        self.list.choose_more(
            at for at in self.list.looked_at() if self._id_at(at) in chosen and len(chosen) > 1
        )

    def _show_empty(self) -> None:
        self.emptiness.tell(self.query, self.counts)
        had_focus = self.list.hasFocus()
        self.pages.setCurrentWidget(self.emptiness)
        self._look_at(-1)
        if had_focus:
            self.head.tab(self.query.view).setFocus()

    def _look_at(self, place: int) -> None:
        """Show the card of the row that is looked at."""
        row = self.model.row(place)
        self.card.show_row(row, several=len(self.list.places()))
        self._fit_acts()
        if row is None:
            self.workplace.clerk.forget("inbox card")
            return
        if self.drawer.is_open_for_other(row):
            self.drawer.close_drawer()
        desk, message = self.workplace.desk, row.message
        self.workplace.clerk.ask(lambda: desk.card(message), self._show_card, key="inbox card")

    def _show_card(self, card: MessageCard | None) -> None:
        self.card.show_card(card)

    def _look_again(self) -> None:
        """Take note of which rows are chosen now."""
        row = self.model.row(self.list.currentIndex().row())
        self.card.show_row(row, several=len(self.list.places()))
        self._fit_acts()

    def _rows_came(self, first: int, last: int) -> None:
        place = self.list.currentIndex().row()
        if first <= place <= last:
            self._look_at(place)

    def _fit_acts(self) -> None:
        self.acts_.fit(self.chosen(), self.workplace.system_name)

    def _chosen_id(self) -> UUID | None:
        return self._id_at(self.list.currentIndex().row())

    def _chosen_ids(self) -> set[UUID]:
        return {found for at in self.list.places() if (found := self._id_at(at)) is not None}

    def _id_at(self, place: int) -> UUID | None:
        row = self.feed.known(place) if place >= 0 else None
        return row.message if row is not None else None

    # --- counts
    def _count(self) -> None:
        desk, query = self.workplace.desk, self.query
        self.workplace.clerk.ask(lambda: desk.counts(query), self._show_counts, key="inbox counts")

    def _show_counts(self, counts: InboxCounts) -> None:
        self.counts = counts
        self.head.show_counts(counts)
        if not self.query.text:
            untaken = counts.by_view.get(InboxView.UNTAKEN, 0)
            self.badge_changed.emit(untaken, counts.late > 0)
            self.workplace.set_aside_counted.emit(counts.set_aside)
            self._tell_news(counts.by_view.get(InboxView.ALL_OPEN, 0))
        if not self.feed.total and self.feed.is_known:
            self.emptiness.tell(self.query, counts)

    def _tell_news(self, now_open: int) -> None:
        if self._open_before is not None and now_open > self._open_before:
            self.workplace.news_came.emit(now_open - self._open_before)
        self._open_before = now_open

    # --- acts
    def _act(self, act: Act) -> None:
        """Do an act at once, or open the panel in which it is completed."""
        rows = self.chosen()
        if not rows:
            return
        if self._at_once.does(act):
            self._at_once.do(act, rows)
        else:
            self.drawer.open_for(act, rows, self.card.card)

    def _open_chosen(self) -> None:
        self._act(Act.OPEN)

    def _show_original(self) -> None:
        message = self._chosen_id()
        if message is None:
            return
        desk = self.workplace.desk
        self.workplace.clerk.ask(
            lambda: desk.original_text(message), self._came_as, key="inbox original"
        )

    def _came_as(self, text: str) -> None:
        self.card.show_original(text or _NO_ORIGINAL)

    def _menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for act in Act:
            action = self.acts_.actions[act]
            if action.isVisible():
                menu.addAction(action)
        menu.popup(self.list.viewport().mapToGlobal(at))

    # --- putting together
    def _lay_out(self) -> None:
        self.pages = QStackedWidget()
        self.pages.addWidget(self.list)
        self.pages.addWidget(self.emptiness)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        self.watch_line = WatchLine(self.workplace)
        column.addWidget(self.watch_line)
        column.addWidget(self.pages, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.card)
        self.splitter.setStretchFactor(0, LIST_SHARE)
        self.splitter.setStretchFactor(1, CARD_SHARE)
        self.splitter.setSizes([830, 372])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.splitter)

    def _wire(self) -> None:
        place = self.workplace
        self.feed.renewed.connect(self._show_rows)
        self.feed.arrived.connect(self._rows_came)
        self.head.view_chosen.connect(self.show_view)
        self.head.filter_typed.connect(self._filter)
        self.head.left.connect(self.list.setFocus)
        self.list.current_moved.connect(self._look_at)
        self.list.selectionModel().selectionChanged.connect(self._look_again)
        self.list.open_wanted.connect(self._open_chosen)
        self.list.customContextMenuRequested.connect(self._menu)
        self.acts_.wanted.connect(self._act)
        self.card.original_wanted.connect(self._show_original)
        self.drawer.closed.connect(self.list.setFocus)
        self.emptiness.way_out.clicked.connect(self._leave_emptiness)
        self.splitter.splitterMoved.connect(self._keep_splitter)
        place.learned.connect(self._learn)
        place.preferences.loaded.connect(self._remember)
        place.preferences.changed.connect(self._prefer)
        place.theme.changed.connect(self.list.viewport().update)

    def _filter(self, text: str) -> None:
        self._ask(InboxQuery(view=self.query.view, text=text.strip()))

    def _leave_emptiness(self) -> None:
        if self.query.text:
            self.head.field.clear()
        else:
            self.show_view(InboxView.ALL_OPEN)

    def _learn(self) -> None:
        self._set_words(self.workplace.now())
        self.card.say(self.workplace.now())
        self._fit_acts()

    def _set_words(self, now: Instant) -> None:
        whole = self.workplace.preferences.is_on(Preference.WHOLE_NUMBERS, default=False)
        self.model.set_words(now, self.workplace.profile, whole=whole)

    def _remember(self) -> None:
        """Take up what is remembered for this person."""
        preferences = self.workplace.preferences
        self._prefer(Preference.SINGLE_KEYS)
        self._prefer(Preference.WHOLE_NUMBERS)
        shares = preferences.get(Preference.SPLITTER).split()
        if len(shares) == len(self.splitter.sizes()) and all(map(str.isdigit, shares)):
            self.splitter.setSizes([int(share) for share in shares])
        view = preferences.get(Preference.VIEW)
        if view in list(InboxView) and view != self.query.view:
            self.head.show_view(InboxView(view))
            self._ask(InboxQuery(view=InboxView(view), text=self.query.text))

    def _prefer(self, preference: Preference) -> None:
        preferences = self.workplace.preferences
        if preference is Preference.SINGLE_KEYS:
            self.acts_.set_single_keys(on=preferences.is_on(preference, default=True))
        elif preference is Preference.WHOLE_NUMBERS:
            self._set_words(self.workplace.now())

    def _keep_splitter(self) -> None:
        shares = " ".join(map(str, self.splitter.sizes()))
        self.workplace.preferences.put(Preference.SPLITTER, shares)
