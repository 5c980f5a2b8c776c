"""Who does what at a desk, and the watch of the region's inbox: shown and stamped."""

from kontaktpunkt.domain.commands import NoteInboxWatched
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.usecases import acting
from kontaktpunkt.usecases.at_desk.office import Office
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.duty.page import duty_page
from kontaktpunkt.usecases.duty.rows import DutyPage, WatchPage
from kontaktpunkt.usecases.duty.watching import watch_id, watch_page
from kontaktpunkt.usecases.keeping.renew import renew


class DutyDesk(Office):
    """What is asked about duty, and the stamp of a look in the region's inbox."""

    def duty_page(self) -> DutyPage:
        """Give who does what, now and on each kind of day, with the days ahead."""
        return duty_page(self.profile(), self.rules.days, self.now(), self.watch_page())

    def watch_page(self) -> WatchPage:
        """Give how the region's inbox is watched, and the days for which nobody is named."""
        with self.outside.store.reading() as store:
            return watch_page(store, self.profile(), self.rules.days, self.now(), self.policy())

    def note_watched(self, *, found_new: bool, note: str = "") -> Done | Refused:
        """Stamp that I looked in the region's inbox now."""
        with self.room() as room:
            profile, municipality = room.rules.profile, self.policy().municipality
            today = local_day(self.now())
            wish = NoteInboxWatched(
                watch=watch_id(room.store, profile.system_name, municipality, today),
                system=profile.system_short_name,
                municipality=municipality,
                found_new=found_new,
                note=note,
            )
            act = acting.perform(room, (wish,))
            if isinstance(act, Refused):
                return act
            changed = renew(room)
        return Done(act=act, changed=changed, commands=(wish,))
