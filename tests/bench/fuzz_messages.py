"""Runs damaged originals through all readers and prints what became of them; not a test, a hunt.

    PYTHONPATH=app:tests python -m bench.fuzz_messages [COUNT] [SEED] [FORM…]

Every input must get an answer; one that does not is printed with its seed and ends the run. With
KONTAKTPUNKT_SAMPLES set, the samples in that folder are damaged too. It ends with the speed on
whole originals of each form, against the plain parse of the same bytes in the same run.
"""

import email
import io
import json
import os
import random
import resource
import sys
import zipfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Final

from defusedxml.ElementTree import fromstring
from pypdfium2 import PdfDocument

from kontaktpunkt.domain.notice import Notice, SetAside
from kontaktpunkt.domain.overview import Overview
from kontaktpunkt.messages import read
from kontaktpunkt.messages.overview import read_overview_file
from kontaktpunkt.messages.sheets import read_sheet
from kontaktpunkt.usecases.contacts.sheets import Sheet, SheetFault
from property.messages.as_xml import as_xml
from property.messages.bundles import bytes_damaged, damaged, originals
from property.messages.test_sheets_are_total import WHOLE
from unit.messages.parcels_made import SCREEN, enveloped, letter, parcels, pdf, sdk
from unit.messages.test_overview import BLOCKS, CSV, GROUPED, TABBED

_COUNT: Final = 20_000
_SEED: Final = 1
_SECONDS: Final = 2.0
_SMALL: Final = 40_000
_DAY: Final = date(2026, 3, 24)
OVERVIEWS: Final = (TABBED, GROUPED, CSV, BLOCKS)

Damage = Callable[[bytes, random.Random], bytes]


class Form:
    """One form that originals come in: whole ones, how they break, and their plain parse."""

    def __init__(
        self,
        whole: Sequence[bytes],
        damage: Damage,
        parse: Callable[[bytes], object],
        reader: Callable[[bytes], object] = read,
    ) -> None:
        self.reader = reader
        self.whole = whole
        self.damage = damage
        self.parse = parse
        self.answers: Counter[str] = Counter()
        self.slowest = 0.0
        self.slowest_number = 0

    def run(self, number: int, seed: int) -> None:
        """Damage one original and read it."""
        chance = random.Random(seed * 1_000_003 + number)  # noqa: S311  a repeatable hunt
        data = self.damage(chance.choice(self.whole), chance)
        started = perf_counter()
        try:
            answer = self.reader(data)
        except BaseException:
            print(f"no answer: seed {seed}, number {number}")  # noqa: T201  it is a command
            raise
        took = perf_counter() - started
        if took > self.slowest:
            self.slowest, self.slowest_number = took, number
        self.answers[_named(answer)] += 1


def _named(answer: object) -> str:
    """Say what became of an input, in one word."""
    match answer:
        case SetAside(reason=reason):
            return reason.value
        case Overview(lines=lines, unread=unread):
            return f"overview: {'people' if lines else 'unread' if unread else 'nobody'}"
        case SheetFault():
            return answer.value
        case Sheet():
            return "table"
        case _:
            return "taken in" if isinstance(answer, Notice) else type(answer).__name__


def _overview(data: bytes) -> Overview:
    return read_overview_file(data, _DAY)


def forms() -> Mapping[str, Form]:
    """Give all forms; the messages inside parcels are damaged before they are wrapped, or after."""
    whole = originals()
    folder = os.environ.get("KONTAKTPUNKT_SAMPLES")
    if folder:
        whole += [path.read_bytes() for path in sorted(Path(folder).rglob("*.json"))]
    made = parcels()
    screens = [SCREEN.encode(), SCREEN.replace(": ", "\t").encode("cp1252")]
    return {
        "json": Form(whole, damaged, json.loads),
        "xml": Form([_xml(data) for data in whole], _xml_damaged(whole), fromstring),
        "text": Form(screens, _text_damaged, bytes.splitlines),
        "mail": Form(
            [made["mail"], made["mail_words"]],
            _wrapped(whole, lambda data: letter(("application/octet-stream", "x", data))),
            email.message_from_bytes,
        ),
        "pdf": Form(
            [made["pdf"], pdf("Välkommen")],
            _wrapped(screens, lambda data: pdf(data.decode("latin-1"))),
            _plain_pdf,
        ),
        "sdk": Form(
            [made["sdk"], made["sdk_letter"]],
            _wrapped(whole, lambda data: enveloped(sdk(("text/plain", "x", data)))),
            fromstring,
        ),
        "overview": Form(
            [text.encode(name) for text in OVERVIEWS for name in ("utf-8", "cp1252")],
            _text_damaged,
            bytes.splitlines,
            _overview,
        ),
        "table": Form([WHOLE], bytes_damaged, _plain_table, read_sheet),
    }


def _plain_table(data: bytes) -> object:
    with zipfile.ZipFile(io.BytesIO(data)) as parcel:
        return [fromstring(parcel.read(name)) for name in parcel.namelist()]


def main(count: int, seed: int, names: Sequence[str]) -> None:
    """Damage, read, count; then measure."""
    tried = {name: form for name, form in forms().items() if not names or name in names}
    before = _peak_mebibytes()
    for number in range(count):
        list(tried.values())[number % len(tried)].run(number, seed)
    for name, form in tried.items():
        total = sum(form.answers.values())
        print(f"{name}: {total} read, slowest {form.slowest * 1000:.1f} ms "  # noqa: T201  it speaks
              f"(number {form.slowest_number})")  # fmt: skip
        for answer, times in form.answers.most_common():
            print(f"{times:10}  {answer}")  # noqa: T201  it is a command
    print(f"peak memory {_peak_mebibytes():.0f} MiB, before {before:.0f} MiB")  # noqa: T201  it speaks
    for name, form in tried.items():
        _measure(name, form)


def _measure(name: str, form: Form) -> None:
    """Print originals per second of the reader and of the plain parse, and their ratio."""
    small = [data for data in form.whole if len(data) < _SMALL]
    bare, ours = _rate(form.parse, small), _rate(form.reader, small)
    size = sum(map(len, small)) / len(small)
    print(  # noqa: T201  it is a command
        f"{name}: read {ours:.0f}/s ({size:.0f} bytes each), plain parse {bare:.0f}/s: "
        f"{ours / bare:.2f}x"
    )


def _rate(read_one: Callable[[bytes], object], whole: Sequence[bytes]) -> float:
    started = perf_counter()
    done = 0
    while perf_counter() - started < _SECONDS:
        for data in whole:
            read_one(data)
        done += len(whole)
    return done / (perf_counter() - started)


def _xml(data: bytes) -> bytes:
    """Give an original as XML; what is no resource stays as it is."""
    try:
        return as_xml(data)
    except (ValueError, TypeError, AttributeError, KeyError):
        return data


def _xml_damaged(whole: Sequence[bytes]) -> Damage:
    def damage(data: bytes, chance: random.Random) -> bytes:
        if chance.random() < 0.5:
            return bytes_damaged(data, chance)
        return _xml(damaged(chance.choice(whole), chance))

    return damage


def _text_damaged(data: bytes, chance: random.Random) -> bytes:
    """Put the pieces of a screen in another order, double some, leave some out."""
    if chance.random() < 0.4:
        return bytes_damaged(data, chance)
    pieces = data.replace(b": ", b":\x00 \x00").replace(b"\n", b"\x00\n\x00").split(b"\x00")
    for _ in range(chance.randrange(1, 8)):
        here, there = chance.randrange(len(pieces)), chance.randrange(len(pieces))
        pieces[here], pieces[there] = pieces[there], chance.choice(pieces)
    return b"".join(pieces)


def _wrapped(whole: Sequence[bytes], wrap: Callable[[bytes], bytes]) -> Damage:
    def damage(data: bytes, chance: random.Random) -> bytes:
        if chance.random() < 0.7:
            return bytes_damaged(data, chance)
        inner = chance.choice(whole)
        broken = damaged(inner, chance) if inner.startswith(b"{") else _text_damaged(inner, chance)
        return wrap(broken)

    return damage


def _plain_pdf(data: bytes) -> str:
    document = PdfDocument(data)
    return "".join(page.get_textpage().get_text_range() for page in document)


def _peak_mebibytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    wanted = [word for word in sys.argv[1:] if not word.isdecimal()]
    how_many, first = (numbers + [_COUNT, _SEED][len(numbers) :])[:2]
    main(how_many, first, wanted)
