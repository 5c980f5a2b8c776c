"""The window of Nödläge on the copy of a store: asked for, or in the place of a dead store."""

from pathlib import Path


def show_contingency(store: Path, named: str = "") -> int:
    """Show Nödläge on the copy beside a store, or on the one that is named, until it is closed."""
    from kontaktpunkt.bootstrap.contingency.places import beside
    from kontaktpunkt.bootstrap.contingency.using import CopyRoom
    from kontaktpunkt.ui.contingency.app import run

    first = Path(named) if named else beside(store)
    return run(lambda other: CopyRoom(Path(other) if other else first))
