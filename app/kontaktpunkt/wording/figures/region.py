"""The region's own indicator in words: what it is, and why it differs from ours."""

from typing import Final

INDICATOR: Final = "Nära vårdindikatorn ”Utskrivningsklar”"

WHY_THEY_DIFFER: Final = (
    f"{INDICATOR} räknas av regionen ur regionens system. Våra siffror räknas ur de meddelanden "
    "som kom hit. De kan skilja sig för att regionen räknar utan dag noll (jämför därför med vår "
    "siffra utan dag noll), för alla invånare och inte bara dem vi fick meddelande om, efter "
    "folkbokföring, med rättelser som aldrig sändes hit, eller för att en utskrivning inte är "
    "noterad hos oss. En skillnad är en fråga att ställa, inte ett fel hos någon."
)
