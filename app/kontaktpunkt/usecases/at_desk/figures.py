"""Key figures at a desk: worked out by the rules in force, each opened to its cases."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from kontaktpunkt.domain.figures.figure import FigureValue, Part
from kontaktpunkt.domain.figures.spell import Period
from kontaktpunkt.domain.figures.terms import FigureTerms
from kontaktpunkt.domain.profile import ProfileValue
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.usecases.at_desk.papers import PaperDesk
from kontaktpunkt.usecases.figures.reading import LINE, every_figure, of_stays, stays_for
from kontaktpunkt.usecases.figures.rows import FigureCase, FigureCases, FigurePage, KeyLine
from kontaktpunkt.usecases.rows import CaseRow
from kontaktpunkt.usecases.showing.masking import mask_case_row

_GOAL = "goal_mean_days"
_COMPARISON = "comparison_home_within_day"


class FigureDesk(PaperDesk):
    """What is asked of the key figures."""

    def key_line(self) -> KeyLine:
        """Give the four figures above the follow-up list, of this month; nobody is named in it."""
        today = local_day(self.now())
        terms = self._figure_terms(Period(today.replace(day=1), today))
        with self.outside.store.reading() as store:
            found = of_stays(stays_for(store, terms), terms, LINE)
        goal, comparison = self._figure_rule(_GOAL, today), self._figure_rule(_COMPARISON, today)
        return KeyLine(
            figures=found,
            goal=_number(goal),
            comparison=_number(comparison),
        )

    def figures(self, period: Period) -> FigurePage:
        """Give all figures of a period; nobody is named in it."""
        terms = self._figure_terms(period)
        with self.outside.store.reading() as store:
            found = every_figure(store, terms, self.policy())
        return FigurePage(
            at=self.now(),
            period=period,
            profile=self.profile().title,
            figures=found,
            goal=self._figure_rule(_GOAL, period.last),
            comparison=self._figure_rule(_COMPARISON, period.last),
        )

    def figure_cases(
        self, value: FigureValue, group: str | None = None, *, name: str = ""
    ) -> FigureCases:
        """Give the cases behind a figure or one group of it; noted in the access log as a list."""
        parts = [part for part in value.parts if group is None or part.group == group]
        with self.outside.store.reading() as store:
            rows = {
                case: store.case_row(case)
                for case in {part.case for part in parts if part.case is not None}
            }
            newest = {
                person: store.case_rows_of(person)
                for person in {part.person for part in parts if part.case is None and part.person}
            }
        of_persons = {person: found[0] for person, found in newest.items() if found}
        lines = tuple(self._figure_line(part, rows, of_persons) for part in parts)
        self._note_list(f"nyckeltal: {name or value.figure.value}", len(lines))
        return FigureCases(value=value, lines=lines, group=group or "")

    def _figure_line(
        self, part: Part, rows: dict[UUID, CaseRow | None], of_persons: dict[UUID, CaseRow]
    ) -> FigureCase:
        found = rows.get(part.case) if part.case else None
        if found is None and part.person is not None:
            found = of_persons.get(part.person)
        return FigureCase(
            on=part.on,
            amount=part.amount,
            group=part.group,
            detail=part.detail,
            row=mask_case_row(found, self.my_id) if found is not None else None,
        )

    def _figure_terms(self, period: Period) -> FigureTerms:
        return FigureTerms(
            period=period, now=self.now(), profile=self.profile(), days=self.rules.days
        )

    def _figure_rule(self, key: str, on: date) -> ProfileValue:
        return self.profile().value(key, on)


def _number(held: ProfileValue) -> Decimal | None:
    """Give a number that is confirmed; what nobody has confirmed is no line to read by."""
    return held.value if isinstance(held.value, Decimal) else None
