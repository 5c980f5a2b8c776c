"""The page of rules: found, opened, changed from a day on, taken back; all with the keyboard."""

import json
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTableWidget, QWidget

from hands.care import CareInMemory
from hands.front import Front, OpenFront, visible_parts
from hands.rule_desk import RuleDesk
from hands.typing import type_text
from kontaktpunkt.domain.commands import ChangeSetting
from kontaktpunkt.domain.profile.layers import typed_value
from kontaktpunkt.ui.screens.settings.rules.cells import read, show
from kontaktpunkt.ui.screens.settings.rules.editor import RowEditor
from kontaktpunkt.ui.screens.settings.rules.page import RulesPage
from kontaktpunkt.ui.screens.settings.rules.shapes import shape_of
from kontaktpunkt.ui.screens.settings.screen import SettingsScreen
from samples import do

pytestmark = pytest.mark.ui
UNTAKEN = "untaken_minutes"
_K = Qt.Key


@pytest.fixture
def desk() -> RuleDesk:
    """Give a desk with real rules and three untaken admissions."""
    return RuleDesk()


@pytest.fixture
def front(opened: OpenFront, desk: RuleDesk) -> Front:
    """Open the window."""
    return opened(desk)


@pytest.fixture
def page(front: Front) -> RulesPage:
    """Open the page of rules."""
    return _page(front)


def _page(front: Front) -> RulesPage:
    workplace = front.program.reception.workplace
    assert workplace is not None
    screen = SettingsScreen(workplace, CareInMemory("fyra ord på rad"))
    front.program.window.add_screen(screen)
    front.program.window.show_screen("settings")
    front.settle()
    screen.names.setCurrentRow([*screen.pages].index(screen.rules))
    front.settle()
    return screen.rules


def _type(front: Front, text: str) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    type_text(target, text)
    front.settle()


def _until(front: Front, part: QWidget) -> None:
    """Go on with Tab until a part has focus."""
    for _ in range(80):
        if part.hasFocus():
            return
        front.press(_K.Key_Tab)
    raise AssertionError("Tab never came there")


def _field(page: RulesPage, name: str, row: int = 0) -> QWidget:
    return page.detail.form.editor.editors[row].fields[name].field


def _cells(table: QTableWidget, row: int) -> list[str]:
    items = [table.item(row, column) for column in range(table.columnCount())]
    return [item.text() for item in items if item is not None]


def _told(front: Front, page: RulesPage) -> str:
    form = page.detail.form
    front.qtbot.waitUntil(lambda: not form.effect.isHidden())
    return form.effect.text()


def test_a_rule_is_found_opened_and_changed_without_a_mouse(
    front: Front, page: RulesPage, desk: RuleDesk
) -> None:
    """Search, Enter, Enter, type, Enter: the value holds, and so many cases were counted anew."""
    page.search.setFocus()
    _type(front, "ej taget")
    assert [line.key for line in page.model.lines if line.key] == [UNTAKEN]
    front.press(_K.Key_Return)
    front.press(_K.Key_Return)
    assert page.detail.name.text() == "Ej taget är sent efter (minuter i kontorstid)"
    value = _field(page, "")
    _until(front, value)
    _type(front, "30")

    assert _told(front, page) == "3 ärenden räknas om."
    assert desk.commands == []
    _until(front, page.detail.form.save)
    front.press(_K.Key_Space)

    assert desk.profile().untaken_minutes == 30
    assert page.detail.form.effect.text() == "Sparat. 3 ärenden räknades om."
    assert page.detail.value.text() == "Gäller nu: 30"
    assert "ändrad från och med 2026-03-03" in front.said
    front.press(_K.Key_Escape)
    assert page.table.hasFocus()
    assert page.model.lines[page.table.currentIndex().row()].key == UNTAKEN


def test_a_change_can_be_taken_back_where_it_stands(
    front: Front, page: RulesPage, desk: RuleDesk
) -> None:
    """The history says from what to what, by whom; mine has an Ångra, and then is struck."""
    do(desk.house.anna, ChangeSetting(key=UNTAKEN, value="30", valid_from=date(2026, 3, 1)))
    page.workplace.learn()
    front.settle()
    page.open_rule(UNTAKEN)
    front.settle()
    (line,) = page.detail.history.lines
    assert line.startswith("ingen gräns satt → 30, från och med 2026-03-01\nAnna")

    buttons = visible_parts(page.detail.history, QPushButton)
    (undo,) = [one for one in buttons if isinstance(one, QPushButton) and one.text() == "Ångra"]
    undo.setFocus()
    front.press(_K.Key_Space)

    assert desk.profile().untaken_minutes is None
    assert "ångrad" in page.detail.history.lines[0]
    assert visible_parts(page.detail.history, QPushButton) == []


def test_a_change_from_a_coming_day_says_so(front: Front, page: RulesPage, desk: RuleDesk) -> None:
    """What begins next month changes nothing today, and the screen says both."""
    page.open_rule(UNTAKEN)
    front.settle()
    form = page.detail.form
    form.day.setFocus()
    form.day.selectAll()
    _type(front, "1/4")
    _until(front, form.day)
    _field(page, "").setFocus()
    _type(front, "45")

    assert _told(front, page) == (
        "Börjar gälla ons 1 april 2026. Som det ser ut nu räknas 3 ärenden om då, och inget i dag."
    )
    form.day.setFocus()
    front.press(_K.Key_Return)

    assert desk.profile().untaken_minutes is None
    assert desk.profile().as_of(date(2026, 4, 1)).untaken_minutes == 45


@pytest.mark.parametrize(
    "wrong",
    [
        (UNTAKEN, "", "en timme", "Skriv ett helt tal med siffror."),
        ("payment.cut_off", "", "25:00", "Skriv klockslaget som 08:30."),
        ("office_hours", "weekday", "08:30", "Skriv från och till som 08:30–11:30."),
        ("office_hours", "saturday", "12:00-08:00", "Tiden slutar innan den börjar."),
        ("payment.average_level", "", "tre", "Skriv ett tal, till exempel 1,7."),
        ("system_name", "", "", "Fyll i värde."),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(
    front: Front, page: RulesPage, desk: RuleDesk, wrong: tuple[str, str, str, str]
) -> None:
    """Nothing is written, nothing typed is lost, and the sentence stands under the field."""
    key, cell, typed, sentence = wrong
    page.open_rule(key)
    front.settle()
    field = page.detail.form.editor.editors[0].fields[cell]
    field.put(typed)

    page.detail.form.save_it()
    front.settle()

    assert field.refusal.text() == sentence
    assert field.text() == typed
    assert desk.commands == []


def test_focus_stays_where_somebody_types_until_it_is_to_be_saved(
    front: Front, page: RulesPage, desk: RuleDesk
) -> None:
    """A half-filled line is told of beside its cells, but what is typed never lands elsewhere."""
    page.open_rule("obstacle_codes")
    front.settle()
    form = page.detail.form
    form.editor.add_button.setFocus()
    front.press(_K.Key_Space)
    form.source.setFocus()
    _type(front, "Beslut 1")

    assert form.wish() is None
    assert QApplication.focusWidget() is form.source
    form.save_it()
    assert QApplication.focusWidget() is form.editor.editors[-1].fields["label"].field
    assert desk.commands == []


def test_hours_that_meet_are_said_as_such(front: Front, page: RulesPage, desk: RuleDesk) -> None:
    """Two phone hours over each other are one too many."""
    page.open_rule("phone_hours.weekday")
    front.settle()
    page.detail.form.editor.editors[1].fields["hours"].put("09:00-12:00")

    page.detail.form.save_it()
    front.settle()

    assert page.detail.form.wrong.text() == "Tiderna går in i varandra."
    assert desk.commands == []


def test_what_is_typed_survives_another_rule_and_is_gone_when_saved(
    front: Front, page: RulesPage, desk: RuleDesk
) -> None:
    """A draft waits at its rule; once it has become an act it is forgotten."""
    page.open_rule(UNTAKEN)
    front.settle()
    _field(page, "").setFocus()
    _type(front, "3")
    page.open_rule("payment.cut_off")
    front.settle()

    page.open_rule(UNTAKEN)
    front.settle()
    assert page.detail.form.editor.rows() == [{"": "3"}]
    page.detail.form.save_it()
    front.settle()

    assert desk.profile().untaken_minutes == 3
    assert desk.drafts == {}


def test_lines_of_a_list_are_added_moved_and_removed(
    front: Front, page: RulesPage, desk: RuleDesk
) -> None:
    """A new obstacle gets a code of its own, an old one keeps its code under another name."""
    page.open_rule("obstacle_codes")
    front.settle()
    editor = page.detail.form.editor
    before = [one.code for one in desk.profile().obstacle_codes]
    editor.editors[0].raised.emit()
    editor.editors[1].raised.emit()
    editor.editors[-1].removed.emit()
    editor.add_button.setFocus()
    front.press(_K.Key_Space)
    _type(front, "Väntar på nyckel")

    page.detail.form.save_it()
    front.settle()

    after = desk.profile().obstacle_codes
    assert [one.code for one in after] == [
        before[1],
        before[0],
        *before[2:-1],
        "vantar_pa_nyckel",
    ]
    assert after[-1].label == "Väntar på nyckel"


def test_the_profiles_value_comes_back(front: Front, page: RulesPage, desk: RuleDesk) -> None:
    """Återgå: from that day on the profile's value holds; what held before stays as it was."""
    do(
        desk.house.anna,
        ChangeSetting(key="system_name", value='"Nya"', valid_from=date(2026, 2, 1)),
    )
    page.workplace.learn()
    front.settle()
    page.open_rule("system_name")
    front.settle()
    assert page.detail.value.text() == "Gäller nu: Nya"

    page.detail.form.back.setFocus()
    front.press(_K.Key_Space)

    assert page.detail.value.text() == "Gäller nu: SAMSA"
    assert page.detail.form.editor.rows() == [{"": "SAMSA"}]
    assert desk.profile().value("system_name", date(2026, 3, 2)).value == "Nya"


def test_an_amount_needs_its_instrument_and_a_name(front: Front, page: RulesPage) -> None:
    """No confirmed amount, no price: without a name it is not saved, with one it stands there."""
    page.amounts_button.setFocus()
    front.press(_K.Key_Space)
    table = page.amounts.table
    place = [_cells(table, row)[0] for row in range(table.rowCount())].index("2026")
    assert _cells(table, place)[3] == "○ ej bekräftat"
    table.setCurrentCell(place, 0)
    front.press(_K.Key_Return)
    form = page.detail.form
    _until(front, _field(page, "kronor"))
    _type(front, "12 600,50")
    front.press(_K.Key_Tab)
    _type(front, "HSLF-FS 2025:74")
    form.save_it()
    front.settle()
    assert form.confirmer_field.refusal.text().startswith("Ett belopp behöver föreskriften")
    form.confirmer.setFocus()
    _type(front, "Cilla Åström")

    front.press(_K.Key_Return)
    front.press(_K.Key_Escape)

    cells = _cells(table, place)
    assert cells[0] == "2026 från 2026-01-01"
    assert cells[1].replace("\N{NO-BREAK SPACE}", " ") == "12 600,50 kr"
    assert cells[2:4] == ["HSLF-FS 2025:74", "● bekräftat"]
    assert cells[4].startswith("Anna")
    assert "bekräftat av Cilla Åström" in cells[4]


def test_every_layer_says_what_it_says(front: Front, page: RulesPage) -> None:
    """From the law down; the one that holds says so, the silent ones too."""
    page.open_rule("office_hours")
    front.settle()

    heads = [head for head, _ in page.detail.layers.lines]
    assert heads == [
        "Lag: Lag (2017:612)",
        "Region: Västra Götalandsregionen",
        "Kommun: Lidköpings kommun",
    ]
    assert page.detail.layers.lines[2][1].startswith(
        "gäller nu · mån–fre 07:00–16:30 · ● bekräftat"
    )


@pytest.mark.parametrize("percent", [100, 150])
def test_nothing_is_cut_off_or_unreachable(opened: OpenFront, desk: RuleDesk, percent: int) -> None:
    """Every rule opens, no text is wider than its place, and each row of cells can be tabbed to."""
    front = opened(desk, percent)
    page = _page(front)
    for value in desk.profile().all_values(date(2026, 3, 3)):
        page.open_rule(value.key)
        front.settle()
        width = page.stack.width()
        for label in visible_parts(page.detail, QLabel):
            right = label.mapTo(page.stack, label.rect().topRight()).x()
            assert right <= width, (value.key, label)
        for row in visible_parts(page.detail, RowEditor):
            right = row.mapTo(page.stack, row.rect().topRight()).x()
            assert right <= width, (value.key, "row")


@pytest.mark.parametrize(
    "key", [value.key for value in RuleDesk().profile().all_values(date(2026, 3, 3))]
)
def test_every_rule_can_be_saved_as_it_is_shown(desk: RuleDesk, key: str) -> None:
    """What the cells show of a value reads back as the same value."""
    shape = shape_of(key)
    assert shape is not None, key
    for value in desk.profile().entries.get(key, ()):
        if value.value is not None:
            rows = show(shape, json.loads(value.json_text))
            assert typed_value(key, read(shape, rows), "x") == value.value


def test_what_is_sought_stands_chosen_and_opens_with_enter(front: Front, page: RulesPage) -> None:
    """The first rule found is chosen while typing; nothing opens that is not shown."""
    page.search.setFocus()
    type_text(page.search, "ej taget")
    front.settle()

    chosen = page.table.currentIndex().row()
    assert page.model.lines[chosen].key
    front.press(_K.Key_Return)
    front.press(_K.Key_Return)

    assert page.detail.key == page.model.lines[chosen].key


def test_the_place_of_the_rules_opens_where_one_is_looked_for(
    front: Front, page: RulesPage
) -> None:
    """Who asks for the rules and names none can type at once."""
    screen = front.program.window.screens["settings"]
    assert isinstance(screen, SettingsScreen)
    screen.names.setCurrentRow(0)

    screen.show_rule("")
    front.settle()

    assert screen.stack.currentWidget() is page
    assert page.search.hasFocus()
