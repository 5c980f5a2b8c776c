"""Four hours without SAMSA and forty papers: two are missing, one came twice, and all balances."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from e2e.office import ANNA, Office, RunningClock, a_letter
from e2e.stop_office import CHIEF, PEOPLE, a_row, a_stop_office, at, overview
from hands.eyes import rows_of
from hands.stops import Stops
from hands.workstation import Workstation
from kontaktpunkt.domain.commands import CloseOutage
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from samples import a_number

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

GRETA = "Greta Provsson"
READY = "2026-03-24 11:45"
BLANKS = {"R1": 3, "R2": 10, "R3": 0, "R4": 0, "R5": 5, "R6": 0, "R7": 0, "R8": 0, "R10": 1}


@pytest.fixture
def clock() -> RunningClock:
    """Give the story's clock: Tuesday morning, five minutes after it went down."""
    return RunningClock(at("08:55"))


@pytest.fixture
def morning(tmp_path: Path, clock: RunningClock) -> Office:
    """Give a contact point with five people in hospital, and a chief who may sign."""
    return a_stop_office(tmp_path, clock)


def test_a_stop_of_four_hours_with_forty_papers(
    at_work: Workstation, morning: Office, clock: RunningClock, tmp_path: Path
) -> None:
    """What was told by telephone is one with what came by wire; every number is answered for."""
    anna, stops = at_work, Stops(at_work)
    anna.start(morning.opening())
    _declare(anna, stops)
    packet = stops.take_packet(BLANKS | {"R13": 1, "S1": 3}, tmp_path / "paket.pdf")
    assert "Driftstopp i SAMSA" in packet
    assert "Prov1 Provsson" in packet
    _tell_and_ring(anna, stops, clock)
    _take_the_rest(anna, stops, clock, tmp_path, morning)
    _it_is_over(anna, stops, clock)
    _r2_about_somebody_new(anna, stops, clock)
    _r5_about_somebody_known(anna, stops)
    _the_same_comes_by_wire(anna, stops, clock, tmp_path)
    _the_pile(anna, stops)
    _what_the_hospital_has_entered(anna, stops)
    _two_are_missing(anna, stops)
    _it_does_not_balance(anna, stops, morning)
    _the_chief_signs(anna, stops)
    _compared_with_the_source(anna, stops)
    _closed(anna, stops, tmp_path)


def _declare(anna: Workstation, stops: Stops) -> None:
    stops.go()
    assert "Är något nere?" in anna.reads()
    anna.shot("ar-nagot-nere")
    panel = stops.room.home.declare
    stops.write(panel.since.text, "0850")
    anna.press("Ctrl+Return")
    assert anna.said == "Driftstopp anmält: SAMSA"
    assert "SAMSA nere sedan 08:50" in anna.reads()
    assert "Blanketterna gäller från 10:50, om 1 tim 5" in anna.reads()
    anna.press("Ctrl+G")
    anna.type("INC-4711")
    anna.press("Tab")
    anna.type("Regionens IT")
    anna.press("Tab")
    anna.type("0930")
    anna.shot("felanmalt")
    anna.press("Ctrl+Return")
    assert anna.said == "Felanmälan är noterad"
    assert "INC-4711 till Regionens IT" in anna.reads()
    assert "Paketet" in anna.reads()


def _tell_and_ring(anna: Workstation, stops: Stops, clock: RunningClock) -> None:
    stops.go()
    told = stops.room.now.told
    for box in list(told.boxes.values()):
        anna.click(box)
    anna.shot("underrattade")
    clock.turn_to(at("10:51"))
    anna.press("F5")
    assert "Blanketterna gäller nu, sedan 10:50" in anna.reads()
    assert "nästa besked" in stops.bar
    assert "2 av 2 kvar" in anna.reads()
    anna.shot("klockan-ar-inne")
    stops.room.now.ringing.table.setFocus()
    anna.press("I")
    assert anna.said == "Avd 3, Sjukhuset: inget nytt"


def _news_on_a_blank(anna: Workstation, stops: Stops) -> None:
    """A ward tells of somebody new: a blank of the packet is there to write on."""
    call = stops.room.now.call
    anna.press("N")
    assert call.ward.text() == "Avd 4, Sjukhuset"
    anna.type("Greta Provsson kom in i natt")
    assert call.form.currentText() == "R2, ny inskriven"
    anna.shot("nagot-nytt")
    anna.press("Ctrl+Shift+Return")
    assert anna.top is stops.room
    assert anna.said == "Ta ett tomt R2 ur paketet, 10 ligger där"


def _news_on_a_form_that_is_missing(anna: Workstation, stops: Stops, to: Path) -> None:
    """A ward rings of later dates: the packet has no blank for that, so Papper makes it."""
    call = stops.room.now.call
    anna.press("Ctrl+R")
    anna.type("Avd 3, Sjukhuset")
    stops.write(call.text, "Alla fem går hem senare")
    anna.click(call.ticks.box("incoming"))
    stops.choose(call.form, "R3")
    anna.shot("ny-planering")
    anna.press("Ctrl+Shift+Return")
    choices = stops.rooms.paper.choices
    assert anna.top is stops.rooms.paper
    assert choices.choice.form is not None
    assert choices.choice.form.number == "R3"
    assert "SAMSA nere sedan 08:50" in anna.reads(choices)
    anna.click(choices.several)
    anna.click(stops.rooms.paper.people.all)
    anna.click(stops.rooms.paper.people.done)
    anna.shot("r3-for-fem")
    told = stops.save(to / "r3.pdf")
    assert "Prov5 Provsson" in told
    assert GRETA not in told


def _take_the_rest(
    anna: Workstation, stops: Stops, clock: RunningClock, to: Path, office: Office
) -> None:
    """A ward's news is written on a blank of the packet; a form it lacks is made on Papper."""
    _news_on_a_blank(anna, stops)
    _news_on_a_form_that_is_missing(anna, stops, to)
    clock.turn_to(at("11:30"))
    with office.desk() as opened:
        (stop,) = opened.desk.outages()
        for _ in range(7):
            made = opened.desk.issue_in_outage(stop.outage, "S1", None, saved=False)
            assert not isinstance(made, Refused)
    stops.go()
    anna.press("F5")
    stops.to_papers()
    assert stops.balance == "40 utlämnade = 40 ute. 40 kvar att göra."
    anna.shot("fyrtio-ute")


def _it_is_over(anna: Workstation, stops: Stops, clock: RunningClock) -> None:
    clock.turn_to(at("12:55"))
    anna.press("F5", "Ctrl+Shift+S")
    anna.type("1250")
    anna.shot("over")
    anna.press("Ctrl+Return")
    assert anna.said == "Stoppet är över. Införande pågår"
    assert "SAMSA är igång igen sedan 12:50 · införande pågår · 40 blad kvar" in stops.bar
    assert "3. Avsluta: det går när 40 blad och avstämningen är klara." in anna.reads()
    assert not stops.room.now.ending.close_stop.isEnabled()
    anna.shot("inforande-pagar")


def _r2_about_somebody_new(anna: Workstation, stops: Stops, clock: RunningClock) -> None:
    """All that stands on a blank paper, by keys alone."""
    clock.turn_to(at("13:00"))
    stops.to_papers()
    stops.show("Alla")
    greta = stops.numbers("R2")[-1]
    stops.scan(greta)
    assert anna.top is stops.entry
    before = anna.keys
    stops.type_paper(a_number(9).value, GRETA, "Storgatan 1", "2403", "1055", "Berit Ström")
    stops.type_paper("", "")
    anna.press("J", "Return", "J")
    stops.type_paper("", "Sjukhuset", "Avd 4", "0510-85040", "2303", "2210", "2603", "", "")
    anna.shot("r2-infors")
    stops.type_paper("", "", "", ANNA)
    anna.press("Ctrl+Return")
    assert anna.said.startswith(f"Införd: R2 nr {greta}"), stops.entry.failure.text()
    assert anna.keys - before < 200


def _r5_about_somebody_known(anna: Workstation, stops: Stops) -> None:
    """What is known is filled in; the number of the next paper is typed over the last."""
    ready = stops.numbers("Prov1")
    assert ready
    anna.press("Ctrl+L")
    stops.type_paper(next(n for n in stops.numbers("R5") if n in ready))
    anna.shot("r5-infors")
    stops.type_paper("2403", "1145", "Sten Falk", "", "", "", "", "2403", "1140", "Eva Lind")
    anna.press("PgDown")
    anna.press("Ctrl+Return")
    anna.type(ANNA)
    anna.press("Ctrl+Return")
    assert anna.said.startswith("Införd: R5 nr"), stops.entry.failure.text()
    assert anna.top is stops.entry
    anna.press("Esc")
    assert anna.top is stops.room
    assert "40 utlämnade = 2 väntar på avsändaren + 38 ute" in stops.balance


def _the_same_comes_by_wire(
    anna: Workstation, stops: Stops, clock: RunningClock, folder: Path
) -> None:
    """The hospital enters what it told by telephone: it is one with the paper, not one more."""
    anna.press("Ctrl+1")
    before = stops.rooms.inbox_rows()
    clock.turn_to(at("13:20"))
    letter = a_letter(
        folder / "in",
        "greta-in",
        nth=9,
        given_name="Greta",
        family_name="Provsson",
        sent_at=at("13:15"),
        stay={
            "stay_ids": ("stay-9",),
            "ward": "Avd 4",
            "admitted_at": at("22:10", 23),
            "expected_discharge": at("11:00", 27),
        },
    )
    anna.drop([letter])
    assert len(stops.rooms.inbox_rows()) == len(before) + 1
    place = anna.row_saying(stops.rooms.inbox.list, GRETA)
    stops.rooms.inbox.list.choose(place)
    anna.shot("samma-i-systemet")
    stops.go()
    stops.to_papers()
    stops.show("Alla")
    stops.mark(stops.numbers(GRETA)[0])
    anna.press("Return")
    assert "Kan vara samma meddelande i systemet" in anna.reads()
    anna.shot("kan-vara-samma")
    anna.press("S")
    assert anna.said.startswith("Samma meddelande: R2 nr"), anna.said
    anna.press("Ctrl+1")
    rows = [row for row in stops.rooms.inbox_rows() if GRETA in row]
    assert len(rows) == 1, rows
    anna.shot("ett-meddelande")
    anna.press("Ctrl+K")
    anna.type(GRETA)
    assert len(rows_of(anna.window.palette_panel.list)) == 1
    anna.press("Esc")
    stops.go()


def _the_pile(anna: Workstation, stops: Stops) -> None:
    """The scanner marks what was used; what we send is documented, all at once."""
    stops.to_papers()
    stops.show("Alla")
    ours = [stops.numbers(form) for form in ("R1 vi", "R10 vi", "R13", "S1")]
    used = [number for numbers in ours for number in numbers]
    assert len(used) == 15
    papers = stops.room.papers
    stops.choose(papers.mode, "Markera som ifylld")
    papers.focus()
    for number in used:
        stops.scan(number)
    assert "15 ifyllda" in stops.balance
    stops.scan(used[0])
    assert papers.answer.text().startswith(f"Redan skannad eller noterad. R1 nr {used[0]}")
    anna.shot("skannad-tva-ganger")
    stops.show("Ifylld")
    anna.press("Ctrl+A", "D")
    anna.shot("dokumenteras")
    stops.answer()
    assert anna.said == "15 blad är noterade som dokumenterade"


def _what_the_hospital_has_entered(anna: Workstation, stops: Stops) -> None:
    papers = stops.room.papers
    stops.show("Alla")
    three = stops.numbers("R3")
    assert len(three) == PEOPLE
    stops.choose(papers.mode, "Markera som återfunnen")
    papers.focus()
    for number in three:
        stops.scan(number)
    stops.show("Väntar på avsändaren")
    anna.press("Ctrl+A", "F")
    stops.answer()
    assert anna.said.endswith("är noterad som återfunnen")
    assert stops.balance.startswith("40 utlämnade = 15 dokumenterade + 7 återfunna + 18 ute")
    stops.scan("001000018")
    assert "Kontrollsiffran stämmer inte" in papers.answer.text()


def _two_are_missing(anna: Workstation, stops: Stops) -> None:
    """Sixteen were never used; two are nowhere."""
    stops.show("Kvar")
    lost = stops.numbers("R2")[:2]
    stops.mark(lost[0])
    stops.mark_too(lost[1])
    anna.press("S")
    stops.answer("Bilen, pärmen och avdelningen")
    assert anna.said == "2 blad är noterade som saknade"
    stops.show("Utlämnad")
    anna.press("Ctrl+A", "M")
    stops.answer("Aldrig använda")
    assert anna.said == "16 blad är makulerade"


def _it_does_not_balance(anna: Workstation, stops: Stops, office: Office) -> None:
    """Closing is no choice on the screen, which says why; the desk refuses it all the same."""
    with office.desk() as opened:
        (stop,) = opened.desk.outages()
        refused = opened.desk.act(CloseOutage(outage=stop.outage))
    assert isinstance(refused, Refused)
    assert refused.reason is RefusalReason.NUMBERS_LEFT
    stops.to_now()
    assert "3. Avsluta: det går när 2 blad och avstämningen är klara." in anna.reads()
    assert not stops.room.now.ending.close_stop.isEnabled()


def _the_chief_signs(anna: Workstation, stops: Stops) -> None:
    """Anna may not, and is told who may; what she wrote is hers."""
    stops.to_papers()
    stops.show("Saknas")
    anna.press("Ctrl+A", "U")
    stops.answer("Lästa upp för avdelningen, inget var skrivet")
    told = stops.room.papers.asking.failure.text()
    assert "skriver bara den under som får det (legitimerad personal, enhetschef)" in told
    anna.shot("far-inte-skriva-under")
    anna.press("Esc")
    anna.choose_from_menu(anna.window.top_line.user, CHIEF)
    stops.show("Saknas")
    anna.press("Ctrl+A", "U")
    anna.shot("chefen-skriver-under")
    stops.answer("Lästa upp för avdelningen, inget var skrivet")
    assert anna.said == "2 blad är underskrivna"
    assert stops.balance == (
        "40 utlämnade = 15 dokumenterade + 7 återfunna + 16 makulerade + 2 saknas. "
        "Alla nummer är redovisade."
    )
    anna.shot("allt-gar-jamnt-ut")


def _compared_with_the_source(anna: Workstation, stops: Stops) -> None:
    """The whole overview of the source: what came late is seen only there."""
    stops.to_now()
    assert "3. Avsluta: det går när avstämningen är klar." in anna.reads()
    anna.press("Ctrl+G")
    assert anna.top.key == "reconcile"
    rows = overview(a_row(9, GRETA))
    QGuiApplication.clipboard().setText(rows.replace(a_row(1), a_row(1, ready=READY)))
    anna.press("Ctrl+V")
    anna.shot("stam-av")
    findings = stops.rooms.reconcile.findings
    assert findings.counts.text() == "nya 0 · ändrade 0 · borta 0 · lika 6"
    anna.press("Space", "Ctrl+Return")
    assert findings.signed.text().startswith("Avstämt 13:2"), findings.signed.text()


def _closed(anna: Workstation, stops: Stops, to: Path) -> None:
    """The chief signs that all is accounted for, and the protocol tells it with its figures."""
    stops.go()
    stops.to_now()
    anna.press("Ctrl+G")
    assert anna.said == "Avstämningen efter stoppet är noterad"
    anna.press("Ctrl+G")
    assert f"{CHIEF} skriver under att alla 40 nummer är klara" in anna.reads()
    anna.type("Två blad borta, avdelningen uppringd")
    anna.shot("avsluta")
    anna.press("Ctrl+Return")
    assert anna.said == "Driftstoppet är avslutat"
    assert stops.bar == ""
    anna.shot("avslutat")
    anna.click(stops.room.now.ending.protocol)
    anna.shot("protokollet")
    told = " ".join(stops.save(to / "protokoll.pdf").split())
    for words in (
        "SAMSA, 2026-03-24 08:50–12:50",
        "Längd 4 tim",
        "ärendenummer INC-4711",
        "3 samtal: 1 inget nytt, 2 något nytt.",
        "Alla nummer är redovisade.",
        "Alla 40 15 7 16 2",
        "12 tomma blad är makulerade: aldrig använda.",
        "4 nummer makulerade Aldrig använda",
        "dubblett samma meddelande kom också i systemet, förenade",
        f"Saknade undertecknade av {CHIEF}",
    ):
        assert words in told, words
    assert "Utkast" not in told
    assert GRETA not in told
