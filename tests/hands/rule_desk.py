"""A desk whose rules, acts and history are a real desk's, behind the window of the other tests."""
# ruff: noqa: D102 – each method is told by the Desk protocol

from dataclasses import dataclass, field

from hands.case_desk import CaseDesk
from hands.rows import NOW
from kontaktpunkt.domain.commands import ChangeSetting, Command
from kontaktpunkt.domain.profile import RuleProfile
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.states import PolicyState
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.rule_rows import RuleChange, RuleEffect
from samples import House, a_house, a_notice, a_person


def a_house_with_messages(count: int = 3) -> House:
    """Make a house in which so many people were admitted, nobody has taken it yet."""
    house = a_house()
    house.clock.set(NOW)
    house.take_in(
        *(
            a_notice(id=f"m{nth}", person=a_person(nth + 1), stay={"stay_ids": (f"s{nth}",)})
            for nth in range(count)
        )
    )
    return house


@dataclass
class RuleDesk(CaseDesk):
    """The desk in memory, with a real one for all that concerns the rules."""

    house: House = field(default_factory=a_house_with_messages)

    def now(self) -> Instant:
        return self.house.anna.now()

    def profile(self) -> RuleProfile:
        return self.house.anna.profile()

    def policy(self) -> PolicyState:
        return self.house.anna.policy()

    def act(self, *commands: Command) -> Done | Refused:
        self.commands.extend(commands)
        return self.house.anna.act(*commands)

    def undo(self) -> Done | Refused:
        return self.house.anna.undo()

    def preview_setting(self, wish: ChangeSetting) -> RuleEffect | Refused:
        self._note(f"preview {wish.key}")
        return self.house.anna.preview_setting(wish)

    def rule_history(self, key: str = "") -> tuple[RuleChange, ...]:
        return self.house.anna.rule_history(key)

    def __getattr__(self, name: str) -> object:
        """Ask the real desk what the one in memory does not know."""
        return getattr(self.__dict__["house"].anna, name)
