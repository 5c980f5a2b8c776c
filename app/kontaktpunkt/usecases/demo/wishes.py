"""Turns what colleagues do in the demo's stories into commands, with stand-ins for unknown ids."""

from kontaktpunkt.domain import commands
from kontaktpunkt.domain.commands import Command
from kontaktpunkt.domain.staff import OnWord, Receiver, WithUs
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.usecases.demo import acts
from kontaktpunkt.usecases.demo.acts import Deed
from kontaktpunkt.usecases.demo.ahead import AheadDeed, ahead_wish
from kontaktpunkt.usecases.demo.book import Book
from kontaktpunkt.usecases.demo.days import DemoDay
from kontaktpunkt.usecases.demo.deviations import DeviationDeed, deviation_wish
from kontaktpunkt.usecases.demo.going_home import HomeDeed, HomeWishMaker
from kontaktpunkt.usecases.demo.names import case_of, item_id, message_of, person_of, staff_id
from kontaktpunkt.usecases.demo.shapes import Story


class WishMaker:
    """Makes the commands of a story's deeds."""

    def __init__(self, book: Book, day: DemoDay, system: str) -> None:
        self._book = book
        self._day = day
        self._system = system
        self._homecoming = HomeWishMaker(day)

    def wishes(self, story: Story, deed: Deed) -> tuple[Command, ...]:
        """Make the commands of one deed."""
        if isinstance(deed, HomeDeed):
            phone = self._book.ward(story.ward).phone
            return self._homecoming.wishes(story.name, phone, deed)
        if isinstance(deed, AheadDeed):
            return (ahead_wish(story.name, story.person, deed, self._day),)
        if isinstance(deed, DeviationDeed):
            by = self._book.colleague_name(deed.by or story.handler)
            return (deviation_wish(story.name, deed, self._day, by),)
        return (self._about_message(deed) or self._in_case(story, deed),)

    def dealt_with(self, message: str, acknowledged_at: Instant | None) -> list[Command]:
        """Take a message, note when it was acknowledged in the region's system, and finish it.

        What was told by phone is not acknowledged there.
        """
        one = message_of(message)
        done: list[Command] = [commands.TakeMessage(message=one)]
        if acknowledged_at is not None:
            done.append(
                commands.AcknowledgeMessage(message=one, system=self._system, at=acknowledged_at)
            )
        return [*done, commands.FinishMessage(message=one)]

    def planned(self, story: Story, handler: str) -> list[Command]:
        """Write down who the person is with us, and tick steps on the word of who answers there."""
        with_us = self._book.with_us(story.person)
        done: list[Command] = []
        if with_us is not None:
            done.append(commands.SetWithUs(person=person_of(story.person), with_us=with_us))
        for step in story.ticked:
            word = _who_planned(step, self._book.unit_people(story.person))
            if word is not None and word.name == self._book.colleague_name(handler):
                word = None
            done.append(commands.TickStep(case=case_of(story.name), step=step, on_word=word))
        return done

    def _about_message(self, deed: Deed) -> Command | None:
        match deed:
            case acts.Take(message=key):
                return commands.TakeMessage(message=message_of(key))
            case acts.Acknowledge(message=key):
                return commands.AcknowledgeMessage(message=message_of(key), system=self._system)
            case acts.Finish(message=key):
                return commands.FinishMessage(message=message_of(key), note=deed.note)
            case _:
                return self._onwards(deed)

    def _onwards(self, deed: Deed) -> Command | None:
        match deed:
            case acts.HandOver(message=key):
                to = self._receiver(deed)
                return commands.HandOverMessage(message=message_of(key), to=to, note=deed.note)
            case acts.Defer(message=key):
                until = self._day.maybe(deed.until)
                return commands.DeferMessage(message=message_of(key), until=until, note=deed.note)
            case acts.Misdirect(message=key):
                return commands.MarkMisdirected(
                    message=message_of(key), way=deed.way, to=deed.to, note=deed.note
                )
            case _:
                return None

    def _in_case(self, story: Story, deed: Deed) -> Command:
        case = case_of(story.name)
        match deed:
            case acts.Call():
                return commands.LogCall(
                    case=case,
                    direction=deed.direction,
                    counterpart=deed.counterpart,
                    phone=deed.phone,
                    answered=deed.answered,
                    read_back=deed.read_back,
                    text=deed.text,
                )
            case acts.Note(text=text):
                return commands.AddNote(case=case, text=text)
            case acts.Deviation(code=code, text=text):
                return commands.NoteDeviation(case=case, code=code, text=text)
            case acts.Tick(step=step):
                word = OnWord(name=deed.word, phone=deed.word_phone) if deed.word else None
                return commands.TickStep(case=case, step=step, on_word=word)
            case acts.Untick(step=step):
                return commands.UntickStep(case=case, step=step)
            case _:
                return self._of_papers(story, deed)

    def _of_papers(self, story: Story, deed: Deed) -> Command:
        case = case_of(story.name)
        match deed:
            case acts.Document(item=item, text=text):
                return commands.RequestDocumentation(
                    case=case, item=item_id(story.name, item), system=self._system, text=text
                )
            case acts.Documented(item=item):
                return commands.TickDocumented(case=case, item=item_id(story.name, item))
            case acts.Contact():
                return commands.NotePatientContact(
                    case=case, answered=deed.answered, phone=deed.phone, text=deed.text
                )
            case acts.Close(note=note):
                return commands.CloseCase(case=case, note=note)
            case _:
                return self._of_care_requests(story, deed)

    def _of_care_requests(self, story: Story, deed: Deed) -> Command:
        person = person_of(story.person)
        match deed:
            case acts.CareRequest():
                by = self._day.maybe(deed.look_over)
                return commands.PrepareCareRequest(
                    person=person,
                    content=deed.content,
                    look_over_by=local_day(by) if by is not None else None,
                )
            case acts.Went():
                return commands.SendToEmergency(
                    person=person,
                    case=item_id(story.name, "went"),
                    opens_case=True,
                    item=item_id(story.name, "care request"),
                    system=self._system,
                    text=deed.text,
                    hospital=deed.hospital,
                    by=deed.sent_by,
                    note=deed.note,
                )
            case _:
                raise AssertionError(deed)

    def _receiver(self, deed: acts.HandOver) -> Receiver:
        if deed.colleague:
            return Receiver(staff=staff_id(deed.colleague))
        return Receiver(unit=self._book.unit_name(deed.unit))


def _who_planned(step: str, with_us: WithUs) -> OnWord | None:
    """Say who does the planning that a step is about, where that is known."""
    who = {
        "planning_unit_manager": (with_us.unit_manager, with_us.unit_manager_phone),
        "planning_licensed": (with_us.nurse, with_us.nurse_phone),
        "planning_caseworker": (with_us.caseworker, with_us.caseworker_phone),
    }
    name, phone = who.get(step, ("", ""))
    return OnWord(name=name, phone=phone) if name else None
