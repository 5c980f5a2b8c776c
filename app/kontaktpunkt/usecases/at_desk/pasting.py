"""Pasted text at a desk: what is understood of it by the labels of the rules in force."""

from kontaktpunkt.domain.pasted import Pasted
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.usecases.at_desk.office import Office


class PasteDesk(Office):
    """What somebody copies from the region's screen."""

    def understand(self, text: str) -> Pasted:
        """Understand a copied text; nothing is kept until it is entered (`enter`)."""
        labels = self.profile().pasted_labels
        return self.outside.read_pasted(text, labels, local_day(self.now()))
