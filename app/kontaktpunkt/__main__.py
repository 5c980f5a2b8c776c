"""Lets `python -m kontaktpunkt` be the same as the command `kontaktpunkt`."""

from kontaktpunkt.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
