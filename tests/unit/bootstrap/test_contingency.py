"""Tests of the contingency copy: kept while all is well, used when the store is not there."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from contingency_house import NAME, PASSPHRASE, SECRET, CopyHouse
from kontaktpunkt.bootstrap.contingency.places import numbers_of
from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.events.office import AccessKind, AccessNoted, SheetMedium
from kontaktpunkt.domain.events.outage import OutageOf
from kontaktpunkt.domain.exercise.scenario import MARK
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.paper.sheet_number import HIGHEST_ORDINARY, SheetNumber, parse
from kontaktpunkt.domain.states import SheetStage
from kontaktpunkt.secrets.contingency.copy_file import BEFORE_FILE, COPY_FILE
from kontaktpunkt.secrets.contingency.logbook_file import GIVEN_FILE, LOGBOOK_FILE, laid_aside
from kontaktpunkt.secrets.contingency.numbers import COUNT_FILE
from kontaktpunkt.storage.care.lock import WindowLock
from kontaktpunkt.usecases.contingency.packet import ContingencyPacket, PersonKept
from kontaktpunkt.usecases.contingency.rows import CopyPage, CopyWish, PassphraseWay
from kontaktpunkt.usecases.failures import Obstacle, Unavailable
from kontaktpunkt.usecases.outages.work import NextStep
from kontaktpunkt.wording.contingency import NOT_NOTED, NUMBERS_BY_HAND, place_words, standing_words
from samples import do

BLANK = CopyWish(blanks=(("R1", 3),))


@pytest.fixture
def house(tmp_path: Path) -> Iterator[CopyHouse]:
    """Give a house that has just made its copy."""
    house = CopyHouse(tmp_path / "store")
    house.keeper.keep(only_due=True)
    yield house
    house.store.close()


def _shown(page: CopyPage) -> PersonKept:
    (open_one,) = [one for one in page.people if not one.protected]
    return open_one


def _text(pdf: bytes) -> str:
    with PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def _damage_store(house: CopyHouse) -> None:
    (house.folder / "store.db").write_bytes(b"skadad" * 1000)


def _delete_store(house: CopyHouse) -> None:
    for file in house.folder.glob("store*"):
        file.unlink()


def _lock_store(house: CopyHouse) -> None:
    WindowLock(house.folder).take()


@pytest.mark.parametrize("spoil", [_damage_store, _delete_store, _lock_store])
def test_the_copy_is_there_whatever_became_of_the_store(house: CopyHouse, spoil: object) -> None:
    """Damaged, deleted or locked by another process: the list opens and forms come out."""
    house.store.close()
    assert callable(spoil)
    spoil(house)
    room = house.room()

    page = room.open("", "Anna", exercise=False)
    paper = room.make(room.everything(), SheetMedium.PRINTED)

    assert {one.name for one in page.people} == {NAME, "Skyddade personuppgifter"}
    assert paper.pdf.startswith(b"%PDF")
    assert paper.by_hand == 0
    assert paper.told == ()
    assert len(paper.numbers) == room.everything().sheets


def test_the_copy_is_made_anew_when_its_interval_has_passed(house: CopyHouse) -> None:
    """Half an hour later there is a new one; a minute after that there is no need."""
    first = house.keeper.standing().made_at
    house.house.clock.advance(29)
    house.keeper.keep(only_due=True)
    assert house.keeper.standing().made_at == first

    house.house.clock.advance(1)
    standing = house.keeper.keep(only_due=True)

    assert standing.made_at == house.house.clock.now()
    assert house.a_keeper().standing().made_at == standing.made_at


def test_no_name_stands_in_clear_beside_the_store(house: CopyHouse) -> None:
    """Who finds the files reads neither names nor numbers nor addresses in them."""
    room = house.room()
    page = room.open("", "Anna Ålander", exercise=False)
    shown = _shown(page)
    room.show(shown.case)
    room.make(room.everything(), SheetMedium.SAVED)
    room.end()
    words = [shown.name, *shown.name.split(), SECRET, "Anna"]
    number = shown.number
    assert number

    files = [file for file in house.beside.iterdir() if file.is_file()]

    assert {COPY_FILE, LOGBOOK_FILE, COUNT_FILE} <= {file.name for file in files}
    for file in files:
        text = file.read_bytes()
        assert not [one for one in (*words, number) if one.encode() in text]


def test_a_protected_person_is_masked_also_here(house: CopyHouse) -> None:
    """Nobody knows who will open the copy: no name, no address, no phone, no form filled in."""
    room = house.room()
    page = room.open("", "Anna", exercise=False)
    (hidden,) = [one for one in page.people if one.protected]

    assert hidden.protected
    assert (hidden.name, hidden.number, hidden.where) == ("Skyddade personuppgifter", "", "")
    assert hidden.values == {}
    assert not [case for _, case in room.everything().filled if case == hidden.case]


def test_where_there_is_no_key_ring_the_passphrase_opens_it(house: CopyHouse) -> None:
    """On another computer the sealed passphrase is asked for, and a wrong one says so."""
    room = house.room(ring=False)
    assert room.look().needs_passphrase
    with pytest.raises(Unavailable) as nothing_chosen:
        room.open(PASSPHRASE, "Anna", exercise=False)
    assert nothing_chosen.value.obstacle is Obstacle.KEY_MISSING

    standing = house.keeper.choose_passphrase(PASSPHRASE)
    room = house.room(ring=False)
    with pytest.raises(Unavailable) as wrong:
        room.open("fel lösenfras helt", "Anna", exercise=False)
    page = room.open(PASSPHRASE, "Anna", exercise=False)

    assert standing.passphrase is PassphraseWay.OWN
    assert wrong.value.obstacle is Obstacle.WRONG_KEY
    assert len(page.people) == 2


def test_without_key_ring_the_store_passphrase_opens_the_copy_until_it_has_its_own(
    tmp_path: Path,
) -> None:
    """A copy is never left without any way in; a changed passphrase follows."""
    house = CopyHouse(tmp_path / "store", ring=None, passphrase=PASSPHRASE)
    standing = house.keeper.keep(only_due=True)
    house.keeper.store_passphrase_changed("en annan lösenfras")

    room = house.room()
    with pytest.raises(Unavailable):
        room.open(PASSPHRASE, "Anna", exercise=False)

    assert standing.passphrase is PassphraseWay.OF_THE_STORE
    assert room.open("en annan lösenfras", "Anna", exercise=False).people
    house.store.close()


@pytest.mark.parametrize("cut", [0, 5, 40, 400, -1])
def test_a_half_written_copy_gives_way_to_the_one_before(house: CopyHouse, cut: int) -> None:
    """The power went while it was written: the earlier one is used, and that is said."""
    first = house.keeper.standing().made_at
    house.house.clock.advance(30)
    house.keeper.keep(only_due=True)
    file = house.beside / COPY_FILE
    file.write_bytes(file.read_bytes()[:cut])

    room = house.room()
    found = room.look()

    assert found.made_at == first
    assert "före" in found.flaw
    assert room.open("", "Anna", exercise=False).made_at == first


def test_a_damaged_copy_never_pushes_out_the_last_whole_one(house: CopyHouse) -> None:
    """The next copy takes the damaged one's place, and the whole one is still behind it."""
    house.house.clock.advance(30)
    house.keeper.keep(only_due=True)
    before = (house.beside / BEFORE_FILE).read_bytes()
    (house.beside / COPY_FILE).write_bytes(b"KPNOD1\nskadad")
    house.house.clock.advance(30)

    house.keeper.keep(only_due=True)

    assert (house.beside / BEFORE_FILE).read_bytes() == before
    assert house.room().look().made_at == house.house.clock.now()


def test_numbers_come_from_the_top_and_never_twice(house: CopyHouse, tmp_path: Path) -> None:
    """Beside the store, on a stick and in the program: three rows that never meet."""
    stick = tmp_path / "usb"
    stick.mkdir()
    house.keeper.choose_folders((str(stick),))
    given: list[str] = []
    for named, seed in ((house.folder, 1), (stick, 2), (house.folder, 3), (stick, 4)):
        room = house.room(named, seed=seed)
        room.open("", "Anna", exercise=False)
        given += room.make(BLANK, SheetMedium.PRINTED).numbers
    ordinary = [house.house.anna.issue("R1", None, saved=True, purpose="x") for _ in range(2)]

    numbers = [parse(one) for one in (*given, *(getattr(one, "number", "") for one in ordinary))]

    serials = [one.serial for one in numbers if isinstance(one, SheetNumber)]
    assert len(serials) == len(set(serials)) == 14
    assert [one for one in serials if one <= HIGHEST_ORDINARY] == [1, 2]
    assert {one for one in serials if one >= numbers_of(1)[0]} == {95_000 + n for n in range(6)}


def test_a_count_that_was_lost_never_starts_over(house: CopyHouse) -> None:
    """The file is gone, but the logbook knows which numbers were given."""
    room = house.room()
    room.open("", "Anna", exercise=False)
    first = room.make(BLANK, SheetMedium.PRINTED).numbers
    (house.beside / COUNT_FILE).unlink()

    second = room.make(BLANK, SheetMedium.PRINTED).numbers

    assert not set(first) & set(second)


def test_after_the_ledger_has_the_numbers_a_new_folder_goes_on_after_them(house: CopyHouse) -> None:
    """All files beside the store are gone: the next copy knows from the ledger what was given."""
    room = house.room()
    room.open("", "Anna", exercise=False)
    first = room.make(BLANK, SheetMedium.PRINTED).numbers
    house.keeper.take_logbooks()
    shutil.rmtree(house.beside)
    house.a_keeper().keep(only_due=False)

    room = house.room(seed=8)
    room.open("", "Anna", exercise=False)

    assert not set(first) & set(room.make(BLANK, SheetMedium.PRINTED).numbers)


def test_where_nothing_can_be_written_paper_still_comes_out(house: CopyHouse) -> None:
    """A stick that cannot be written: the number is left to write by hand, and that is said."""
    for name in (COUNT_FILE, LOGBOOK_FILE, "nodlage.lock"):
        (house.beside / name).unlink(missing_ok=True)
        # A folder in the file's place refuses to be written, also for root.
        (house.beside / name).mkdir()
    room = house.room()
    room.open("", "Anna", exercise=False)

    paper = room.make(BLANK, SheetMedium.PRINTED)

    assert paper.numbers == ()
    assert paper.by_hand == 3
    assert set(paper.told) == {NOT_NOTED, NUMBERS_BY_HAND}


def test_the_logbook_is_given_to_the_ledger_exactly_once(house: CopyHouse) -> None:
    """Who saw and printed what, and each paper, with the time it happened; never a second time."""
    room = house.room()
    page = room.open("", "Bo", exercise=False)
    case = _shown(page).case
    room.show(case)
    printed = room.make(CopyWish(filled=(("R5", case),), blanks=(("R1", 2),)), SheetMedium.PRINTED)
    at = house.house.clock.now()
    house.house.clock.advance(155)
    room.end()

    used = house.keeper.take_logbooks()
    again = house.keeper.take_logbooks()
    (house.beside / GIVEN_FILE).replace(house.beside / LOGBOOK_FILE)
    once_more = house.a_keeper().take_logbooks()

    assert [(one.sheets, one.name, one.exercise) for one in used] == [(3, "Bo", False)]
    assert used[0].ended - used[0].began == 155 * 60_000_000
    assert again == once_more == ()
    (stamp,) = house.house.anna.outages(only_open=True)
    stop = house.house.anna.outage(stamp.outage)
    assert stop is not None
    assert stop.stamp.facts.of is OutageOf.OWN_COMPUTERS
    assert stop.stamp.facts.since == at
    assert [line.number for line in stop.lines] == [one.replace(" ", "") for one in printed.numbers]
    assert [line.case for line in stop.lines].count(case) == 1
    assert house.house.is_clean
    noted = _noted(house)
    assert [one for one in noted if one.access is AccessKind.READ and one.case == case]
    assert len([one for one in noted if one.access is AccessKind.PRINT]) == 3


def test_what_nodlage_left_is_a_stop_to_end_and_papers_to_enter(house: CopyHouse) -> None:
    """The computers are up again: nobody reports or rings, and who printed is said."""
    room = house.room()
    room.open("", "Eva", exercise=False)
    room.make(BLANK, SheetMedium.PRINTED)
    room.end()
    house.keeper.take_logbooks()
    anna = house.house.anna
    (stamp,) = anna.outages(only_open=True)

    before = anna.outage_work(stamp.outage)
    do(anna, c.EndOutage(outage=stamp.outage))
    after = anna.outage_work(stamp.outage)

    assert before is not None
    assert {line.given_by_name for line in before.page.lines} == {"Eva"}
    assert (before.next_step, before.rounds.left) == (NextStep.MARK_OVER, 0)
    assert after is not None
    assert after.next_step is NextStep.ACCOUNT


def _noted(house: CopyHouse) -> list[AccessNoted]:
    with house.store.reading() as view:
        found = [
            event.body
            for subject in view.subjects(SubjectKind.ACCESS)
            for event in view.events_of(subject)
        ]
    return [one for one in found if isinstance(one, AccessNoted) and one.purpose == "nödläge"]


def test_what_was_written_after_the_logbook_was_taken_follows_next_time(house: CopyHouse) -> None:
    """Nödläge was still open on another screen when the store came back."""
    room = house.room()
    room.open("", "Anna", exercise=False)
    room.make(BLANK, SheetMedium.PRINTED)
    first = house.keeper.take_logbooks()
    room.make(BLANK, SheetMedium.PRINTED)
    room.end()

    second = house.keeper.take_logbooks()

    assert [one.sheets for one in (*first, *second)] == [3, 3]
    (stamp,) = house.house.anna.outages(only_open=True)
    stop = house.house.anna.outage(stamp.outage)
    assert stop is not None
    assert len({line.number for line in stop.lines}) == 6


def test_papers_without_number_get_one_when_they_are_entered(house: CopyHouse) -> None:
    """Written by hand on the paper, it still has to balance: the register gives the next free."""
    room = house.room()
    room.open("", "Anna", exercise=False)
    (house.beside / COUNT_FILE).write_bytes(b"spoilt")
    paper = room.make(BLANK, SheetMedium.PRINTED)
    assert paper.by_hand == 3

    house.keeper.take_logbooks()

    (stamp,) = house.house.anna.outages(only_open=True)
    stop = house.house.anna.outage(stamp.outage)
    assert stop is not None
    serials = [parse(line.number) for line in stop.lines]
    assert [one.serial for one in serials if isinstance(one, SheetNumber)] == [1, 2, 3]


def test_what_never_came_out_of_the_printer_is_not_on_paper(house: CopyHouse) -> None:
    """The register says ej på papper of those, and given out of what came out the second time."""
    room = house.room()
    room.open("", "Anna", exercise=False)
    paper = room.make(BLANK, SheetMedium.PRINTED)
    ids = [one.sheet for one in paper.sheets]
    room.note_out(ids[1:], out=False)
    room.note_out(ids[2:], out=True)
    room.end()

    house.keeper.take_logbooks()

    (stamp,) = house.house.anna.outages(only_open=True)
    stop = house.house.anna.outage(stamp.outage)
    assert stop is not None
    assert [line.stage for line in stop.lines] == [
        SheetStage.GIVEN_OUT,
        SheetStage.NOT_ON_PAPER,
        SheetStage.GIVEN_OUT,
    ]


def test_what_never_came_out_is_told_also_after_the_paper_was_given(house: CopyHouse) -> None:
    """The store came back while Nödläge was open, and the printer failed after that."""
    room = house.room()
    room.open("", "Anna", exercise=False)
    paper = room.make(BLANK, SheetMedium.PRINTED)
    house.keeper.take_logbooks()
    room.note_out([paper.sheets[0].sheet], out=False)

    house.keeper.take_logbooks()

    (stamp,) = house.house.anna.outages(only_open=True)
    stop = house.house.anna.outage(stamp.outage)
    assert stop is not None
    assert [line.stage for line in stop.lines].count(SheetStage.NOT_ON_PAPER) == 1


@pytest.mark.parametrize("torn", [b'{"label":"nodl', b"\n", b"skadad"])
def test_a_logbook_whose_beginning_is_torn_is_begun_anew(house: CopyHouse, torn: bytes) -> None:
    """The power went while it was begun: what is written afterwards is not lost with it."""
    (house.beside / LOGBOOK_FILE).write_bytes(torn)
    room = house.room()
    room.open("", "Anna", exercise=False)
    room.make(BLANK, SheetMedium.PRINTED)

    used = house.keeper.take_logbooks()

    assert [one.sheets for one in used] == [3]
    assert [one.read_bytes() for one in laid_aside(house.beside)] == [torn]


def test_the_logbook_of_another_store_is_left_alone(house: CopyHouse, tmp_path: Path) -> None:
    """Two stores keep copies on one stick: neither takes what was written of the other's people."""
    stick = tmp_path / "usb"
    stick.mkdir()
    other = CopyHouse(tmp_path / "another", ring=house.ring)
    for one in (other, house):
        one.keeper.choose_folders((str(stick),))
    others, room = other.room(stick), house.room(stick, seed=8)
    other.keeper.keep(only_due=False)
    others.open("", "Bo", exercise=False)
    others.make(BLANK, SheetMedium.PRINTED)
    assert house.keeper.take_logbooks() == ()
    house.keeper.keep(only_due=False)
    room.open("", "Anna", exercise=False)
    room.make(BLANK, SheetMedium.PRINTED)

    mine, theirs = house.keeper.take_logbooks(), other.keeper.take_logbooks()

    assert [(one.name, one.sheets) for one in mine] == [("Anna", 3)]
    assert [(one.name, one.sheets) for one in theirs] == [("Bo", 3)]
    other.store.close()


def test_an_exercise_takes_no_number_and_declares_no_stop(house: CopyHouse) -> None:
    """Tried on a calm day: who looked is noted, the passphrase is tried, nothing else is real."""
    house.keeper.choose_passphrase(PASSPHRASE)
    room = house.room()
    room.open(PASSPHRASE, "Anna", exercise=True)
    paper = room.make(BLANK, SheetMedium.PRINTED)
    room.end()

    (used,) = house.keeper.take_logbooks()

    assert paper.numbers == ()
    assert paper.by_hand == 0
    assert used.exercise
    assert used.by_passphrase
    assert house.house.anna.outages() == ()
    assert house.house.anna.sheets() == ()
    standing = house.keeper.standing()
    assert standing.tried_at == used.began
    assert standing.tried_by == "Anna"


def test_practice_shows_and_prints_nobody_real(house: CopyHouse) -> None:
    """What says that it is about no real person is so: invented people, and no real phone list."""
    room = house.room()
    page = room.open("", "Anna", exercise=True)
    paper = room.make(room.everything(), SheetMedium.PRINTED)
    dummy = page.people[0]
    filled = room.make(CopyWish(filled=((page.forms[0].number, dummy.case),)), SheetMedium.PRINTED)
    room.show(dummy.case)
    room.end()

    assert page.exercise
    assert len(page.people) > 1
    assert all(one.name.startswith(MARK) for one in page.people)
    assert NAME not in _text(paper.pdf)
    assert dummy.name in _text(paper.pdf)
    assert dummy.name in _text(filled.pdf)
    (used,) = house.keeper.take_logbooks()
    assert (used.persons, used.sheets) == (0, 0)


def test_a_torn_last_line_loses_nothing_before_it(house: CopyHouse) -> None:
    """The power went while a line was written: the others are taken over."""
    room = house.room()
    room.open("", "Anna", exercise=False)
    room.make(BLANK, SheetMedium.PRINTED)
    book = house.beside / LOGBOOK_FILE
    book.write_bytes(book.read_bytes()[:-9])
    room.make(CopyWish(blanks=(("R2", 1),)), SheetMedium.PRINTED)

    used = house.keeper.take_logbooks()

    assert [one.sheets for one in used] == [3]


def test_a_stick_that_is_not_plugged_in_is_waited_for(house: CopyHouse, tmp_path: Path) -> None:
    """No folder is made where the stick should be; when it comes back it gets its copy."""
    stick = tmp_path / "usb"
    house.keeper.choose_folders((str(stick),))
    assert not stick.exists()
    assert [one.is_there for one in house.keeper.standing().places] == [True, False]

    stick.mkdir()
    house.keeper.keep(only_due=True)

    assert (stick / COPY_FILE).exists()


def test_a_place_that_cannot_be_written_is_told_of(house: CopyHouse, tmp_path: Path) -> None:
    """The stick is full or locked: the others get their copy, and this one says what is wrong."""
    stick = tmp_path / "usb"
    stick.mkdir()
    (stick / f"{COPY_FILE}.new").mkdir()
    standing = house.keeper.choose_folders((str(stick),))

    assert [one.problem for one in standing.places] == [None, Obstacle.READ_ONLY]
    assert "Det går inte att skriva" in place_words(standing.places[1], standing.now)

    (stick / f"{COPY_FILE}.new").rmdir()
    house.house.clock.advance(30)
    standing = house.keeper.keep(only_due=True)
    assert [one.problem for one in standing.places] == [None, None]


def test_a_place_that_always_fails_is_tried_once_an_interval(
    house: CopyHouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full stick makes nobody wait each minute; the copy beside the store comes as it should."""
    stick = tmp_path / "usb"
    stick.mkdir()
    (stick / f"{COPY_FILE}.new").mkdir()
    desk, made = house.house.anna, list[int]()
    packet = desk.contingency_packet

    def counted() -> ContingencyPacket:
        made.append(house.house.clock.now())
        return packet()

    monkeypatch.setattr(desk, "contingency_packet", counted)
    house.keeper.choose_folders((str(stick),))

    for _minute in range(60):
        house.house.clock.advance(1)
        house.keeper.keep(only_due=True)

    standing = house.keeper.standing()
    assert len(made) == 3
    assert standing.made_at == house.house.clock.now()
    assert [one.problem for one in standing.places] == [None, Obstacle.READ_ONLY]


def test_a_logbook_that_cannot_be_laid_aside_is_taken_all_the_same(
    house: CopyHouse, tmp_path: Path
) -> None:
    """The stick can be read and not written: nothing on it is lost, and no other place waits."""
    stick = tmp_path / "usb"
    stick.mkdir()
    house.keeper.choose_folders((str(stick),))
    for place, seed in ((house.folder, 1), (stick, 2)):
        room = house.room(place, seed=seed)
        room.open("", "Anna", exercise=False)
        room.make(BLANK, SheetMedium.PRINTED)
        room.end()
    (house.beside / GIVEN_FILE).mkdir()

    used = house.keeper.take_logbooks()

    assert [one.sheets for one in used] == [3, 3]
    assert house.keeper.take_logbooks() == ()


def test_a_new_copy_knows_the_numbers_that_the_one_before_gave(house: CopyHouse) -> None:
    """Taken in Nödläge and not yet told to the ledger: the next copy begins after them."""
    room = house.room()
    room.open("", "Anna", exercise=False)
    first = room.make(BLANK, SheetMedium.PRINTED).numbers
    house.keeper.keep(only_due=False)
    for file in (COUNT_FILE, LOGBOOK_FILE):
        (house.beside / file).unlink()

    room = house.room(seed=8)
    room.open("", "Anna", exercise=False)
    second = room.make(BLANK, SheetMedium.PRINTED).numbers

    assert len(first) == len(second) == 3
    assert not set(first) & set(second)


def test_the_logbook_of_an_earlier_store_is_left_and_told_of(house: CopyHouse) -> None:
    """The store was begun anew: what cannot be read is not thrown away, and not passed over."""
    other = CopyHouse(house.folder.parent / "other")
    other.keeper.keep(only_due=False)
    room = other.room()
    room.open("", "Anna", exercise=False)
    room.end()
    shutil.copy(other.beside / LOGBOOK_FILE, house.beside / LOGBOOK_FILE)
    other.store.close()

    assert house.keeper.take_logbooks() == ()

    assert house.keeper.standing().unread == 1
    assert "tidigare lager" in standing_words(house.keeper.standing())
    assert (house.beside / LOGBOOK_FILE).exists()


def test_erasing_the_store_erases_its_copies(house: CopyHouse, tmp_path: Path) -> None:
    """What is erased is nowhere left, and the key ring forgets the key."""
    stick = tmp_path / "usb"
    stick.mkdir()
    house.keeper.choose_folders((str(stick),))

    forget = house.keeper.forgetting()
    forget()

    assert not house.beside.exists()
    assert not list(stick.iterdir())
    assert house.ring is not None
    assert house.ring.keys == {}
