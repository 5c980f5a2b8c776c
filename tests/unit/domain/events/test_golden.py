"""Events of every kind and version that was ever written are read for ever."""

import json
from pathlib import Path

import msgspec
import pytest

from kontaktpunkt.domain.events.register import KINDS, UPCASTERS, read_body
from kontaktpunkt.domain.ledger.body import Body, Unknown
from kontaktpunkt.domain.ledger.envelope import canonical_body

_FOLDER = Path(__file__).parents[3] / "data" / "events"
_FILES = sorted(_FOLDER.glob("*.json"))


def _named(file: Path) -> tuple[str, int]:
    kind, _, version = file.stem.rpartition(".v")
    return kind, int(version)


@pytest.mark.parametrize("file", _FILES, ids=lambda file: file.stem)
def test_an_event_written_once_is_read_for_ever(file: Path) -> None:
    """What was noted years ago still says everything it said, on the program of today."""
    kind, version = _named(file)
    written = file.read_bytes()

    body = read_body(kind, version, written)

    assert isinstance(body, KINDS[kind])
    if version == body.version:
        assert json.loads(canonical_body(body)) == json.loads(written)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_each_kind_and_version_has_its_golden_file(kind: str) -> None:
    """Nobody can add or change an event without leaving a sample of it to be read for ever."""
    versions = {version for named, version in map(_named, _FILES) if named == kind}

    assert versions == set(range(1, KINDS[kind].version + 1))


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_golden_file_speaks_of_every_field(kind: str) -> None:
    """A new field is in the sample too, so that its spelling is kept as well."""
    body = KINDS[kind]
    written = json.loads((_FOLDER / f"{kind}.v{body.version}.json").read_bytes())

    assert set(written) == set(body.__struct_encode_fields__)


def test_what_a_newer_program_wrote_is_kept_whole() -> None:
    """An event of a kind or version that this program does not know is neither lost nor guessed."""
    text = b'{"note":"ok\\u00e4nt"}'

    assert read_body("SomethingNew", 1, text) == Unknown(text)
    assert read_body("MessageDone", 99, text) == Unknown(text)
    assert read_body("MessageTaken", 1, b'{"staff": 5}') == Unknown(b'{"staff": 5}')


def test_each_step_between_versions_has_its_upcaster() -> None:
    """An old version never stands without the step that makes the next one of it."""
    wanted = {(kind, step) for kind, body in KINDS.items() for step in range(1, body.version)}

    assert set(UPCASTERS) == wanted


def test_a_field_that_is_not_said_takes_no_room() -> None:
    """Empty fields are left out, so that a new optional one leaves the old spelling as it was."""
    for body in KINDS.values():
        needed = {field.encode_name for field in msgspec.structs.fields(body) if field.required}
        assert needed <= set(json.loads((_FOLDER / f"{body.kind()}.v1.json").read_bytes()))
        assert issubclass(body, Body)
        assert body.__struct_config__.omit_defaults
