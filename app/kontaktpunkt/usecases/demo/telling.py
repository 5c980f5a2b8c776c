"""Tells the demo's stories into a script: everything as it would have happened at the desk."""

from datetime import timedelta

from kontaktpunkt.domain import commands as wishes
from kontaktpunkt.domain.staff import Receiver
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.usecases.demo.acts import Deed
from kontaktpunkt.usecases.demo.book import Book
from kontaktpunkt.usecases.demo.days import DemoDay, is_workday
from kontaktpunkt.usecases.demo.going_home import meeting_wishes
from kontaktpunkt.usecases.demo.names import case_of, staff_id
from kontaktpunkt.usecases.demo.notices import NoticeMaker
from kontaktpunkt.usecases.demo.places import night_wishes, place_wishes, queue_wishes
from kontaktpunkt.usecases.demo.register import register_wishes
from kontaktpunkt.usecases.demo.script import (
    Enter,
    LeaveLines,
    LookIn,
    Moment,
    Script,
    TakeIn,
    TakeLines,
    Whose,
)
from kontaktpunkt.usecases.demo.shapes import DemoPeople, Message, Story
from kontaktpunkt.usecases.demo.weekend import weekend_wish
from kontaktpunkt.usecases.demo.wishes import WishMaker
from kontaktpunkt.usecases.weekend.rows import LineDraft

_WEEKEND = "lund"
"""The short-term nurse watches the region's inbox on Saturdays and Sundays."""

_ALWAYS_ANSWERS = ("sandin", _WEEKEND)
"""A manager on call signs for herself at weekends too; the others are at home."""

_LOOKS_BACK = 6
_ACKNOWLEDGED_AFTER, _FINISHED_AFTER, _NEXT_AFTER = 8, 25, 1


def demo_script(now: Instant, people: DemoPeople) -> tuple[Moment, ...]:
    """Write the script of a demo day made for this moment: in order of time, nothing after it.

    The same moment and people give the same script. Raises ValueError or KeyError for people that
    do not fit together: a fault of ours.
    """
    teller = _Teller(DemoDay(now), Book(people, now))
    teller.tell_of_office()
    for story in people.stories:
        teller.tell(story)
    teller.tell_of_meetings()
    teller.tell_of_weekend()
    teller.tell_of_places()
    teller.tell_of_register()
    teller.tell_of_originals()
    teller.tell_of_looks()
    return teller.script.in_order()


class _Teller:
    """Tells one story after the other."""

    def __init__(self, day: DemoDay, book: Book) -> None:
        self.script = Script()
        self._day = day
        self._book = book
        self._people = book.people
        self._notices = NoticeMaker(book, day)
        self._wishes = WishMaker(book, day, book.people.system)
        self._began: dict[str, Instant] = {}

    def tell_of_office(self) -> None:
        """Let colleagues and own values come before everything else."""
        first, *others = self._people.colleagues
        began = self._day.at("-40 08:00")
        own = {"untaken_minutes": str(self._people.untaken_minutes), **self._people.own_values}
        settings = tuple(wishes.ChangeSetting(key=key, value=text) for key, text in own.items())
        hired = tuple(
            wishes.AddStaff(staff=staff_id(one.key), name=one.name, role=one.role, unit=one.unit)
            for one in others
        )
        self.script.does(began, first.key, (*settings, *hired))

    def tell_of_looks(self) -> None:
        """Let colleagues have looked in the region's inbox, on each of the last days and today."""
        for back in range(_LOOKS_BACK, -1, -1):
            works = is_workday(self._day.today - timedelta(days=back))
            for look in self._people.looks:
                at = self._day.at(f"-{back} {look.clock}")
                if look.off != works and look.forgotten != max(back, 1) and at <= self._day.now:
                    self.script.looks(at, look.who, LookIn(found_new=look.found_new))

    def tell_of_meetings(self) -> None:
        """Let the team have gone through its people: yesterday at lunch, and this morning."""
        for meeting in self._people.meetings:
            at, ends = self._day.at(meeting.at), self._day.at(meeting.ends)
            known = [story for story, came in self._began.items() if came <= at]
            begins, decided = meeting_wishes(meeting, self._day, known)
            self.script.does(at, meeting.by, begins)
            self.script.does(ends, meeting.by, decided)

    def tell_of_weekend(self) -> None:
        """Let the coming free days have been decided on, and lines go from shift to shift."""
        for word in self._people.weekend:
            at = max(self._day.at(word.at), self._began[word.story])
            self.script.does(at, word.by, (weekend_wish(word, self._day),))
        for handed in self._people.handover:
            drafts = tuple(
                LineDraft(
                    text=line.text,
                    needs_you=line.needs_you,
                    case=case_of(line.story) if line.story else None,
                )
                for line in handed.lines
            )
            at = self._day.at(handed.at)
            self.script.hands_over(at, handed.by, LeaveLines(drafts))
            if handed.taken_at:
                taken_at = self._day.at(handed.taken_at)
                self.script.hands_over(taken_at, handed.taken_by, TakeLines())

    def tell_of_places(self) -> None:
        """Let the board of places have been kept: by those who answer there, and last night."""
        people = self._people
        told = place_wishes(people.places, self._day)
        told += [one for each in people.queue for one in queue_wishes(each, self._day)]
        told += [night_wishes(each, self._day) for each in people.nights]
        for at, who, wished in told:
            self.script.does(at, self._at_work(at, who), wished)

    def tell_of_register(self) -> None:
        """Let the register of units and contacts have been checked some weeks ago."""
        first = self._people.colleagues[0]
        checked = self._day.at("-20 09:30")
        wished = register_wishes(self._people.units, first.name, local_day(checked))
        self.script.does(checked, first.key, wished)

    def tell_of_originals(self) -> None:
        """Let what is no message of ours come in as it stands."""
        for raw in self._people.originals:
            at = self._day.at(raw.received)
            what = TakeIn(key=raw.name, name=raw.name, original=raw.text.encode())
            self.script.arrives(at, self._at_work(at, self._people.colleagues[0].key), what)

    def tell(self, story: Story) -> None:
        """Tell what came, what the handler did with it, and what else was done."""
        came = {key: self._came(story, message, key) for key, message in _keyed(story)}
        earlier = [key for key, message in _keyed(story) if _is_handled(message)]
        for key in earlier:
            self._handled(story, key, came[key], is_first=key == earlier[0])
        self._began[story.name] = earliest = min(came.values())
        for deeds in _acts_of(story):
            earliest = self._did(story, deeds, came, earliest)

    def _came(self, story: Story, message: Message, key: str) -> Instant:
        said = message.received
        at = self._day.at(said) if said else self._day.received(message.sent)
        who = self._at_work(at, self._people.colleagues[0].key)
        whose = Whose(story.name, story.person, self._book.number(story.person))
        what: TakeIn | Enter
        if message.told_by:
            what = Enter(key=key, entry=self._notices.entry(story, message), whose=whose)
        else:
            notice = self._notices.notice(story, message, key)
            what = TakeIn(key=key, name=f"{key}.json", original=notice, whose=whose)
        self.script.arrives(at, who, what)
        return at

    def _handled(self, story: Story, key: str, came: Instant, *, is_first: bool) -> None:
        """Let the handler take, acknowledge and finish a message, and do what goes with it."""
        who = self._at_work(came, story.handler)
        by_phone = any(key == one and message.told_by for one, message in _keyed(story))
        acknowledged = None if by_phone else self._day.after(came, _ACKNOWLEDGED_AFTER)
        done = self._wishes.dealt_with(key, acknowledged)
        if is_first:
            done += self._wishes.planned(story, who)
        if is_first and who != story.handler:
            to = Receiver(staff=staff_id(story.handler))
            done.append(wishes.HandOverCase(case=case_of(story.name), to=to))
        self.script.does_in_round(self._day.after(came, _FINISHED_AFTER), who, tuple(done))

    def _did(
        self, story: Story, deeds: list[Deed], came: dict[str, Instant], earliest: Instant
    ) -> Instant:
        """Let a colleague do something, but not before what it is about; gives when it was."""
        first = deeds[0]
        about = max(came.get(getattr(deed, "message", ""), earliest) for deed in deeds)
        at = max(self._day.at(first.at), self._day.after(max(about, earliest), _NEXT_AFTER))
        wished = tuple(wish for deed in deeds for wish in self._wishes.wishes(story, deed))
        self.script.does(at, self._at_work(at, first.by), wished)
        return at

    def _at_work(self, at: Instant, who: str) -> str:
        """Give who is at work instead, on a day when the contact point is closed."""
        day = local_day(at)
        if is_workday(day) or day == self._day.today or who in _ALWAYS_ANSWERS:
            return who
        return _WEEKEND


def _acts_of(story: Story) -> list[list[Deed]]:
    """Put deeds without a time of their own into the act before them."""
    acts: list[list[Deed]] = []
    for deed in story.acts:
        if deed.at:
            acts.append([deed])
        else:
            acts[-1].append(deed)
    return acts


def _is_handled(message: Message) -> bool:
    """Say whether the handler dealt with the message when it came, on an earlier day."""
    return message.sent.startswith("-") and not message.left


def _keyed(story: Story) -> list[tuple[str, Message]]:
    """Name the messages of a story: the given key, or the story's with a number."""
    return [
        (message.key or f"{story.name}-{number}", message)
        for number, message in enumerate(story.messages, start=1)
    ]
