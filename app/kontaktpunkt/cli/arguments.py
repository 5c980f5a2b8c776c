"""What the command line understands; help in Swedish."""

import argparse
import gettext
import os
import unicodedata
from collections.abc import Sequence
from typing import Final, NoReturn

from kontaktpunkt import __version__
from kontaktpunkt.cli import words

_SWEDISH: Final = {
    "usage: ": "användning: ",
    "options": "val",
    "positional arguments": "argument",
    "show this help message and exit": "visa denna hjälp",
    "show program's version number and exit": "visa programmets version",
    "the following arguments are required: %s": "detta saknas: %s",
    "unrecognized arguments: %s": "okända argument: %s",
    "expected one argument": "ett värde saknas",
    "expected at least one argument": "minst ett värde saknas",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r finns inte (%(choices)s)",
    "not allowed with argument %s": "går inte ihop med %s",
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s\n",
}


_SAME: Final = {"nod": "nöd", unicodedata.normalize("NFD", "nöd"): "nöd"}
"""Nödläge must start from any keyboard: without ö, and with an ö of two letters."""


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks Swedish and leaves with 2 on wrong usage."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong in the command, and leave."""
        self.print_usage_line()
        self.exit(2, f"{self.prog}: {message}\n")

    def print_usage_line(self) -> None:
        """Show how the command is used, on standard error."""
        self._print_message(self.format_usage())


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the arguments; leaves with 0 after help and with 2 on wrong usage."""
    _speak_swedish()
    wish = _parser().parse_args(arguments)
    wish.command = _SAME.get(wish.command, wish.command)
    return wish


def _speak_swedish() -> None:
    """Let argparse say its own phrases in Swedish (it asks gettext for them)."""
    translation = gettext.NullTranslations()
    original = translation.gettext

    def swedish(phrase: str) -> str:
        return _SWEDISH.get(phrase, original(phrase))

    argparse._ = swedish  # type: ignore[attr-defined]  # argparse's own seam for gettext


def _parser() -> Parser:
    parser = Parser(
        prog="kontaktpunkt",
        description=words.ABOUT,
        epilog=words.EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"%(prog)s {__version__}",
        help="visa programmets version",
    )
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--store", metavar="MAPP", default="", help=words.STORE)
    where.add_argument("--demo", action="store_true", help=words.DEMO)
    parser.add_argument("--passphrase-fd", type=_descriptor, metavar="N", help=words.SECRET_FROM)
    parser.add_argument("--by", metavar="VEM", default="", help=words.BY)
    commands = parser.add_subparsers(dest="command", metavar="KOMMANDO", title=words.GROUPS)
    for name, what in words.COMMANDS.items():
        one = commands.add_parser(
            name,
            aliases=[other for other, same in _SAME.items() if same == name],
            help=what,
            description=what[0].upper() + what[1:] + ".",
            epilog=_MORE.get(name, "") + words.EXIT_CODES,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        _common(one)
        _OWN.get(name, _nothing)(one)
    return parser


def _common(parser: argparse.ArgumentParser) -> None:
    """Let what stands before the command stand after it too."""
    hush = argparse.SUPPRESS
    parser.add_argument("--store", metavar="MAPP", default=hush, help=hush)
    parser.add_argument("--demo", action="store_true", default=hush, help=hush)
    parser.add_argument("--by", metavar="VEM", default=hush, help=hush)
    parser.add_argument("--passphrase-fd", type=_descriptor, default=hush, help=hush)


def _count(text: str) -> int:
    """Read a whole number from 1 upwards."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} är inte ett heltal från 1 och uppåt")
    return int(text)


def _descriptor(text: str) -> int:
    """Read the number of a descriptor that is open; the program got it from whoever started it."""
    try:
        os.fstat(int(text))
    except (ValueError, OverflowError, OSError):
        raise argparse.ArgumentTypeError(f"{text!r} är ingen öppen fildeskriptor") from None
    return int(text)


def _nothing(_parser: argparse.ArgumentParser) -> None:
    return


def _listing(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=words.JSON)
    parser.add_argument("--persons", action="store_true", help=words.PERSONS)


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=words.JSON)


def _init(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--municipality", required=True, metavar="KOMMUN", help="kommunens namn")
    parser.add_argument("--profile", required=True, metavar="PROFIL", help=words.PROFILE)
    parser.add_argument("--name", required=True, metavar="NAMN", help="ditt namn")
    parser.add_argument("--role", required=True, metavar="ROLL", help=words.ROLE)
    parser.add_argument("--recovery-sheet", metavar="FIL", help="spara återställningsbladet hit")


def _take_in(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FIL", help="filerna som läses in")
    _json(parser)


def _import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FIL", help="listan (.xlsx eller CSV)")
    parser.add_argument(
        "--dry-run", action="store_true", help="visa vad varje rad skulle ge; ändra inget"
    )


def _inbox(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--view", default="all_open", metavar="VY", help=words.VIEW)
    parser.add_argument("--limit", type=_count, default=100, metavar="N", help="högst så många")
    _listing(parser)


def _case(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="ärendets id")
    _listing(parser)


def _check_id(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("value", metavar="VÄRDE", help="numret")
    parser.add_argument("--on", metavar="ÅÅÅÅ-MM-DD", default="", help="vilken dag det läses")
    _json(parser)


def _form(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAMN", help="blankettens nummer, 'list' eller 'check'")
    parser.add_argument("file", nargs="?", metavar="FIL", default="", help="för 'check'")
    parser.add_argument("--case", metavar="ID", default="", help="fyll i för detta ärende")
    parser.add_argument("-o", "--out", metavar="FIL", default="", help="PDF-filen")
    _json(parser)


def _packet(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", choices=("helg", "driftstopp"), metavar="PAKET", help=words.PACKET)
    parser.add_argument("--out", required=True, metavar="MAPP", help=words.OUT)
    parser.add_argument("--supplement", action="store_true", help=words.SUPPLEMENT)
    parser.add_argument("--outage", metavar="ID", default="", help=words.OUTAGE)
    parser.add_argument("--protected", action="store_true", help=words.PROTECTED_FORMS)
    _json(parser)


def _contingency(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--copy", metavar="FIL", default="", help=words.COPY)
    parser.add_argument("--out", metavar="MAPP", default="", help=words.COPY_OUT)
    parser.add_argument("--exercise", action="store_true", help=words.EXERCISE)
    _listing(parser)


def _liability(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FIL.csv", help="listan")
    parser.add_argument("--profile", required=True, metavar="PROFIL", help=words.PROFILE)
    _json(parser)


def _file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FIL", help="säkerhetskopian")


def _restore(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    parser.add_argument("--recovery-fd", type=_descriptor, metavar="N", help=words.SHEET_FROM)


def _export_message(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="MEDDELANDE", help="meddelandets id")
    parser.add_argument("-o", "--out", required=True, metavar="FIL", help="filen som skrivs")
    parser.add_argument(
        "--protected", action="store_true", help="ja, även om personen har skyddad identitet"
    )


def _tour(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", required=True, metavar="MAPP", help="mappen för bilderna")


def _demo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--new", action="store_true", help="kasta demolagret och gör en ny dag")


_MORE: Final = {"liability": words.STAY_LIST}
"""What a command's help says before the exit codes."""

_OWN: Final = {
    "init": _init,
    "take-in": _take_in,
    "import": _import,
    "inbox": _inbox,
    "case": _case,
    "check-id": _check_id,
    "form": _form,
    "backup": _file,
    "restore": _restore,
    "verify": _json,
    "rebuild": _json,
    "export-message": _export_message,
    "self-test": _json,
    "liability": _liability,
    "weekend": _listing,
    "packet": _packet,
    "nöd": _contingency,
    "demo": _demo,
    "tour": _tour,
}
