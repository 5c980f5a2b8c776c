"""The colours that everything on screen is painted with: light, dark and high contrast."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """One set of colours (#RRGGBB), each named by what it means, never by what it looks like.

    Red (`wrong`) means that *we* are late or that something is wrong, amber (`today`) today;
    nothing else is red or amber. Text on its ground has a contrast of at least 4.5:1 (WCAG 1.4.3).
    """

    name: str
    is_dark: bool
    window: str  # behind everything
    surface: str  # lists, cards, fields
    raised: str  # rail, top line, strip, heads
    hover: str
    line: str
    line_strong: str  # edges of fields and buttons (3:1 against what is around)
    text: str
    text_soft: str  # what is read second
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str  # ground of what is chosen
    accent_soft_idle: str  # ground of what is chosen while focus is elsewhere
    wrong: str
    wrong_soft: str
    today: str
    today_soft: str
    good: str


LIGHT = Tokens(
    name="light",
    is_dark=False,
    window="#F4F6F8",
    surface="#FFFFFF",
    raised="#EBEFF3",
    hover="#F1F5F9",
    line="#DBE1E8",
    line_strong="#7C8896",
    text="#17202B",
    text_soft="#4C5967",
    accent="#17598F",
    accent_hover="#124872",
    on_accent="#FFFFFF",
    accent_soft="#DCEAF6",
    accent_soft_idle="#E6EBF0",
    wrong="#A8201A",
    wrong_soft="#FBE9E7",
    today="#7A4F00",
    today_soft="#FFF2D9",
    good="#1E6440",
)

DARK = Tokens(
    name="dark",
    is_dark=True,
    window="#14181D",
    surface="#1B2027",
    raised="#20262E",
    hover="#242B34",
    line="#323B46",
    line_strong="#7A8795",
    text="#E7ECF1",
    text_soft="#AEB9C5",
    accent="#7FB8EA",
    accent_hover="#A2CCF1",
    on_accent="#0C1B29",
    accent_soft="#22394F",
    accent_soft_idle="#2A323C",
    wrong="#FF9A90",
    wrong_soft="#43211F",
    today="#F0C060",
    today_soft="#3C3018",
    good="#86CFA4",
)

HIGH_CONTRAST = Tokens(
    name="high_contrast",
    is_dark=True,
    window="#000000",
    surface="#000000",
    raised="#000000",
    hover="#1A1A1A",
    line="#B8B8B8",
    line_strong="#FFFFFF",
    text="#FFFFFF",
    text_soft="#F0F0F0",
    accent="#6FE3FF",
    accent_hover="#B0F1FF",
    on_accent="#000000",
    accent_soft="#00384A",
    accent_soft_idle="#262626",
    wrong="#FFA39B",
    wrong_soft="#3D0B08",
    today="#FFD75E",
    today_soft="#332700",
    good="#8FF0B4",
)


_KNEE = 0.04045  # where sRGB goes from straight to curved (IEC 61966-2-1)


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours, 1 to 21 (WCAG 2.1, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= _KNEE else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
