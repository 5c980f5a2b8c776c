"""What the card says of a request from regional primary care: decided together, or not yet."""

from kontaktpunkt.domain.events.care_request import PrimaryCareDecided
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.rows import MessageCard
from kontaktpunkt.wording.care_requests import decision_words
from kontaktpunkt.wording.times import when

_LABEL = "Ställningstagande"


def decision_facts(card: MessageCard | None, now: Instant) -> list[tuple[str, str]]:
    """Give the decision as a line of the card; nothing for messages of other kinds."""
    if card is None or card.row.kind is not MessageKind.PRIMARY_CARE_REQUEST:
        return []
    for entry in card.timeline:
        if isinstance(entry.body, PrimaryCareDecided) and not entry.struck:
            return [(_LABEL, decision_words(entry.body, when(entry.at, now)))]
    return [(_LABEL, "saknas, tas tillsammans med regional primärvård i ärendet")]
