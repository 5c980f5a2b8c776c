"""Prepared, looked over, called for, sent, ended, taken back: in any order the list holds."""

from hypothesis import given
from hypothesis import strategies as st

from kontaktpunkt.domain.commands import EndCareRequest, LookOverCareRequest, TickDocumented
from kontaktpunkt.domain.events.care_request import CareRequestContent
from kontaktpunkt.usecases.care_request_rows import Going, Standing, Whom
from kontaktpunkt.usecases.verifying import rebuild
from samples import House, a_house, a_notice, a_number, a_person

_WHOM = Whom(number_text=a_number(1).value, name="Prov1 Provsson")
_DEEDS = ("prepare", "look over", "send", "tick", "end", "undo", "admit")


def _do(house: House, deed: str, nth: int) -> None:
    """Do it, or be refused: both are allowed, nothing else is."""
    desk = house.anna
    rows = {row.name: row for row in desk.care_requests()}
    row = rows.get("Prov1 Provsson")
    match deed:
        case "prepare":
            desk.prepare_care_request(_WHOM, CareRequestContent(services=f"nr {nth}"), None)
        case "send":
            desk.send_to_emergency(Going(whom=_WHOM, text="Insatser", system="SAMSA"))
        case "look over" if row is not None:
            desk.act(LookOverCareRequest(person=row.person))
        case "end" if row is not None:
            desk.act(EndCareRequest(person=row.person))
        case "tick" if row is not None and row.case is not None and row.item is not None:
            desk.act(TickDocumented(case=row.case, item=row.item))
        case "undo":
            desk.undo()
        case "admit":
            house.take_in(a_notice(id=f"in{nth}", person=a_person(1)))
        case _:
            pass
    house.clock.advance(1)


@given(st.lists(st.sampled_from(_DEEDS), max_size=12))
def test_what_waits_and_what_is_kept_agree_in_any_order(deeds: list[str]) -> None:
    """Whatever is done and undone: the number in the rail is what the list says, also rebuilt."""
    house = a_house()
    for nth, deed in enumerate(deeds):
        _do(house, deed, nth)

    rows = house.anna.care_requests()

    waiting = [row for row in rows if row.standing is Standing.TO_SEND]
    assert len(house.anna.care_requests_to_send()) == len(waiting) <= 1
    for row in waiting:
        card = house.anna.care_request(row.person)
        assert card is not None
        assert card.text == "Insatser"
    rebuild(house.anna)
    assert house.anna.care_requests() == rows
    assert house.is_clean
