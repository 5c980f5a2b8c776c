"""A store's care in memory: what was asked of it, and what it answers."""

from dataclasses import dataclass, field

from kontaktpunkt.ui.care import ErasureProtocol
from kontaktpunkt.usecases.contingency.ports import ContingencyCopies
from kontaktpunkt.usecases.failures import Obstacle, Unavailable


@dataclass
class CareInMemory:
    """Answers as the real care does."""

    passphrase: str = ""
    asked: list[str] = field(default_factory=list[str])
    says_no: Obstacle | None = None
    kept: ContingencyCopies | None = None

    def uses_passphrase(self) -> bool:
        """Say whether a passphrase is needed."""
        return bool(self.passphrase)

    def change_passphrase(self, old: str, new: str) -> bool:
        """Change the passphrase when the old one is right."""
        if old != self.passphrase:
            return False
        self.passphrase = new
        return True

    def backup(self, to: str) -> str:
        """Write a copy, or say no."""
        if self.says_no is not None:
            raise Unavailable(self.says_no)
        self.asked.append(f"backup {to}")
        return to

    def copies(self) -> ContingencyCopies | None:
        """Give who keeps the contingency copies, where a test has put one here."""
        return self.kept

    def erase_trial(self) -> ErasureProtocol:
        """Erase the store."""
        self.asked.append("erase")
        return ErasureProtocol(text="412 händelser raderade.", file_name="protokoll.txt")

    def trial_erased(self) -> None:
        """Leave the erased store."""
        self.asked.append("erased")

    def restart_demo_day(self) -> None:
        """Ask for a new demo day."""
        self.asked.append("new day")

    def begin_for_real(self) -> None:
        """Ask for the first start."""
        self.asked.append("real")

    def open_contingency(self) -> None:
        """Ask for Nödläge."""
        self.asked.append("contingency")
