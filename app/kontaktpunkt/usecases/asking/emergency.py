"""What screens ask about 23-timmars matters beside what stands on the case."""

from typing import Protocol

from kontaktpunkt.usecases.case_lines.emergency import EmergencyDuty


class EmergencyMatters(Protocol):
    """What screens ask about 23-timmars matters."""

    def emergency_duty(self) -> EmergencyDuty:
        """Say who takes 23-timmars matters from now until the office opens the next time."""
        ...
