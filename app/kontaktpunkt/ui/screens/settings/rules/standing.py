"""What each layer says about a rule, from the law down to the municipality's own values."""

from datetime import date

from PySide6.QtWidgets import QWidget

from kontaktpunkt.domain.profile import LayerKind, RuleProfile
from kontaktpunkt.ui.screens.settings.rules.words import mark_words, period_words, said_words
from kontaktpunkt.ui.widgets.layouts import Section
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.wording.words import word

HOLDS = "gäller nu"
SILENT = "säger inget om det"


class LayersPart(Section):
    """A line per value of each layer; the one that holds today says so."""

    def __init__(self) -> None:
        super().__init__("Nivå för nivå")
        self.lines: list[tuple[str, str]] = []

    def show_rule(self, profile: RuleProfile, key: str, today: date) -> None:
        """Show another rule."""
        self.clear()
        self.lines = layer_lines(profile, key, today)
        for head, said in self.lines:
            self.add(_line(head, said))


def layer_lines(profile: RuleProfile, key: str, today: date) -> list[tuple[str, str]]:
    """Give the lines, the law's first: which layer, and what it says with period and source."""
    holding = profile.value(key, today)
    lines: list[tuple[str, str]] = []
    for layer in profile.layers:
        kind = word(layer.kind)
        head = f"{kind[:1].upper()}{kind[1:]}"
        if layer.kind is not LayerKind.OWN:
            head = f"{head}: {layer.title}"
        said = [value for value in profile.entries.get(key, ()) if value.layer == layer]
        if not said:
            lines.append((head, SILENT))
        for value in said:
            parts = (
                HOLDS if value is holding else "",
                said_words(value),
                mark_words(value),
                period_words(value),
                value.source,
            )
            lines.append((head, " · ".join(part for part in parts if part)))
    return lines


def _line(head: str, said: str) -> QWidget:
    line = Text(f"{head}\n{said}", "strong" if said.startswith(HOLDS) else "")
    line.setContentsMargins(0, 0, 0, 4)
    return line
