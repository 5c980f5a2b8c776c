"""An invoice is held against our own evidence: each stay with its reason, each sum a basis."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hands.desk import DeskInMemory
from hands.front import Front, OpenFront
from hands.paper_out import PlaceInMemory
from hands.typing import type_text
from kontaktpunkt.domain.payment import PaidStay
from kontaktpunkt.ui.screens.liability.results import INVOICED_SUM
from kontaktpunkt.ui.screens.liability.screen import LiabilityScreen

pytestmark = [pytest.mark.ui, pytest.mark.qt_log_ignore("propagateSizeHints")]

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
_HEAD = (
    "id,admission_notice_sent,ready_notice_sent,ready_withdrawn,sip_needed,summons_sent,"
    "regional_services,discharged,home_municipality,placing_municipality,care"
)
_ADMITTED = "2019-06-01T08:00:00+02:00"
LIST = "\n".join(
    (
        _HEAD,
        f"V1,{_ADMITTED},2019-06-03T10:00:00+02:00,,no,,available,2019-06-09T13:00:00+02:00,Eka,,",
        f"V2,{_ADMITTED},2019-06-03T12:00:01+02:00,,yes,,available,2019-06-09T13:00:00+02:00,Eka,,",
        f"V3,{_ADMITTED},2019-06-03T10:00:00,,no,,available,2019-06-09T13:00:00+02:00,Eka,,",
        f"V4,{_ADMITTED},2019-06-03T10:00:00+02:00,,no,,available,2019-07-09T13:00:00+02:00,A,Bo,",
    )
)


@pytest.fixture
def desk() -> DeskInMemory:
    """Give a desk whose own profile is the law's."""
    desk = DeskInMemory()
    desk.own_profile = "lag-2017-612"
    return desk


@pytest.fixture
def front(opened: OpenFront, desk: DeskInMemory) -> Front:
    """Open the window at Fakturakontroll."""
    front = opened(desk)
    front.program.reception.show("liability")
    front.settle()
    return front


@pytest.fixture
def screen(front: Front) -> LiabilityScreen:
    """Give the screen."""
    return cast("LiabilityScreen", front.program.window.screens["liability"])


def _copy(text: str) -> None:
    """Copy a text, as from the region's list."""
    # With no QMimeData made here: the clipboard outlives Python, and would free it too late.
    QGuiApplication.clipboard().setText(text)


def _paste_list(front: Front, screen: LiabilityScreen) -> None:
    _copy(LIST)
    screen.box.setFocus()
    front.press(K.Key_V, CTRL)


def _row(screen: LiabilityScreen, row: int) -> list[str]:
    return [screen.results.stays.cell(row, column) for column in range(6)]


def test_a_pasted_list_is_worked_out_at_once(front: Front, screen: LiabilityScreen) -> None:
    """Each stay stands with start, payer, days and amount, or with the reason why not."""
    _paste_list(front, screen)

    assert _row(screen, 0) == [
        "V1",
        "2019-06-06",
        "Eka",
        "3",
        "23\N{NO-BREAK SPACE}400\N{NO-BREAK SPACE}kr",
        "",
    ]
    assert _row(screen, 1)[5] == "kallelse till SIP saknas (5 kap. 3 § 2 st.)"
    assert _row(screen, 2)[2] == "Bo"
    assert "Underlag, inte en faktura" in screen.about.text()


def test_a_row_that_cannot_be_read_is_told_and_the_rest_is_shown(
    front: Front, screen: LiabilityScreen
) -> None:
    """Nothing is lost: the faulty line stands with line and column, the others are worked out."""
    _paste_list(front, screen)
    front.press(K.Key_4, ALT)

    assert screen.results.stays.rowCount() == 3
    assert screen.results.faults.cell(0, 0) == "4"
    assert screen.results.faults.cell(0, 1) == "ready_notice_sent"
    assert "tidszon" in screen.results.faults.cell(0, 2)


def test_a_stay_opens_to_its_evidence(front: Front, screen: LiabilityScreen) -> None:
    """The chosen stay says which notice, which section and which source."""
    _paste_list(front, screen)
    first = screen.results.evidence.lines.toPlainText()
    front.press(K.Key_Down)

    assert "Utskrivningsklar: 2019-06-03 10:00 · 5 kap. 3 §" in first
    assert "HSLF-FS 2018:67" in first
    assert "Kallelse till SIP: saknas · 4 kap. 3 §" in screen.results.evidence.lines.toPlainText()


def test_other_rules_work_the_same_list_out_anew(front: Front, screen: LiabilityScreen) -> None:
    """Another profile is chosen: averages count instead, and the level is named with its source."""
    _paste_list(front, screen)

    screen.bar.profile.setCurrentIndex(screen.bar.profile.findData("skane"))
    front.settle()

    assert _row(screen, 0)[5] == "genomsnittsmodell: räknas per kommun"
    assert "överskrider nivån 3 (ur sammanfattning)" in screen.results.months.cell(0, 7)


def test_the_period_is_of_the_discharge(front: Front, screen: LiabilityScreen) -> None:
    """Who left after the period is not counted, and that is said."""
    _paste_list(front, screen)

    screen.bar.last.setFocus()
    type_text(screen.bar.last, "2019-06-30")
    front.press(K.Key_Return)

    assert screen.results.stays.rowCount() == 2
    assert "1 utanför perioden" in screen.about.text()


def test_a_day_that_is_no_day_is_told_beside_the_field(
    front: Front, screen: LiabilityScreen
) -> None:
    """A day that cannot be read changes nothing."""
    _paste_list(front, screen)

    screen.bar.first.setFocus()
    type_text(screen.bar.first, "2019-06-31")
    front.press(K.Key_Return)

    assert screen.bar.first_field.refusal.text() == "Skriv dagen som 2026-03-31."
    assert screen.results.stays.rowCount() == 3


def test_what_the_region_invoiced_is_typed_and_the_difference_said(
    front: Front, screen: LiabilityScreen
) -> None:
    """The invoice's sum is written beside ours: what is too much stands there at once."""
    _paste_list(front, screen)
    front.press(K.Key_3, ALT)
    table = screen.results.payer_table
    table.setCurrentIndex(screen.results.payers.index(1, INVOICED_SUM))

    front.press(K.Key_F2)
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "31 200,00 kr")
    QTest.keyClick(field, K.Key_Return)
    front.settle()

    assert screen.results.payers.cell(1, 0) == "Eka"
    assert screen.results.payers.cell(1, 7) == "+7\N{NO-BREAK SPACE}800\N{NO-BREAK SPACE}kr"


def test_what_is_no_number_is_not_taken(front: Front, screen: LiabilityScreen) -> None:
    """A slip of the hand is told, and what stood there stays."""
    _paste_list(front, screen)

    screen.results.payers.setData(screen.results.payers.index(1, INVOICED_SUM), "fel")
    front.settle()

    assert screen.refusal.text().startswith("”fel” är inget tal.")
    assert screen.results.payers.cell(1, INVOICED_SUM) == ""


def test_an_invoice_can_be_pasted(front: Front, screen: LiabilityScreen) -> None:
    """Lines with municipality, days and kronor are taken; a stranger among them is told."""
    _paste_list(front, screen)
    front.press(K.Key_3, ALT)
    _copy("Kommun\tdygn\tkr\nEka kommun\t3,00\t23 400\nBos kommun\t30\t234 000\nGrums\t1\t7 800")

    front.press(K.Key_V, CTRL)

    assert screen.results.payers.cell(1, 6) == "stämmer"
    assert screen.results.payers.cell(1, 7) == "stämmer"
    assert screen.refusal.text() == "Hittade ingen kommun för: Grums."


def test_our_own_cases_are_worked_out_in_the_same_way(
    front: Front, screen: LiabilityScreen, desk: DeskInMemory
) -> None:
    """One key takes our own cases instead of a list."""
    _paste_list(front, screen)
    desk.own_stays = (PaidStay(id="194001010000", home_municipality="Eka"),)

    front.press(K.Key_E, CTRL)

    assert screen.results.stays.rowCount() == 1
    assert "våra egna ärenden" in screen.about.text()


def test_the_basis_is_saved_as_pdf_and_csv_and_noted(
    front: Front, screen: LiabilityScreen, desk: DeskInMemory, tmp_path: Path
) -> None:
    """What is saved says that it is no invoice, and the access log knows of it."""
    _paste_list(front, screen)
    screen.saving.pdf_out = PlaceInMemory(str(tmp_path / "a.pdf"))
    screen.saving.csv_out = PlaceInMemory(str(tmp_path / "a.csv"))

    front.press(K.Key_S, CTRL)
    front.press(K.Key_S, CTRL | Qt.KeyboardModifier.ShiftModifier)

    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")
    assert "Underlag, inte en faktura" in (tmp_path / "a.csv").read_text("utf-8-sig")
    assert desk.asked.count("printed Fakturakontroll None 3") == 2
    assert front.said.startswith("Underlaget är sparat")


def test_a_file_that_is_no_list_is_told_by_line_and_column(
    front: Front, screen: LiabilityScreen
) -> None:
    """Something else than the list is told of, and the field stays open for the right one."""
    screen.take_list(b"id,namn\n1,2\n")
    front.settle()

    assert screen.refusal.text().startswith("Rad 1, kolumn namn: Kolumnen finns inte i formatet.")
    assert screen.stages.currentWidget() is screen.box


def test_another_list_pasted_over_the_answer_begins_anew(
    front: Front, screen: LiabilityScreen
) -> None:
    """Ctrl+V in the answer takes the next list, wherever among it the hand stands."""
    _paste_list(front, screen)
    assert screen.results.stays.rowCount() == 3
    for stand in (screen.results.stay_table, screen.results):
        _copy("\n".join(LIST.splitlines()[:2]))
        stand.setFocus()
        front.press(K.Key_V, CTRL)
        assert screen.results.stays.rowCount() == 1
        screen.take_list(LIST.encode())
        front.settle()
        assert screen.results.stays.rowCount() == 3


def test_what_was_typed_of_an_invoice_is_not_lost_to_a_paste(
    front: Front, screen: LiabilityScreen
) -> None:
    """With an invoice half typed in, a paste beside it says how instead of emptying it."""
    _paste_list(front, screen)
    front.press(K.Key_3, ALT)
    _copy("Eka kommun\t3,00\t23 400")
    front.press(K.Key_V, CTRL)
    screen.results.stay_table.setFocus()
    front.press(K.Key_1, ALT)
    _copy("\n".join(LIST.splitlines()[:2]))
    front.press(K.Key_V, CTRL)

    assert screen.results.stays.rowCount() == 3
    assert "Ctrl+L" in screen.refusal.text()


def test_a_new_control_begins_with_an_empty_field(front: Front, screen: LiabilityScreen) -> None:
    """The list and what was invoiced are let go, and another list can be pasted."""
    _paste_list(front, screen)

    front.press(K.Key_L, CTRL)

    assert screen.stages.currentWidget() is screen.box
    assert screen.box.hasFocus()
    assert screen.box.toPlainText() == ""


def test_the_palette_finds_the_control_by_its_name(opened: OpenFront, desk: DeskInMemory) -> None:
    """Ctrl+K and the first letters lead there from anywhere."""
    front = opened(desk)
    front.press(K.Key_K, CTRL)
    field = QApplication.focusWidget()
    assert field is not None
    type_text(field, "fakturak")
    front.settle()

    front.press(K.Key_Return)

    top = front.program.window.top_screen
    assert top is not None
    assert top.key == "liability"
