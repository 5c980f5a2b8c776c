"""What a desk knows of itself: store, phone line, colleagues, drafts, remembered things."""

from uuid import UUID

from kontaktpunkt.domain.profile import phone_duty
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.usecases.at_desk.office import Office
from kontaktpunkt.usecases.contacts.register import register_of
from kontaktpunkt.usecases.desk import PhoneLine, StoreInfo
from kontaktpunkt.usecases.joining.joined import cases_with
from kontaktpunkt.usecases.rows import InboxQuery, InboxView, StaffRow

_LOOKED_AT = 500
_CASE = "case:"
"""Begins the subject of a draft that stands on a case; the case's id follows."""
_TURN = 1 << 32
"""More than the store ever counts to: a new day is never taken for another process."""


class OwnDesk(Office):
    """What the frame and the settings ask."""

    def staff(self) -> tuple[StaffRow, ...]:
        """Give all staff by name."""
        with self.outside.store.reading() as store:
            return store.staff_rows()

    def info(self) -> StoreInfo:
        """Give what the frame says about the store, also when a colleague changed the rules."""
        self.follow_policy()
        policy = self.policy()
        profile = self.profile()
        return StoreInfo(
            municipality=policy.municipality,
            profile_title=profile.title,
            system_name=profile.system_short_name,
            demo=policy.demo,
            demo_day_is_old=policy.demo and self._founded_on_another_day(),
            recovery_printed=policy.demo or policy.recovery_printed_at is not None,
            place=self.outside.safe.place(),
            passphrase_reason=self.outside.safe.passphrase_reason(),
        )

    def phone_line(self) -> PhoneLine:
        """Say whether the phone is open now and who answers otherwise."""
        duty = phone_duty(self.profile(), self.now(), self.rules.days)
        return PhoneLine(
            is_open=duty.is_open,
            confirmed=duty.confirmed,
            until=duty.until,
            next_opening=duty.next_opening,
            answered_by=duty.answerer.label if duty.answerer else "",
        )

    def receivers(self) -> tuple[str, ...]:
        """Give the units that messages have been or can be handed to, by name."""
        with self.outside.store.reading() as store:
            rows = store.inbox_rows(InboxQuery(view=InboxView.ALL_OPEN), 0, _LOOKED_AT)
            units = {row.unit for row in rows} | {row.unit for row in store.staff_rows()}
            units |= {row.receiver.unit for row in rows if row.receiver}
            register = register_of(store)
            units |= {line.facts.name for line in register.units if not line.retired}
        return tuple(sorted(unit for unit in units if unit))

    def draft(self, subject: str, field: str) -> str:
        """Give my draft; of a case also one that was begun in a case that is one stay with it."""
        found = (
            self.outside.store.draft(self.me.staff, each, field) for each in self._one_with(subject)
        )
        return next(filter(None, found), "")

    def keep_draft(self, subject: str, field: str, text: str) -> None:
        """Keep my draft; an empty text forgets it.

        It moves here from the case that it was begun in; a second one there is shown after this.
        """
        store, me = self.outside.store, self.me.staff
        held = (each for each in self._one_with(subject) if store.draft(me, each, field))
        shown = next(held, subject)
        store.keep_draft(me, subject, field, text)
        if shown != subject:
            store.keep_draft(me, shown, field, "")

    def _one_with(self, subject: str) -> tuple[str, ...]:
        """Give what a draft can stand on: itself first, then the cases that are one with it."""
        if not subject.startswith(_CASE):
            return (subject,)
        case = UUID(subject[len(_CASE) :])
        with self.reading() as reading:
            group = cases_with(reading, case)
        return (subject, *(f"{_CASE}{one}" for one in group if one != case))

    def preference(self, key: str) -> str:
        """Give something remembered for me."""
        return self.outside.store.preference(str(self.me.staff), key)

    def keep_preference(self, key: str, value: str) -> None:
        """Remember something for me."""
        self.outside.store.keep_preference(str(self.me.staff), key, value)

    def change_mark(self) -> int:
        """Give a number that differs when another process has written, or other rules began."""
        self.follow_day()
        return self.outside.store.change_mark() + self.days_turned * _TURN

    def _founded_on_another_day(self) -> bool:
        founded_at = self.policy().founded_at
        return founded_at is not None and local_day(founded_at) != local_day(self.now())
