"""Folds of staff, papers and the municipality's policy."""

from msgspec.structs import replace

from kontaktpunkt.domain.events.office import (
    RecoverySheetPrinted,
    SettingChanged,
    SheetIssued,
    SheetVoided,
    StaffAdded,
    StoreFounded,
)
from kontaktpunkt.domain.fold.story import Story
from kontaktpunkt.domain.states import PolicyState, SheetState, StaffState


def fold_staff(story: Story) -> StaffState:
    """Fold a member of staff: the latest word holds."""
    state = StaffState()
    for event in story.told:
        if isinstance(event.body, StaffAdded):
            state = StaffState(name=event.body.name, role=event.body.role, unit=event.body.unit)
    return state


def fold_sheet(story: Story) -> SheetState:
    """Fold a numbered paper."""
    state = SheetState()
    for event in story.told:
        match event.body:
            case SheetIssued() as issued:
                state = replace(
                    state,
                    issued=issued,
                    issued_at=event.envelope.at,
                    issued_by=event.envelope.by,
                )
            case SheetVoided():
                state = replace(state, voided_at=event.envelope.at)
            case _:
                pass
    return state


def fold_policy(story: Story) -> PolicyState:
    """Fold the policy: municipality, profile and own values, the latest holding."""
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
            case SettingChanged(key=key, value=value):
                others = tuple(pair for pair in state.own_values if pair[0] != key)
                state = replace(state, own_values=(*others, (key, value)))
            case RecoverySheetPrinted():
                state = replace(state, recovery_printed_at=event.envelope.at)
            case _:
                pass
    return state
