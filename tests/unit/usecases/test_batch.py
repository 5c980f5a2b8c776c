"""Several originals taken in at one go hang together as if they had come one by one."""

from pathlib import Path

from fakes.time_and_chance import FixedClock, SeededChance
from kontaktpunkt.bootstrap.stores import NewStore, begin
from kontaktpunkt.domain.message_kind import Carrier, MessageKind
from kontaktpunkt.domain.notice import MessageIdentity, Notice, StayFacts
from kontaktpunkt.domain.person.facts import NumberKind, PersonFacts, PersonNumber
from kontaktpunkt.domain.staff import Role
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.messages import write
from kontaktpunkt.usecases.founding import Founding

_NOW = Instant(1_774_338_000_000_000)
_PERSON = PersonFacts(numbers=(PersonNumber(NumberKind.PERSONAL, "191212121212"),))


def _original(number: int, kind: MessageKind, stay: StayFacts) -> tuple[str, bytes]:
    identity = MessageIdentity(system="SAMSA", sender="sjukhuset", id=f"m{number}")
    sent = Instant(_NOW - (60 - number) * 60_000_000)
    notice = Notice(
        identity=identity, kind=kind, digest=b"", built_at=sent, sent_at=sent, person=_PERSON,
        stay=stay,
    )  # fmt: skip
    return f"{number}.json", write(notice)


def test_messages_of_one_stay_in_one_batch_are_one_case(tmp_path: Path) -> None:
    """A folder with a whole morning's files gives one case for each person in hospital."""
    founding = Founding(
        municipality="Sjöviks kommun", profile="lidkoping", name="A. Berg", role=Role.CONTACT_POINT,
        demo=True,
    )  # fmt: skip
    new = NewStore(
        folder=tmp_path / "store", founding=founding, clock=FixedClock(_NOW), chance=SeededChance()
    )
    stay = StayFacts(stay_ids=("stay-1",), admitted_at=Instant(_NOW - 3_600_000_000))
    originals = [
        _original(1, MessageKind.ADMISSION_NOTICE, stay),
        _original(2, MessageKind.EXPECTED_DISCHARGE_NOTICE, StayFacts(expected_discharge=_NOW)),
        _original(3, MessageKind.READINESS_NOTICE, StayFacts(stay_ids=("stay-1",), ready_at=_NOW)),
    ]

    opened = begin(new)
    fates = opened.desk.take_in_many(originals, Carrier.FOLDER)
    rows = opened.desk.in_hospital()
    opened.store.close()

    assert len({fate.case for fate in fates}) == 1
    assert len(rows) == 1
    assert rows[0].ready_sent_at is not None
