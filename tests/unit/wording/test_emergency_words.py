"""What is said of a 23-timmars matter, word for word."""

from collections.abc import Sequence
from uuid import UUID

import pytest
from msgspec.structs import replace

from kontaktpunkt.domain.events.emergency import EmergencyOutcome
from kontaktpunkt.domain.profile import Answerer
from kontaktpunkt.domain.profile.emergency import EmergencyWatch
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.domain.states import NotedOutcome, PatientContact
from kontaktpunkt.usecases.case_lines.emergency import EmergencyLine
from kontaktpunkt.wording.emergency import (
    contact_words,
    line_words,
    outcome_words,
    short_words,
    watch_words,
)
from samples import NOW, hours, minutes

ANNA = UUID(int=1)
NAMES = {ANNA: "Anna"}
LINE = EmergencyLine(started_at=hours(-4), told_at=minutes(-130), due_at=hours(19))
ADMITTED = EmergencyOutcome.ADMITTED


@pytest.mark.parametrize(
    ("line", "words", "short"),
    [
        (
            {},
            (
                "23 timmar går ut i morgon 03:40, om 19 tim",
                "Ingen kontakt ännu, 2 tim 10 min sedan beskedet",
            ),
            "ingen kontakt",
        ),
        (
            {"tries": 2},
            (
                "23 timmar går ut i morgon 03:40, om 19 tim",
                "Ingen kontakt ännu, 2 tim 10 min sedan beskedet, sökt 2 gånger utan svar",
            ),
            "ingen kontakt",
        ),
        (
            {"contacted_at": minutes(-5)},
            ("23 timmar går ut i morgon 03:40, om 19 tim", "Första kontakten 08:35"),
            "19 tim kvar",
        ),
        (
            {"contacted_at": minutes(-5), "started_at": hours(-24), "due_at": hours(-1)},
            ("23 timmar gick ut 07:40, 1 tim över", "Första kontakten 08:35"),
            "1 tim över",
        ),
        (
            {"ended_at": hours(-1), "outcome": ADMITTED},
            (
                "Var där 3 tim, till 07:40",
                "Inskriven på sjukhuset i stället: väntar på inskrivningsmeddelande",
            ),
            "väntar på inskrivningsmeddelande",
        ),
        ({"ended_at": hours(-1)}, ("Var där 3 tim, till 07:40",), ""),
    ],
)
def test_a_matter_in_two_lines_and_in_a_few_words(
    line: dict[str, object], words: Sequence[str], short: str
) -> None:
    """No contact stands out before what is left of the time; what has run out is said so."""
    told = replace(LINE, **line)

    assert line_words(told, NOW) == tuple(words)
    assert short_words(told, NOW) == short


@pytest.mark.parametrize(
    ("contact", "words"),
    [
        (PatientContact(at=minutes(-5), by=ANNA, answered=True), "08:35 av Anna, per telefon"),
        (PatientContact(at=minutes(-5), by=ANNA, answered=False), "08:35 av Anna, ej svar"),
        (
            PatientContact(
                at=minutes(-5),
                by=ANNA,
                answered=True,
                on_word=OnWord(name="M. Holm"),
                counterpart="sonen",
                phone="0500-00 00 00",
                text="Vill hem.",
            ),
            (
                "08:35 av M. Holm, noterat av Anna, per telefon, talade med sonen, "
                "0500-00\N{NO-BREAK SPACE}00\N{NO-BREAK SPACE}00. Vill hem."
            ),
        ),
    ],
)
def test_a_contact_is_told_with_who_and_how(contact: PatientContact, words: str) -> None:
    """Who spoke with her, who noted it, how, with whom: and a try says that nobody answered."""
    assert contact_words(contact, NAMES, NOW) == words


def test_where_she_went_is_told_with_who_noted_it() -> None:
    """An outcome has its time and its name."""
    noted = NotedOutcome(outcome=EmergencyOutcome.HOME, at=NOW, by=ANNA, text="Taxi 09:00")

    assert (
        outcome_words(noted, NAMES, NOW) == "Hem, med insatser på plats, 08:40 av Anna. Taxi 09:00"
    )


@pytest.mark.parametrize(
    ("manager", "words"),
    [
        (None, "Ingen utsedd. Ring chef i beredskap (numret är inte ifyllt i reglerna)."),
        (
            Answerer("Chef i beredskap", note="0500-11"),
            "Ingen utsedd. Ring chef i beredskap, 0500-11.",
        ),
    ],
)
def test_who_takes_it_is_never_silent(manager: Answerer | None, words: str) -> None:
    """Now, after that, and until when; where nobody is named, whom to ring instead."""
    watches = (
        EmergencyWatch(since=NOW, until=hours(8), at_office=True),
        EmergencyWatch(since=hours(8), until=hours(12), holder=Answerer("Sjuksköterska korttid")),
        EmergencyWatch(since=hours(12)),
    )

    assert watch_words(watches, manager, NOW) == (
        "Nu till 16:40: ni på kontaktpunkten, det är kontorstid.",
        "Efter 16:40, till 20:40: Sjuksköterska korttid.",
        f"Efter 20:40: {words}",
    )
