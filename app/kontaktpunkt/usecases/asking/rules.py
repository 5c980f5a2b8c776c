"""What the settings screen of rules asks."""

from typing import Protocol

from kontaktpunkt.domain.commands import ChangeSetting
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.usecases.rule_rows import RuleChange, RuleEffect


class RuleKeeping(Protocol):
    """What the settings screen of rules asks."""

    def preview_setting(self, wish: ChangeSetting) -> RuleEffect | Refused:
        """Say what a change of a rule would make otherwise, without writing anything.

        Saving it then renews exactly those cases and messages.
        """
        ...

    def rule_history(self, key: str = "") -> tuple[RuleChange, ...]:
        """Give all changes of one rule, or of all, newest first; also those taken back."""
        ...
