"""Reports: a list, and the chosen one to write in; each saving is a version, none is lost."""

from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QSplitter, QVBoxLayout, QWidget

from kontaktpunkt.domain.commands import AskQuestion, WriteReport
from kontaktpunkt.domain.events.report import ReportKind, ReportSection
from kontaktpunkt.domain.figures.spell import Period
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.ui.drafts import Drafts
from kontaktpunkt.ui.printing.document import Document
from kontaktpunkt.ui.screens.figures.periods import PeriodBar
from kontaktpunkt.ui.widgets.acts import act_within
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.column import Column
from kontaktpunkt.ui.widgets.empty import EmptyState
from kontaktpunkt.ui.widgets.fields import Labelled, TextBox
from kontaktpunkt.ui.widgets.layouts import Flow, empty
from kontaktpunkt.ui.widgets.rows_table import RowsModel, RowsTable, on_row
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Desk, Done, PaperPreview
from kontaktpunkt.usecases.figures.report_rows import ReportRow, VersionRow
from kontaktpunkt.wording.figures.reports import (
    asked_in,
    draft,
    on_paper,
    title_of,
    week_before,
)
from kontaktpunkt.wording.figures.saying import period_name
from kontaktpunkt.wording.times import moment

_HEADINGS: Final = ("Rapport", "Dagar")
_LINES: Final = 5
_TITLE: Final = "title"
_LEAST: Final = 240


class ReportsPage(QWidget):
    """Begins reports from figures, lets the team write in them, and puts them on paper."""

    def __init__(self, workplace: Workplace, periods: PeriodBar) -> None:
        super().__init__()
        self._workplace = workplace
        self._periods = periods
        self._rows: tuple[ReportRow, ...] = ()
        self._report: UUID | None = None
        self._version: VersionRow | None = None
        self._fresh = False
        self._drafts = Drafts(workplace.clerk, workplace.desk, self)
        self.model = RowsModel(_HEADINGS, frozenset(), self)
        self.list = RowsTable(workplace.theme, self.model, (3, 2), tall=True)
        self.list.setAccessibleName("Rapporter")
        self.title = QLineEdit()
        self.versions = QComboBox()
        self.versions.setAccessibleName("Version")
        self.texts = list[TextBox]()
        self.sheet = Column()
        self.inside = QVBoxLayout()
        self.empty = EmptyState(workplace.theme, "chart")
        self.empty.say(
            "Inga rapporter än",
            "Börja en kartläggning eller en veckorapport: siffrorna fylls i, resten skriver ni.",
        )
        self.survey_act = act_within(self, "Ny kartläggning", "Ctrl+Shift+K", self._new_survey)
        self.weekly_act = act_within(self, "Ny veckorapport", "Ctrl+Shift+V", self._new_weekly)
        self.save_act = act_within(self, "Spara ny version", "Ctrl+Return", self.save)
        self.paper_act = act_within(self, "Rapporten på papper", "Ctrl+P", self._print)
        self._lay_out()
        on_row(self.list, self._choose)
        self.versions.activated.connect(self._choose_version)
        self.title.textEdited.connect(self._keep_title)
        workplace.closing.connect(self._drafts.flush)

    def begin(self) -> None:
        """Fetch the reports."""
        self._workplace.clerk.ask(self._workplace.desk.reports, self._show, key="reports")

    def focus(self) -> None:
        """Put focus on the list, or on the way to the first report."""
        (self.list if self._rows else self.buttons[0]).setFocus()

    def save(self) -> None:
        """Keep what is written as a new version."""
        report, version = self._report, self._version
        if report is None or version is None:
            return
        parts = zip(version.written.sections, self.texts, strict=True)
        self._write(
            WriteReport(
                report=report,
                report_kind=version.written.report_kind,
                title=self.title.text(),
                first=version.written.first,
                last=version.written.last,
                sections=tuple(
                    ReportSection(part.heading, text.toPlainText().strip()) for part, text in parts
                ),
            ),
            "Rapporten är sparad",
        )

    # --- beginning one ----------------------------------------------------------------------
    def _new_survey(self) -> None:
        self._new(ReportKind.SURVEY, self._periods.period())

    def _new_weekly(self) -> None:
        self._new(ReportKind.WEEKLY, week_before(local_day(self._workplace.now())))

    def _new(self, kind: ReportKind, period: Period) -> None:
        desk, profile = self._workplace.desk, self._workplace.profile

        def work() -> WriteReport:
            page = desk.figures(period)
            return WriteReport(
                report=desk.new_report(),
                report_kind=kind,
                title=title_of(kind, period),
                first=period.first,
                last=period.last,
                sections=draft(kind, page, profile, desk.questions()),
            )

        def begun(wish: WriteReport) -> None:
            self._report = wish.report
            self._write(wish, f"Påbörjad: {wish.title}")

        self._workplace.clerk.ask(work, begun)

    def _write(self, wish: WriteReport, told: str) -> None:
        def written(_done: Done) -> None:
            for field in (_TITLE, *map(str, range(len(wish.sections)))):
                self._drafts.keep(_subject(wish.report), field, "")
            self._drafts.flush()
            self._fresh = True
            self.begin()

        desk = self._workplace.desk

        def work() -> Done | Refused:
            """Keep it, and ask what stands among its questions and nobody has asked."""
            known = {row.text for row in desk.questions()}
            new = [text for text in asked_in(wish.sections) if text not in known]
            asked = (
                AskQuestion(question=desk.new_report(), text=text, report=wish.report)
                for text in new
            )
            return desk.act(wish, *asked)

        self._workplace.settle(work, told=told, then=written)

    # --- showing ----------------------------------------------------------------------------
    def _show(self, rows: tuple[ReportRow, ...]) -> None:
        self._rows = rows
        names = [(one.newest.written.title, _days(one)) for one in rows]
        wanted = next((at for at, one in enumerate(rows) if one.report == self._report), 0)
        self._version = None
        self.model.show(names)
        has_any = bool(rows)
        self.empty.setVisible(not has_any)
        self.both.setVisible(has_any)
        self.save_act.setEnabled(has_any)
        self.paper_act.setEnabled(has_any)
        if has_any:
            self.list.choose(wanted)
            self._choose(wanted)
        if self._fresh and self.texts:
            self._fresh = False
            self._waiting_text().setFocus()

    def _waiting_text(self) -> TextBox:
        """Give the first part that nobody has written in, else the first."""
        return next((one for one in self.texts if not one.toPlainText()), self.texts[0])

    def _choose(self, row: int) -> None:
        if not 0 <= row < len(self._rows):
            return
        found = self._rows[row]
        if self._version is not None and found.report == self._report:
            return
        self._report = found.report
        self.versions.clear()
        for one in found.versions:
            words = f"Version {one.number}, {moment(one.at)}, {one.by_name}"
            self.versions.addItem(words, one.number)
        self._show_version(found.newest)

    def _choose_version(self, place: int) -> None:
        found = next((one for one in self._rows if one.report == self._report), None)
        if found is not None:
            self._show_version(found.versions[place])

    def _show_version(self, version: VersionRow) -> None:
        """Put a version into the fields; an older one that is saved becomes the newest."""
        self._version = version
        self.title.setText(version.written.title)
        empty(self.inside)
        self.texts = list[TextBox]()
        for place, part in enumerate(version.written.sections):
            box = TextBox(max(_LINES, len(part.text.splitlines()) + 2))
            box.setPlainText(part.text)
            box.textChanged.connect(lambda at=place: self._keep_text(at))
            self.texts.append(box)
            self.inside.addWidget(Labelled(part.heading, box))
        fields = (_TITLE, *map(str, range(len(self.texts))))
        if self._report is not None and version.number == self.versions.count():
            self._drafts.load(_subject(self._report), fields, self._show_drafts)

    def _show_drafts(self, found: dict[str, str]) -> None:
        if _TITLE in found:
            self.title.setText(found[_TITLE])
        for place, box in enumerate(self.texts):
            if str(place) in found and box.toPlainText() != found[str(place)]:
                box.setPlainText(found[str(place)])

    def _keep_title(self, text: str) -> None:
        if self._report is not None:
            self._drafts.keep(_subject(self._report), _TITLE, text)

    def _keep_text(self, place: int) -> None:
        if self._report is not None and place < len(self.texts):
            text = self.texts[place].toPlainText()
            self._drafts.keep(_subject(self._report), str(place), text)

    def _print(self) -> None:
        """Put the version that is on show on paper, as it was saved."""
        version = self._version
        if version is None:
            return

        def make(desk: Desk) -> tuple[PaperPreview, int]:
            return desk.figure_paper(on_paper(version)), 0

        document = Document(
            key=f"report {self._report} {version.number}",
            title=version.written.title,
            file_name=f"{version.written.report_kind.value}-{version.written.last}.pdf",
            make=make,
        )
        self._workplace.document_wanted.emit(document)

    def _lay_out(self) -> None:
        acts = Flow()
        self.buttons = [
            KeyHintButton(act)
            for act in (self.survey_act, self.weekly_act, self.save_act, self.paper_act)
        ]
        for one in self.buttons:
            acts.addWidget(one)
        self.sheet.add(Labelled("Rubrik", self.title))
        self.sheet.add(self.versions)
        self.sheet.add(self.inside)
        self.sheet.rows.addStretch(1)
        self.sheet.rows.setContentsMargins(10, 0, 6, 6)
        self.both = QSplitter(Qt.Orientation.Horizontal)
        self.both.addWidget(self.list)
        self.both.addWidget(self.sheet)
        self.both.setSizes([340, 850])
        self.both.setChildrenCollapsible(False)
        self.list.setMinimumWidth(_LEAST)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(acts)
        rows.addWidget(self.both, 1)
        rows.addWidget(self.empty, 1)


def _subject(report: UUID) -> str:
    return f"report:{report}"


def _days(row: ReportRow) -> str:
    written = row.newest.written
    return period_name(Period(written.first, written.last))
