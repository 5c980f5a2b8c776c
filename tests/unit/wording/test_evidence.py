"""Evidence is said in the same words wherever it stands, with its rule, and blames nobody."""

from datetime import date, time

import pytest

from kontaktpunkt.domain.times import at_local
from kontaktpunkt.usecases.rows import Evidence, EvidenceKind
from kontaktpunkt.wording.evidence import evidence_words

NOW = at_local(date(2026, 3, 3), time(8, 40))
RULE = "lag 2017:612 2 kap. 3 §"


@pytest.mark.parametrize(
    ("minutes", "holds", "said"),
    [
        (180, True, "Inskrivningsmeddelandet sändes efter 3 tim, inom 24 tim"),
        (1800, False, "Inskrivningsmeddelandet sändes efter 1 dygn, senare än 24 tim"),
        (-300, True, "Inskrivningsmeddelandet sändes före inskrivningen, inom 24 tim"),
    ],
)
def test_when_the_admission_notice_was_sent(minutes: int, *, holds: bool, said: str) -> None:
    """It is said how long after the admission it was sent, and a notice sent before says so."""
    kind = EvidenceKind.ADMISSION_NOTICE_IN_TIME
    evidence = Evidence(kind=kind, holds=holds, minutes=minutes, rule=RULE)

    assert evidence_words(evidence, NOW) == (said, f"Enligt {RULE}")


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (
            EvidenceKind.ADMISSION_NOTICE_IN_TIME,
            "Inskrivningsmeddelande inom 24 tim: går inte att säga, uppgift saknas",
        ),
        (EvidenceKind.READINESS_AGE, "Utskrivningsklar: uppgift saknas"),
        (EvidenceKind.EARLIEST_STATUTORY_START, "Betalningsansvar räknas inte: uppgift saknas"),
    ],
)
def test_what_is_missing_is_said(kind: EvidenceKind, said: str) -> None:
    """Where a message does not say enough, that is said instead of a guess."""
    assert evidence_words(Evidence(kind=kind, missing="uppgift saknas"), NOW)[0] == said


def test_an_agreement_may_say_otherwise() -> None:
    """The earliest day of payment is the statute's, and an agreement may set another."""
    kind = EvidenceKind.EARLIEST_STATUTORY_START
    evidence = Evidence(kind=kind, day=date(2026, 3, 6), rule=RULE)

    assert evidence_words(evidence, NOW) == (
        "Betalningsansvar tidigast fre 6 mars",
        f"Enligt {RULE}, avtal kan gälla",
    )
