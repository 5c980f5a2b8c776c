"""Paper is seen first; a number is taken only when it goes out; a printer that says no is told."""

from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMarginsF, QPoint, QRect, QSizeF, QStandardPaths, Qt
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractButton, QDialog, QFileDialog

from hands.case_desk import CASE, HOUR_AGO, OTHER, CaseDesk, a_form, a_packet
from hands.case_front import workplace_of
from hands.front import Front, OpenFront
from hands.paper_out import A4_INCHES, PlaceInMemory, PrinterInMemory
from hands.rows import NOW
from kontaktpunkt.domain.commands import NoteSheetNotOnPaper, NoteSheetPrinted, VoidSheet
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.paper.form_flaws import Flaw, FlawKind
from kontaktpunkt.domain.paper.form_folder import BrokenForm
from kontaktpunkt.domain.paper.printout import PageImage
from kontaktpunkt.domain.refusal import RefusalReason
from kontaktpunkt.domain.times import MICROSECONDS, Instant
from kontaktpunkt.paper import page_sizes
from kontaktpunkt.ui.printing.document import TODAYS_LIST, Document, Made
from kontaktpunkt.ui.printing.order import Order
from kontaktpunkt.ui.printing.phone_lists import PHONE_LISTS
from kontaktpunkt.ui.printing.printer import QtPaperOut
from kontaktpunkt.ui.printing.saving import QtFileOut
from kontaktpunkt.ui.screens.paper.screen import PaperScreen
from kontaktpunkt.ui.screens.paper.words import PROTECTED as PROTECTED_WORDS
from kontaktpunkt.ui.screens.paper.words import protected_words
from kontaktpunkt.ui.theme.theme import Mode
from kontaktpunkt.usecases.desk import Changed, Desk, PaperPreview
from kontaktpunkt.usecases.paper_rows import PlacedSheet
from kontaktpunkt.usecases.rows import SheetRow

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


@pytest.mark.parametrize(
    ("changed", "drawn"),
    [
        (Changed(cases=frozenset({CASE})), True),
        (Changed(contacts=frozenset({CASE})), True),
        (Changed(everything=True), True),
        (Changed(cases=frozenset({OTHER})), False),
        (Changed(outages=frozenset({OTHER}), shifts=frozenset({OTHER})), False),
    ],
)
def test_a_form_is_drawn_anew_when_it_says_something_else(
    front: Front, screen: PaperScreen, desk: CaseDesk, changed: Changed, *, drawn: bool
) -> None:
    """What happens to her stands on it at once; what happens to others leaves the page alone."""
    before = desk.asked.count(f"preview R2 {CASE.int}")

    screen.workplace.changed.emit(changed)
    front.settle()

    assert desk.asked.count(f"preview R2 {CASE.int}") == before + drawn


@pytest.mark.parametrize(
    ("document", "people", "phones"),
    [(TODAYS_LIST, True, True), (PHONE_LISTS[0], False, True)],
)
def test_a_list_is_drawn_anew_when_what_stands_on_it_changes(
    front: Front, screen: PaperScreen, document: Document, *, people: bool, phones: bool
) -> None:
    """The day's list follows people and phones, a phone list only phones."""
    made: list[str] = []

    def make(desk: Desk) -> Made | None:
        made.append(document.key)
        return document.make(desk)

    screen.show_document(replace(document, make=make))
    front.settle()
    for changed, drawn in (
        (Changed(cases=frozenset({OTHER})), people),
        (Changed(contacts=frozenset({OTHER})), phones),
        (Changed(deviations=frozenset({OTHER})), False),
    ):
        made.clear()
        screen.workplace.changed.emit(changed)
        front.settle()
        assert len(made) == int(drawn), changed


def test_the_number_is_taken_when_the_printer_is_chosen(
    front: Front, screen: PaperScreen, desk: CaseDesk, printer: PrinterInMemory
) -> None:
    """Printer, then number, then pages, and the strip says which."""
    screen.print_paper()
    front.settle()

    assert desk.issued == [("R2", CASE, False)]
    assert printer.painted == [("R2 nr 001 00002 5", 1)]
    assert front.said == "R2 nr 001 00002 5 är skickad till skrivaren"
    assert "page 0 300" in " ".join(desk.asked)


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
    """The failure is said with the number, which is ej på papper until it has come out."""
    printer.takes = False
    screen.print_paper()
    front.settle()
    assert "Nr 001 00002 5 är ej på papper" in screen.sending.problem.text()
    assert desk.commands == [
        NoteSheetNotOnPaper(sheet=UUID(int=72), note="skrivaren tog inte emot")
    ]
    printer.takes = True

    screen.sending.send_again()
    front.settle()

    assert desk.issued == [("R2", CASE, False)]
    assert printer.painted == [("R2 nr 001 00002 5", 1)]
    assert desk.commands[1:] == [NoteSheetPrinted(sheet=UUID(int=72))]
    assert not screen.sending.problem.text()


@pytest.fixture
def packet(front: Front, screen: PaperScreen, desk: CaseDesk) -> Document:
    """Show a packet of a list and five numbered sheets."""
    desk.paper_sizes = (A4_INCHES,) * 6
    preview = PaperPreview(pdf=b"%PDF-1.7", protected=False, title="Paketet")
    document = Document(
        key="packet",
        title="Paketet",
        file_name="paketet.pdf",
        make=lambda _desk: (preview, 1),
        give_out=lambda _desk, _saved: a_packet(desk.paper_sizes),
    )
    screen.show_document(document)
    front.settle()
    return document


def _left(desk: CaseDesk) -> list[int]:
    """Give the pages of the sheets that were noted as ej på papper."""
    noted = (one for one in desk.commands if isinstance(one, NoteSheetNotOnPaper))
    return [one.sheet.int - 80 for one in noted]


@pytest.mark.usefixtures("packet")
def test_a_packet_that_comes_out_whole_leaves_nothing_to_note(
    front: Front, screen: PaperScreen, desk: CaseDesk, printer: PrinterInMemory
) -> None:
    """All its sheets are given out by being made; that they came out needs no word of its own."""
    screen.print_paper()
    front.settle()

    assert printer.painted == [("Paketet", 6)]
    assert desk.commands == []
    assert not screen.sending.bar.isVisible()


@pytest.mark.usefixtures("packet")
def test_a_printer_that_jams_leaves_out_exactly_what_did_not_come(
    front: Front, screen: PaperScreen, desk: CaseDesk, printer: PrinterInMemory
) -> None:
    """Given two pages at a time it jams at the fifth: the last two sheets are ej på papper."""
    printer.most, printer.jams_at = 2, 5

    screen.print_paper()
    front.settle()

    assert printer.painted == [("Paketet", 2), ("Paketet", 2)]
    assert _left(desk) == [4, 5]
    assert "4 sidor är skickade" in screen.sending.problem.text()
    screen.sending.send_again()
    front.settle()
    assert printer.painted[2:] == [("Paketet", 2)]
    assert [one.sheet.int for one in desk.commands if isinstance(one, NoteSheetPrinted)] == [84, 85]


@pytest.mark.usefixtures("packet")
def test_a_printing_is_stopped_between_two_sheets(
    front: Front, screen: PaperScreen, desk: CaseDesk, printer: PrinterInMemory
) -> None:
    """Stopped after the third page, three come out and the rest is ej på papper, not given out."""
    printer.at_page = lambda page: screen.sending.run.stop() if page == 3 else None

    screen.print_paper()
    front.settle()

    assert printer.painted == [("Paketet", 3)]
    assert _left(desk) == [3, 4, 5]
    assert desk.commands[0] == NoteSheetNotOnPaper(sheet=UUID(int=83), note="utskriften stoppades")
    assert screen.sending.problem.text().startswith("Utskriften stoppades")


@pytest.mark.usefixtures("packet")
def test_no_other_paper_is_printed_into_one_that_is_under_way(
    front: Front, screen: PaperScreen, desk: CaseDesk, printer: PrinterInMemory
) -> None:
    """Ctrl+P in the middle of a packet says that one is under way; the packet comes out whole."""
    said: list[str] = []

    def print_another() -> None:
        screen.print_paper()
        said.append(screen.problem.text())

    screen.sending.run.moved.connect(print_another)
    screen.print_paper()
    front.settle()

    assert said[0].startswith("En utskrift pågår")
    assert len(printer.chosen) == 1
    assert printer.painted == [("Paketet", 6)]
    assert desk.commands == []


@pytest.mark.usefixtures("packet")
def test_a_paper_that_was_made_meanwhile_waits_for_the_one_under_way(
    front: Front, screen: PaperScreen, desk: CaseDesk, printer: PrinterInMemory
) -> None:
    """Its number is taken: it is printed after the other, and both are remembered until then."""
    other = Order(
        pdf=b"annat",
        title="Annat",
        sheets=(PlacedSheet(sheet=UUID(int=99), number="", first_page=0, pages=1),),
    )
    kept: list[str] = []

    def one_more(page: int, _of: int) -> None:
        kept.append(desk.preferences.get("paper.under_way", ""))
        if page == 2 and len(kept) == 2:
            screen.sending.send(other)

    screen.sending.run.moved.connect(one_more)
    screen.print_paper()
    front.settle()

    assert [title for title, _pages in printer.painted] == ["Paketet", "Annat"]
    assert printer.painted[0] == ("Paketet", 6)
    assert str(UUID(int=99)) in kept[3]
    assert str(UUID(int=83)) in kept[3]
    assert desk.preferences["paper.under_way"] == ""
    assert desk.commands == []


@pytest.mark.usefixtures("packet")
def test_progress_is_shown_and_the_stop_stands_beside_it(
    front: Front, screen: PaperScreen, printer: PrinterInMemory
) -> None:
    """Whoever waits at the printer sees how far it is, and can stop it."""
    said: list[tuple[str, bool]] = []
    screen.sending.run.moved.connect(
        lambda: said.append((screen.sending.told.text(), screen.sending.stop_button.isVisible()))
    )

    screen.print_paper()
    front.settle()

    assert said[0] == ("Till skrivaren: sida 1 av 6", True)
    assert said[-1] == ("Till skrivaren: sida 6 av 6", True)
    assert not screen.sending.stop_button.isVisible()
    assert printer.widest == round(A4_INCHES[0] * 300)


def test_a_sheet_that_never_came_out_is_printed_from_the_register(
    front: Front, screen: PaperScreen, desk: CaseDesk, printer: PrinterInMemory
) -> None:
    """Days later: the same number again, and then it is given out."""
    register = screen.register
    register.list.setCurrentRow(0)
    assert "ej på papper" in register.list.item(0).text()

    register.again.click()
    front.settle()

    assert printer.painted == [("R2 nr 001 00003 3", 1)]
    assert desk.commands == [NoteSheetPrinted(sheet=UUID(int=69))]
    assert desk.issued == []


def test_a_sheet_that_the_printer_took_and_lost_is_said_by_hand(
    front: Front, screen: PaperScreen, desk: CaseDesk
) -> None:
    """A jam that the computer never heard of."""
    register = screen.register
    register.list.setCurrentRow(1)
    assert not register.again.isEnabled()

    register.lost.click()
    front.settle()

    assert desk.commands == [NoteSheetNotOnPaper(sheet=UUID(int=71))]


def test_a_form_that_is_left_out_is_told_with_file_and_line(
    front: Front, screen: PaperScreen, desk: CaseDesk
) -> None:
    """Somebody spoilt a file: Papper says which and where, and offers the other forms."""
    assert not screen.choices.left_out.isVisible()
    desk.broken = (BrokenForm("R5.toml", (Flaw(kind=FlawKind.MISSING_COMMA, line=12),)),)

    screen.begin()
    front.settle()

    assert screen.choices.left_out.isVisible()
    assert "R5.toml kan inte användas: rad 12" in screen.choices.left_out.text()
    assert screen.choices.papers.item(0).text().startswith("R2")


def test_the_register_s_buttons_keep_their_place(front: Front, screen: PaperScreen) -> None:
    """Choosing a sheet puts no other button where the pointer already is."""
    register = screen.register
    buttons = (register.enter, register.void, register.again, register.lost)

    def places() -> list[QRect]:
        front.settle()
        return [QRect(one.mapTo(screen, QPoint(0, 0)), one.size()) for one in buttons]

    register.list.setCurrentRow(-1)
    unchosen = places()
    for row in range(register.list.count()):
        register.list.setCurrentRow(row)
        assert places() == unchosen, row
        assert all(one.isVisible() for one in buttons)


def test_one_form_for_several_people_is_one_paper(
    front: Front, screen: PaperScreen, desk: CaseDesk, printer: PrinterInMemory
) -> None:
    """Ticked off the list of who is in hospital; all sheets go out together."""
    screen.choices.several.click()
    front.settle()
    people = screen.people
    assert people.list.count() == len(desk.in_hospital()) > 1

    people.all.click()
    assert len(people.cases) == people.list.count()
    people.done.click()
    front.settle()
    count = people.list.count()
    assert screen.choices.whom.text() == f"För {count} personer, ett blad var"
    assert f"preview R2 for {count}" in desk.asked
    screen.print_paper()
    front.settle()

    assert len(desk.issued) == count
    assert printer.chosen == [f"R2 för {count}"]
    screen.choices.blank.click()
    assert screen.choices.choice.cases == ()


def test_the_list_of_people_is_narrowed_by_what_is_typed(
    front: Front, screen: PaperScreen, desk: CaseDesk
) -> None:
    """Only who is shown is chosen by Välj alla; who was ticked before stays ticked."""
    screen.choose_several()
    front.settle()
    people = screen.people
    first = people.list.item(0)
    first.setCheckState(Qt.CheckState.Checked)

    people.narrow.setText("finns ingen som heter så")
    people.all.click()

    assert len(people.cases) == 1
    assert all(people.list.item(at).isHidden() for at in range(people.list.count()))
    assert not screen.print_act.isEnabled()
    people.back.click()
    front.settle()
    assert screen.print_act.isEnabled()
    assert screen.beneath.currentWidget() is screen.register
    assert "issue" not in " ".join(desk.asked)


def test_without_a_printer_saving_is_proposed(
    screen: PaperScreen, printer: PrinterInMemory, desk: CaseDesk
) -> None:
    """A computer without a printer says so before anything is taken."""
    printer.there = False

    screen.print_paper()

    assert screen.problem.text() == "Datorn har ingen skrivare. Spara som PDF i stället."
    assert desk.issued == []


def test_the_register_has_the_numbers_of_a_packet_in_order(
    screen: PaperScreen,
) -> None:
    """Ninety numbers taken at once are looked for by number, below what was taken later."""
    row = SheetRow(sheet=UUID(int=1), number="001000017", form="R2", issued_at=HOUR_AGO)
    later = replace(row, sheet=UUID(int=2), number="001000041", issued_at=NOW)
    packet = tuple(
        replace(row, sheet=UUID(int=nth), number=f"00100{nth:03d}0") for nth in (9, 7, 8)
    )

    screen.register.show_sheets((later, *packet))

    shown = [
        screen.register.list.item(at).text().split(" nr ")[1][:11]
        for at in range(screen.register.list.count())
    ]
    assert shown == ["001 00004 1", "001 00009 0", "001 00008 0", "001 00007 0"]


def test_the_register_has_the_latest_of_two_papers_of_the_same_minute_first(
    screen: PaperScreen,
) -> None:
    """Whoever voids what she has just taken finds it first, though one more was taken before."""
    first = SheetRow(sheet=UUID(int=1), number="001000017", form="R2", issued_at=HOUR_AGO)
    soon = Instant(HOUR_AGO + 2 * MICROSECONDS)
    second = replace(first, sheet=UUID(int=2), number="001000025", issued_at=soon)

    screen.register.show_sheets((second, first))

    assert "001 00002 5" in screen.register.list.item(0).text()
    assert "001 00001 7" in screen.register.list.item(1).text()


def test_what_was_wrong_with_the_printer_is_gone_once_it_is_saved(
    front: Front, screen: PaperScreen, printer: PrinterInMemory, desk: CaseDesk
) -> None:
    """Saved, nothing is wrong any more; a red line left behind would be believed."""
    printer.there = False
    screen.print_paper()
    assert screen.problem.text()

    screen.save_paper()
    front.settle()

    assert desk.issued == [("R2", CASE, True)]
    assert screen.problem.text() == ""


def test_the_question_of_many_papers_names_the_protected_sheets() -> None:
    """Who is asked about a packet of a hundred pages knows which sheets to look after."""
    said = protected_words(("R7 Prov Ek", "R10 Prov Ek"), 1)

    assert "2 blad står utan adress och telefon: R7 Prov Ek, R10 Prov Ek." in said
    assert "1 person står utan namn, och blanketterna skrivs för hand." in said
    assert protected_words((), 0) == PROTECTED_WORDS


def test_a_form_is_saved_as_pdf_with_its_number(
    front: Front, screen: PaperScreen, desk: CaseDesk, place: PlaceInMemory
) -> None:
    """The file holds the numbered paper, and the register knows that it was saved."""
    screen.save_paper()
    front.settle()

    assert Path(place.path).read_bytes().startswith(b"%PDF-1.7 issued Reservrutin")
    assert desk.issued == [("R2", CASE, True)]


def test_a_copy_to_fill_in_is_saved_with_a_number_and_never_printed(
    front: Front, screen: PaperScreen, desk: CaseDesk, place: PlaceInMemory
) -> None:
    """For whoever would rather type: one form at a time, lists and several people cannot."""
    assert screen.fillable_act.isEnabled()

    screen.save_fillable()
    front.settle()

    assert place.proposed == ["ifyllbar-R2.pdf"]
    assert "fillable R2" in desk.asked
    assert desk.issued == [("R2", CASE, True)]
    screen.show_document(TODAYS_LIST)
    front.settle()
    assert not screen.fillable_act.isEnabled()


def test_a_file_that_cannot_be_written_is_told(
    front: Front, screen: PaperScreen, desk: CaseDesk, place: PlaceInMemory
) -> None:
    """A full or missing disk is said in words, and what to do with the number."""
    place.path = "/finns/inte/blankett.pdf"

    screen.save_paper()
    front.settle()

    assert "ej på papper" in screen.sending.problem.text()
    assert desk.commands == [
        NoteSheetNotOnPaper(sheet=UUID(int=72), note="filen gick inte att spara")
    ]


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
    register.list.setCurrentRow(2)
    assert not register.void.isEnabled()
    register.list.setCurrentRow(1)
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


def _painted(printer: QPrinter, *pages: PageImage) -> bool:
    """Paint pages as one job."""
    out = QtPaperOut(printer)
    out.begin("Papper")
    return all(out.add(page) for page in pages) and out.end()


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

    assert _painted(printer, page, page)

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


def test_a_program_that_ended_while_printing_notes_what_had_not_come_out(
    front: Front, screen: PaperScreen, desk: CaseDesk
) -> None:
    """The power went in the middle of a printing: nothing of it stands as given out unsaid."""
    desk.preferences["paper.under_way"] = f"{UUID(int=71)}"

    screen.begin()
    front.settle()

    assert desk.commands == [
        NoteSheetNotOnPaper(sheet=UUID(int=71), note="programmet stängdes under utskriften")
    ]
    assert "Programmet stängdes under en utskrift" in screen.sending.problem.text()
    assert desk.preferences["paper.under_way"] == ""


def test_what_is_on_its_way_is_remembered_until_it_is_out(
    front: Front, screen: PaperScreen, desk: CaseDesk, printer: PrinterInMemory
) -> None:
    """So that the next start can tell."""
    kept: list[str] = []
    printer.at_page = lambda _page: kept.append(desk.preferences["paper.under_way"])

    screen.print_paper()
    front.settle()

    assert kept == [str(UUID(int=72))]
    assert desk.preferences["paper.under_way"] == ""


def test_lying_and_standing_pages_are_printed_in_one_job(tmp_path: Path, qapp: object) -> None:
    """A packet has both: in a file each page lies as it is."""
    del qapp
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "ut.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    stands = PageImage(210, 297, bytes((200,)) * (210 * 297 * 3), 210 * 3)
    lies = PageImage(297, 210, bytes((200,)) * (210 * 297 * 3), 297 * 3)

    assert _painted(printer, stands, lies, stands)

    assert [wide < high for wide, high in page_sizes((tmp_path / "ut.pdf").read_bytes())] == [
        True,
        False,
        True,
    ]


def test_large_text_crushes_no_field(front: Front, screen: PaperScreen) -> None:
    """At 150 percent the column at the left scrolls; each field is as high as it needs to be."""
    front.program.theme.set_look(Mode.LIGHT, 150)
    front.settle()

    column = screen.choices
    for part in (column.purpose, column.papers, screen.register.list):
        assert part.height() >= part.minimumSizeHint().height()
