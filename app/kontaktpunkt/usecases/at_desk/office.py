"""The ground that every part of a desk stands on: store, tools, rules and the active user."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import date
from typing import Final
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.fold import fold
from kontaktpunkt.domain.ledger.envelope import KnownBy
from kontaktpunkt.domain.profile import RuleProfile, with_good_own
from kontaktpunkt.domain.staff import Role
from kontaktpunkt.domain.states import PolicyState
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.usecases.acting import POLICY
from kontaktpunkt.usecases.contacts.sheets import SheetReader
from kontaktpunkt.usecases.keeping.renew import renew
from kontaktpunkt.usecases.keeping.rule_effect import touch_what_differs
from kontaktpunkt.usecases.keeping.workroom import Workroom
from kontaktpunkt.usecases.overview_reader import OverviewReader
from kontaktpunkt.usecases.ports import (
    Hatch,
    Paper,
    Safe,
    Shelf,
    Store,
    StoreView,
    Word,
)
from kontaktpunkt.usecases.readers import PastedReader, Reader
from kontaktpunkt.usecases.rows import StaffRow
from kontaktpunkt.usecases.showing.pages import Reading
from kontaktpunkt.usecases.tools import Actor, Rules, Tools

_NOBODY = StaffRow(staff=UUID(int=0), name="", role=Role.CONTACT_POINT)


_RULES: Final = "rules"
_DAY: Final = "day"
"""Where the store remembers for which day its rows were made."""


class Outside(Struct, frozen=True, kw_only=True):
    """Everything outside that a desk is wired to."""

    store: Store
    tools: Tools
    reader: Reader
    read_overview: OverviewReader
    read_pasted: PastedReader
    read_sheet: SheetReader
    legible: Callable[[bytes], str]
    paper: Paper
    shelf: Shelf
    safe: Safe
    is_red: Callable[[date], bool]
    open_hatch: Callable[[str], Hatch]
    word: Word


class Office:
    """One user at one store: opens transactions with the rules in force.

    Promise: what an act decides on and what rows are made under is the same policy version.
    """

    def __init__(self, outside: Outside, staff: UUID | None = None, os_account: str = "") -> None:
        self.outside = outside
        self._os_account = os_account
        self._me = _NOBODY
        self._followed: date | None = None
        self.days_turned = 0
        self._listed: dict[tuple[UUID, str], Instant] = {}
        with outside.store.reading() as store:
            self._policy = policy_of(store)
            self._known_staff = {row.staff: row for row in store.staff_rows()}
        self._rules = self.rules_for(self._policy)
        if staff is not None and staff in self._known_staff:
            self._me = self._known_staff[staff]

    @property
    def me(self) -> StaffRow:
        """Give the active user; the nil id when nobody has been chosen."""
        return self._me

    @property
    def my_id(self) -> UUID | None:
        """Give the active user's id, or None for the system."""
        return None if self._me.staff == _NOBODY.staff else self._me.staff

    def now(self) -> Instant:
        """Give the time that this desk goes by."""
        return self.outside.tools.now()

    def today(self) -> date:
        """Give the day that it is here."""
        return local_day(self.now())

    @property
    def rules(self) -> Rules:
        """Give the rules of today: midnight may bring others without a restart."""
        if self._rules.profile.on != self.today():
            self._rules = self.rules_for(self._policy)
        return self._rules

    def profile(self) -> RuleProfile:
        """Give the rule profile in force, the municipality's own values on top."""
        return self.rules.profile

    def policy(self) -> PolicyState:
        """Give municipality, profile and own values."""
        return self._policy

    def actor(self, *, as_system: bool = False) -> Actor:
        """Say who acts."""
        if self.my_id is None or as_system:
            return Actor(known_by=KnownBy.SYSTEM, os_account=self._os_account)
        return Actor(staff=self.my_id, unit=self._me.unit, os_account=self._os_account)

    def be(self, staff: UUID) -> StaffRow:
        """Change the active user; an unknown one leaves the present one."""
        with self.outside.store.reading() as store:
            self._known_staff = {row.staff: row for row in store.staff_rows()}
        self._me = self._known_staff.get(staff, self._me)
        return self._me

    def rules_for(self, policy: PolicyState, on: date | None = None) -> Rules:
        """Build a policy's rules of a day, without one of today.

        An own value that is no good is passed over, not obeyed.
        """
        profile = self.outside.shelf.profile(policy.profile or "lag-2017-612")
        own = with_good_own(profile, policy.own_values)
        return Rules(own.as_of(on or self.today()), self.outside.is_red)

    def follow_policy(self) -> None:
        """Go by the policy that the store tells now: another process may have changed it."""
        with self.outside.store.reading() as store:
            policy = policy_of(store)
        if policy != self._policy:
            self.renew_policy(policy)

    def renew_policy(self, policy: PolicyState) -> None:
        """Go by a policy that has just changed."""
        self._policy = policy
        self._rules = self.rules_for(policy)

    def follow_day(self) -> bool:
        """Renew what midnight made otherwise, since the day that the rows were last made for.

        Says whether a rule began or ended meanwhile; asked often, it looks once a day.
        """
        today = self.today()
        if self._followed == today:
            return False
        kept = self.outside.store.preference(_RULES, _DAY)
        last = date.fromisoformat(kept) if kept else today
        self._followed = today
        turned = self.profile().turned_between(last, today)
        if turned:
            with self.room() as room:
                touch_what_differs(room, self.rules_for(self.policy(), last))
                renew(room)
            self.days_turned += 1
        if kept != today.isoformat():
            self.outside.store.keep_preference(_RULES, _DAY, today.isoformat())
        return turned

    @contextmanager
    def room(self, *, as_system: bool = False) -> Generator[Workroom]:
        """Open one writing transaction, under the policy that holds now.

        Another process may have changed the policy since this desk last looked. What happens
        `as_system` is nobody's act, whoever sits here.
        """
        with self.outside.store.writing() as store:
            policy = policy_of(store)
            if policy != self._policy:
                self.renew_policy(policy)
            yield Workroom(store, self.outside.tools, self.rules, self.actor(as_system=as_system))

    @contextmanager
    def reading(self) -> Generator[Reading]:
        """Open one reading transaction."""
        with self.outside.store.reading() as store:
            yield Reading(store, self.rules, self.my_id, self.now())


def policy_of(store: StoreView) -> PolicyState:
    """Give the policy that the store's ledger tells."""
    state = fold(POLICY.kind, store.events_of(POLICY))
    return state if isinstance(state, PolicyState) else PolicyState()
