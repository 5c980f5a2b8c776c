"""Folds of staff and the municipality's policy."""

from msgspec.structs import replace

from kontaktpunkt.domain.events.contingency import ContingencyTried, ContingencyUsed
from kontaktpunkt.domain.events.office import (
    RecoverySheetPrinted,
    SettingChanged,
    StaffAdded,
    StoreFounded,
)
from kontaktpunkt.domain.fold.contingency import with_contingency
from kontaktpunkt.domain.fold.story import Story
from kontaktpunkt.domain.ledger.envelope import Envelope
from kontaktpunkt.domain.profile.own_values import OwnValue, with_value
from kontaktpunkt.domain.states import PolicyState, StaffState


def fold_staff(story: Story) -> StaffState:
    """Fold a member of staff: the latest word holds."""
    state = StaffState()
    for event in story.told:
        if isinstance(event.body, StaffAdded):
            state = StaffState(name=event.body.name, role=event.body.role, unit=event.body.unit)
    return state


def fold_policy(story: Story) -> PolicyState:
    """Fold the policy: municipality, profile and own values; of one key and day the last."""
    state = PolicyState()
    for event in story.told:
        match event.body:
            case StoreFounded(municipality=municipality, profile=profile, demo=demo):
                state = replace(
                    state,
                    municipality=municipality,
                    profile=profile,
                    demo=demo,
                    founded_at=event.envelope.at,
                )
            case SettingChanged() as changed:
                own = _own_value(changed, event.envelope)
                state = replace(state, own_values=with_value(state.own_values, own))
            case RecoverySheetPrinted():
                state = replace(state, recovery_printed_at=event.envelope.at)
            case ContingencyUsed() | ContingencyTried():
                known = with_contingency(state.contingency, event)
                state = replace(state, contingency=known)
            case _:
                pass
    return state


def _own_value(changed: SettingChanged, envelope: Envelope) -> OwnValue:
    return OwnValue(
        key=changed.key,
        value=changed.value,
        valid_from=changed.valid_from,
        source=changed.source,
        confirmed_by=changed.confirmed_by,
        follows_profile=changed.follows_profile,
        changed_by=envelope.by,
        changed_at=envelope.at,
    )
