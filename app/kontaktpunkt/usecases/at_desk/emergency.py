"""23-timmars matters at a desk: who takes them now and after hours."""

from kontaktpunkt.usecases.at_desk.office import Office
from kontaktpunkt.usecases.case_lines.emergency import EmergencyDuty
from kontaktpunkt.usecases.showing.emergency import emergency_duty


class EmergencyDesk(Office):
    """What is asked about 23-timmars matters."""

    def emergency_duty(self) -> EmergencyDuty:
        """Say who takes 23-timmars matters from now until the office opens the next time."""
        return emergency_duty(self.rules, self.now())
