"""Words and marks of a rule's values: how sure, from which layer, from when until when."""

from typing import Final

from kontaktpunkt.domain.profile import Certainty, LayerKind, ProfileValue
from kontaktpunkt.ui.screens.settings.rule_words import value_words
from kontaktpunkt.wording.words import word

_SHAPES: Final = {
    Certainty.VERIFIED: "●",
    Certainty.SUMMARY: "◐",
    Certainty.INFERENCE: "◔",
    Certainty.UNVERIFIED: "○",
}
OWN: Final = "Kommunens eget värde"
NO_VALUE: Final = "kommunen sätter inget värde"


def mark_words(value: ProfileValue) -> str:
    """Say with a shape and in words how sure a value is."""
    if is_own_nothing(value):
        return f"{_SHAPES[Certainty.VERIFIED]} satt av kommunen"
    return f"{_SHAPES[value.certainty]} {word(value.certainty)}"


def layer_words(value: ProfileValue) -> str:
    """Say from which layer a value comes; nothing where no layer says anything."""
    if value.layer.kind is LayerKind.OWN:
        return f"{OWN} {period_words(value)}".strip()
    said = value.value is not None or value.source or value.certainty is not Certainty.UNVERIFIED
    return value.layer.title if said else ""


def period_words(value: ProfileValue) -> str:
    """Say from when until when a value holds; '' for always."""
    parts = (
        f"från {value.valid_from.isoformat()}" if value.valid_from else "",
        f"till och med {value.valid_to.isoformat()}" if value.valid_to else "",
    )
    return " ".join(part for part in parts if part)


def said_words(value: ProfileValue) -> str:
    """Say a value; the municipality's own nothing is told from what nobody has confirmed."""
    return NO_VALUE if is_own_nothing(value) else value_words(value)


def is_own_nothing(value: ProfileValue) -> bool:
    """Say whether the municipality itself has said that it sets no value."""
    return value.layer.kind is LayerKind.OWN and value.value is None


def shortened(words: str, longest: int = 110) -> str:
    """Say the beginning of what is long; the whole stands where there is room."""
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"
