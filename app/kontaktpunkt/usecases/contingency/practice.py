"""Practice in Nödläge: the copy with invented people in place of everybody that it knows."""

from msgspec.structs import replace

from kontaktpunkt.domain.exercise.scenario import ExerciseScenario
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.usecases.contingency.making import kept_person
from kontaktpunkt.usecases.contingency.packet import ContingencyPacket
from kontaktpunkt.usecases.exercise.people import people_of


def practice_packet(
    packet: ContingencyPacket, scenario: ExerciseScenario | None, now: Instant
) -> ContingencyPacket:
    """Give a copy as practice shows and prints it: no patient, and no number that somebody answers.

    Its people are the dummies of the script, none without one. Forms are given out blank; one for a
    dummy is filled in where it is asked for.
    """
    today = local_day(now)
    dummies = people_of(scenario.on_day(today), today) if scenario is not None else ()
    people = tuple(kept_person(one, (), now) for one in dummies)
    return replace(packet, people=people, phone_lists=())
