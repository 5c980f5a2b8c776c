"""The command line: for IT, for scheduled jobs, for scripts; without a command the window opens."""

from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code (0, 1, 2, 3, 4 as `--help` says)."""
    from kontaktpunkt.cli.run import run

    return run(arguments)


def window() -> int:
    """Open the window, for the windowed entry point that has no console."""
    return main([])
