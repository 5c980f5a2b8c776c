"""What stops came to, at a desk: the protocol of one, and statistics over all."""

from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.usecases.answers import PaperPreview
from kontaktpunkt.usecases.at_desk.exercises import ExerciseDesk
from kontaktpunkt.usecases.at_desk.outages import read_outages
from kontaktpunkt.usecases.exercise.papers import result_section
from kontaktpunkt.usecases.outages import account as accounts
from kontaktpunkt.usecases.outages import page as pages
from kontaktpunkt.usecases.outages import statistics
from kontaktpunkt.usecases.outages.protocol import Around, protocol
from kontaktpunkt.usecases.outages.statistics import OutageStatistics


class OutageAccountDesk(ExerciseDesk):
    """What is asked of stops afterwards."""

    def outage_protocol(self, outage: UUID) -> PaperPreview | None:
        """Make the protocol of a stop, a draft until it is closed; it names no person."""
        with self.reading() as reading:
            state = dict(read_outages(reading.store)).get(outage)
            if state is None:
                return None
            sheets = pages.read_sheets(reading.store, (state,))
            stamp = pages.stamp(outage, state, sheets)
            told = accounts.account(outage, state, sheets, self.now())
            if stamp is None or told is None:
                return None
            page = pages.page(stamp, state, sheets, reading.names, _nobody)
            result = self.result_of(state, sheets, reading.names)
        around = Around(
            word=self.outside.word,
            titles={form.number: form.title for form in self.forms()},
            foot=replace(self._foot(), exercise=stamp.exercise),
        )
        more = (result_section(result),) if result is not None else ()
        document = protocol(page, told, around, more)
        pdf = self.outside.paper.sections(document)
        return PaperPreview(pdf=pdf, protected=False, title=document.title)

    def outage_statistics(self) -> OutageStatistics:
        """Give the statistics over all stops; exercises stand apart."""
        with self.outside.store.reading() as store:
            states = read_outages(store)
            sheets = pages.read_sheets(store, (state for _, state in states))
        return statistics.statistics(states, sheets, self.now())

    def outage_statistics_paper(self) -> PaperPreview:
        """Make the statistics as a list for paper."""
        document = statistics.document(self.outage_statistics(), self.outside.word, self._foot())
        pdf = self.outside.paper.listing(document)
        return PaperPreview(pdf=pdf, protected=False, title=document.title)


def _nobody(_person: UUID | None, _case: UUID | None) -> str:
    """Name nobody: a protocol speaks of numbers."""
    return ""
