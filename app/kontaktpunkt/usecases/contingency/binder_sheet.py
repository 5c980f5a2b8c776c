"""The sheet that lies sealed in the downtime binder (reservpärmen): how Nödläge is started."""

from typing import Final

from kontaktpunkt.domain.paper.printout import ListColumn, ListDocument, ListGroup, PrintFoot

_COLUMNS: Final = (
    ListColumn(label="Vad", weight=4),
    ListColumn(label="Så här", weight=12),
)
_START: Final = (
    (
        "Starta",
        (
            "Dubbelklicka på Nödläge på skrivbordet eller i startmenyn. Finns ingen ikon: skriv "
            "kontaktpunkt nod på en kommandorad."
        ),
    ),
    ("Kopian", "Nödläge säger hur gammal kopian är. Det som har hänt sedan dess står inte där."),
    (
        "Namn och lösenfras",
        "Skriv ditt namn. På en annan dator än den vanliga behövs lösenfrasen nedan.",
    ),
    (
        "Ta ut på papper",
        (
            "Skriv allt på papper, eller välj lista, telefonlista eller blankett. Finns ingen "
            "skrivare: ring efter det som står på skärmen, och spara som PDF."
        ),
    ),
    (
        "Efteråt",
        (
            "När programmet går att öppna igen för det själv in vad som lästes och togs ut, och "
            "visar bladen under Driftstopp."
        ),
    ),
    (
        "Förslut igen",
        "Byt lösenfras i Inställningar, Nödläge, skriv ett nytt blad och försegla det.",
    ),
)
_TO_WRITE: Final = (
    ("Lösenfras, för hand", "\n\n"),
    ("Var det finns fler kopior (USB-minne, mapp)", "\n"),
    ("Förseglat den, av", "\n"),
)
_TRIED: Final = tuple(("Prövad vid övning den, av", "\n") for _ in range(4))


def binder_sheet(store: str, foot: PrintFoot) -> ListDocument:
    """Make the sheet for the store in a folder; the passphrase itself is never printed."""
    place = ("Kopian på den här datorn", store)
    return ListDocument(
        title="Nödläge: blad till reservpärmen",
        subtitle="Förvaras förseglat i reservpärmen. Bryts vid driftstopp och vid övning.",
        columns=_COLUMNS,
        groups=(
            ListGroup(title="Så används nödläget", rows=(*_START, place)),
            ListGroup(title="Skrivs för hand", rows=_TO_WRITE),
            ListGroup(title="Prövad", rows=_TRIED),
        ),
        foot=foot,
        landscape=False,
    )
