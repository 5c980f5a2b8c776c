"""The program finds what it ships, from a checkout as from a packed folder."""

from kontaktpunkt import assets


def test_the_checkouts_folders_are_found_where_nothing_is_packed() -> None:
    """A developer sees the same profiles and forms as a user does."""
    assert not assets.is_packed()
    assert (assets.resources() / "screenshots").is_dir()
    assert assets.forms().is_dir()
