"""Answers where resources/ and forms/ lie: the packed copy if there is one, else the checkout's."""

from importlib.resources import files
from pathlib import Path

_PACKAGE = "kontaktpunkt"


def resources() -> Path:
    """Tell the folder of profiles, icons, help, fonts and theme."""
    return _folder("resources")


def forms() -> Path:
    """Tell the folder with one TOML file per paper form."""
    return _folder("forms")


def is_packed() -> bool:
    """Tell whether the program runs from a wheel or a frozen folder, not from a checkout."""
    return (_package() / "resources").is_dir()


def _folder(name: str) -> Path:
    """Find a folder by name; raises FileNotFoundError where neither place has it."""
    packed = _package() / name
    # The checkout: app/kontaktpunkt -> app -> the repo. The one place with such arithmetic.
    for place in (packed, _package().parent.parent / name):
        if place.is_dir():
            return place
    raise FileNotFoundError(packed)


def _package() -> Path:
    """Tell where the package itself stands; Qt and reportlab need real files, so no archive."""
    place = files(_PACKAGE)
    assert isinstance(place, Path), "the program is never run from inside an archive"  # noqa: S101  cannot fail: neither pip nor the packer leaves it zipped
    return place
