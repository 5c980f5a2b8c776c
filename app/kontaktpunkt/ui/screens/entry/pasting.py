"""Turns a pasted text or a dropped file into filled fields, and back again."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QFileInfo, QObject, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from kontaktpunkt.domain.pasted import Pasted
from kontaktpunkt.ui.frame.dropped import CAP, TOO_LARGE
from kontaktpunkt.ui.screens.entry.compose import Origin
from kontaktpunkt.ui.screens.entry.draft import Typed
from kontaktpunkt.ui.screens.entry.fields import EntryField, fields_of_kind
from kontaktpunkt.ui.screens.entry.form import EntryForm
from kontaktpunkt.ui.screens.entry.kinds import KindList
from kontaktpunkt.ui.screens.entry.left_over import Left
from kontaktpunkt.ui.screens.entry.pane import PastedPane
from kontaktpunkt.ui.screens.entry.paste_bar import PasteBar
from kontaktpunkt.ui.screens.entry.paste_field import PasteField
from kontaktpunkt.ui.screens.entry.understood import (
    SEVERAL,
    Filled,
    Given,
    RegionsWords,
    filled_from,
)
from kontaktpunkt.ui.widgets.given_files import bytes_of
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.pasted_rows import KnownAs


class _Answer(Struct, frozen=True):
    """What the desk says of a text: what it understood, and whether it is known already."""

    given: Given
    pasted: Pasted
    known: KnownAs | None


class Paster(QObject):
    """Fills empty fields from a text and marks them; what was typed by hand is never touched."""

    filled = Signal()  # fields have been filled: say times back, look the person up, keep
    taken_away = Signal()
    begun_anew = Signal()  # a second text takes the place of the first: what that brought goes
    shown = Signal(bool)  # whether a text stands beside the form

    def __init__(
        self, workplace: Workplace, screen: QWidget, kinds: KindList, form: EntryForm
    ) -> None:
        super().__init__(screen)
        self._workplace = workplace
        self._kinds = kinds
        self._form = form
        self._before: Typed | None = None
        self._known: KnownAs | None = None
        self._of_original = False
        self.given: Given | None = None
        self.result = Filled()
        self.field = PasteField()
        self.pane = PastedPane()
        self.bar = PasteBar(screen)
        self._wire()
        # Shown before they have a parent they would be windows of their own for a moment.
        self.pane.hide()
        self.bar.hide()

    # --- giving -----------------------------------------------------------------------------
    def give(self, given: Given) -> None:
        """Ask the desk what a text says."""
        desk = self._workplace.desk
        self._workplace.clerk.ask(
            lambda: _Answer(given, desk.understand(given.text), desk.known_as(given.text)),
            self._answer,
            key="entry.paste",
        )

    def _give_text(self, text: str) -> None:
        self.give(Given(text))

    def give_files(self, paths: Sequence[str]) -> None:
        """Read the first of the files on the clerk's lane; a message is one file."""
        if paths:
            path = paths[0]
            self._workplace.clerk.ask(lambda: self._read(path), self._read_done)

    def put_back(self, text: str) -> None:
        """Show a text whose fields have come back from a draft, without filling any."""
        desk = self._workplace.desk
        given = Given(text)
        self._workplace.clerk.ask(
            lambda: _Answer(given, desk.understand(text), None), self._show_again
        )

    def take_away(self) -> None:
        """Undo the paste: the fields are as they were before it."""
        before = self._before
        self.forget()
        if before is not None:
            self._kinds.choose(before.kind)
            self._form.fill(before.fields)
        self.taken_away.emit()

    def begin(self, *, of_original: bool) -> None:
        """Begin without a text; beside a set-aside original none is asked for."""
        self._of_original = of_original
        self.forget()

    def whole(self, origin: Origin) -> Origin:
        """Say what the entry belongs to, with the text that its fields came from."""
        if self.given is None:
            return origin
        known = origin.known or self.result.person
        return replace(origin, pasted=self.given.text, dropped=self.given.dropped, known=known)

    def forget(self) -> None:
        """Know of no text any more."""
        self._workplace.clerk.forget("entry.paste")
        self.given, self._before, self._known = None, None, None
        self.result = Filled()
        self._form.mark({})
        self._show()

    # --- answers ----------------------------------------------------------------------------
    def _answer(self, answer: _Answer) -> None:
        if self._before is None:
            self._before = Typed(kind=self._kinds.kind, fields=self._form.typed())
        else:
            self._begin_anew()
        self.given, self._known = answer.given, answer.known
        self.result = self._filled(answer)
        if self.result.persons < SEVERAL:
            self._fill()
        else:
            self.result = Filled(persons=self.result.persons, left=self.result.left)
        self._show()
        self.filled.emit()

    def _begin_anew(self) -> None:
        """Empty what the text before filled, for another may be about somebody else."""
        filled = {field: "" for field in self._form.marked if field in self.result.typed}
        self._form.mark({})
        self._form.fill(self._form.typed() | filled)
        self.begun_anew.emit()

    def _show_again(self, answer: _Answer) -> None:
        self.given = answer.given
        self.result = self._filled(answer)
        typed = self._form.typed()
        same = {f: s for f, s in self.result.sources.items() if typed[f] == self.result.typed[f]}
        self._form.mark({field: span.words for field, span in same.items()})
        self._show()

    def _filled(self, answer: _Answer) -> Filled:
        profile = self._workplace.profile
        words = RegionsWords()
        if profile is not None:
            words = RegionsWords(
                labels=profile.pasted_labels,
                tracks={one.label.casefold(): one.code for one in profile.tracks},
            )
        return filled_from(answer.given.text, answer.pasted, words)

    def _fill(self) -> None:
        """Fill what is empty; what somebody has typed stays hers."""
        if self.result.kind is not None:
            self._kinds.choose(self.result.kind)
        elif self._kinds.is_given:
            self._kinds.choose(None)  # what the text did not say is not said by the form either
        typed = self._form.typed()
        empty_before = {
            field: value
            for field, value in self.result.typed.items()
            if not typed[field].strip() or field is EntryField.LEAVE_STARTED
        }
        self._form.fill(typed | empty_before)
        sources = self.result.sources
        self._form.mark(
            {field: sources[field].words if field in sources else "" for field in empty_before}
        )

    def use(self, left: Left) -> None:
        """Put a line that was left in its field: somebody has chosen it."""
        if left.field is not None:
            self._form.fill(self._form.typed() | {left.field: left.value})
            self._form.focus_on(left.field)
            self._form.edited.emit(left.field)

    def open_fields(self) -> list[EntryField]:
        """Give the fields of this kind that the text speaks of without being understood."""
        shown, typed = fields_of_kind(self._kinds.kind), self._form.typed()
        left = [one.field for one in self.result.left if one.field is not None]
        return [field for field in left if field in shown and not typed[field].strip()]

    def point_at(self, field: EntryField) -> None:
        """Show where in the text a field's words stand."""
        self.pane.point_at(self.result.sources.get(field))

    def say_kind(self) -> None:
        """Say what was understood but has no place in a message of the chosen kind."""
        self._show()

    # --- showing ----------------------------------------------------------------------------
    def _show(self) -> None:
        given = self.given
        self.field.setVisible(given is None and not self._of_original)
        self._form.speak_of_text(of_text=given is not None or self._of_original)
        self.pane.setVisible(given is not None)
        self.shown.emit(given is not None)
        self.bar.show_result(
            self._kinds.kind, self.result, self._known, self._workplace, given=given is not None
        )
        if given is not None:
            self.pane.show_text(given.text, self.result)

    # --- wiring -----------------------------------------------------------------------------
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a text of several lines that is pasted: no field of one line has room for it."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.matches(QKeySequence.StandardKey.Paste)
            and self._is_message(watched, QGuiApplication.clipboard().text())
        ):
            self.paste()
            return True
        return super().eventFilter(watched, event)

    def paste(self) -> None:
        """Take what lies on the clipboard: files or text."""
        mime = QGuiApplication.clipboard().mimeData()
        self.field.insertFromMimeData(mime)

    def _is_message(self, into: QObject, text: str) -> bool:
        """Say whether a text is no mere value; what is written in free words may have lines."""
        if "\n" not in text.strip():
            return False
        typed = self._form.typed()
        typed.pop(EntryField.LEAVE_STARTED, None)
        untouched = self.given is None and not any(typed.values())
        return untouched or isinstance(into, QLineEdit)

    def _reconcile(self) -> None:
        """Hand the text on to the reconciling, where a list of several belongs."""
        given = self.given
        if given is None:
            return
        desk = self._workplace.desk
        self._workplace.clerk.ask(
            lambda: desk.keep_draft("reconcile", "overview", given.text),
            lambda _: self._handed_on(),
        )

    def _handed_on(self) -> None:
        self.take_away()
        self._workplace.screen_wanted.emit("reconcile")

    def _open(self) -> None:
        if self._known is not None and self._known.case is not None:
            case = self._known.case
            self.take_away()
            self._workplace.case_wanted.emit(case)

    def _read(self, path: str) -> Given | str:
        """Read a file (the clerk's lane), or say why not."""
        name = QFileInfo(path).fileName()
        data = bytes_of(path, CAP, TOO_LARGE)
        if isinstance(data, str):
            return data
        text = self._workplace.desk.text_of(data)
        if not text.strip():
            return f"{name} har ingen text att läsa. Fyll i för hand, eller släpp filen i inkorgen."
        return Given(text, data)

    def _read_done(self, found: Given | str) -> None:
        if isinstance(found, str):
            self._workplace.warned.emit(found)
        else:
            self.give(found)

    def _wire(self) -> None:
        self.field.pasted.connect(self._give_text)
        self.field.files_dropped.connect(self.give_files)
        self.pane.used.connect(self.use)
        self.bar.take_away.triggered.connect(self.take_away)
        self.bar.open.triggered.connect(self._open)
        self.bar.reconcile.triggered.connect(self._reconcile)
        self.bar.paste.triggered.connect(self.paste)
        self._form.entered.connect(self.point_at)
        for field in EntryField:
            self._form.field(field).installEventFilter(self)
