"""New message by hand: by phone in under a minute, or to complete a set-aside original."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QHideEvent

from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.person.facts import full_name
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.screens.entry.compose import YES, Origin, compose, faults
from kontaktpunkt.ui.screens.entry.draft import EntryDraft, Typed
from kontaktpunkt.ui.screens.entry.fields import EntryField
from kontaktpunkt.ui.screens.entry.parts import EntryParts
from kontaktpunkt.ui.screens.entry.said_back import say_all_back, say_back, say_nothing
from kontaktpunkt.ui.screens.entry.words import NO_KIND, fault_sentence
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.case_lines.emergency import EmergencyDuty
from kontaktpunkt.usecases.desk import Changed, Done, SetAsidePage
from kontaktpunkt.wording.emergency import watch_words
from kontaktpunkt.wording.refusals import sentence

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
        self._draft = EntryDraft(workplace, self)
        self._parts = parts = EntryParts(workplace, self)
        self.kinds, self.form, self.finder = parts.kinds, parts.form, parts.finder
        self.original, self.paster = parts.original, parts.paster
        self.heading, self.explained, self.failure = parts.heading, parts.explained, parts.failure
        self.save_act, self.save_button = parts.save_act, parts.save_button
        parts.save_act.triggered.connect(self.save)
        parts.clear_act.triggered.connect(self.clear)
        parts.leave_act.triggered.connect(self.closed)
        self.kinds.changed.connect(self._kind_chosen)
        self.kinds.decided.connect(lambda: self.form.focus_on(EntryField.NUMBER))
        self.form.edited.connect(self._edited)
        self.paster.filled.connect(self._pasted)
        self.paster.taken_away.connect(self._taken_away)
        self.paster.begun_anew.connect(self.finder.take_back)
        workplace.learned.connect(self.begin)
        for lost in (workplace.clerk.unavailable, workplace.clerk.broke):
            lost.connect(self._not_saved)
        self.form.show_kind(self.kinds.kind)
        self.open_new()

    # --- what the frame calls ---------------------------------------------------------------
    def open_new(self, case: UUID | None = None) -> None:
        """Begin a new message (Ctrl+N), in a case or none; an earlier draft comes back."""
        self._open(Origin(case=case), self.title, "")
        self.kinds.start()

    def open_filled(self, known: Mapping[str, str]) -> None:
        """Begin a new message with what is known already, by field name; `source` names whence."""
        source = known.get("source", "")
        told = "Ifyllt ur ärendeöversikten. Kontrollera."
        self._open(Origin(source=source), self.title, told, MessageKind.ADMISSION_NOTICE)
        fields = {field.value: field for field in EntryField}
        self.form.fill({fields[name]: text for name, text in known.items() if name in fields})
        say_all_back(self.form, self.workplace.now())
        self.finder.look()
        self._keep()

    def open_emergency(self) -> None:
        """Begin what the emergency ward tells by phone of a 23-timmars patient: who it is first."""
        kind = MessageKind.EMERGENCY_STAY_NOTICE
        self._open(Origin(source=_EMERGENCY), "23-timmars per telefon", "", kind)
        self._begin_with_number = True
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
            kind=None,
        )
        desk = self.workplace.desk
        self.workplace.clerk.ask(
            lambda: desk.set_aside(message), self._show_original, key="entry.original"
        )

    def begin(self) -> None:
        """Show the names and tracks of the profile, when it is known."""
        if self.workplace.profile is not None:
            self._parts.show_profile(self.workplace.profile)
        desk = self.workplace.desk
        self.workplace.clerk.ask(desk.wards_seen, self._parts.offer_wards, key="entry.wards")

    def refresh(self, changed: Changed) -> None:
        """Nothing that others do concerns a form that is being typed."""

    def focus(self) -> None:
        """Begin with the kind, or with the number when the kind is known already."""
        if self._begin_with_number:
            self._begin_with_number = False
            self.form.focus_on(EntryField.NUMBER)
            return
        self.kinds.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- opening ----------------------------------------------------------------------------
    def _open(
        self,
        origin: Origin,
        title: str,
        explained: str,
        kind: MessageKind | None = MessageKind.ADMISSION_NOTICE,
    ) -> None:
        self._draft.flush()
        self._origin = origin
        with QSignalBlocker(self.kinds):  # nobody has typed: an earlier draft is not written over
            self.kinds.choose(kind)
        self.form.show_kind(kind)
        self.paster.begin(of_original=origin.completes is not None)
        self.form.to_top()
        self.heading.setText(title)
        self.explained.setText(explained)
        self.explained.setVisible(bool(explained))
        self.original.setVisible(origin.completes is not None)
        self.finder.forget()
        self.form.fill({})
        self._forget_faults()
        self._draft.load(self._subject, self._show_draft)

    @property
    def _subject(self) -> str:
        """Name what the draft belongs to: a set-aside original, a case, or a new message."""
        origin = self._origin
        return f"entry:{origin.completes or origin.case or origin.source or 'new'}"

    def _show_draft(self, draft: Typed) -> None:
        """Put back what was typed before, unless typing has begun again."""
        if any(text for text in self.form.typed().values() if text != YES):
            return
        self.kinds.choose(draft.kind)
        self.form.fill(draft.fields)
        say_all_back(self.form, self.workplace.now())
        if draft.pasted:
            self.paster.put_back(draft.pasted)
        self.explained.setText("Utkast från förra gången. Töm formuläret för att börja om.")
        self.explained.show()
        self.finder.look()

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
        self.paster.say_kind()
        self._keep()

    def _edited(self, field: EntryField) -> None:
        self.form.refuse_one(field, "")
        self.form.unmark(field)
        self.failure.setText("")
        say_back(self.form, field, self.workplace.now())
        if field is EntryField.NUMBER:
            self.finder.look()
        self._keep()

    def _pasted(self) -> None:
        """Go on where a hand is needed after a paste: a wrong or empty field, else the foot."""
        now = self.workplace.now()
        say_all_back(self.form, now)
        self.finder.look()
        self._keep()
        kind = self.kinds.kind
        if kind is None:
            self.kinds.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        lacking = [*faults(kind, self.form.typed(), now), *self.paster.open_fields()]
        if lacking:
            self.form.focus_on(lacking[0])
        else:
            self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _taken_away(self) -> None:
        """Begin again as it was before the paste."""
        self._forget_faults()
        say_all_back(self.form, self.workplace.now())
        self.finder.forget()
        self.finder.look()
        self._keep()
        self.focus()

    def _keep(self) -> None:
        given = self.paster.given
        typed = Typed(
            fields=self.form.typed(), kind=self.kinds.kind, pasted=given.text if given else ""
        )
        self._draft.keep(self._subject, typed)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is typed when the screen is left."""
        self._draft.flush()
        super().hideEvent(event)

    # --- acts -------------------------------------------------------------------------------
    def save(self) -> None:
        """Save the message, or go to the first field that needs another look."""
        kind, typed, now = self.kinds.kind, self.form.typed(), self.workplace.now()
        self._forget_faults()
        if kind is None:
            self.failure.setText(NO_KIND)
            self.kinds.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        found = faults(kind, typed, now)
        say_all_back(self.form, now)
        if found:
            self.form.refuse({field: fault_sentence(fault) for field, fault in found.items()})
            self.form.focus_on(next(iter(found)))
            return
        entry = compose(kind, typed, now, self.paster.whole(self._origin))
        self.save_act.setEnabled(False)
        name = full_name(entry.person)
        what = self._parts.names.get(kind) or "Meddelandet"
        self.workplace.settle(
            lambda: self.workplace.desk.enter(entry),
            told=f"Inlagt: {what}" + (f" för {name}" if name else ""),
            then=self._saved,
            refused=self._refused,
        )

    def clear(self) -> None:
        """Empty the form and forget the draft."""
        self.finder.forget()
        self.paster.forget()
        self.form.fill({})
        self.form.to_top()
        self._forget_faults()
        self._draft.forget(self._subject)
        self.explained.hide()
        self.focus()

    def _saved(self, done: Done) -> None:
        self.save_act.setEnabled(True)
        self._draft.forget(self._subject)
        self.finder.forget()
        self.paster.forget()
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
        say_nothing(self.form)
