"""Invoice control at a desk: a list or our own cases, under any profile, on screen and on paper."""

from collections.abc import Iterable, Iterator
from itertools import islice

from msgspec.structs import replace

from kontaktpunkt.domain.events.office import AccessKind, AccessNoted
from kontaktpunkt.domain.fold import fold
from kontaktpunkt.domain.ledger.subjects import (
    Subject,
    SubjectKind,
    person_subject,
)
from kontaktpunkt.domain.paper.printout import ListDocument
from kontaktpunkt.domain.payment import PaidStay
from kontaktpunkt.domain.person.number import shown
from kontaktpunkt.domain.profile import ProfileChoice, RuleProfile
from kontaktpunkt.domain.states import CaseState, PersonState
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.usecases.at_desk.papers import PaperDesk
from kontaktpunkt.usecases.desk import PaperPreview
from kontaktpunkt.usecases.invoice_control import ControlPage, ControlWish, page_of
from kontaktpunkt.usecases.invoice_control.own_stays import stay_of_case
from kontaktpunkt.usecases.joining.joined import cases_with, whole_case, whole_person
from kontaktpunkt.usecases.keeping import access
from kontaktpunkt.usecases.ports import StoreView
from kontaktpunkt.usecases.showing.masking import mask_person
from kontaktpunkt.usecases.showing.pages import Reading
from kontaktpunkt.usecases.stay_list import read_list

_LISTED = "fakturakontroll"
_AT_ONCE = 200
_PROTECTED = "Skyddade personuppgifter"


class InvoiceDesk(PaperDesk):
    """What is asked when an invoice is held against our own evidence."""

    def profile_choices(self) -> tuple[ProfileChoice, ...]:
        """Give the shipped rule profiles, the law first."""
        return self.outside.shelf.profiles()

    def control(self, wish: ControlWish) -> ControlPage:
        """Work a list or our own cases out; own cases are noted in the access log as a list."""
        profile = self.outside.shelf.profile(wish.profile) if wish.profile else self.profile()
        today = local_day(self.now())
        if wish.data is not None:
            read = read_list(wish.data)
            return page_of(wish, profile, read.stays, read.faults, today)
        with self.outside.store.reading() as store:
            own, masked = self._own_stays(store, profile)
        page = replace(page_of(wish, profile, own, (), today), masked=masked)
        with self.room() as room:
            count = len(page.stays)
            access.note(room, AccessNoted(access=AccessKind.LIST, filter=_LISTED, count=count))
        return page

    def control_paper(self, document: ListDocument) -> PaperPreview:
        """Make a paper of what was worked out, with our own foot; noted by `print_noted`."""
        whole = replace(document, foot=self._foot())
        pdf = self.outside.paper.listing(whole)
        return PaperPreview(pdf=pdf, protected=False, title=document.title)

    def _own_stays(self, store: StoreView, profile: RuleProfile) -> tuple[list[PaidStay], int]:
        """Make stays of all our cases, some hundred at a time."""
        stays: list[PaidStay] = []
        masked = 0
        looking = Reading(store, self.rules, self.my_id, self.now())
        for some in _by_hundreds(store.subjects(SubjectKind.CASE)):
            cases = [
                (subject.id, state)
                for subject, state in _states(store, some)
                if isinstance(state, CaseState)
            ]
            people = dict(
                _states(store, [person_subject(one.person) for _, one in cases if one.person])
            )
            for case, own in cases:
                person = people.get(person_subject(own.person)) if own.person else None
                known = person if isinstance(person, PersonState) else PersonState()
                state = own
                if known.ties.joins:
                    known = whole_person(looking, own.person) or known
                if own.ties.joins:
                    state = whole_case(looking, case) or own
                    if cases_with(looking, case)[0] != case:
                        continue  # one stay with another case, which is counted
                # The list is saved and sent on: who is protected is named in it to nobody.
                hidden = known.is_protected
                name = _PROTECTED if hidden else self._name(known, len(stays) + 1)
                stay = stay_of_case(state, mask_person(known, may=not hidden), profile, name)
                if stay is not None:
                    masked += hidden
                    stays.append(replace(stay, placing_municipality="") if hidden else stay)
        return stays, masked

    def _name(self, person: PersonState, number: int) -> str:
        """Name a stay as an invoice does: by the person's number, else by its place."""
        if not person.numbers:
            return f"utan nummer {number}"
        return shown(person.numbers[0], local_day(self.now()))


def _states(store: StoreView, subjects: Iterable[Subject]) -> list[tuple[Subject, object]]:
    wanted = list(dict.fromkeys(subjects))
    events = store.events_of_many(wanted)
    return [(one, fold(one.kind, events[one])) for one in wanted if events.get(one)]


def _by_hundreds(subjects: Iterator[Subject]) -> Iterator[list[Subject]]:
    while some := list(islice(subjects, _AT_ONCE)):
        yield some
