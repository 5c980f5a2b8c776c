"""The theme in force: follows the operating system until somebody chooses otherwise."""

import re
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from kontaktpunkt.assets import resources
from kontaktpunkt.ui.theme import icons
from kontaktpunkt.ui.theme.tokens import DARK, HIGH_CONTRAST, LIGHT, Tokens

BASE_PIXELS = 15
PERCENTS = (100, 110, 125, 150, 175, 200)
_FAMILY = "Source Sans 3"
_FONT_FILES = ("SourceSans3-Regular.ttf", "SourceSans3-SemiBold.ttf")


class Mode(StrEnum):
    """Which look somebody has chosen; SYSTEM follows the operating system's own settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


class Theme(QObject):
    """Gives colours, sizes, fonts and icons, and tells when they have changed.

    All sizes are logical pixels at 100 % text; `px` gives them at the text size in force.
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self._app = app
        self._mode = Mode.SYSTEM
        self._percent = 100
        self._hints = app.styleHints()
        # Kept in a variable: PySide6 lets the object go otherwise, and its signal with it.
        self._accessibility = self._hints.accessibility()
        self._family = _load_fonts()
        self.tokens = self._choose()
        app.setStyle("Fusion")
        self._hints.colorSchemeChanged.connect(self._follow)
        self._accessibility.contrastPreferenceChanged.connect(self._follow)
        self._apply()

    @property
    def mode(self) -> Mode:
        """Give the look that was chosen."""
        return self._mode

    @property
    def percent(self) -> int:
        """Give the text size in percent, 100 to 200."""
        return self._percent

    def set_mode(self, mode: Mode) -> None:
        """Choose a look."""
        self.set_look(mode, self._percent)

    def set_percent(self, percent: int) -> None:
        """Choose a text size; it is kept between 100 and 200 percent."""
        self.set_look(self._mode, percent)

    def set_look(self, mode: Mode, percent: int) -> None:
        """Choose both, and paint only once, and only when something differs."""
        percent = max(PERCENTS[0], min(PERCENTS[-1], percent))
        if (mode, percent) != (self._mode, self._percent):
            self._mode, self._percent = mode, percent
            self._refresh()

    def px(self, pixels: float) -> int:
        """Give a size at the text size in force."""
        return round(pixels * self._percent / 100)

    def font(self, pixels: float = BASE_PIXELS, *, bold: bool = False) -> QFont:
        """Give the font of the house in a size."""
        font = QFont(self._family) if self._family else QFont(self._app.font())
        font.setPixelSize(self.px(pixels))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def metrics(self, pixels: float = BASE_PIXELS, *, bold: bool = False) -> QFontMetrics:
        """Give the measures of the font of the house."""
        return QFontMetrics(self.font(pixels, bold=bold))

    def icon(self, name: str, colour: str = "") -> QIcon:
        """Give an icon by name, in a colour of the tokens (default the text's)."""
        return icons.icon(name, colour or self.tokens.text)

    def pixmap(self, name: str, colour: str = "", size: float = 16) -> QPixmap:
        """Draw an icon at the text size in force, for painting in lists."""
        ratio = self._app.devicePixelRatio()
        return icons.pixmap(name, colour or self.tokens.text, self.px(size), ratio)

    def _follow(self) -> None:
        if self._mode is Mode.SYSTEM:
            self._refresh()

    def _refresh(self) -> None:
        self.tokens = self._choose()
        self._apply()
        self.changed.emit()

    def _choose(self) -> Tokens:
        fixed = {Mode.LIGHT: LIGHT, Mode.DARK: DARK, Mode.HIGH_CONTRAST: HIGH_CONTRAST}
        if self._mode in fixed:
            return fixed[self._mode]
        if self._accessibility.contrastPreference() is Qt.ContrastPreference.HighContrast:
            return HIGH_CONTRAST
        return DARK if self._hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT

    def _apply(self) -> None:
        # Without a style sheet in force all is measured once, and not with every old rule: a third
        # of the time that it takes to put the new sheet in place of the old one.
        self._app.setStyleSheet("")
        self._app.setPalette(_palette(self.tokens))
        self._app.setFont(self.font())
        self._app.setStyleSheet(self._style_sheet())

    def _style_sheet(self) -> str:
        text = (resources() / "theme" / "kontaktpunkt.qss").read_text(encoding="utf-8")
        text = re.sub(r"~(\d+)~", lambda found: str(self.px(int(found[1]))), text)
        text = re.sub(r"@icon:(\w+)(?::(\w+))?@", self._icon_file, text)
        return re.sub(r"@(\w+)@", lambda found: getattr(self.tokens, found[1]), text)

    def _icon_file(self, found: re.Match[str]) -> str:
        colour: str = getattr(self.tokens, found[2] or "text")
        return icons.tinted_file(found[1], colour)


def stepped(percent: int, step: int) -> int:
    """Give the text size one step larger (1) or smaller (-1) than another, or 100 % (0)."""
    near = min(range(len(PERCENTS)), key=lambda place: abs(PERCENTS[place] - percent))
    return PERCENTS[max(0, min(len(PERCENTS) - 1, near + step)) if step else 0]


def _load_fonts() -> str:
    """Load the font of the house; where it is missing, the system's own will do ('')."""
    for name in _FONT_FILES:
        QFontDatabase.addApplicationFont(str(resources() / "theme" / "fonts" / name))
    return _FAMILY if QFontDatabase.hasFamily(_FAMILY) else ""


def _palette(tokens: Tokens) -> QPalette:
    """Make Qt's own palette, for what the style sheet does not reach."""
    roles = QPalette.ColorRole
    palette = QPalette()
    for role, colour in {
        roles.Window: tokens.window,
        roles.WindowText: tokens.text,
        roles.Base: tokens.surface,
        roles.AlternateBase: tokens.hover,
        roles.Text: tokens.text,
        roles.Button: tokens.surface,
        roles.ButtonText: tokens.text,
        roles.ToolTipBase: tokens.surface,
        roles.ToolTipText: tokens.text,
        roles.PlaceholderText: tokens.text_soft,
        roles.BrightText: tokens.wrong,
        # Fusion's own highlight is 3.7:1 against its text.
        roles.Highlight: tokens.accent,
        roles.HighlightedText: tokens.on_accent,
        roles.Link: tokens.accent,
        roles.LinkVisited: tokens.accent,
        roles.Accent: tokens.accent,
        roles.Mid: tokens.line,
        roles.Dark: tokens.line_strong,
    }.items():
        palette.setColor(role, QColor(colour))
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.text_soft))
    return palette
