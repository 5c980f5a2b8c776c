"""Who is asked to do what upon a message, by the role table and the kind of day that it is."""

from collections.abc import Sequence

from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.profile import DayKind, RuleProfile
from kontaktpunkt.domain.profile.gaps import names_steps
from kontaktpunkt.domain.states import StepState
from kontaktpunkt.ui.screens.inbox.telling import Facts
from kontaktpunkt.wording.words import word


def asked_facts(
    profile: RuleProfile | None,
    kind: MessageKind | None,
    today: DayKind | None,
    states: Sequence[StepState] = (),
) -> Facts:
    """Give the steps of each role that the message sets going; done ones say so.

    On a kind of day that the table says nothing about, that is said instead.
    """
    if profile is None or kind is None:
        return []
    steps = [step for step in profile.steps if step.message is kind]
    if not steps:
        return []
    if today is not None and not names_steps(profile, today):
        return [("Alla", f"ingen utsedd för {word(today)}, ej bekräftat")]
    done = {state.step for state in states if state.done}
    found: dict[str, list[str]] = {}
    for step in steps:
        if today is None or not step.days or today in step.days:
            role = word(step.role).capitalize() if step.role else "Alla"
            said = f"{step.label} (klart)" if step.key in done else step.label
            found.setdefault(role, []).append(said)
    return [(role, ", ".join(labels)) for role, labels in found.items()]
