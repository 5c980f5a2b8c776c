"""The first start for real: one panel, faults beside the fields, a passphrase only where needed."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kontaktpunkt.domain.profile import ProfileChoice, choosable_profiles
from kontaktpunkt.domain.staff import Role
from kontaktpunkt.ui.application import application
from kontaktpunkt.ui.care import KeyPlace, StartWish
from kontaktpunkt.ui.screens.start.panel import StartPanel
from kontaktpunkt.ui.screens.start.window import StartWindow
from kontaktpunkt.ui.theme.theme import Theme
from kontaktpunkt.usecases.failures import Obstacle, Unavailable

# The offscreen platform says so of every window of its own.
pytestmark = [pytest.mark.ui, pytest.mark.qt_log_ignore("propagateSizeHints")]

PROFILES = Path(__file__).parents[2] / "resources" / "profiles"
RING = KeyPlace(key_ring="KWallet")
NO_RING = KeyPlace(reason="Datorn har ingen nyckelring som går att lita på.")
WORDS = "fyra ord på rad"


@pytest.fixture
def choices() -> tuple[ProfileChoice, ...]:
    """Give the profiles that are shipped."""
    texts = {place.stem: place.read_text("utf-8") for place in PROFILES.glob("*.toml")}
    return choosable_profiles(texts)


def _fill(panel: StartPanel) -> None:
    panel.municipality.setText(" Lidköping ")
    panel.profile.setCurrentIndex(panel.profile.findData("lidkoping"))
    panel.name.setText("A. Berg")
    panel.role.setCurrentIndex(panel.role.findData(Role.UNIT_MANAGER))


def test_with_a_key_ring_no_passphrase_is_asked_for(
    qtbot: QtBot, choices: tuple[ProfileChoice, ...]
) -> None:
    """Municipality, rules, name and role are all that is asked; where the key lies is said."""
    panel = StartPanel(choices, RING)
    qtbot.addWidget(panel)
    _fill(panel)

    with qtbot.waitSignal(panel.begin_wanted) as wanted:
        panel.send()

    assert wanted.args == [
        StartWish(
            municipality="Lidköping", profile="lidkoping", name="A. Berg", role=Role.UNIT_MANAGER
        )
    ]


def test_without_a_key_ring_a_passphrase_is_asked_for_with_the_reason(
    qtbot: QtBot, choices: tuple[ProfileChoice, ...]
) -> None:
    """Why a passphrase is needed stands above it; it must be long enough, and typed twice alike."""
    panel = StartPanel(choices, NO_RING)
    qtbot.addWidget(panel)
    _fill(panel)
    panel.passphrase.setText("kort")
    panel.send()
    assert "för kort" in panel.fields["passphrase"].refusal.text()
    panel.passphrase.setText(WORDS)
    panel.again.setText("annat")
    panel.send()
    assert "inte lika" in panel.fields["again"].refusal.text()
    panel.again.setText(WORDS)

    wishes: list[StartWish] = []
    panel.begin_wanted.connect(wishes.append)
    panel.send()

    assert [wish.passphrase for wish in wishes] == [WORDS]
    assert WORDS not in repr(wishes)


def test_an_empty_panel_says_what_is_missing_and_sends_nothing(
    qtbot: QtBot, choices: tuple[ProfileChoice, ...]
) -> None:
    """Each missing thing is said beside its field."""
    panel = StartPanel(choices, RING)
    qtbot.addWidget(panel)

    with qtbot.assertNotEmitted(panel.begin_wanted):
        panel.send()

    said = {name for name, field in panel.fields.items() if field.refusal.text()}
    assert said == {"municipality", "name"}


def test_the_wish_is_sent_once(qtbot: QtBot, choices: tuple[ProfileChoice, ...]) -> None:
    """While the store is being made a second Enter makes no second store."""
    panel = StartPanel(choices, RING)
    qtbot.addWidget(panel)
    _fill(panel)
    panel.send()

    with qtbot.assertNotEmitted(panel.begin_wanted):
        panel.send()

    assert panel.failure.text() == "Skapar lagret …"


def test_the_window_closes_when_the_store_is_made(
    qtbot: QtBot, choices: tuple[ProfileChoice, ...]
) -> None:
    """Made is made: the window goes, and says that it was."""
    made: list[StartWish] = []
    window = StartWindow(choices, RING, made.append)
    qtbot.addWidget(window)
    window.show()
    _fill(window.panel)

    window.panel.send()
    qtbot.waitUntil(lambda: not window.isVisible())

    assert window.begun
    assert [wish.municipality for wish in made] == ["Lidköping"]


def test_a_store_that_cannot_be_made_is_told_and_all_that_was_typed_stays(
    qtbot: QtBot, choices: tuple[ProfileChoice, ...]
) -> None:
    """A full disk is said in words, and one can try again."""

    def fail(_wish: StartWish) -> None:
        raise Unavailable(Obstacle.DISK_FULL)

    window = StartWindow(choices, RING, fail)
    qtbot.addWidget(window)
    window.show()
    _fill(window.panel)

    window.panel.send()
    qtbot.waitUntil(window.panel.begin.isEnabled)

    assert "Disken är full" in window.panel.failure.text()
    assert window.panel.name.text() == "A. Berg"
    window.close()
    assert not window.begun


def test_the_button_is_in_sight_with_every_fault_told(
    qtbot: QtBot, choices: tuple[ProfileChoice, ...]
) -> None:
    """Whoever has missed everything still sees what to press next."""
    theme = Theme(application())
    window = StartWindow(choices, NO_RING, lambda _wish: None)
    qtbot.addWidget(window)
    window.show()

    window.panel.send()
    QApplication.processEvents()

    foot = window.panel.begin.mapTo(window, QPoint(0, window.panel.begin.height()))
    assert window.panel.fields["passphrase"].refusal.isVisible()
    assert foot.y() <= window.height()
    assert not window.panel.begin.visibleRegion().isEmpty()
    window.close()
    theme.deleteLater()
