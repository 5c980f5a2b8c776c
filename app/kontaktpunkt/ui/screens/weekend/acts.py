"""The acts of Helg & jour: letters in its lists, and buttons above them."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence

from kontaktpunkt.domain.commands import AcceptHandover, ConfirmWeekend, FinishHandover
from kontaktpunkt.domain.events.weekend import WeekendSide
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.staff import Role
from kontaktpunkt.ui.preferences import Preference
from kontaktpunkt.ui.printing.document import Document
from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.screens.weekend.lines import MAY_GRANT
from kontaktpunkt.ui.screens.weekend.parts import Parts
from kontaktpunkt.ui.widgets.acts import act_within
from kontaktpunkt.usecases.desk import Desk, PaperPreview
from kontaktpunkt.usecases.outages.rows import OutageStamp
from kontaktpunkt.usecases.rows import CaseRow, InboxRow
from kontaktpunkt.usecases.short_term.rows import ArrivalRow, PlaceRow
from kontaktpunkt.usecases.weekend.rows import (
    DidLine,
    HandoverRow,
    PacketPreview,
    PhoneRow,
    WeekendPage,
)
from kontaktpunkt.wording.refusals import sentence

_SIDES: Final = {
    Role.UNIT_MANAGER: WeekendSide.UNIT_MANAGER,
    Role.LICENSED_STAFF: WeekendSide.LICENSED,
    Role.SHORT_TERM_NURSE: WeekendSide.LICENSED,
}


class Acts(QObject):
    """What can be done on the page, with the mouse and with keys."""

    def __init__(
        self, screen: Screen, parts: Parts, page: Callable[[], WeekendPage | None]
    ) -> None:
        super().__init__(screen)
        self._screen = screen
        self._place = screen.workplace
        self._parts = parts
        self._page = page
        self._letters: dict[QAction, str] = {}
        self._on_lists: list[tuple[QAction, str]] = []
        self.decide = self._letter("Helgbesked", "B", self._decide)
        self.confirm = self._letter("Bekräfta besked", "K", self._confirm)
        self.accept = self._letter("Ta emot", "T", self._accept)
        self.accept_rest = self._letter("Ta resten", "Shift+T", self._accept_rest)
        self.finish = self._letter("Klar", "X", self._finish)
        self.ask = self._letter("Fråga", "F", self._ask)
        self.write = self._letter("Lämna en rad", "L", self._write)
        self.call = self._letter("Ta ett samtal", "R", self._call)
        self.copy = self._letter("Kopiera numret", "C", self._copy)
        self.leave = act_within(screen, "Lämna över allt mitt", "Ctrl+Shift+L", self._leave)
        self.packet = act_within(
            screen, "Helgpaket", "Ctrl+P", lambda: self._make(supplement=False)
        )
        self.supplement = act_within(
            screen, "Tillägg", "Ctrl+Shift+P", lambda: self._make(supplement=True)
        )
        self.papers = act_within(screen, "Papper att förstöra", "", self._packets)
        self.slim = act_within(screen, "Bara samtal", "")
        self.slim.setCheckable(True)
        for one in parts.lists:
            one.itemActivated.connect(self._open)
        self._place.preferences.loaded.connect(self._follow_keys)
        self._place.preferences.changed.connect(self._follow_keys)
        self._follow_keys()

    @property
    def in_row(self) -> tuple[QAction, ...]:
        """Give the acts that stand as buttons above the page, in their order."""
        return (
            self.decide, self.confirm, self.write, self.leave, self.call, self.packet,
            self.supplement, self.papers, self.slim,
        )  # fmt: skip

    @property
    def on_lines(self) -> tuple[QAction, ...]:
        """Give the acts that stand under the lines of the handover."""
        return self.accept, self.accept_rest, self.ask, self.finish

    @property
    def on_phones(self) -> tuple[QAction, ...]:
        """Give the acts that stand under the phone list."""
        return (self.copy,)

    def offer(self, page: WeekendPage) -> None:
        """Offer what can be done now, and no more."""
        self.confirm.setVisible(self._place.me.role in _SIDES)
        self.supplement.setVisible(page.packet is not None)
        self.papers.setVisible(page.packet is not None or page.to_shred > 0)

    def letter(self, act: QAction) -> str:
        """Give the key that an act has while a list has focus."""
        return self._letters.get(act, "").replace("Shift", "Skift")

    def _letter(self, words: str, key: str, do: Callable[[], None]) -> QAction:
        """Make an act that has a letter in every list, and a button above them."""
        act = act_within(self._screen, words, "", do)
        self._letters[act] = key
        for one in self._parts.lists:
            on_list = QAction(words, one)
            on_list.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            on_list.triggered.connect(do)
            one.addAction(on_list)
            self._on_lists.append((on_list, key))
        return act

    def _follow_keys(self) -> None:
        """Let letters act, or not: somebody may have turned them off (WCAG 2.1.4)."""
        on = self._place.preferences.is_on(Preference.SINGLE_KEYS, default=True)
        for act, key in self._on_lists:
            act.setShortcut(QKeySequence(key) if on else QKeySequence())

    def _open(self) -> None:
        """Open the case of what is chosen."""
        chosen, about = self._chosen(), self._about()
        case = about.case if about is not None else None
        if chosen == MAY_GRANT:
            self._place.screen_wanted.emit(MAY_GRANT)
        if isinstance(chosen, OutageStamp):
            self._place.screen_wanted.emit("outage")
        if isinstance(chosen, ArrivalRow):
            case = chosen.case
        if case is not None:
            self._place.case_wanted.emit(case)

    def _decide(self) -> None:
        about = self._about()
        page = self._page()
        case = about.case if about is not None else None
        if page is None or case is None:
            self._place.warned.emit("Välj först en person.")
            return
        known = next((one for one in page.people if one.case == case), None)
        if known is None:
            self._place.warned.emit("Helgbesked ges för den som är på sjukhus.")
            return
        self._parts.open_panel(self._parts.decide)
        self._parts.decide.open_for(known, page)

    def _confirm(self) -> None:
        """Put my name under the helgbesked that waits for it."""
        about, me = self._about(), self._place.me
        side = _SIDES.get(me.role)
        if side is None or not isinstance(about, CaseRow) or about.weekend is None:
            self._place.warned.emit("Välj ett besked som väntar på ditt namn.")
            return
        self._place.do(
            ConfirmWeekend(case=about.case, side=side, name=me.name),
            told="Ditt namn står under helgbeskedet",
        )

    def _write(self) -> None:
        page, about = self._page(), self._about()
        if page is not None:
            self._parts.open_panel(self._parts.write)
            self._parts.write.open_for(page, about)

    def _accept(self) -> None:
        row = self._line()
        if row is not None:
            self._place.do(
                AcceptHandover(shift=row.shift, lines=(row.line,)), told="Raden är tagen emot"
            )

    def _accept_rest(self) -> None:
        """Take over at once all lines that do not need their receiver."""
        page = self._page()
        waiting = [
            row
            for row in (page.handover if page is not None else ())
            if row.handed.waits and not row.handed.line.needs_you
        ]
        shifts = dict.fromkeys(row.shift for row in waiting)
        if not waiting:
            self._place.warned.emit("Det finns inga fler rader att ta emot.")
            return
        wishes = [
            AcceptHandover(
                shift=shift, lines=tuple(row.line for row in waiting if row.shift == shift)
            )
            for shift in shifts
        ]
        self._place.do(*wishes, told=_taken_words(len(waiting)))

    def _ask(self) -> None:
        row = self._line()
        if row is not None:
            self._parts.open_panel(self._parts.talk)
            self._parts.talk.open_for(row, self._place.names)

    def _finish(self) -> None:
        row = self._line()
        if row is not None:
            self._place.do(FinishHandover(shift=row.shift, line=row.line), told="Raden är klar")

    def _copy(self) -> None:
        """Copy the number of what is chosen: the ward's, the place's, or whose row it is."""
        phone = _phone_of(self._chosen(), self._about())
        if not phone:
            self._place.warned.emit("Raden har inget nummer.")
            return
        QGuiApplication.clipboard().setText(phone)
        self._place.noted.emit(f"Numret {phone} är kopierat")

    def _leave(self) -> None:
        self._parts.open_panel(self._parts.leaving)
        self._parts.leaving.open_now()

    def _call(self) -> None:
        page = self._page()
        if page is not None:
            self._parts.open_panel(self._parts.call)
            self._parts.call.open_for(page)

    def _packets(self) -> None:
        self._parts.open_panel(self._parts.packets)
        self._parts.packets.open_now()

    def _make(self, *, supplement: bool) -> None:
        """Show what the packet would be where it is printed or saved: it is made only then."""
        desk = self._place.desk
        self._place.noted.emit("Tillägget visas …" if supplement else "Helgpaketet visas …")
        self._place.clerk.ask(
            lambda: desk.preview_packet(supplement=supplement),
            lambda answer: self._preview(answer, supplement=supplement),
        )

    def _preview(self, answer: PacketPreview | Refused, *, supplement: bool) -> None:
        if isinstance(answer, Refused):
            self._place.warned.emit(sentence(answer))
            return
        self._place.document_wanted.emit(packet_document(answer, supplement=supplement))

    def _chosen(self) -> object:
        found = self._parts.with_focus
        return found.chosen if found is not None else None

    def _about(self) -> CaseRow | InboxRow | None:
        """Give whom the chosen row is about."""
        match self._chosen():
            case (CaseRow() | InboxRow()) as row:
                return row
            case HandoverRow(about=about):
                return about
            case DidLine() as did:
                return did.case or did.message
            case _:
                return None

    def _line(self) -> HandoverRow | None:
        chosen = self._chosen()
        if isinstance(chosen, HandoverRow):
            return chosen
        self._place.warned.emit("Välj först en rad i överlämningen.")
        return None


def packet_document(shown: PacketPreview, *, supplement: bool) -> Document:
    """Give a packet as a paper that is shown without numbers, and made when it is put on paper."""

    def make(desk: Desk) -> tuple[PaperPreview, int] | None:
        now = desk.preview_packet(supplement=supplement)
        if isinstance(now, Refused):
            return None
        return PaperPreview(pdf=now.pdf, protected=now.protected, title=now.title), now.persons

    def issue(desk: Desk) -> PaperPreview | Refused:
        made = desk.make_packet(supplement=supplement)
        if isinstance(made, Refused):
            return made
        return PaperPreview(pdf=made.pdf, protected=made.protected, title=made.title)

    return Document(
        key="packet addition" if supplement else "packet",
        title=shown.title,
        file_name=shown.file_name,
        make=make,
        issue=issue,
    )


def _taken_words(count: int) -> str:
    return "En rad är tagen emot" if count == 1 else f"{count} rader är tagna emot"


def _phone_of(chosen: object, about: CaseRow | InboxRow | None) -> str:
    """Give the number that a row leads to."""
    if isinstance(chosen, PhoneRow):
        return chosen.phones[0] if chosen.phones else ""
    if isinstance(chosen, PlaceRow):
        return chosen.facts.phone
    return about.ward_phone if about is not None else ""
