"""The list of reports in lines: what is ours first, then what others owe us, then what is done."""

from typing import Final

from kontaktpunkt.domain.states import DeviationStage
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.ui.widgets.grouped_table import GroupLine, heading
from kontaktpunkt.usecases.deviations.rows import DeviationPage, DeviationRow
from kontaktpunkt.wording.deviations import noted_cells, points_words, row_cells
from kontaktpunkt.wording.telling import Telling

_GROUPS: Final = {
    DeviationStage.TO_SEND: "Att skicka",
    DeviationStage.ANSWERED: "Svar att följa upp",
    DeviationStage.AWAITING: "Väntar på andra",
}


def deviation_lines(page: DeviationPage, telling: Telling) -> list[GroupLine]:
    """Say what is ours first, then what others owe us, then what was done lately."""
    lines: list[GroupLine] = []
    if page.noted:
        today = local_day(page.at)
        lines.append(heading(f"Noterade, att skriva ({len(page.noted)})"))
        lines += [GroupLine(noted_cells(row, today, telling), row) for row in page.noted]
    for rows in (page.to_send, page.answered, page.awaiting):
        if rows:
            lines.append(heading(f"{_GROUPS[rows[0].stage]} ({len(rows)})"))
            lines += [_line(row, page, telling) for row in rows]
    if page.done:
        lines.append(heading(f"Klara de senaste tre månaderna ({len(page.done)})"))
        lines += [_line(row, page, telling) for row in page.done]
    return lines


def _line(row: DeviationRow, page: DeviationPage, telling: Telling) -> GroupLine:
    """Say one report; what others owe us is never red, however late."""
    mine = row.stage in (DeviationStage.TO_SEND, DeviationStage.ANSWERED)
    return GroupLine(
        cells=row_cells(row, local_day(page.at), telling),
        key=row.report,
        look="" if mine else "soft",
        tips=("", points_words(row.points, telling)),
    )
