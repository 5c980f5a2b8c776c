"""Statistics over stops: one line for each and one for each year; exercises stand apart."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from kontaktpunkt.domain.paper.printout import ListColumn, ListDocument, ListGroup, PrintFoot
from kontaktpunkt.domain.times import Instant, local_day, to_local
from kontaktpunkt.usecases.outages.account import OutageAccount, account, median
from kontaktpunkt.usecases.outages.page import Outages, Sheets, stamp
from kontaktpunkt.usecases.outages.rows import OutagePhase, OutageStamp
from kontaktpunkt.usecases.outages.spans import span
from kontaktpunkt.usecases.ports import Word

_COLUMNS = (
    ListColumn(label="Stopp", weight=5),
    ListColumn(label="Började", weight=4),
    ListColumn(label="Planerat", weight=3),
    ListColumn(label="Längd", weight=3),
    ListColumn(label="Blanketter", weight=3),
    ListColumn(label="Saknade", weight=3),
    ListColumn(label="Samtal", weight=2),
    ListColumn(label="Ikapp efter", weight=4),
    ListColumn(label="Läge", weight=3),
)


class StopFigures(Struct, frozen=True, kw_only=True):
    """One stop in the statistics."""

    stamp: OutageStamp
    account: OutageAccount


class YearFigures(Struct, frozen=True, kw_only=True):
    """All stops that began in one year; spans are microseconds.

    `catch_up` is the median over those that were caught up with; None where none was.
    """

    year: int
    stops: int
    planned: int
    lasted: int
    sheets: int
    missing: int
    calls: int
    catch_up: int | None = None

    @property
    def unplanned(self) -> int:
        """Count those that nobody had planned."""
        return self.stops - self.planned


class OutageStatistics(Struct, frozen=True, kw_only=True):
    """The statistics, the newest first; what was only practice counts in no year."""

    years: tuple[YearFigures, ...] = ()
    stops: tuple[StopFigures, ...] = ()
    exercises: tuple[StopFigures, ...] = ()


def statistics(states: Outages, sheets: Sheets, now: Instant) -> OutageStatistics:
    """Work the statistics out; a stop that was taken back was none."""
    found: list[StopFigures] = []
    for outage, state in states:
        line, told = stamp(outage, state, sheets), account(outage, state, sheets, now)
        if line is not None and told is not None and line.phase is not OutagePhase.WITHDRAWN:
            # What is not closed may yet get a number more: nobody has caught up with it.
            ended = line.phase is OutagePhase.CLOSED
            counted = told if ended else replace(told, catch_up=None, per_sheet=None)
            found.append(StopFigures(stamp=line, account=counted))
    found.sort(key=lambda one: one.account.began, reverse=True)
    real = tuple(one for one in found if not one.stamp.exercise)
    years = sorted({_year(one) for one in real}, reverse=True)
    return OutageStatistics(
        years=tuple(_of_year(year, [one for one in real if _year(one) == year]) for year in years),
        stops=real,
        exercises=tuple(one for one in found if one.stamp.exercise),
    )


def share(missing: int, sheets: int) -> str:
    """Say how many are missing, with their share in percent: 2 (5,0 %)."""
    if not missing:
        return "0"
    tenths = (2000 * missing + sheets) // (2 * sheets)
    return f"{missing} ({tenths // 10},{tenths % 10} %)"


def document(found: OutageStatistics, words: Word, foot: PrintFoot) -> ListDocument:
    """Make the statistics as a list for paper: a group for each year, and the exercises last."""
    groups = [
        ListGroup(
            title=year_line(year),
            rows=_rows((one for one in found.stops if _year(one) == year.year), words),
        )
        for year in found.years
    ]
    if found.exercises:
        rows = _rows(found.exercises, words)
        groups.append(ListGroup(title=f"Övningar, räknas inte ovan ({len(rows)})", rows=rows))
    return ListDocument(
        title="Driftstopp, statistik",
        subtitle="Varje stopp och varje år. Tillbakatagna anmälningar räknas inte.",
        columns=_COLUMNS,
        groups=tuple(groups),
        foot=foot,
        empty_note="Inga driftstopp.",
    )


def _of_kind(count: int, one: str, several: str) -> str:
    return f"{count} {one if count == 1 else several}"


def year_line(year: YearFigures) -> str:
    """Say a year in one line."""
    unplanned = _of_kind(year.unplanned, "oplanerat", "oplanerade")
    planned = _of_kind(year.planned, "planerat", "planerade")
    parts = (
        f"{year.stops} stopp ({unplanned}, {planned})",
        f"{span(year.lasted)} nere",
        f"{year.sheets} blanketter, {share(year.missing, year.sheets)} saknade",
        f"{year.calls} samtal",
        f"ikapp efter {span(year.catch_up)} (median)" if year.catch_up is not None else "",
    )
    return f"{year.year}: " + ", ".join(part for part in parts if part)


def cells(one: StopFigures, words: Word) -> tuple[str, ...]:
    """Give a stop's texts, one for each column."""
    facts, told = one.stamp.facts, one.account
    return (
        facts.system or _capital(words(facts.of)),
        to_local(told.began).strftime("%Y-%m-%d %H:%M"),
        "planerat" if facts.planned else "oplanerat",
        span(told.lasted),
        str(told.sheets),
        share(told.missing, told.sheets),
        str(told.calls),
        span(told.catch_up) if told.catch_up is not None else "–",
        words(one.stamp.phase),
    )


def _capital(said: str) -> str:
    return said[:1].upper() + said[1:]


def _rows(stops: Iterable[StopFigures], words: Word) -> tuple[tuple[str, ...], ...]:
    return tuple(cells(one, words) for one in stops)


def _of_year(year: int, stops: list[StopFigures]) -> YearFigures:
    told = [one.account for one in stops]
    return YearFigures(
        year=year,
        stops=len(stops),
        planned=sum(one.stamp.facts.planned for one in stops),
        lasted=sum(one.lasted for one in told),
        sheets=sum(one.sheets for one in told),
        missing=sum(one.missing for one in told),
        calls=sum(one.calls for one in told),
        catch_up=median(one.catch_up for one in told if one.catch_up is not None),
    )


def _year(one: StopFigures) -> int:
    return local_day(one.account.began).year
