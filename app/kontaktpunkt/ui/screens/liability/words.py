"""What the invoice control's screen says of itself."""

from typing import Final

from kontaktpunkt.domain.profile import RuleProfile
from kontaktpunkt.usecases.invoice_control import ControlPage
from kontaktpunkt.wording.invoices import saying
from kontaktpunkt.wording.invoices.paper import period

EXPLAINED: Final = (
    "Öppna eller släpp regionens lista över vårdtillfällen (CSV), klistra in den här, eller ta "
    "våra egna ärenden. Kolumnerna står i hjälpen (F1). Allt som räknas fram är underlag, inte en "
    "faktura, och inget sparas förrän du sparar det."
)
OWN: Final = "Vår egen"
PASTE_INVOICE: Final = (
    "Skriv vad regionen har fakturerat i de två fakturakolumnerna, eller klistra in rader med "
    "kommun, dygn och belopp (Ctrl+V)."
)


def own_profile(profile: RuleProfile | None) -> str:
    """Name the municipality's own profile."""
    return f"{OWN}: {profile.title}" if profile is not None else OWN


def about(page: ControlPage) -> str:
    """Say what was worked out: whose stays, which period, by which rules."""
    count = len(page.stays)
    stays = "1 vårdtillfälle" if count == 1 else f"{count} vårdtillfällen"
    whose = "våra egna ärenden" if page.is_own else "listan"
    parts = [f"{stays} ur {whose}, {period(page)}", saying.head(page.profile)]
    if page.outside:
        parts.insert(1, f"{page.outside} utanför perioden")
    if page.masked:
        parts.insert(1, f"{page.masked} med skyddade personuppgifter")
    return ". ".join(parts)


def faults_title(count: int) -> str:
    """Name the view of what could not be read."""
    return f"Ej lästa rader ({count})"


PASTE_HERE: Final = (
    "Fakturans rader klistras in under Kommuner och faktura. En ny lista: Ctrl+L och sedan Ctrl+V, "
    "då försvinner det som är skrivet om fakturan."
)
"""What a paste beside the invoice's table means when something of an invoice has been typed."""
