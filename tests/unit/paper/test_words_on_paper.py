"""Paper says of each member of a list what the screen says: the words have one home."""

from datetime import date
from uuid import UUID

import pytest
from msgspec.structs import replace

from kontaktpunkt.domain.commands import AddStaff
from kontaktpunkt.domain.events.place import PlaceFacts, PlaceKind
from kontaktpunkt.domain.events.weekend import WeekendAnswer, WeekendSide
from kontaktpunkt.domain.paper.printout import ListDocument
from kontaktpunkt.domain.profile.unstaffed import PeriodKind, Unstaffed
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.staff import Role
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.at_desk import StaffDesk
from kontaktpunkt.usecases.case_lines.weekend import WeekendLine
from kontaktpunkt.usecases.rows import CaseRow
from kontaktpunkt.usecases.short_term.papers import free_places, whole_board
from kontaktpunkt.usecases.short_term.rows import HeldFor, PlaceRow, PlaceStanding, ShortTermPage
from kontaktpunkt.usecases.weekend.paper_people import people_rows
from kontaktpunkt.wording import short_term, weekend
from kontaktpunkt.wording.words import word
from samples import NOW, a_house, do, hours
from unit.paper.copies import FOOT

_NIL = UUID(int=0)
_DAY = date(2026, 3, 28)


def _said(document: ListDocument) -> str:
    cells = [cell for group in document.groups for row in group.rows for cell in row]
    headings = [group.title for group in document.groups]
    return "\n".join((document.title, document.subtitle, *headings, *cells)).casefold()


def _board(kind: PlaceKind, standing: PlaceStanding) -> ShortTermPage:
    facts = PlaceFacts(name="Plats 7", place_kind=kind)
    held_for = HeldFor(reservation=_NIL, words="Åsa")
    place = PlaceRow(
        place=_NIL,
        facts=facts,
        standing=standing,
        said_at=NOW,
        said_by="Anna",
        free_from=NOW,
        held_for=(held_for,) if standing is PlaceStanding.RESERVED else (),
    )
    return ShortTermPage(
        at=NOW,
        places=(place,),
        queue=(),
        decisions=(),
        arrivals=(),
        weeks=(),
        history=(),
        order=(kind,),
    )


def _weekend_of(line: WeekendLine) -> str:
    case = CaseRow(case=_NIL, weekend=line)
    period = Unstaffed(begins=NOW, ends=hours(48), days=(_DAY,), kind=PeriodKind.WEEKEND)
    page = replace(a_house().anna.weekend(), period=period, people=(case,))
    return "\n".join(people_rows(page, word)[0].cells).casefold()


@pytest.mark.parametrize("kind", PlaceKind)
def test_a_kind_of_place_is_called_the_same_on_paper(kind: PlaceKind) -> None:
    """Whoever rings a place at the weekend calls it what the board calls it."""
    page = _board(kind, PlaceStanding.FREE)

    assert f"sökordning: {word(kind)}" in _said(free_places(page, word, FOOT))
    assert f"{word(kind)}" in whole_board(page, word, FOOT).groups[0].title.casefold()


@pytest.mark.parametrize("standing", PlaceStanding)
def test_how_it_stands_with_a_place_is_called_the_same_on_paper(standing: PlaceStanding) -> None:
    """A place that is held, taken or out of use is so in the same words on the board's paper."""
    page = _board(PlaceKind.OWN, standing)
    told = short_term.standing_of(page.places[0], NOW).casefold()

    assert told.startswith(word(standing))
    for paper in (free_places(page, word, FOOT), whole_board(page, word, FOOT)):
        assert word(standing) in _said(paper)


@pytest.mark.parametrize("answer", WeekendAnswer)
def test_a_helgbesked_says_the_same_on_paper(answer: WeekendAnswer) -> None:
    """Yes, yes if and no are the same words for who reads the screen and who reads the paper."""
    line = WeekendLine(days=(_DAY,), answer=answer, at=Instant(NOW), text="larmet")
    start = word(answer).removesuffix(" …")

    assert f"\n{weekend.answer_words(line)}\n" in _weekend_of(line)
    assert weekend.answer_words(line).startswith(start)


@pytest.mark.parametrize(
    ("answer", "typed", "said"),
    [
        (WeekendAnswer.YES_IF, "om larmet är på plats", "ja, om larmet är på plats"),
        (WeekendAnswer.NO, "därför att sängen saknas", "nej, därför att sängen saknas"),
    ],
)
def test_what_follows_an_answer_is_said_once(answer: WeekendAnswer, typed: str, said: str) -> None:
    """Who types the little word too is not read as "om om", on paper or on screen."""
    line = WeekendLine(days=(_DAY,), answer=answer, at=Instant(NOW), text=typed)

    assert f"\n{said}\n" in _weekend_of(line)
    assert weekend.answer_words(line) == said


@pytest.mark.parametrize("side", WeekendSide)
def test_who_is_waited_for_is_called_the_same_on_paper(side: WeekendSide) -> None:
    """Whose name a helgbesked lacks is called on paper what the list calls her."""
    line = WeekendLine(days=(_DAY,), answer=WeekendAnswer.YES, at=Instant(NOW), awaited=(side,))

    assert f"väntar på {word(side)}" in _weekend_of(line)


@pytest.mark.parametrize("role", Role)
def test_who_signs_a_form_has_the_role_that_the_screen_says(role: Role) -> None:
    """Who fills a form in is called on it what she is called in the program."""
    house, eva = a_house(), UUID(int=0xE)
    do(house.anna, AddStaff(staff=eva, name="Eva", role=role))
    desk = StaffDesk(house.outside, eva)
    form = desk.forms()[0].number
    preview = desk.preview(form, None)

    assert not isinstance(preview, Refused)
    assert f"'me.role': '{word(role)}'" in preview.pdf.decode()
