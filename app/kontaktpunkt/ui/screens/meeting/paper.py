"""A meeting on paper, to take to the table or to work by."""

from uuid import UUID

from kontaktpunkt.ui.printing.document import Document, Made
from kontaktpunkt.usecases.desk import Desk


def meeting_document(meeting: UUID, label: str, *, to_work_by: bool) -> Document:
    """Name a meeting's paper, and say how it is made."""

    def make(desk: Desk) -> Made | None:
        paper = desk.meeting_paper(meeting, to_work_by=to_work_by)
        page = desk.meeting(meeting)
        return None if paper is None or page is None else (paper, len(page.lines))

    kind = "Arbetslista" if to_work_by else "Möteslista"
    return Document(
        key=f"meeting {meeting} {to_work_by}",
        title=f"{kind}: avstämning {label}",
        file_name=f"{kind.lower()}-{label}.pdf",
        make=make,
    )
