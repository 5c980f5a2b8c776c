"""One function that gives the Swedish word or sentence for any member of the domain's lists."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.profile.rule_profile import RuleProfile
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.usecases.failures import Obstacle, PassphraseReason
from kontaktpunkt.wording.failures import obstacle_sentence, passphrase_sentence
from kontaktpunkt.wording.lists.care_requests import CARE_REQUESTS
from kontaktpunkt.wording.lists.clocks import CLOCKS
from kontaktpunkt.wording.lists.contacts import CONTACTS
from kontaktpunkt.wording.lists.deviations import DEVIATIONS
from kontaktpunkt.wording.lists.duty import DUTY
from kontaktpunkt.wording.lists.emergency import EMERGENCY
from kontaktpunkt.wording.lists.figures import FIGURES
from kontaktpunkt.wording.lists.follow_up import FOLLOW_UP
from kontaktpunkt.wording.lists.homecoming import HOMECOMING
from kontaktpunkt.wording.lists.joining import JOINING
from kontaktpunkt.wording.lists.meetings import MEETINGS
from kontaktpunkt.wording.lists.messages import MESSAGES
from kontaktpunkt.wording.lists.outages import OUTAGES
from kontaktpunkt.wording.lists.pasted import PASTED
from kontaktpunkt.wording.lists.payment import PAYMENT
from kontaktpunkt.wording.lists.people import PEOPLE
from kontaktpunkt.wording.lists.plans import PLANS
from kontaktpunkt.wording.lists.rounds import ROUNDS
from kontaktpunkt.wording.lists.rules import RULES
from kontaktpunkt.wording.lists.short_term import SHORT_TERM
from kontaktpunkt.wording.lists.weekend import WEEKEND
from kontaktpunkt.wording.refusals import sentence

# By type first: members of different lists are equal as text.
_WORDS: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    **MESSAGES,
    **CLOCKS,
    **EMERGENCY,
    **CARE_REQUESTS,
    **PASTED,
    **PEOPLE,
    **RULES,
    **PAYMENT,
    **ROUNDS,
    **DUTY,
    **FOLLOW_UP,
    **FIGURES,
    **HOMECOMING,
    **MEETINGS,
    **OUTAGES,
    **WEEKEND,
    **CONTACTS,
    **DEVIATIONS,
    **JOINING,
    **SHORT_TERM,
    **PLANS,
}


def word(member: StrEnum) -> str:
    """Give the Swedish word of a list's member; a sentence where it is a fault or a refusal."""
    if isinstance(member, RefusalReason):
        return sentence(Refused(reason=member))
    if isinstance(member, Obstacle):
        return obstacle_sentence(member)
    if isinstance(member, PassphraseReason):
        return passphrase_sentence(member)
    return _WORDS[type(member)][member]


def kind_name(kind: MessageKind, profile: RuleProfile | None = None) -> str:
    """Give a kind's name as the region's system says it, else the law's plain one."""
    named = profile.message_names.get(kind, "") if profile is not None else ""
    return named or word(kind)
