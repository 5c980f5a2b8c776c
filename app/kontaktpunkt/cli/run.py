"""Runs one command: finds it, catches what the outside world says no to, gives the exit code."""

import errno
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from importlib import import_module
from io import TextIOWrapper
from typing import Final, cast

from kontaktpunkt.cli.arguments import parse
from kontaktpunkt.usecases.failures import Obstacle, Unavailable

DONE, FAULT, USAGE, NEEDS_SOMEBODY, NOT_NOW = 0, 1, 2, 3, 4

Command = Callable[[Namespace], int]

_WHERE: Final[dict[str, str]] = {
    "init": "start",
    "take-in": "taking_in",
    "import": "importing",
    "inbox": "lists",
    "case": "lists",
    "check-id": "numbers",
    "form": "papers",
    "backup": "care",
    "restore": "care",
    "verify": "care",
    "rebuild": "care",
    "export-message": "export",
    "self-test": "self_test",
    "liability": "payment",
    "weekend": "weekend",
    "packet": "packets",
    "nöd": "contingency",
    "icons": "icons",
    "demo": "show",
    "tour": "show",
    "window": "show",
}
"""Which module holds a command: loaded only when the command is run."""

_FUNCTION: Final = {"import": "import_list", "nöd": "contingency"}
"""The function of a command that cannot, or should not, be named like it."""

_CANNOT_BE_OPENED: Final = frozenset(
    {
        Obstacle.STORE_DAMAGED,
        Obstacle.WRONG_KEY,
        Obstacle.NEWER_STORE,
        Obstacle.NO_STORE,
        Obstacle.STORE_EXISTS,
        Obstacle.NETWORK_PATH,
        Obstacle.BAD_BACKUP,
    }
)


def run(arguments: Sequence[str] | None) -> int:
    """Run what the arguments say and give the exit code."""
    _let_nothing_be_unprintable()
    try:
        wish = parse(arguments)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else USAGE
    sys.excepthook = _our_fault
    try:
        return _done(wish)
    except Unavailable as problem:
        return _not_available(problem)
    except BrokenPipeError:
        # Whoever read our output has left (for example `head`): nothing is wrong with us.
        sys.stderr.close()
        return DONE
    except OSError as problem:
        if problem.errno != errno.ENOSPC:
            raise
        return _not_available(Unavailable(Obstacle.DISK_FULL))


def _let_nothing_be_unprintable() -> None:
    """Let a sign that the terminal's encoding lacks become a mark, instead of ending the command.

    A file's name may be any bytes, and a name may be in letters that an old terminal hasn't.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _done(wish: Namespace) -> int:
    code = _command(wish.command or "window")(wish)
    # What is still held back may meet a full disk: better here than after the exit code.
    if sys.stdout is not None:
        sys.stdout.flush()
    return code


def complain(sentence: str) -> None:
    """Say a problem on standard error."""
    print(sentence, file=sys.stderr)


def _our_fault(_kind: object, problem: BaseException, _where: object) -> None:
    """Say in Swedish that the fault is ours, with a number to quote; Python then leaves with 1."""
    if isinstance(problem, KeyboardInterrupt):
        complain("Avbrutet. Det som redan var sparat är sparat.")
        return
    from kontaktpunkt.bootstrap.places import data_root
    from kontaktpunkt.log import note_fault, open_log

    open_log(data_root(), "command")
    number = note_fault(problem)
    complain(
        "Något gick fel i programmet. Det som redan var sparat är sparat. "
        f"Uppge felnummer {number} till den som sköter det."
    )


def _command(name: str) -> Command:
    module = import_module(f"kontaktpunkt.cli.commands.{_WHERE[name]}")
    return cast("Command", getattr(module, _FUNCTION.get(name, name.replace("-", "_"))))


def _not_available(problem: Unavailable) -> int:
    from kontaktpunkt.wording.failures import sentence_unavailable

    complain(sentence_unavailable(problem))
    return USAGE if problem.obstacle in _CANNOT_BE_OPENED else NOT_NOW
