"""Paper is seen first; a number is taken only when it goes out; a printer that says no is told."""

from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMarginsF, QSizeF, QStandardPaths
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractButton, QDialog, QFileDialog

from hands.case_desk import CASE, CaseDesk, a_form
from hands.case_front import workplace_of
from hands.front import Front, OpenFront
from hands.paper_out import PlaceInMemory, PrinterInMemory
from kontaktpunkt.domain.commands import VoidSheet
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.paper.printout import PageImage
from kontaktpunkt.domain.refusal import RefusalReason
from kontaktpunkt.ui.printing.document import TODAYS_LIST
from kontaktpunkt.ui.printing.printer import paint_pages
from kontaktpunkt.ui.printing.saving import QtFileOut
from kontaktpunkt.ui.screens.paper.screen import PaperScreen

# The offscreen platform says so of every dialog.
pytestmark = [pytest.mark.ui, pytest.mark.qt_log_ignore("propagateSizeHints")]


@pytest.fixture
def desk() -> CaseDesk:
    """Give a desk with one form."""
    return CaseDesk()


@pytest.fixture
def printer() -> PrinterInMemory:
    """Give a printer."""
    return PrinterInMemory()


@pytest.fixture
def place(tmp_path: Path) -> PlaceInMemory:
    """Give a place to save in."""
    return PlaceInMemory(str(tmp_path / "blankett.pdf"))


@pytest.fixture
def front(opened: OpenFront, desk: CaseDesk) -> Front:
    """Open the window."""
    return opened(desk)


@pytest.fixture
def screen(front: Front, printer: PrinterInMemory, place: PlaceInMemory) -> PaperScreen:
    """Show the form for a person, with a printer and a place of the test's own."""
    workplace = front.program.reception.workplace
    assert workplace is not None
    screen = PaperScreen(workplace, printer, place)
    front.program.window.add_screen(screen)
    screen.show_for(CASE)
    front.program.window.show_screen("paper")
    front.settle()
    return screen


def _answer(front: Front, yes: bool) -> None:  # noqa: FBT001  reads well where it is called
    (box,) = [box for box in front.program.window.findChildren(QDialog) if box.isVisible()]
    wanted = "Till skrivaren" if yes else "Avbryt"
    buttons = box.findChildren(QAbstractButton)
    next(button for button in buttons if button.text() == wanted).click()
    front.settle()


def test_a_preview_takes_no_number(screen: PaperScreen, desk: CaseDesk) -> None:
    """Looking costs nothing: the page is shown, nothing is in the register."""
    assert screen.view.pages == 1
    assert desk.issued == []
    assert screen.choices.whom.text() == "För Karin Övergaard"


def test_the_number_is_taken_when_the_printer_is_chosen(
    front: Front, screen: PaperScreen, desk: CaseDesk, printer: PrinterInMemory
) -> None:
    """Printer, then number, then pages, and the strip says which."""
    screen.print_paper()
    front.settle()

    assert desk.issued == [("R2", CASE, False)]
    assert printer.painted == [("R2 nr 001 00002 5", 1)]
    assert front.said == "R2 nr 001 00002 5 är skickad till skrivaren"
    assert "pages 300" in " ".join(desk.asked)


def test_a_change_of_mind_in_the_dialog_costs_no_number(
    front: Front, screen: PaperScreen, desk: CaseDesk, printer: PrinterInMemory
) -> None:
    """Cancelling where the printer is chosen leaves no trace."""
    printer.cancels = True

    screen.print_paper()
    front.settle()

    assert desk.issued == []


def test_a_printer_that_says_no_leaves_the_number_to_use_again_or_void(
    front: Front, screen: PaperScreen, desk: CaseDesk, printer: PrinterInMemory
) -> None:
    """The failure is said with the number; trying again takes no new one."""
    printer.takes = False
    screen.print_paper()
    front.settle()
    assert "Nummer 001 00002 5 är taget" in screen.problem.text()
    printer.takes = True

    screen.print_again()
    front.settle()

    assert desk.issued == [("R2", CASE, False)]
    assert printer.painted == [("R2 nr 001 00002 5", 1)]


def test_without_a_printer_saving_is_proposed(
    screen: PaperScreen, printer: PrinterInMemory, desk: CaseDesk
) -> None:
    """A computer without a printer says so before anything is taken."""
    printer.there = False

    screen.print_paper()

    assert screen.problem.text() == "Datorn har ingen skrivare. Spara som PDF i stället."
    assert desk.issued == []


def test_a_form_is_saved_as_pdf_with_its_number(
    front: Front, screen: PaperScreen, desk: CaseDesk, place: PlaceInMemory
) -> None:
    """The file holds the numbered paper, and the register knows that it was saved."""
    screen.save_paper()
    front.settle()

    assert Path(place.path).read_bytes().startswith(b"%PDF-1.7 issued Reservrutin")
    assert desk.issued == [("R2", CASE, True)]


def test_a_file_that_cannot_be_written_is_told(
    front: Front, screen: PaperScreen, place: PlaceInMemory
) -> None:
    """A full or missing disk is said in words, and what to do with the number."""
    place.path = "/finns/inte/blankett.pdf"

    screen.save_paper()
    front.settle()

    assert "makulera det i registret" in screen.problem.text()


def test_a_protected_person_is_asked_about_first(
    front: Front, screen: PaperScreen, desk: CaseDesk, printer: PrinterInMemory
) -> None:
    """Nothing about a protected person goes to a printer without a question."""
    desk.protected_paper = True
    screen.begin()
    front.settle()

    screen.print_paper()
    front.settle()
    _answer(front, yes=False)
    assert printer.chosen == []
    screen.print_paper()
    front.settle()
    _answer(front, yes=True)

    assert printer.painted == [("R2 nr 001 00002 5", 1)]


def test_a_blank_form_is_one_click_away(front: Front, screen: PaperScreen, desk: CaseDesk) -> None:
    """The same form, for nobody."""
    screen.choices.blank.click()
    front.settle()

    assert desk.asked[-2].startswith("preview R2")
    assert screen.choices.whom.text() == "Tom blankett"
    assert screen.choices.choice.case is None


@pytest.mark.parametrize("leaves_first", [True, False])
def test_from_the_rail_the_paper_is_for_nobody(
    front: Front,
    screen: PaperScreen,
    desk: CaseDesk,
    leaves_first: bool,  # noqa: FBT001  a case of the test
) -> None:
    """The person of the last paper is not the person of the next: only P says whom it is for."""
    window = front.program.window
    if leaves_first:
        window.show_screen("inbox")
        front.settle()
        assert screen.choices.case is None

    window.place_wanted.emit("paper")
    front.settle()

    assert window.top_screen is screen
    assert screen.choices.whom.text() == "Tom blankett"
    assert screen.choices.choice.case is None
    assert [said for said in desk.asked if said.startswith("preview")][-1] == "preview R2"


def test_todays_list_is_noted_and_takes_no_number(
    front: Front, screen: PaperScreen, desk: CaseDesk, printer: PrinterInMemory
) -> None:
    """The list goes out without a number, and that it did is in the access log."""
    screen.show_document(TODAYS_LIST)
    front.settle()

    screen.print_paper()
    front.settle()
    _answer(front, yes=True)

    assert desk.issued == []
    assert desk.noted == [("Dagens lista", None, len(desk.in_hospital()))]
    assert printer.painted == [("Dagens lista", 1)]


def test_a_refusal_is_said_and_nothing_is_printed(
    front: Front, screen: PaperScreen, desk: CaseDesk, printer: PrinterInMemory
) -> None:
    """When the numbers are used up, that is said."""
    desk.refuses = RefusalReason.NUMBERS_USED_UP

    screen.print_paper()
    front.settle()

    assert "slut" in screen.problem.text()
    assert printer.painted == []


def test_a_sheet_is_voided_with_its_reason(
    front: Front, screen: PaperScreen, desk: CaseDesk
) -> None:
    """A sheet that is not to be used is voided; one that is voided already offers nothing."""
    register = screen.register
    register.list.setCurrentRow(1)
    assert not register.void.isEnabled()
    register.list.setCurrentRow(0)
    register.reason.setText("fastnade i skrivaren")

    register.void.click()
    front.settle()

    assert desk.commands == [VoidSheet(sheet=UUID(int=71), reason="fastnade i skrivaren")]


def test_an_empty_register_offers_nothing_to_void(screen: PaperScreen) -> None:
    """Where there is no sheet, no reason is asked for."""
    register = screen.register
    assert register.reason.isVisible()

    register.show_sheets(())

    assert not register.reason.isVisible()
    assert not register.void.isVisible()
    assert register.none.isVisible()


def test_saving_begins_among_the_documents(front: Front) -> None:
    """A paper is not put in the folder of the program."""
    window = front.program.window
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    Path(QStandardPaths.writableLocation(documents)).mkdir(parents=True, exist_ok=True)

    QtFileOut().choose(window, "R2.pdf", lambda _path: None)

    (dialog,) = window.findChildren(QFileDialog)
    assert dialog.directory().path() == QStandardPaths.writableLocation(documents)
    assert [Path(path).name for path in dialog.selectedFiles()] == ["R2.pdf"]
    dialog.reject()


def test_pages_are_enlarged_and_fitted_again(front: Front, screen: PaperScreen) -> None:
    """Plus enlarges, minus shrinks, and the width can be fitted again."""
    before = screen.view.drawn_dpi

    screen.view.step(1)
    front.settle()
    larger = screen.view.drawn_dpi
    screen.view.fit()
    front.settle()

    assert larger > before
    assert screen.view.drawn_dpi == before


@pytest.mark.parametrize(("width", "height"), [(210, 297), (297, 210)])
def test_pages_are_painted_over_the_whole_sheet(
    tmp_path: Path, qapp: object, width: int, height: int
) -> None:
    """What was seen comes out at full size, standing or lying, one sheet for each page."""
    del qapp
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "ut.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF())
    page = PageImage(width, height, bytes((200,)) * (width * height * 3), width * 3)

    assert paint_pages(printer, (page, page))

    import pypdfium2  # noqa: PLC0415  only here

    document = pypdfium2.PdfDocument(tmp_path / "ut.pdf")
    sizes = [QSizeF(*document[number].get_size()) for number in range(len(document))]
    document.close()
    assert len(sizes) == 2
    assert all((size.width() < size.height()) == (width < height) for size in sizes)


def test_the_form_of_the_message_is_proposed_first(front: Front, desk: CaseDesk) -> None:
    """P on an utskrivningsklar gives its form; a message with none leaves the choice as it was."""
    notice = replace(a_form(), stands_for=(MessageKind.ADMISSION_NOTICE,))
    ready = replace(a_form(), number="R5", stands_for=(MessageKind.READINESS_NOTICE,))
    desk.sheet_forms = (replace(a_form(), number="R1"), notice, ready)

    for kind, number in (
        (MessageKind.READINESS_NOTICE, "R5"),
        (MessageKind.ADMISSION_NOTICE, "R2"),
        (MessageKind.LEAVE_NOTICE, "R2"),
    ):
        workplace_of(front).paper_wanted.emit(CASE, kind)
        front.settle()
        shown = front.program.window.screens["paper"]
        assert isinstance(shown, PaperScreen)
        form = shown.choices.choice.form
        assert form is not None
        assert form.number == number
