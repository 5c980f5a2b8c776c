"""New message by hand: by phone in under a minute, or to complete a set-aside original."""

from collections.abc import Mapping
from uuid import UUID

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QHideEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.person.facts import full_name
from kontaktpunkt.domain.profile import RuleProfile
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.ui.drafts import Drafts
from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.screens.entry.compose import Origin, compose, faults, time_of
from kontaktpunkt.ui.screens.entry.fields import KINDS, TIMES_COMING, TIMES_PAST, EntryField
from kontaktpunkt.ui.screens.entry.form import EntryForm
from kontaktpunkt.ui.screens.entry.kinds import KindList
from kontaktpunkt.ui.screens.entry.original import OriginalPane
from kontaktpunkt.ui.screens.entry.person import PersonFinder
from kontaktpunkt.ui.screens.entry.words import fault_sentence, time_words
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.layouts import GAP
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.arriving.entry_times import TimeFault, TypedTime
from kontaktpunkt.usecases.desk import Changed, Done, SetAsidePage
from kontaktpunkt.usecases.emergency_rows import EmergencyDuty
from kontaktpunkt.wording.emergency import watch_words
from kontaktpunkt.wording.refusals import sentence

_DRAFT = "form"
_EMERGENCY = "23-timmars"
_NUMBER_REASONS = (RefusalReason.BAD_NUMBER, RefusalReason.NO_PERSON, RefusalReason.SAME_NUMBER)


class EntryScreen(Screen):
    """A message typed in; it is a draft until it is saved, also when the screen is left."""

    key = "entry"
    title = "Nytt meddelande"
    icon = ""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._origin = Origin()
        self._begin_with_number = False
        self._names: dict[MessageKind, str] = {}
        self._drafts = Drafts(workplace.clerk, workplace.desk, self)
        self.kinds = KindList()
        self.form = EntryForm()
        self.finder = PersonFinder(workplace, self.form)
        self.original = OriginalPane()
        self.heading = Text(self.title, "title", wrap=False)
        self.explained = Text("", "soft")
        self._make_acts()
        self._lay_out()
        self.kinds.currentRowChanged.connect(self._kind_chosen)
        self.kinds.decided.connect(lambda: self.form.focus_on(EntryField.NUMBER))
        self.form.edited.connect(self._edited)
        workplace.learned.connect(self.begin)
        for lost in (workplace.clerk.unavailable, workplace.clerk.broke):
            lost.connect(self._not_saved)
        self.form.show_kind(self.kinds.kind)
        self.open_new()

    # --- what the frame calls ---------------------------------------------------------------
    def open_new(self, case: UUID | None = None) -> None:
        """Begin a new message (Ctrl+N), in a case or none; an earlier draft comes back."""
        self._open(Origin(case=case), self.title, "")

    def open_filled(self, known: Mapping[str, str]) -> None:
        """Begin a new message with what is known already, by field name; `source` names whence."""
        source = known.get("source", "")
        self._open(Origin(source=source), self.title, "Ifyllt ur ärendeöversikten. Kontrollera.")
        fields = {field.value: field for field in EntryField}
        self.kinds.choose(MessageKind.ADMISSION_NOTICE)
        self.form.fill({fields[name]: text for name, text in known.items() if name in fields})
        for field in TIMES_PAST | TIMES_COMING:
            self._say_back(field)
        self.finder.look()
        self._keep()

    def open_emergency(self) -> None:
        """Begin what the emergency ward tells by phone of a 23-timmars patient: who it is first."""
        self._open(Origin(source=_EMERGENCY), "23-timmars per telefon", "")
        self._begin_with_number = True
        self.kinds.choose(MessageKind.EMERGENCY_STAY_NOTICE)
        desk = self.workplace.desk
        self.workplace.clerk.ask(desk.emergency_duty, self._say_duty, key="entry.duty")

    def _say_duty(self, duty: EmergencyDuty) -> None:
        """Say who takes it when the office has closed, while the caller is still there."""
        if self._origin.source == _EMERGENCY:
            words = watch_words(duty.watches, duty.manager, self.workplace.now())
            self.explained.setText(" ".join(words))
            self.explained.show()

    def complete(self, message: UUID) -> None:
        """Complete a set-aside original by hand, with its text beside."""
        self._open(
            Origin(completes=message),
            "Fyll i för hand",
            "Originalet står bredvid och sparas oförändrat.",
        )
        desk = self.workplace.desk
        self.workplace.clerk.ask(
            lambda: desk.set_aside(message), self._show_original, key="entry.original"
        )

    def begin(self) -> None:
        """Show the names and tracks of the profile, when it is known."""
        if self.workplace.profile is not None:
            self._show_profile(self.workplace.profile)

    def refresh(self, changed: Changed) -> None:
        """Nothing that others do concerns a form that is being typed."""

    def focus(self) -> None:
        """Begin with the kind, or with the number when the kind is known already."""
        if self._begin_with_number:
            self._begin_with_number = False
            self.form.focus_on(EntryField.NUMBER)
            return
        self.kinds.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- making -----------------------------------------------------------------------------
    def _make_acts(self) -> None:
        self.save_act = QAction("Spara meddelandet", self)
        self.save_act.setShortcut(QKeySequence("Ctrl+Return"))
        self.save_act.triggered.connect(self.save)
        self.clear_act = QAction("Töm formuläret", self)
        self.clear_act.triggered.connect(self.clear)
        self.leave_act = QAction("Tillbaka, spara som utkast", self)
        self.leave_act.setShortcut(QKeySequence("Esc"))
        self.leave_act.triggered.connect(self.closed)
        for act in (self.save_act, self.clear_act, self.leave_act):
            act.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(act)

    def _lay_out(self) -> None:
        self.splitter = QSplitter()
        self.splitter.setChildrenCollapsible(False)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(GAP * 2, 0, 0, GAP * 2)
        column.setSpacing(GAP // 2)
        label = Text("Slag av meddelande", "label", wrap=False)
        label.setBuddy(self.kinds)
        column.addWidget(label)
        column.addWidget(self.kinds)
        for part in (left, self.form, self.original):
            self.splitter.addWidget(part)
        self.splitter.setStretchFactor(1, 3)
        self.splitter.setStretchFactor(2, 2)
        self.original.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(GAP * 2, GAP * 2, GAP * 2, GAP)
        head.addWidget(self.heading)
        head.addWidget(self.explained)
        rows.addLayout(head)
        rows.addWidget(self.splitter, 1)
        rows.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(GAP * 2, GAP, GAP * 2, GAP)
        self.save_button = KeyHintButton(self.save_act, look="primary")
        foot.setSpacing(GAP)
        foot.addWidget(self.save_button)
        foot.addWidget(KeyHintButton(self.leave_act))
        foot.addWidget(KeyHintButton(self.clear_act, look="plain"))
        self.failure = Text("", "refused")
        foot.addWidget(self.failure, 1)
        return foot

    # --- opening ----------------------------------------------------------------------------
    def _open(self, origin: Origin, title: str, explained: str) -> None:
        self._drafts.flush()
        self._origin = origin
        self.heading.setText(title)
        self.explained.setText(explained)
        self.explained.setVisible(bool(explained))
        self.original.setVisible(origin.completes is not None)
        self.finder.forget()
        self.form.fill({})
        self._forget_faults()
        self._drafts.load(self._subject, (_DRAFT,), self._show_draft)

    @property
    def _subject(self) -> str:
        """Name what the draft belongs to: a set-aside original, a case, or a new message."""
        origin = self._origin
        return f"entry:{origin.completes or origin.case or origin.source or 'new'}"

    def _show_draft(self, found: dict[str, str]) -> None:
        """Put back what was typed before, unless typing has begun again."""
        if _DRAFT not in found or any(text for text in self.form.typed().values() if text != "ja"):
            return
        kept = msgspec.json.decode(found[_DRAFT], type=dict[str, str])
        kind = kept.pop("kind", "")
        if kind in KINDS:
            self.kinds.choose(MessageKind(kind))
        known = {field.value for field in EntryField}
        typed = {EntryField(name): text for name, text in kept.items() if name in known}
        self.form.fill(typed)
        for field in typed:
            self._say_back(field)
        self.explained.setText("Utkast från förra gången. Töm formuläret för att börja om.")
        self.explained.show()
        self.finder.look()

    def _show_profile(self, profile: RuleProfile) -> None:
        self._names = dict(profile.message_names)
        self.kinds.set_names(self._names)
        self.form.set_tracks({track.code: track.label for track in profile.tracks})

    def _show_original(self, page: SetAsidePage | None) -> None:
        if page is None or page.message != self._origin.completes:
            return
        self.original.show_page(page)
        seen = page.seen_person
        if seen is None:
            return
        self._origin = Origin(completes=page.message, known=seen)
        self.finder.fill_seen(seen)

    # --- typing -----------------------------------------------------------------------------
    def _kind_chosen(self) -> None:
        self.form.show_kind(self.kinds.kind)
        self._keep()

    def _edited(self, field: EntryField) -> None:
        self.form.refuse_one(field, "")
        self.failure.setText("")
        self._say_back(field)
        if field is EntryField.NUMBER:
            self.finder.look()
        self._keep()

    def _say_back(self, field: EntryField) -> None:
        """Say a time back in words as it is typed; faults wait until saving."""
        if field not in TIMES_PAST | TIMES_COMING:
            return
        typed = self.form.typed()[field]
        now = self.workplace.now()
        found = time_of(field, typed, now)
        self.form.hint(field, time_words(found, now) if isinstance(found, TypedTime) else "")
        # Half a time is no fault yet, but one that is whole and lies wrong is said at once.
        if found is TimeFault.IN_FUTURE:
            self.form.refuse_one(field, fault_sentence(found))

    def _keep(self) -> None:
        typed = {field.value: text for field, text in self.form.typed().items() if text}
        typed.pop(EntryField.LEAVE_STARTED.value, None)
        empty = not typed
        typed["kind"] = self.kinds.kind.value
        if text := self.form.typed()[EntryField.LEAVE_STARTED]:
            typed[EntryField.LEAVE_STARTED.value] = text
        kept = "" if empty else msgspec.json.encode(typed).decode()
        self._drafts.keep(self._subject, _DRAFT, kept)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is typed when the screen is left."""
        self._drafts.flush()
        super().hideEvent(event)

    # --- acts -------------------------------------------------------------------------------
    def save(self) -> None:
        """Save the message, or go to the first field that needs another look."""
        kind, typed, now = self.kinds.kind, self.form.typed(), self.workplace.now()
        self._forget_faults()
        found = faults(kind, typed, now)
        for field in typed:
            self._say_back(field)
        if found:
            self.form.refuse({field: fault_sentence(fault) for field, fault in found.items()})
            self.form.focus_on(next(iter(found)))
            return
        entry = compose(kind, typed, now, self._origin)
        self.save_act.setEnabled(False)
        name = full_name(entry.person)
        what = self._names.get(kind) or "Meddelandet"
        self.workplace.settle(
            lambda: self.workplace.desk.enter(entry),
            told=f"Inlagt: {what}" + (f" för {name}" if name else ""),
            then=self._saved,
            refused=self._refused,
        )

    def clear(self) -> None:
        """Empty the form and forget the draft."""
        self.finder.forget()
        self.form.fill({})
        self._forget_faults()
        self._drafts.forget(self._subject, _DRAFT)
        self.explained.hide()
        self.focus()

    def _saved(self, done: Done) -> None:
        self.save_act.setEnabled(True)
        self._drafts.forget(self._subject, _DRAFT)
        self.finder.forget()
        self.form.fill({})
        self._forget_faults()
        self.closed.emit()
        if self.kinds.kind is MessageKind.EMERGENCY_STAY_NOTICE:
            # Its clock runs: what is to be done next stands in the case.
            for case in done.changed.cases:
                self.workplace.case_wanted.emit(case)

    def _refused(self, refused: Refused) -> None:
        self.save_act.setEnabled(True)
        if refused.reason in _NUMBER_REASONS:
            self.form.refuse_one(EntryField.NUMBER, sentence(refused))
            self.form.focus_on(EntryField.NUMBER)
        else:
            self.failure.setText(sentence(refused))

    def _not_saved(self) -> None:
        """Let saving be tried again when the outside world said no."""
        self.save_act.setEnabled(True)

    def _forget_faults(self) -> None:
        self.form.refuse({})
        self.failure.setText("")
        for field in TIMES_PAST | TIMES_COMING:
            self.form.hint(field, "")
