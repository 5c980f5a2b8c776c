"""An exercise held against its script: two calls entered, one slip told, no real list touched."""

from datetime import date
from pathlib import Path

import pytest

from e2e.office import ANNA, Office, RunningClock, a_letter
from hands.eyes import rows_of
from hands.stops import Stops
from hands.workstation import Workstation
from kontaktpunkt.domain.figures.spell import Period
from kontaktpunkt.domain.message_kind import Carrier
from kontaktpunkt.domain.times import MINUTE, Instant
from kontaktpunkt.usecases.desk import Desk
from kontaktpunkt.usecases.follow_up.rows import FollowUpQuery
from kontaktpunkt.usecases.rows import InboxQuery, InboxView
from samples import NOW

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

ASA, ASK, CEDER = "Åsa Öberg", "Övning Ask", "Övning Ceder"
NONE_OF = ("R1", "R3", "R4", "R5", "R6", "R7", "R8", "R10", "R13", "S1")
BLANKS = dict.fromkeys(NONE_OF, 0) | {"R2": 1}


@pytest.fixture
def clock() -> RunningClock:
    """Give the story's clock: an ordinary Tuesday morning."""
    return RunningClock(NOW)


@pytest.fixture
def calm_day(tmp_path: Path, clock: RunningClock) -> Office:
    """Give a contact point with one person in hospital, and nothing that is down."""
    office = Office(tmp_path / "lager", clock=clock)
    office.found()
    letter = a_letter(tmp_path / "förut", "asa-in")
    with office.desk() as opened:
        opened.desk.take_in(letter.name, letter.read_bytes(), Carrier.FOLDER)
    return office


def test_an_exercise_with_its_script_touches_nothing_real(
    at_work: Workstation, calm_day: Office, clock: RunningClock, tmp_path: Path
) -> None:
    """It is declared, called, entered, timed and told as a stop is; lists and figures stand."""
    anna, stops = at_work, Stops(at_work)
    with calm_day.desk() as opened:
        before = _all_that_is_real(opened.desk)
    anna.start(calm_day.opening())
    _begin(anna, stops, tmp_path)
    clock.turn_to(Instant(NOW + 40 * MINUTE))
    _two_papers_are_entered(anna, stops)
    _how_it_went(anna, stops)
    _closed(anna, stops, tmp_path / "protokoll.pdf")
    anna.close()
    with calm_day.desk() as opened:
        assert _all_that_is_real(opened.desk) == before


def _all_that_is_real(desk: Desk) -> tuple[object, ...]:
    """Give the lists, and the register of numbers, as anybody would see them."""
    inbox = desk.inbox(InboxQuery(view=InboxView.ALL_OPEN), 0, 50).rows
    follow_up = desk.follow_up(FollowUpQuery())
    return (
        [(row.name, row.kind) for row in inbox],
        [row.name for row in desk.in_hospital()],
        [(row.case, row.group, row.next_step) for row in follow_up.rows],
        desk.figures(Period(date(2026, 3, 1), date(2026, 3, 31))).figures,
        desk.sheets(),
    )


def _begin(anna: Workstation, stops: Stops, to: Path) -> None:
    stops.go()
    anna.click(stops.room.home.declare.kind.box("exercise"))
    anna.press("Ctrl+Return")
    assert anna.said == "Övning begonnen: SAMSA"
    assert stops.bar.startswith("ÖVNING: SAMSA nere sedan 08:40")
    anna.shot("ovning-begonnen")
    packet = stops.take_packet(BLANKS, to / "paket.pdf")
    assert CEDER in packet
    assert ASA not in packet
    assert "ÖVNING" in packet
    stops.go()
    anna.click(stops.room.tabs[2])
    anna.shot("ovning-fliken")
    anna.click(stops.room.practice.script)
    script = stops.save(to / "manus.pdf")
    assert "Övning Ceder är utskrivningsklar nu, klockan 8.40" in script
    anna.press("Ctrl+1")
    assert stops.bar.startswith("ÖVNING: SAMSA nere")
    anna.shot("ovning-over-inkorgen")


def _two_papers_are_entered(anna: Workstation, stops: Stops) -> None:
    """Ceder's with one wrong clock, Ask's all right on a blank paper."""
    stops.go()
    anna.press("F5", "Ctrl+Shift+S", "Ctrl+Return")
    assert stops.bar.startswith("ÖVNING: SAMSA är igång igen"), stops.bar
    stops.to_papers()
    stops.show("Alla")
    anna.shot("ovningens-blad")
    (ceder,) = stops.numbers(CEDER)
    (blank,) = stops.numbers("tomt blad")
    stops.scan(ceder)
    assert CEDER in anna.reads(stops.entry.form), anna.reads(stops.entry)
    stops.fill(
        {
            "call_date": "2403",
            "call_time": "0850",
            "caller_name": "Mona Falk",
            "ready_date": "2403",
            "ready_time": "1040",
            "doctor": "Eva Sand",
        }
    )
    anna.shot("r5-infors")
    for key, letter in (("sent_how", "P"), ("sip_needed", "N")):
        stops.entry.form.walking.go_to(stops.entry.form.parts[key])
        anna.press(letter)
    stops.fill({"received_by": ANNA})
    anna.press("Ctrl+Return")
    assert anna.said.startswith(f"Införd: R5 nr {ceder}"), stops.entry.failure.text()

    stops.go()
    stops.to_papers()
    stops.scan(blank)
    stops.type_paper("ÖVNING-01", ASK, "Storgatan 1", "2403", "0845", "Ivar Lind")
    stops.fill(
        {
            "ward": "Medicin 3",
            "admitted_on": "2403",
            "admitted_time": "0215",
            "expected_discharge": "2703",
        }
    )
    stops.entry.form.walking.go_to(stops.entry.form.parts["consent"])
    anna.press("J")
    stops.fill({"received_by": ANNA})
    anna.press("Ctrl+Return")
    anna.shot("efter-r2")
    assert anna.said.startswith(f"Införd: R2 nr {blank}"), stops.entry.failure.text()


def _how_it_went(anna: Workstation, stops: Stops) -> None:
    """The slip is told with what was right, and the time; the inbox holds who was in it before."""
    stops.go()
    anna.click(stops.room.tabs[2])
    practice = stops.room.practice
    assert practice.sum.text().startswith("2 av 7 samtal införda, 15 av 16 fält rätt.")
    rows = rows_of(practice.table)
    assert "Rätt: 8 av 8" in rows[0]
    assert "Klockan (exakt): 10:40 (rätt 08:40)" in rows[1]
    assert "inte infört än" in rows[2]
    anna.shot("sa-gick-det")
    anna.press("Ctrl+1")
    (row,) = stops.rooms.inbox_rows()
    assert ASA in row


def _closed(anna: Workstation, stops: Stops, to: Path) -> None:
    stops.go()
    stops.to_papers()
    stops.show("Väntar på avsändaren")
    anna.press("Ctrl+A", "F")
    stops.answer()
    stops.show("Kvar")
    anna.press("Ctrl+A", "M")
    stops.answer("användes inte")
    assert stops.balance == ("7 utlämnade = 2 återfunna + 5 makulerade. Alla nummer är redovisade.")
    anna.shot("jamnt")
    stops.to_now()
    anna.press("Ctrl+G")
    anna.type("manuset")
    anna.press("Ctrl+Return", "Ctrl+G", "Ctrl+Return")
    assert anna.said == "Driftstoppet är avslutat", anna.said
    assert stops.bar == ""
    anna.click(stops.room.now.ending.protocol)
    told = " ".join(stops.save(to).split())
    for words in (
        "Protokoll: övning",
        "En vanlig förmiddag: 15 av 16 fält rätt.",
        "5 samtal blev ingen införd blankett.",
    ):
        assert words in told, words
    anna.shot("protokollet")
    stops.go()
    statistics = stops.room.home.statistics
    assert rows_of(statistics.year_table) == []
    (row,) = rows_of(statistics.stop_table)
    assert row.startswith("Stopp: ÖVNING: SAMSA")
    anna.shot("statistiken")
