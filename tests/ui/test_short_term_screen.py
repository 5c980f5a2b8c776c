"""Korttid on screen: places said something of, the queue, and the weekend's decision, by keys."""

from collections.abc import Iterator
from datetime import date, time
from typing import cast
from uuid import UUID

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hands.eyes import read_aloud, rows_of
from hands.house_front import HouseFront, open_house
from kontaktpunkt.domain.commands import ApplyForShortTerm, ListPlace
from kontaktpunkt.domain.events.place import PlaceFacts, PlaceKind
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.domain.times import HOUR, Instant, at_local
from kontaktpunkt.ui.screens.short_term.screen import ShortTermScreen
from kontaktpunkt.usecases.short_term.rows import ForWhom, PlaceRow, PlaceStanding
from samples import House, a_house, a_notice, a_number, a_person, done

pytestmark = pytest.mark.ui

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
_NIL = UUID(int=0)


@pytest.fixture
def house() -> House:
    """Give a house on a Saturday evening, with three places and somebody in hospital."""
    house = a_house()
    house.take_in(a_notice(id="in1", person=a_person(1)))
    for name, kind in (
        ("Solgården 1", PlaceKind.OWN),
        ("Växeln 1", PlaceKind.ALTERNATING),
        ("Linden 7", PlaceKind.PERMANENT),
    ):
        facts = PlaceFacts(name=name, place_kind=kind)
        wish = ListPlace(place=_NIL, facts=facts, on_word=OnWord(name="A. Berg"))
        done(house.anna.list_place(wish))
    house.clock.set(at_local(date(2026, 3, 28), time(20, 0)))
    return house


@pytest.fixture
def front(qtbot: QtBot, house: House) -> Iterator[HouseFront]:
    """Open the window on the house and go to the screen."""
    for front in open_house(qtbot, house):
        front.program.reception.show("short_term")
        front.settle()
        yield front


def _screen(front: HouseFront) -> ShortTermScreen:
    return cast("ShortTermScreen", front.program.window.screens["short_term"])


def _places(house: House) -> dict[str, PlaceRow]:
    return {row.facts.name: row for row in house.anna.short_term().places}


def _case(house: House) -> UUID:
    with house.store.reading() as view:
        return view.open_cases()[0].case


def _queue_up(house: House, front: HouseFront) -> None:
    draft = ApplyForShortTerm(case=_NIL, need="trygg plats")
    done(house.anna.apply_for_short_term(ForWhom(case=_case(house)), draft))
    front.press(K.Key_F5)


def _tab_to_waiting(front: HouseFront) -> None:
    _screen(front).waiting.setFocus()
    front.settle()


def test_the_board_says_how_it_stands_and_whose_word_it_is(front: HouseFront) -> None:
    """One glance tells what is free, and that it is A. Berg's word from when she said it."""
    rows = rows_of(_screen(front).table)

    assert len(rows) == 3
    assert "Solgården 1\negen korttid" in rows[0]
    assert all("Läge: Ledig" in row and "A. Berg" in row for row in rows)
    assert "3 lediga nu" in _screen(front).view.as_of.accessibleName() or "3 lediga nu" in (
        read_aloud(_screen(front))
    )


def test_p_places_whom_the_number_says_until_a_day(front: HouseFront, house: House) -> None:
    """P, the number, Tab to until when, Ctrl+Enter: she has the place."""
    front.press(K.Key_P)
    front.type(a_number().value)
    front.press(K.Key_Tab)
    front.press(K.Key_Tab)
    front.press(K.Key_Tab)
    front.type("tis 1200")
    front.press(K.Key_Return, CTRL)

    row = _places(house)["Solgården 1"]
    assert [one.name for one in row.holders] == ["Prov1 Provsson"]
    assert row.free_from == at_local(date(2026, 3, 31), time(12, 0))
    assert "Solgården 1 till" in front.said


def test_l_says_that_it_was_left_and_ctrl_z_that_it_was_not(
    front: HouseFront, house: House
) -> None:
    """Left at a time, on somebody's word; a slip is taken back."""
    front.press(K.Key_P)
    front.type(a_number().value)
    front.press(K.Key_Return, CTRL)
    front.press(K.Key_L)
    front.press(K.Key_Return, CTRL)
    assert _places(house)["Solgården 1"].standing is PlaceStanding.FREE

    front.press(K.Key_Z, CTRL)

    assert _places(house)["Solgården 1"].standing is PlaceStanding.OCCUPIED


def test_b_renews_the_word_with_a_name(front: HouseFront, house: House) -> None:
    """Somebody rang and asked: the line says her name and the time."""
    front.press(K.Key_B)
    front.type("K. Sjö")
    front.press(K.Key_Return, CTRL)

    row = _places(house)["Solgården 1"]
    assert (row.said_by, row.said_at) == ("K. Sjö", house.clock.now())


def test_held_out_of_use_and_in_use_again_are_a_key_each(front: HouseFront, house: House) -> None:
    """H and words hold it, S lets it go, U takes it out of use, I puts it in."""
    front.press(K.Key_H)
    front.type("anhörig sjuk")
    front.press(K.Key_Return, CTRL)
    assert _places(house)["Solgården 1"].standing is PlaceStanding.RESERVED
    front.press(K.Key_S)
    front.press(K.Key_U)
    front.type("vattenskada")
    front.press(K.Key_Return, CTRL)
    assert _places(house)["Solgården 1"].standing is PlaceStanding.OUT_OF_USE
    front.press(K.Key_I)

    assert _places(house)["Solgården 1"].standing is PlaceStanding.FREE


def test_who_waits_is_placed_on_the_chosen_place_by_p(front: HouseFront, house: House) -> None:
    """The one chosen in the queue comes along to the board; no number is typed."""
    _queue_up(house, front)
    _tab_to_waiting(front)

    front.press(K.Key_P)
    front.press(K.Key_Return, CTRL)

    assert house.anna.short_term().queue == ()
    (holder,) = _places(house)["Solgården 1"].holders
    assert holder.case == _case(house)


def test_somebody_else_than_the_one_chosen_is_placed_by_number(
    front: HouseFront, house: House
) -> None:
    """A number that is typed goes before who happens to be chosen in the queue."""
    _queue_up(house, front)
    front.press(K.Key_P)
    panel = _screen(front).panels.statement
    assert panel.who.text() == "Prov1 Provsson"
    panel.number.setFocus()
    front.type(a_number(9).value)
    front.press(K.Key_Tab)
    front.type("Greta Provsson")
    front.press(K.Key_Return, CTRL)

    assert [one.name for one in _places(house)["Solgården 1"].holders] == ["Greta Provsson"]
    assert len(house.anna.short_term().queue) == 1


def test_who_waits_can_be_dragged_to_a_free_place(front: HouseFront, house: House) -> None:
    """Dropped on a free row she has the place at once, and the strip offers Ångra."""
    _queue_up(house, front)
    screen = _screen(front)
    row = screen.waiting_model.row_of(None)
    data = screen.waiting_model.mimeData([screen.waiting_model.index(row)])
    target = screen.model.index(1, 0)
    assert bool(screen.model.flags(target) & Qt.ItemFlag.ItemIsDropEnabled)

    screen.model.dropMimeData(data, Qt.DropAction.CopyAction, -1, -1, target)
    front.settle()

    assert [one.case for one in _places(house)["Växeln 1"].holders] == [_case(house)]
    taken = screen.model.flags(screen.model.index(1, 0))
    assert not taken & Qt.ItemFlag.ItemIsDropEnabled
    data = screen.waiting_model.mimeData([QModelIndex()])
    assert not screen.model.dropMimeData(data, Qt.DropAction.CopyAction, -1, -1, target)


def test_enter_on_who_waits_notes_what_the_caseworker_decided(
    front: HouseFront, house: House
) -> None:
    """Beviljad, by whom: the queue tells it, and the hours are known."""
    _queue_up(house, front)
    _tab_to_waiting(front)
    front.press(K.Key_Return)
    front.press(K.Key_Tab)
    front.type("M. Holm")
    front.press(K.Key_Return, CTRL)

    (row,) = house.anna.short_term().queue
    assert (row.caseworker, row.decided_at) == ("M. Holm", house.clock.now())


def _answer_steps(front: HouseFront) -> None:
    """Answer the seven steps as somebody does who goes on with Tab."""
    panel = _screen(front).panels.decision
    for field, words in (
        (panel.reason, "maken akut sjuk"),
        (panel.assessment, "kan inte vara ensam"),
    ):
        field.setFocus()
        front.type(words)
    for box, downs in ((panel.wish, 1), (panel.delegation, 1), (panel.doctor, 2)):
        box.setFocus()
        for _ in range(downs):
            front.press(K.Key_Down)
    for code in ("extra_home_care", "night_visits", "relatives"):
        panel.tried.box(code).setFocus()
        front.press(K.Key_Space)


def test_a_decision_says_until_when_it_holds_and_waits_for_the_caseworker(
    front: HouseFront, house: House
) -> None:
    """Ctrl+D on Saturday evening: seven steps, granted to Monday noon, counted in the rail."""
    front.press(K.Key_D, CTRL)
    panel = _screen(front).panels.decision
    assert "mån 30 mars 12:00" in panel.holds.text()
    assert panel.warning.isHidden()
    front.type(a_number(9).value)
    front.press(K.Key_Tab)
    front.type("Greta Provsson")
    front.press(K.Key_Return, CTRL)
    assert panel.failure.text().startswith("Steg 1")
    _answer_steps(front)
    front.press(K.Key_Return, CTRL)

    (waiting,) = house.anna.short_term().decisions
    assert (waiting.name, waiting.place_name) == ("Greta Provsson", "Solgården 1")
    assert waiting.valid_until == at_local(date(2026, 3, 30), time(12, 0))
    rail = front.program.window.rail.entry("short_term")
    assert rail.badge == (1, False)

    house.clock.set(Instant(waiting.valid_until + HOUR))
    front.press(K.Key_F5)
    assert rail.badge == (1, True)


def test_the_caseworker_confirms_by_enter_on_the_line(front: HouseFront, house: House) -> None:
    """On Monday: Enter, the name, until when; nothing waits any more."""
    front.press(K.Key_D, CTRL)
    front.type(a_number().value)
    _answer_steps(front)
    front.press(K.Key_Return, CTRL)
    _tab_to_waiting(front)
    front.press(K.Key_Return)
    front.press(K.Key_Tab)
    front.type("M. Holm")
    front.press(K.Key_Tab)
    front.type("10/4 1200")
    front.press(K.Key_Return, CTRL)

    assert house.anna.short_term().decisions == ()
    (holder,) = _places(house)["Solgården 1"].holders
    assert (holder.provisional, holder.until) == (False, at_local(date(2026, 4, 10), time(12, 0)))
    assert front.program.window.rail.entry("short_term").badge == (0, False)


def test_a_permanent_place_asks_for_the_manager_on_call(front: HouseFront, house: House) -> None:
    """Choosing the permanent place, the panel says who decides and goes to her name."""
    front.press(K.Key_D, CTRL)
    front.type(a_number().value)
    _answer_steps(front)
    panel = _screen(front).panels.decision
    panel.place.setFocus()
    front.press(K.Key_Down)
    front.press(K.Key_Down)
    front.press(K.Key_Return, CTRL)

    assert "chef i beredskap" in panel.failure.text()
    assert QApplication.focusWidget() is panel.manager
    front.type("C. Chef")
    front.press(K.Key_Return, CTRL)
    assert [row.place_name for row in house.anna.short_term().decisions] == ["Linden 7"]


def test_no_is_never_said_here_but_asked_of_the_manager(front: HouseFront, house: House) -> None:
    """Doubt leads on to the manager on call, with the same person; the question is noted."""
    front.press(K.Key_D, CTRL)
    front.type(a_number().value)
    _screen(front).panels.decision.manager_wanted.emit()
    front.settle()
    panel = _screen(front).panels.manager
    assert panel.number.text() == a_number().value
    panel.manager.clear()
    front.type("C. Chef")
    panel.question.setFocus()
    front.type("Inget skäl för plats?")
    front.press(K.Key_Return, CTRL)

    page = house.anna.case(_case(house))
    assert page is not None
    assert "ManagerOnCallAsked" in {entry.body.kind() for entry in page.timeline}


def test_what_is_half_written_survives_another_screen(front: HouseFront) -> None:
    """Called away in the middle of a decision, and back: the words stand there again."""
    front.press(K.Key_D, CTRL)
    _screen(front).panels.decision.reason.setFocus()
    front.type("maken akut")
    front.program.reception.show("inbox")
    front.settle()
    front.program.reception.show("short_term")
    front.settle()
    front.press(K.Key_Escape)
    front.press(K.Key_D, CTRL)

    assert _screen(front).panels.decision.reason.toPlainText() == "maken akut"


def test_the_case_page_can_open_the_decision_and_the_arrival(
    front: HouseFront, house: House
) -> None:
    """Chosen elsewhere, she is named and no number is asked for; the arrival is kept."""
    workplace = front.program.reception.workplace
    assert workplace is not None
    workplace.short_term_wanted.emit(_case(house), "decide")
    front.settle()
    panels = _screen(front).panels
    assert panels.decision.who.text() == "Prov1 Provsson"
    assert panels.decision.number_field.isHidden()

    workplace.short_term_wanted.emit(_case(house), "arrive")
    front.settle()
    front.type("sön 1400")
    front.press(K.Key_Tab)
    front.type("Solgården")
    front.press(K.Key_Return, CTRL)

    (coming,) = house.anna.short_term().arrivals
    assert coming.planned.arrives_at == at_local(date(2026, 3, 29), time(14, 0))
    _tab_to_waiting(front)
    front.press(K.Key_Return)
    assert panels.arrival.at.text() == "29/03 1400"
    front.press(K.Key_Return, CTRL)
    assert house.anna.short_term().arrivals[0].planned.arrives_at == coming.planned.arrives_at


def test_the_weekend_page_can_open_a_decision_for_nobody_yet(front: HouseFront) -> None:
    """Whoever has only a telephone at the ear begins with the number."""
    workplace = front.program.reception.workplace
    assert workplace is not None
    front.program.reception.show("inbox")

    workplace.short_term_wanted.emit(None, "decide")
    front.settle()

    panels = _screen(front).panels
    assert not panels.decision.isHidden()
    assert QApplication.focusWidget() is panels.decision.number
    workplace.short_term_wanted.emit(None, "apply")
    front.settle()
    assert QApplication.focusWidget() is panels.application.number


def test_a_new_place_is_written_by_its_name(front: HouseFront, house: House) -> None:
    """Ctrl+Shift+N, the name, Ctrl+Enter; without a name it is said beside the field."""
    front.press(K.Key_N, CTRL_SHIFT)
    front.press(K.Key_Return, CTRL)
    editor = _screen(front).panels.editor
    assert editor.place_field.refusal.text() == "Skriv vad platsen heter."
    front.type("Eken 3")
    front.press(K.Key_Return, CTRL)

    assert "Eken 3" in _places(house)


def test_a_protected_person_is_named_nowhere_on_the_screen(front: HouseFront, house: House) -> None:
    """Who walks past the screen learns that somebody is there, and not who."""
    hidden = a_person(4, protection=Protection.SECRECY_MARKING)
    house.take_in(a_notice(id="p", person=hidden, stay={"stay_ids": ("stay-4",)}))
    with house.store.reading() as view:
        case = next(row.case for row in view.open_cases() if row.name.startswith("Prov4"))
    draft = ApplyForShortTerm(case=_NIL, need="hemligt behov")
    done(house.anna.apply_for_short_term(ForWhom(case=case), draft))
    front.press(K.Key_F5)

    said = read_aloud(_screen(front))

    assert "Skyddad identitet" in said
    assert "Prov4" not in said
    assert "hemligt" not in said


def test_ctrl_p_shows_the_free_places_as_paper(front: HouseFront) -> None:
    """The list for the weekend packet opens where paper is printed and saved."""
    front.press(K.Key_P, CTRL)

    assert front.top.key == "paper"
    assert "Lediga korttidsplatser" in read_aloud(front.top)


@pytest.mark.parametrize("percent", [100, 150])
def test_nothing_is_cut_off_in_the_panels(front: HouseFront, percent: int) -> None:
    """Also with large text on a small screen every field of the decision is as wide as its box."""
    front.program.theme.set_percent(percent)
    front.program.window.resize(1366, 768)
    front.press(K.Key_D, CTRL)
    front.settle()
    panel = _screen(front).panels.decision

    column = panel.parentWidget()
    assert column is not None
    for part in (panel.name, panel.assessment, panel.place, panel.manager, panel.doctor_name):
        right = part.mapTo(panel, part.rect().topRight()).x()
        assert right <= panel.width()
    assert panel.visibleRegion().boundingRect().width() >= panel.width() - 1
