"""A storhelg from Maundy Thursday to Tuesday: one line goes from hand to hand and is never lost."""

from datetime import date

from duty_places import at
from kontaktpunkt.domain.commands import AcceptHandover, FinishHandover
from kontaktpunkt.domain.profile import DayKind
from kontaktpunkt.domain.staff import Receiver, Role
from kontaktpunkt.usecases.at_desk import StaffDesk
from kontaktpunkt.usecases.ports import Store
from kontaktpunkt.usecases.weekend.rows import DidKind, HandoverRow, LineDraft, PacketPaper
from samples import House, a_house, do, done

_DAYS = ("2026-04-03", "2026-04-04", "2026-04-05", "2026-04-06")


def _waiting(house: House) -> HandoverRow:
    (row,) = [one for one in house.anna.weekend().handover if one.handed.waits]
    return row


def _says_who_is_there(desk: StaffDesk) -> None:
    page = desk.weekend()
    assert page.today.kind is DayKind.MAJOR_HOLIDAY
    assert page.manned is not None
    assert page.manned.label == "Trygghetscentralen"


def test_a_line_goes_over_easter_from_shift_to_shift(store: Store) -> None:
    """Handed over on Thursday, taken and handed on each day, done on Monday; Tuesday sees it all.

    Nobody is named for Easter in the profile: each day says so, and the line goes to who is there.
    """
    house = a_house(store)
    house.clock.set(at("2026-04-02 15:00"))
    done(house.anna.hand_over((LineDraft(text="Ring om sängen", needs_you=True),)))
    packet = house.anna.make_packet()
    desks = (house.bo, house.anna)
    for nth, day in enumerate(_DAYS):
        desk = desks[nth % 2]
        house.clock.set(at(f"{day} 09:00"))
        row = _waiting(house)
        assert row.handed.begins == at(f"{day} 08:00")
        assert row.late
        _says_who_is_there(desk)
        do(desk, AcceptHandover(shift=row.shift, lines=(row.line,)))
        assert desk.handover_waits().late == 0
        if day == _DAYS[-1]:
            do(desk, FinishHandover(shift=row.shift, line=row.line, note="den kommer onsdag"))
        else:
            house.clock.set(at(f"{day} 19:00"))
            done(desk.hand_over_all(Receiver(role=Role.CARE_SAFETY_CENTRE)))
    house.clock.set(at("2026-04-07 08:00"))

    page = house.anna.weekend()

    assert isinstance(packet, PacketPaper)
    assert page.before is not None
    assert page.before.days == tuple(date.fromisoformat(day) for day in _DAYS)
    assert [one.kind for one in page.did] == [DidKind.LINE_DONE] * len(_DAYS)
    assert page.to_act_on == 0
    assert page.to_shred == 1
    assert house.is_clean
