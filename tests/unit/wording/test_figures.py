"""Key figures in words, in a file and on paper, and lists of the region's figures read in."""

import csv
import io
from datetime import date, time
from decimal import Decimal
from uuid import UUID

import pytest
from msgspec.structs import replace

from hands.figures import A_KEY_LINE, MARCH, a_value
from kontaktpunkt.bootstrap.shelf import DataShelf, PdfPaper
from kontaktpunkt.domain.events.report import ReportKind, ReportSection, ReportWritten
from kontaktpunkt.domain.figures.figure import Figure, FigureGap, FigureValue, Part
from kontaktpunkt.domain.figures.spell import Period
from kontaktpunkt.domain.side import Side
from kontaktpunkt.domain.times import HOUR, Instant, at_local
from kontaktpunkt.usecases.figures.region_list import read_region_list
from kontaktpunkt.usecases.figures.report_rows import VersionRow
from kontaktpunkt.usecases.figures.rows import FigurePage
from kontaktpunkt.wording.figures.definitions import DEFINITIONS, definition
from kontaktpunkt.wording.figures.line import said
from kontaktpunkt.wording.figures.reports import draft, on_paper, title_of, week_before
from kontaktpunkt.wording.figures.saying import amount, behind, value
from kontaktpunkt.wording.figures.table import as_csv, document

_PROFILE = DataShelf().profile("nordvastra-skane")
_FEB = date(2026, 2, 1)
_TENTH = at_local(date(2026, 3, 10), time(7, 50))


def _page(*figures: FigureValue) -> FigurePage:
    return FigurePage(
        at=Instant(0),
        period=MARCH,
        profile=_PROFILE.title,
        figures={one.figure: one for one in figures},
        goal=_PROFILE.value("goal_mean_days"),
        comparison=_PROFILE.value("comparison_home_within_day"),
    )


def _obstacles() -> FigureValue:
    sides = ((Side.MUNICIPALITY, "municipal_resources", 5), (Side.TRANSPORT, "transport", 2))
    parts = tuple(
        Part(
            on=MARCH.first,
            amount=hours * HOUR,
            case=UUID(int=hours),
            group=side.value,
            detail=code,
        )
        for side, code, hours in sides
    )
    return FigureValue(figure=Figure.OBSTACLE_HOURS, period=MARCH, parts=parts)


def test_each_figure_has_a_definition_that_says_who_is_counted() -> None:
    """No number stands without its meaning."""
    assert set(DEFINITIONS) == set(Figure)
    assert "30 dagar" in definition(Figure.READMISSIONS, 30)
    assert all("{" not in definition(one, 30) for one in Figure)


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (a_value(Figure.READY_NOW, 1, 1), "2"),
        (a_value(Figure.MEAN_DAYS, 0, 0, 1, 3, 5), "1,8 dagar"),
        (a_value(Figure.HOME_WITHIN_DAY, 1, 1, 0), "67 %"),
        (a_value(Figure.MEAN_DAYS, 1), "1 dag"),
        (a_value(Figure.MEAN_DAYS), "–"),
        (a_value(Figure.OBSTACLE_HOURS, 90 * HOUR // 60), "1,5 tim"),
        (
            replace(a_value(Figure.WATCH_KEPT), gap=FigureGap.WATCH_NOT_CONFIRMED),
            "Ej bekräftat när inkorgen ska bevakas.",
        ),
    ],
)
def test_a_value_is_said_with_its_unit(figure: FigureValue, words: str) -> None:
    """Decimal comma, percent without decimals, a dash where there is nobody."""
    assert value(figure) == words


def test_what_stands_behind_a_figure_is_counted_in_words() -> None:
    """How many of how many, how many people, and how many were left out."""
    figure = replace(a_value(Figure.HOME_WITHIN_DAY, 1, 1, 0), left_out=2)

    assert behind(figure) == "2 av 3, 3 personer, 2 utan tid för utskrivning"
    assert amount(figure, 0) == "senare"
    assert amount(a_value(Figure.MEAN_DAYS, 1), 1) == "1 dag"


def test_the_line_says_goal_and_comparison_only_where_they_are_known() -> None:
    """A number that nobody has confirmed is no goal."""
    bare = replace(A_KEY_LINE, goal=None, comparison=None)

    assert said(Figure.READY_NOW, A_KEY_LINE) == "2 utskrivningsklara nu"
    assert said(Figure.MEAN_DAYS, A_KEY_LINE) == "0,7 dagar i medel denna månad (mål 1,7)"
    assert said(Figure.HOME_WITHIN_DAY, A_KEY_LINE) == "67 % hem inom 24 timmar (jämförelse 74 %)"
    assert said(Figure.HOME_WITHIN_DAY, bare) == "67 % hem inom 24 timmar"
    assert said(Figure.LIABILITY_DAYS, bare) == "2 dagar med betalningsansvar denna månad"
    one = {**A_KEY_LINE.figures, Figure.MEAN_DAYS: a_value(Figure.MEAN_DAYS, 1, 1)}
    assert said(Figure.MEAN_DAYS, replace(bare, figures=one)) == "1 dag i medel denna månad"


def test_the_file_is_read_back_as_it_was_said() -> None:
    """A spreadsheet finds each figure with its value, its people and its meaning."""
    data = as_csv(_page(a_value(Figure.MEAN_DAYS, 0, 0, 1, 3, 5), _obstacles()), _PROFILE)
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))

    whole = {row[0]: row for row in rows if len(row) > 1 and row[1] == "alla"}
    assert whole["Dagar i medel efter utskrivningsklar"][3:6] == ["1,80", "dagar", "5"]
    sides = {row[2]: row[3] for row in rows if len(row) > 1 and row[1] == "vems hinder"}
    assert sides == {"kommunen": "5,00", "transporten": "2,00"}
    assert rows[0] == ["period", "2026-03-01", "2026-03-03"]


def test_a_small_group_with_somebody_protected_leaves_the_house_in_no_form() -> None:
    """Neither in the file nor on paper can one protected person among few be known."""
    few = a_value(Figure.MEAN_DAYS, 3, 4)
    hidden = replace(few, parts=(replace(few.parts[0], protected=True), few.parts[1]))

    text = as_csv(_page(hidden), _PROFILE).decode("utf-8-sig")
    paper = repr(document(_page(hidden), _PROFILE))

    for said_ in (text, paper):
        assert "3,5" not in said_
        assert "för få personer" in said_


def test_a_code_that_looks_like_a_formula_is_none_in_a_spreadsheet() -> None:
    """A meeting that somebody named "=1+1" does nothing in Excel."""
    part = Part(on=MARCH.first, amount=1, case=UUID(int=1), group="=1+1")
    figure = FigureValue(figure=Figure.LUNCH_MISSES, period=MARCH, parts=(part,))

    assert ";'=1+1;" in as_csv(_page(figure), _PROFILE).decode("utf-8-sig")


def test_the_paper_is_a_pdf_with_its_pages() -> None:
    """All figures, their definitions and their groups are drawn."""
    paper = document(_page(a_value(Figure.MEAN_DAYS, 1, 2), _obstacles()), _PROFILE)

    pdf = PdfPaper().listing(paper)

    assert pdf.startswith(b"%PDF")
    assert [group.title for group in paper.groups] == ["Alla", "Uppdelat"]


def test_a_survey_begins_with_figures_and_obstacles_by_side_and_code() -> None:
    """The team writes what is done and what is planned; the numbers stand there already."""
    parts = draft(ReportKind.SURVEY, _page(a_value(Figure.MEAN_DAYS, 1, 3), _obstacles()), _PROFILE)

    assert [one.heading for one in parts] == [
        "Läget i siffror",
        "Hinder som fördröjde",
        "Möjligheter och framgångsfaktorer",
        "Genomförda aktiviteter",
        "Planerade aktiviteter (vad, vem, när)",
    ]
    assert "Dagar i medel efter utskrivningsklar: 2 dagar (2 personer)" in parts[0].text
    assert "Mål för dagar i medel: 1,7" in parts[0].text
    assert parts[1].text.startswith("Kommunen: 5 tim. Kommunens resurser inte klara")
    assert not parts[2].text


def test_a_weekly_report_is_of_the_last_whole_week_and_ends_in_questions() -> None:
    """On a Tuesday it is of the week that ended on Sunday; on a Sunday of the one before."""
    assert week_before(date(2026, 3, 24)) == Period(date(2026, 3, 16), date(2026, 3, 22))
    assert week_before(date(2026, 3, 22)) == Period(date(2026, 3, 9), date(2026, 3, 15))
    period = week_before(date(2026, 3, 24))
    assert title_of(ReportKind.WEEKLY, period) == "Veckorapport vecka 12, 2026"
    assert draft(ReportKind.WEEKLY, _page(), None)[-1].heading == "Frågor till processledarna"


@pytest.mark.parametrize(
    ("text", "figures", "unread"),
    [
        ("månad;dagar\n2026-02;1,9\n", ((_FEB, Decimal("1.9")),), ()),
        ("\ufeff2026-02\t1.9 dagar", ((_FEB, Decimal("1.9")),), ()),
        ('"2026-02-28";"2"\n202601;0', ((date(2026, 1, 1), Decimal(0)), (_FEB, Decimal(2))), ()),
        ("2026-02;1\n2026-02;2", ((_FEB, Decimal(2)),), ()),
        (
            "2026-02;1\n2026-13;1\nfebruari;2\n2026-03;-1\n2026-04",
            ((_FEB, Decimal(1)),),
            (2, 3, 4, 5),
        ),
        ("", (), ()),
    ],
)
def test_the_regions_months_are_read_and_what_is_not_is_told(
    text: str, figures: tuple[tuple[date, Decimal], ...], unread: tuple[int, ...]
) -> None:
    """A head line is passed; each other line is read or told by its number."""
    read = read_region_list(text)

    assert (read.figures, read.unread) == (figures, unread)


def test_a_long_title_and_a_long_paragraph_have_room_on_paper() -> None:
    """Nothing that the team wrote is cut off at the edge or at the foot of a page."""
    written = ReportWritten(
        report_kind=ReportKind.SURVEY,
        title="Kartläggning " + "av hinder " * 12,
        first=MARCH.first,
        last=MARCH.last,
        sections=(ReportSection("Hinder", "Väntar på larm. " * 500),),
    )

    paper = on_paper(VersionRow(number=1, at=Instant(0), by_name="Anna", written=written))

    assert paper.title == "Kartläggning"
    assert paper.groups[0].rows == ((written.title,),)
    texts = [row[0] for row in paper.groups[1].rows]
    assert max(map(len, texts)) <= 1200
    assert " ".join(texts) == written.sections[0].text.strip()


def _ready_now(period: Period) -> FigureValue:
    """Give two who lay there ready over the third of March, and one who does so on the tenth."""
    now = Part(on=date(2026, 3, 10), amount=1, case=UUID(int=9))
    nights = tuple(
        Part(on=date(2026, 3, 2), amount=2, case=UUID(int=nth), person=UUID(int=nth))
        for nth in (1, 2)
    )
    return FigureValue(
        figure=Figure.READY_NOW, period=period, parts=(now,), asked_on=now.on, before=nights
    )


def test_a_report_of_a_week_that_is_over_tells_who_lay_there_when_it_ended() -> None:
    """It is dated, and says nothing of the day on which somebody wrote the report."""
    page = replace(_page(_ready_now(MARCH)), at=_TENTH)

    text = draft(ReportKind.WEEKLY, page, _PROFILE)[0].text

    assert text.startswith("Utskrivningsklara 2026-03-03 vid midnatt: 2 (2 personer)")
    assert "nu" not in text.splitlines()[0].split()


def test_a_report_of_days_that_go_on_says_when_it_was_counted() -> None:
    """Ready now is of a day and an hour."""
    period = Period(date(2026, 3, 1), date(2026, 3, 31))
    page = replace(_page(_ready_now(period)), at=_TENTH, period=period)

    text = draft(ReportKind.SURVEY, page, _PROFILE)[0].text
    paper = document(page, _PROFILE)

    assert text.startswith("Utskrivningsklara nu, per 2026-03-10 07:50: 1 (1 person)")
    assert paper.groups[0].rows[0][0] == "Utskrivningsklara nu, per 2026-03-10 07:50"


def test_an_obstacle_without_a_code_stands_with_its_own_words_in_a_report() -> None:
    """To say that it was something else tells the one who reads it nothing."""
    own = Part(
        on=MARCH.first,
        amount=99 * HOUR,
        case=UUID(int=1),
        group=Side.PERSON.value,
        detail="Syrgas i hemmet",
    )
    figure = FigureValue(figure=Figure.OBSTACLE_HOURS, period=MARCH, parts=(own,))

    text = draft(ReportKind.SURVEY, _page(figure), _PROFILE)[1].text

    assert text.endswith("99 tim. Syrgas i hemmet 99 tim")
