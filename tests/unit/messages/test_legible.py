"""A set-aside original is shown as people read it, so that it can be filled in by hand."""

import pytest

from kontaktpunkt.messages import legible
from unit.messages.parcels_made import ADMISSION, SCREEN, letter, pdf


def test_a_letter_shows_who_wrote_what_and_which_files_lie_in_it() -> None:
    """The nurse reads the letter as in her mail program."""
    data = letter(("application/pdf", "Läkemedel.pdf", pdf("x")), words="Hej.\nHon är hemma.")

    shown = legible(data)

    assert shown.startswith(
        "Från: Birgit Exempelsson <birgit@region.example>\nSkickat: Mon, 09 Mar"
    )
    assert "Ämne: Birgit Exempelsson 340512-9804\n\nHej.\nHon är hemma." in shown
    assert shown.endswith("Bilaga: Läkemedel.pdf")


def test_a_letter_in_html_shows_its_words() -> None:
    """No marks of the page's making stand between the words."""
    assert "Hej & hå\nBilaga" not in legible(letter(words="", html="<p>Hej &amp; <b>hå</b></p>"))
    assert legible(letter(words="", html="<p>Hej &amp; <b>hå</b></p>")).endswith("Hej & hå")


def test_a_pdf_shows_the_text_of_its_pages() -> None:
    """What can be marked and copied in a PDF is what is shown."""
    assert "Medicinavdelning 3" in legible(pdf(SCREEN))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        pdf(""),
        pdf("x", locked_with="hemligt"),
        b"%PDF-1.7 x",
        b"From: a@b.example\nTo: c@d.example\nContent-Type: application/pkcs7-mime\n\nMII=",
    ],
)
def test_what_holds_no_text_shows_nothing(data: bytes) -> None:
    """A picture is not shown as strange signs."""
    assert legible(data) == ""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_shows_as_it_stands(encoding: str) -> None:
    """Swedish letters are right, whichever program wrote the file."""
    assert legible("Åke är hemma".encode(encoding)) == "Åke är hemma"


def test_a_message_shows_as_it_was_sent() -> None:
    """The original of a message is shown unchanged, and a long one only to its first part."""
    assert legible(ADMISSION) == ADMISSION.decode()
    assert len(legible(b"a" * 300_000)) == 200_000
    assert len(legible(b"a" * 5_000_000)) == 200_000
