"""Starts the window of Nödläge, which needs no desk and no store."""

from kontaktpunkt.ui.application import application
from kontaktpunkt.ui.contingency.window import ContingencyWindow, MakeRoom
from kontaktpunkt.ui.theme import icons
from kontaktpunkt.ui.theme.theme import Theme


def run(make_room: MakeRoom) -> int:
    """Show the window until it is closed; gives the exit code of the event loop."""
    app = application()
    app.setDesktopFileName("kontaktpunkt-nodlage")
    theme = Theme(app)
    window = ContingencyWindow(theme, make_room)
    window.alerts.catch_all()
    window.begin()
    code = app.exec()
    window.alerts.release()
    window.deleteLater()
    icons.forget()
    return code
