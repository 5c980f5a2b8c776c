"""What a fold is handed: a subject's events, apart from those that were taken back."""

from msgspec import Struct

from kontaktpunkt.domain.ledger.envelope import Event


class Story(Struct, frozen=True, kw_only=True):
    """A subject's events in order.

    `told` is what holds, `withdrawn` what was taken back, `takings_back` the events that did so;
    `frozen` says that something in it needs a newer program.
    """

    told: tuple[Event, ...] = ()
    withdrawn: tuple[Event, ...] = ()
    takings_back: tuple[Event, ...] = ()
    frozen: bool = False
