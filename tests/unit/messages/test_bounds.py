"""Files built to keep the reader busy are laid aside at once; unbounded, some take minutes."""

import base64
import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from kontaktpunkt.domain.message_kind import SetAsideReason
from kontaktpunkt.domain.notice import Notice, SetAside
from kontaktpunkt.messages import read
from unit.messages.parcels_made import ADMISSION, SCREEN, letter, sdk

_HEAD = b"From: a@b.example\nTo: c@d.example\n"
_HTML = _HEAD + b"Content-Type: text/html\n\n"
_NESTED = b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n"


def _pages(count: int) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for _ in range(count):
        canvas.drawString(60, 780, "Personnummer: 19340512-9804")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (
            _HEAD + b"Content-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\na\n" * 100_000,
            SetAsideReason.TOO_MANY_PARTS,
        ),
        (_HEAD + b"".join(_NESTED % (n, n) for n in range(400)), SetAsideReason.TOO_DEEP),
        (_HEAD + b"X-A: b\n" * 100_000 + b"\n", SetAsideReason.TOO_MANY_PARTS),
        (_HEAD + b"\n" * 400_000, SetAsideReason.TOO_MANY_PARTS),
        (
            _HEAD + b"Content-Type: a/b; " + b"c=d; " * 5_000 + b"\n\n",
            SetAsideReason.TOO_MANY_PARTS,
        ),
        (_HTML + b"<!--" * 50_000, SetAsideReason.NOTHING_UNDERSTOOD),
        (_HTML + b"<" * 190_000, SetAsideReason.NOTHING_UNDERSTOOD),
        (_HTML + b"<script>" * 20_000, SetAsideReason.NOTHING_UNDERSTOOD),
        (sdk(*[("a/b", "c", b"d")] * 60), SetAsideReason.TOO_MANY_PARTS),
        (_pages(31), SetAsideReason.TOO_MANY_PARTS),
        ((SCREEN + "x" * 100_000).encode(), SetAsideReason.UNKNOWN_FORMAT),
        (b"Namn\n" * 20_000, SetAsideReason.UNKNOWN_FORMAT),
        (b"193405129804 " * 7_000, SetAsideReason.UNKNOWN_FORMAT),
    ],
)
def test_a_file_built_to_keep_the_reader_busy_is_laid_aside(
    data: bytes, reason: SetAsideReason
) -> None:
    """A hostile or broken file costs no more than a look, and the others wait for nothing."""
    answer = read(data)

    assert isinstance(answer, SetAside)
    assert answer.reason is reason


def test_a_large_letter_with_a_message_is_read() -> None:
    """A message with a large picture beside it is still a message."""
    picture = b"\x89PNG\x00" * 1_000_000

    answer = read(letter(("image/png", "a.png", picture), ("application/json", "b", ADMISSION)))

    assert isinstance(answer, Notice)


def test_a_pdf_of_as_many_pages_as_are_read_is_read() -> None:
    """Thirty pages of the same message are read, and say too little to be one."""
    answer = read(_pages(30))

    assert isinstance(answer, SetAside)
    assert answer.reason is SetAsideReason.UNKNOWN_KIND


def test_a_large_file_in_an_sdk_message_is_kept_as_attachment() -> None:
    """An SDK message may carry a picture of several megabytes."""
    picture = base64.b64decode(b"A" * 4_000_000)

    answer = read(sdk(("image/png", "a.png", picture)))

    assert isinstance(answer, Notice)
    assert answer.conversation.attachments[0].size == 3_000_000
