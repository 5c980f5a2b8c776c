"""A desk's answers about copied texts: understood by the real reader, known if the test says so."""
# ruff: noqa: D102 – each method is told by the Desk protocol

from kontaktpunkt.domain.pasted import Pasted
from kontaktpunkt.domain.profile import RuleProfile
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.messages import legible, read_pasted
from kontaktpunkt.usecases.pasted_rows import KnownAs, WardSeen


class PastingInMemory:
    """Answers as the real desk does; a test says which text is known already."""

    read_before: KnownAs | None = None
    wards: tuple[WardSeen, ...] = (WardSeen(hospital="Skaraborgs sjukhus", ward="Avd 51"),)

    def profile(self) -> RuleProfile:
        raise NotImplementedError

    def now(self) -> Instant:
        raise NotImplementedError

    def understand(self, text: str) -> Pasted:
        return read_pasted(text, self.profile().pasted_labels, local_day(self.now()))

    def known_as(self, text: str) -> KnownAs | None:
        del text
        return self.read_before

    def text_of(self, data: bytes) -> str:
        return legible(data)

    def wards_seen(self) -> tuple[WardSeen, ...]:
        return self.wards

    def short_term_waiting(self) -> tuple[Instant, ...]:
        """Give no decision that waits for a caseworker."""
        return ()

    def care_requests_to_send(self) -> tuple[Instant, ...]:
        return ()
