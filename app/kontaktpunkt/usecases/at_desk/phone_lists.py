"""Phone lists at a desk: numbers to check, those that are mine, and lists on paper."""

from uuid import UUID

from kontaktpunkt.usecases.answers import PaperPreview
from kontaktpunkt.usecases.at_desk.papers import PaperDesk
from kontaktpunkt.usecases.contacts.register import register_of
from kontaktpunkt.usecases.phone_lists.numbers import (
    NumbersPage,
    NumbersWaiting,
    numbers_page,
    numbers_waiting,
    phone_keeping,
)
from kontaktpunkt.usecases.phone_lists.papers import (
    PhoneListKind,
    PhoneListRecipe,
    phone_list_documents,
)


class PhoneListDesk(PaperDesk):
    """What is asked about phone lists."""

    def numbers(self) -> NumbersPage:
        """Give every number of the register, those first that are to be rung first to be checked.

        It says which of them I answer for; no person's data is in it.
        """
        keeping = phone_keeping(self.profile(), self.today())
        with self.outside.store.reading() as store:
            return numbers_page(register_of(store), keeping, self.me, store.staff_rows())

    def numbers_waiting(self) -> NumbersWaiting:
        """Count the numbers that I am to check: old ones, and those that soon will be."""
        return numbers_waiting(self.numbers())

    def phone_list(self, kind: PhoneListKind, unit: UUID | None = None) -> PaperPreview:
        """Make a phone list for paper; an old one has the words across it."""
        with self.outside.store.reading() as store:
            made = phone_list_documents(store, self._phone_recipe(), (kind,), unit)
        return PaperPreview(
            pdf=self.outside.paper.listing(made[0]), protected=False, title=made[0].title
        )

    def _phone_recipe(self) -> PhoneListRecipe:
        return PhoneListRecipe(
            profile=self.profile(),
            days=self.rules.days,
            now=self.now(),
            foot=self._foot(),
            word=self.outside.word,
        )
