"""A text copied from the region's screen: understood by the profile's labels, kept as it was."""

from msgspec import json

from kontaktpunkt.domain.message_kind import Carrier, MessageKind
from kontaktpunkt.domain.pasted import PastedCertainty, PastedField
from kontaktpunkt.domain.profile import with_own_values
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.usecases.desk import HandEntry
from kontaktpunkt.usecases.rows import InboxQuery
from samples import a_house

_TEXT = "Inskrivning\nPatnr: 19340512-9804\nAvdelning: Med 3\n"


def test_the_profiles_own_labels_are_searched_before_the_laws() -> None:
    """The municipality writes in its settings what SAMSA calls the number, and it is found."""
    profile = a_house().anna.profile()
    own = with_own_values(
        profile, {"pasted.number": json.encode(["Patnr"]).decode(), "pasted.ward": '["Enhet"]'}
    )

    assert own.pasted_labels.fields["patnr"] is PastedField.NUMBER
    assert own.pasted_labels.fields["personnummer"] is PastedField.NUMBER
    assert own.pasted_labels.kinds["inskrivning"] is MessageKind.ADMISSION_NOTICE
    assert own.pasted_labels.kinds["inskrivningsmeddelande"] is MessageKind.ADMISSION_NOTICE


def test_a_desk_understands_by_the_rules_in_force() -> None:
    """SAMSA's own word for the message, as Lidköping's profile has it, is offered as its kind."""
    pasted = a_house().anna.understand(_TEXT)

    offered = [p.field for p in pasted.pieces if p.certainty is PastedCertainty.OFFERED]
    assert offered == [PastedField.KIND, PastedField.NUMBER]
    assert pasted.stay.ward == "Med 3"


def test_what_was_pasted_is_kept_as_the_original() -> None:
    """Whoever doubts a fact later can read the text that it was copied from."""
    house = a_house()
    pasted = house.anna.understand(_TEXT)
    entry = HandEntry(
        kind=MessageKind.ADMISSION_NOTICE,
        person=pasted.person,
        number_text="19340512-9804",
        stay=pasted.stay,
        pasted=_TEXT,
    )

    done = house.anna.enter(entry)

    assert not isinstance(done, Refused)
    row = house.anna.inbox(InboxQuery(), 0, 1).rows[0]
    card = house.anna.card(row.message)
    assert card is not None
    assert card.state.taken_in is not None
    assert card.state.taken_in.carrier is Carrier.PASTED
    assert house.anna.original_text(row.message) == _TEXT
