"""The command check-id, as somebody at a keyboard meets it: every kind, in words and as JSON."""

import json

import pytest

from kontaktpunkt.cli import main


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ("811218-9876", "giltigt: personnummer, 811218-9876, 1981-12-18, man"),
        (
            "2601051234",
            (
                "giltigt: personnummer, 260105-1234, 2026-01-05, man, "
                "Kan också vara född 1926-01-05: skriv då + före de fyra sista."
            ),
        ),
        ("811218-9875", "ogiltigt: Kontrollsiffran stämmer inte: något är felskrivet."),
        ("232100-0131", "giltigt: organisationsnummer, 232100-0131"),
        (
            "232100-0132",
            "ogiltigt: Datumet finns inte. Som organisationsnummer: Kontrollsiffran stämmer inte.",
        ),
        ("SE2321000131-E1", "giltigt: HSA-id, SE2321000131-E1"),
    ],
)
def test_a_value_is_judged_in_one_line(
    value: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """An answer is an answer: also what is not valid ends with 0."""
    code = main(["check-id", value, "--on", "2026-11-22"])

    assert (code, capsys.readouterr().out.strip()) == (0, says)


def test_the_same_is_told_to_programs(capsys: pytest.CaptureFixture[str]) -> None:
    """JSON holds each part apart."""
    main(["check-id", "2601051234", "--on", "2026-11-22", "--json"])

    told = json.loads(capsys.readouterr().out)
    assert (told["valid"], told["kind"], told["born"]) == (True, "personal", "2026-01-05")
    assert told["warnings"] == ["Kan också vara född 1926-01-05: skriv då + före de fyra sista."]


def test_a_day_that_is_none_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    """A mistyped day stops before anything is judged by the wrong one."""
    code = main(["check-id", "811218-9876", "--on", "22/11"])

    assert code != 0
    assert "22/11 är inget datum" in capsys.readouterr().err
