"""What somebody was typing in a case is there when the case has become one with another."""

from uuid import UUID

from kontaktpunkt.domain.commands import JoinCases
from samples import House, a_house, a_notice, do, id_of


def _two_of_one(house: House) -> tuple[UUID, UUID]:
    """Give the two cases of one person, the one that is going to lead first."""
    house.take_in(a_notice(id="a", stay={"stay_ids": ("s1",)}))
    house.take_in(a_notice(id="b", stay={"stay_ids": ("s2",)}))
    found = sorted(case for case in (house.row(id_of(one)).case for one in "ab") if case)
    leads, gives_way = found
    return leads, gives_way


def test_a_text_typed_in_the_case_that_gave_way_is_found_and_forgotten_once() -> None:
    """She joins, opens the stay, finds her words, goes on with them, and they become a note."""
    house = a_house()
    leads, gives_way = _two_of_one(house)
    house.anna.keep_draft(f"case:{gives_way}", "note", "ringt avd 3")
    do(house.anna, JoinCases(case=leads, other_case=gives_way))

    assert house.anna.draft(f"case:{leads}", "note") == "ringt avd 3"
    assert house.bo.draft(f"case:{leads}", "note") == ""
    card = house.bo.card(id_of("a"))
    assert card is not None
    assert card.colleagues_drafts == ("Anna",)
    house.anna.keep_draft(f"case:{leads}", "note", "ringt avd 3, ej svar")
    assert house.anna.draft(f"case:{leads}", "note") == "ringt avd 3, ej svar"

    house.anna.keep_draft(f"case:{leads}", "note", "")

    assert house.anna.draft(f"case:{leads}", "note") == ""


def test_two_texts_are_shown_one_after_the_other() -> None:
    """Neither of two begun texts is lost by the joining."""
    house = a_house()
    leads, gives_way = _two_of_one(house)
    house.anna.keep_draft(f"case:{leads}", "note", "ett")
    house.anna.keep_draft(f"case:{gives_way}", "note", "två")
    do(house.anna, JoinCases(case=leads, other_case=gives_way))

    assert house.anna.draft(f"case:{leads}", "note") == "ett"
    house.anna.keep_draft(f"case:{leads}", "note", "")

    assert house.anna.draft(f"case:{leads}", "note") == "två"
