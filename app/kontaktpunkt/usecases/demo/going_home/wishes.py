"""Turns what colleagues do for a homecoming in the demo into commands."""

from uuid import UUID

from kontaktpunkt.domain import commands
from kontaktpunkt.domain.commands import Command
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.usecases.demo.days import DemoDay
from kontaktpunkt.usecases.demo.going_home import deeds
from kontaktpunkt.usecases.demo.going_home.deeds import HomeDeed
from kontaktpunkt.usecases.demo.names import case_of, item_id


class HomeWishMaker:
    """Makes the commands of deeds that are done for a homecoming."""

    def __init__(self, day: DemoDay) -> None:
        self._day = day

    def wishes(self, story: str, phone: str, deed: HomeDeed) -> tuple[Command, ...]:
        """Make the commands of one deed; `phone` is the ward's."""
        case = case_of(story)
        match deed:
            case deeds.Mark():
                return self._marks(case, deed)
            case deeds.Service():
                return tuple(
                    commands.ChangeService(
                        case=case,
                        service=service,
                        stage=deed.stage,
                        on_word=_word(deed.word),
                        from_visit=deed.visit,
                    )
                    for service in deed.services
                )
            case deeds.CallHome():
                return (self._call_home(case, phone, deed),)
            case _:
                return (_other(case, story, deed),)

    def _marks(self, case: UUID, deed: deeds.Mark) -> tuple[Command, ...]:
        return tuple(
            commands.MarkReadiness(
                case=case,
                item=item,
                mark=deed.mark,
                on_word=_word(deed.word),
                due_at=self._day.maybe(deed.due),
                note=deed.note,
            )
            for item in deed.items
        )

    def _call_home(self, case: UUID, phone: str, deed: deeds.CallHome) -> Command:
        return commands.CallHome(
            case=case,
            told=deed.told,
            phone=phone,
            expected_home=self._day.at(deed.expected),
            travel=deed.travel,
            met_by=deed.met_by,
            starts=deed.starts,
            read_back=True,
        )


def _other(case: UUID, story: str, deed: HomeDeed) -> Command:
    match deed:
        case deeds.Obstacle(code=code, side=side, text=text):
            one = item_id(story, deed.name)
            return commands.MeetObstacle(case=case, obstacle=one, code=code, side=side, text=text)
        case deeds.ObstacleGone(note=note):
            one = item_id(story, deed.name)
            return commands.RemoveObstacle(case=case, obstacle=one, note=note)
        case deeds.GoesTo(to=to, place=place):
            return commands.SetDestination(case=case, destination=to, place=place)
        case deeds.Left(travel=travel):
            return commands.NoteWardLeft(case=case, travel=travel)
        case _:
            return _at_home(case, deed)


def _at_home(case: UUID, deed: HomeDeed) -> Command:
    match deed:
        case deeds.Reached(received_by=by, word=word):
            return commands.NoteHomeReached(case=case, received_by=by, on_word=_word(word))
        case deeds.FollowedUp(text=text, handed_to=to):
            return commands.FollowUp(case=case, text=text, handed_to=to)
        case deeds.Cause():
            return commands.NoteAdmissionCause(
                case=case,
                cause=deed.cause,
                nurse_assessed=deed.nurse,
                doctor_asked=deed.doctor,
                place_tried=deed.place,
                note=deed.note,
            )
        case _:
            raise AssertionError(deed)


def _word(name: str) -> OnWord | None:
    return OnWord(name=name) if name else None
