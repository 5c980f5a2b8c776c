"""A message that was taken in can be given out again, with the same facts, and the log says so."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from msgspec import structs

from fakes.time_and_chance import FixedClock, SeededChance
from kontaktpunkt.bootstrap.stores import NewStore, Opened, begin
from kontaktpunkt.cli.run import run
from kontaktpunkt.domain.commands import TakeMessage
from kontaktpunkt.domain.events.office import AccessKind, AccessNoted
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.message_kind import Carrier
from kontaktpunkt.domain.notice import Notice
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.staff import Role
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.messages import read, write
from kontaktpunkt.usecases.export import Exported
from kontaktpunkt.usecases.founding import Founding
from unit.messages.invented import FOLDER, NOTICES

_NOW = Instant(1_774_338_000_000_000)
_FOUNDING = Founding(
    municipality="Ekeby kommun",
    profile="lidkoping",
    name="A. Berg",
    role=Role.CONTACT_POINT,
    demo=True,
)
_REFERRED_TO = (
    "inskrivning",
    "utskrivningsklar",
    "utskrivning",
    "permission-start",
    "vardbegaran",
    "kallelse-sip",
)
_OPEN = [name for name in NOTICES if name != "inskrivning-skyddad"]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Opened]:
    """Give a new store with somebody at its desk."""
    new = NewStore(
        folder=tmp_path / "store",
        founding=_FOUNDING,
        clock=FixedClock(_NOW),
        chance=SeededChance(),
    )
    with begin(new) as opened:
        yield opened


def _take_in(office: Opened, name: str) -> UUID:
    data = (FOLDER / f"{name}.json").read_bytes()
    message = office.desk.take_in(f"{name}.json", data, Carrier.FILE).message
    assert message is not None
    return message


def _accesses(office: Opened) -> list[AccessNoted]:
    with office.store.reading() as view:
        subjects = list(view.subjects(SubjectKind.ACCESS))
        bodies = [event.body for each in subjects for event in view.events_of(each)]
    return [body for body in bodies if isinstance(body, AccessNoted)]


@pytest.mark.parametrize("name", _OPEN)
def test_an_exported_message_reads_as_the_one_that_came(office: Opened, name: str) -> None:
    """What goes out says what came in: another municipality reads the same facts."""
    for earlier in _REFERRED_TO:
        _take_in(office, earlier)
    message = _take_in(office, name)

    exported = office.desk.export_message(message, protected=False)

    assert isinstance(exported, Exported)
    answer, came = read(write(exported.notice)), read((FOLDER / f"{name}.json").read_bytes())
    assert isinstance(answer, Notice)
    assert isinstance(came, Notice)
    assert exported.unknown_earlier == 0
    assert _plain(answer) == _plain(came)


def _plain(notice: Notice) -> Notice:
    # The person goes out as she is known, which is more than a kvittens says of her.
    same = structs.replace(notice, digest=b"", remarks=())
    if len(notice.person.numbers) == 1 and notice.person.numbers[0].value == "193405129804":
        return structs.replace(same, person=NOTICES["inskrivning"].person)
    return same


def test_each_export_is_in_the_access_log(office: Opened) -> None:
    """Whoever asks later who gave out a message gets an answer (HSLF-FS 2016:40 4 kap. 9 §)."""
    message = _take_in(office, "inskrivning")

    office.desk.export_message(message, protected=False)

    last = _accesses(office)[-1]
    assert last.access is AccessKind.EXPORT
    assert last.person is not None


def test_a_protected_persons_message_asks_first(office: Opened) -> None:
    """A protected person's message goes out only when whoever answers for her has said yes."""
    message = _take_in(office, "inskrivning-skyddad")

    stranger = office.desk.export_message(message, protected=True)
    office.desk.act(TakeMessage(message=message))
    unasked = office.desk.export_message(message, protected=False)
    asked = office.desk.export_message(message, protected=True)

    assert stranger == Refused(reason=RefusalReason.NOT_YOURS_TO_SEE)
    assert unasked == Refused(reason=RefusalReason.PROTECTED_ASKS_FIRST)
    assert isinstance(asked, Exported)
    assert asked.notice.person.addresses == ()
    assert [each.access for each in _accesses(office)][-2:] == [
        AccessKind.DENIED,
        AccessKind.EXPORT,
    ]


def test_what_is_no_message_is_not_exported(office: Opened) -> None:
    """A set-aside original and an unknown id say so."""
    aside = office.desk.take_in("x.txt", b"Hej", Carrier.FILE).message
    assert aside is not None

    refused = office.desk.export_message(aside, protected=False)
    unknown = office.desk.export_message(UUID(int=1), protected=False)

    assert refused == Refused(reason=RefusalReason.IS_SET_ASIDE)
    assert unknown == Refused(reason=RefusalReason.NOT_FOUND)


def test_the_command_writes_the_file(
    office: Opened, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """IT writes a message as a file from the command line; nothing but the name is printed."""
    message = _take_in(office, "meddelande")
    office.store.close()
    out = tmp_path / "ut.json"
    store = ["--store", str(tmp_path / "store")]

    code = run([*store, "export-message", str(message), "-o", str(out)])
    wrong = run([*store, "export-message", "x", "-o", str(out)])

    told = capsys.readouterr()
    assert (code, wrong) == (3, 2)
    assert told.out == f"{out}: skrivet\n"
    assert "1 bilagor" in told.err
    assert "x är inget meddelande-id" in told.err
    assert isinstance(read(out.read_bytes()), Notice)
