"""Settings act at once, tell where each rule comes from, and keep the store's key out of sight."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog

from hands.care import CareInMemory
from hands.case_desk import CaseDesk
from hands.front import Front, OpenFront
from hands.paper_out import PlaceInMemory, PrinterInMemory
from kontaktpunkt.domain.commands import ChangeSetting, NoteRecoveryPrinted
from kontaktpunkt.domain.profile.keys import known_keys
from kontaktpunkt.domain.refusal import RefusalReason
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.ui.preferences import Preference
from kontaktpunkt.ui.screens.settings.recovery import RecoveryPart
from kontaktpunkt.ui.screens.settings.rule_words import key_words, value_words
from kontaktpunkt.ui.screens.settings.screen import SettingsScreen
from kontaktpunkt.ui.screens.settings.store import StorePage
from kontaktpunkt.ui.theme.theme import Mode
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.failures import Obstacle

# The offscreen platform says so of every dialog.
pytestmark = [pytest.mark.ui, pytest.mark.qt_log_ignore("propagateSizeHints")]


WORDS = "fyra ord på rad"
NEW_WORDS = "tre nya fina ord"


@pytest.fixture
def desk() -> CaseDesk:
    """Give a desk in a demo store."""
    return CaseDesk()


@pytest.fixture
def care() -> CareInMemory:
    """Give a store whose key lies under a passphrase."""
    return CareInMemory(WORDS)


@pytest.fixture
def front(opened: OpenFront, desk: CaseDesk) -> Front:
    """Open the window."""
    return opened(desk)


@pytest.fixture
def screen(front: Front, care: CareInMemory) -> SettingsScreen:
    """Open the settings."""
    screen = SettingsScreen(_workplace(front), care)
    front.program.window.add_screen(screen)
    front.program.window.show_screen("settings")
    front.settle()
    return screen


def _workplace(front: Front) -> Workplace:
    workplace = front.program.reception.workplace
    assert workplace is not None
    return workplace


def _turn(front: Front, screen: SettingsScreen, page: object) -> None:
    screen.names.setCurrentRow([*screen.pages].index(page))  # pyright: ignore[reportArgumentType]  any page
    front.settle()


def test_the_look_changes_at_once_and_is_remembered(front: Front, screen: SettingsScreen) -> None:
    """Dark is dark when chosen, and the next time too."""
    mine = screen.mine
    mine.look.setCurrentIndex(mine.look.findData(Mode.DARK.value))

    mine.look.activated.emit(mine.look.currentIndex())
    front.settle()

    assert front.program.theme.tokens.is_dark
    assert front.desk.preferences[Preference.MODE.value] == "dark"


def test_text_size_changes_at_once_and_is_remembered(front: Front, screen: SettingsScreen) -> None:
    """A larger text is larger when chosen."""
    mine = screen.mine
    mine.text_size.setCurrentIndex(mine.text_size.findData(150))

    mine.text_size.activated.emit(mine.text_size.currentIndex())
    front.settle()

    assert front.program.theme.percent == 150
    assert front.desk.preferences[Preference.TEXT_PERCENT.value] == "150"


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("percent", [100, 150])
def test_every_choice_of_a_list_is_seen_when_it_opens(
    front: Front, screen: SettingsScreen, percent: int
) -> None:
    """The last look and the largest text are not cut off below."""
    front.program.theme.set_percent(percent)
    front.settle()
    for choices in (screen.mine.look, screen.mine.text_size):
        choices.showPopup()
        front.settle()
        view = choices.view()
        last = view.visualRect(view.model().index(choices.count() - 1, 0))

        assert last.bottom() < view.viewport().height()
        choices.hidePopup()


def test_single_keys_are_turned_off_for_me(front: Front, screen: SettingsScreen) -> None:
    """Who does not want single keys turns them off, for herself."""
    screen.mine.keys.click()
    front.settle()

    assert front.desk.preferences[Preference.SINGLE_KEYS.value] == "off"


def test_minutes_are_the_municipalitys_own_value(
    front: Front, screen: SettingsScreen, desk: CaseDesk
) -> None:
    """What is typed becomes a setting of the municipality; empty takes the limit away."""
    intake = screen.intake
    _turn(front, screen, intake)
    intake.minutes.setText("30")
    intake.save.click()
    front.settle()
    intake.minutes.setText("")

    intake.save.click()
    front.settle()

    today = local_day(desk.now())
    assert desk.commands == [
        ChangeSetting(key="untaken_minutes", value="30", valid_from=today),
        ChangeSetting(key="untaken_minutes", value="null", valid_from=today),
    ]
    assert front.said == "Ingen gräns är satt"


@pytest.mark.parametrize("typed", ["en halvtimme", "30,5", "-5", "٣"])
def test_minutes_that_are_no_number_are_said_to_be_none(
    front: Front, screen: SettingsScreen, desk: CaseDesk, typed: str
) -> None:
    """Only whole minutes in digits are taken; the rest is said beside the field."""
    _turn(front, screen, screen.intake)
    screen.intake.minutes.setText(typed)

    screen.intake.save_minutes()

    assert desk.commands == []
    assert "hela minuter" in screen.intake.minutes_field.refusal.text()


def test_a_refused_value_is_said_beside_the_field(
    front: Front, screen: SettingsScreen, desk: CaseDesk
) -> None:
    """What a rule says no to is said where it was typed."""
    _turn(front, screen, screen.intake)
    desk.refuses = RefusalReason.BAD_VALUE
    screen.intake.minutes.setText("9")

    screen.intake.save_minutes()
    front.settle()

    assert screen.intake.minutes_field.refusal.text().startswith("Värdet går inte att använda")


def test_the_watched_folder_is_chosen_and_left(
    front: Front, screen: SettingsScreen, desk: CaseDesk
) -> None:
    """A folder is watched from when it is chosen until somebody stops it."""
    _turn(front, screen, screen.intake)
    screen.intake.watch("/srv/in")
    front.settle()
    assert (desk.folder, screen.intake.folder.text()) == ("/srv/in", "/srv/in")

    screen.intake.stop.click()
    front.settle()

    assert desk.folder == ""
    assert not screen.intake.stop.isEnabled()


def test_every_rule_stands_with_its_value_and_source(front: Front, screen: SettingsScreen) -> None:
    """All rules are shown, by a Swedish name, with where they come from or "ej bekräftat"."""
    _turn(front, screen, screen.rules)
    lines = {line.cells[0]: line.cells[1:] for line in screen.rules.model.lines if line.key}

    assert lines["Regionens system"] == ("SAMSA", "● bekräftat", "Västra Götalandsregionen")
    assert lines["Kontorstid"][0] == "mån–fre 07:00–16:30"
    assert lines["Telefontid, vardag"][0].startswith("08:30–11:30 Kontaktpunkten; 13:00")
    assert lines["Telefontid, röd vardag"][:2] == ("ej bekräftat", "○ ej bekräftat")
    assert lines["Ej taget är sent efter (minuter i kontorstid)"][0] == "ingen gräns satt"


@pytest.mark.parametrize("key", known_keys())
def test_every_key_has_a_name_and_no_value_shows_its_innards(desk: CaseDesk, key: str) -> None:
    """No rule is shown under a code name or as a program's own writing."""
    words = key_words(key)

    assert words != key
    assert "_" not in words
    said = value_words(desk.profile().value(key))
    assert said
    assert not {"(", "="} <= set(said)


def test_the_passphrase_is_changed_when_the_old_one_is_right(
    front: Front, screen: SettingsScreen, care: CareInMemory
) -> None:
    """A wrong old passphrase is said; the right one seals the key anew."""
    store = screen.store
    _turn(front, screen, store)
    assert store.passphrase.isVisible()
    store.old.setText("fel")
    store.new.setText(NEW_WORDS)
    store.again.setText(NEW_WORDS)
    store.change_passphrase()
    front.settle()
    assert "inte den nuvarande" in store.old_field.refusal.text()
    store.old.setText(WORDS)

    store.change_passphrase()
    front.settle()

    assert care.passphrase == NEW_WORDS
    assert store.new.text() == ""


@pytest.mark.parametrize(
    "typed",
    [("kort", "kort", "new_field"), ("tolv tecken ja", "x", "again_field")],
)
def test_a_passphrase_that_is_short_or_unlike_is_not_tried(
    front: Front, screen: SettingsScreen, care: CareInMemory, typed: tuple[str, str, str]
) -> None:
    """Too short, or typed in two ways: said beside the field, and nothing is changed."""
    store = screen.store
    new, again, field = typed
    _turn(front, screen, store)
    store.old.setText(WORDS)
    store.new.setText(new)
    store.again.setText(again)

    store.change_passphrase()
    front.settle()

    assert getattr(store, field).refusal.text() != ""
    assert care.passphrase == WORDS


def test_the_recovery_sheet_is_shown_only_when_asked_for(
    front: Front, desk: CaseDesk, care: CareInMemory, tmp_path: Path
) -> None:
    """The key is out of sight until asked for, put away again, and noted when it is out."""
    desk.demo = False
    page = StorePage(_workplace(front), care)
    place = PlaceInMemory(str(tmp_path / "blad.pdf"))
    part = RecoveryPart(_workplace(front), PrinterInMemory(), place)
    part.printed.connect(page.recovery.printed)
    assert part.view.isHidden()
    part.fetch()
    front.settle()
    assert not part.view.isHidden()

    part.save_sheet()
    front.settle()
    part.put_away()

    assert desk.commands == [NoteRecoveryPrinted()]
    assert Path(place.path).read_bytes().startswith(b"%PDF")
    assert part.view.isHidden()
    page.deleteLater()
    part.deleteLater()


def test_a_real_store_without_recovery_sheet_opens_its_page_first(
    opened: OpenFront, desk: CaseDesk, care: CareInMemory
) -> None:
    """Until the sheet is printed, the settings begin with it."""
    desk.demo = False
    front = opened(desk)
    screen = SettingsScreen(_workplace(front), care)
    front.program.window.add_screen(screen)
    front.program.window.show_screen("settings")
    front.settle()

    assert screen.stack.currentWidget() is screen.store
    assert screen.store.recovery.told.text() == "Bladet är inte uttaget än."


def test_a_backup_is_written_where_asked(front: Front, care: CareInMemory, tmp_path: Path) -> None:
    """The copy is written and checked, and the page says where."""
    page = StorePage(_workplace(front), care, PlaceInMemory(str(tmp_path / "kopia.kpb")))

    page.back_up()
    front.settle()

    assert care.asked == [f"backup {tmp_path / 'kopia.kpb'}"]
    assert page.backup_told.text().startswith("Skriven och kontrollerad")
    page.deleteLater()


def test_a_backup_that_cannot_be_written_is_told(
    front: Front, care: CareInMemory, tmp_path: Path
) -> None:
    """A full disk is said in the strip, and the page does not go on saying that it writes."""
    care.says_no = Obstacle.DISK_FULL
    page = StorePage(_workplace(front), care, PlaceInMemory(str(tmp_path / "kopia.kpb")))

    page.back_up()
    front.settle()

    assert "full" in page.backup_told.text()
    page.deleteLater()


def test_erasing_asks_first_and_gives_a_protocol(
    front: Front, screen: SettingsScreen, care: CareInMemory
) -> None:
    """Nothing is erased without a question; afterwards there is a protocol to keep."""
    _turn(front, screen, screen.store)
    screen.store.erase.click()
    front.settle()
    assert care.asked == []
    (box,) = [box for box in front.program.window.findChildren(QDialog) if box.isVisible()]

    buttons = box.findChildren(QAbstractButton)
    next(button for button in buttons if button.text() == "Kasta demodata").click()
    front.settle()

    assert care.asked == ["erase"]
    assert screen.store.protocol_text.toPlainText() == "412 händelser raderade."
    assert screen.store.protocol.isVisible()


def test_of_an_erased_store_only_the_protocol_and_the_door_are_left(
    front: Front, screen: SettingsScreen, desk: CaseDesk, care: CareInMemory
) -> None:
    """Nothing can be opened or written where there is no store; closing leaves it for good."""
    window = front.program.window
    _turn(front, screen, screen.store)
    screen.store.erase.click()
    front.settle()
    (box,) = [box for box in window.findChildren(QDialog) if box.isVisible()]
    buttons = box.findChildren(QAbstractButton)
    next(button for button in buttons if button.text() == "Kasta demodata").click()
    front.settle()
    asked = len(desk.asked)

    for key in (Qt.Key.Key_1, Qt.Key.Key_N, Qt.Key.Key_K, Qt.Key.Key_Plus):
        front.press(key, Qt.KeyboardModifier.ControlModifier)

    assert window.top_screen is screen
    assert not window.rail.isEnabled()
    assert not window.top_line.isEnabled()
    assert not screen.names.isEnabled()
    assert screen.store.save_protocol.isEnabled()
    window.close()
    front.settle()
    assert care.asked == ["erase", "erased"]
    assert len(desk.asked) == asked


def test_the_ways_out_of_the_demo_stand_under_about(
    front: Front, screen: SettingsScreen, care: CareInMemory
) -> None:
    """From the demo one can begin for real, or take a new day."""
    _turn(front, screen, screen.about)

    screen.about.real.click()
    screen.about.new_day.click()

    assert care.asked == ["real", "new day"]
