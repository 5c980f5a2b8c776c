"""The sentences of reconciling: what was found, what differs, how it can be settled."""

from typing import Final

from kontaktpunkt.domain.events.reconciliation import Difference, FindingKind
from kontaktpunkt.domain.overview import OverviewField
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.usecases.reconciling.rows import FindingRow, RoundPage, Settled
from kontaktpunkt.wording.names import identity, person_name
from kontaktpunkt.wording.rounds import others_words
from kontaktpunkt.wording.times import full_day, moment, when
from kontaktpunkt.wording.words import word

F, K = OverviewField, FindingKind

EXPLAINED: Final = (
    "Klistra in hela ärendeöversikten, med rubrikraden, eller släpp den som fil (text, CSV, PDF). "
    "Den jämförs med alla som står på sjukhus hos oss. Inget ändras förrän du har avgjort det."
)
GROUPS: Final = {
    K.NEW: "Nya: står i översikten men inte hos oss",
    K.CHANGED: "Ändrade: översikten säger något annat än vi",
    K.GONE: "Borta: står hos oss men inte som inskrivna i översikten",
    K.UNREAD: "Ej lästa: rader att läsa själv",
    K.SAME: "Lika",
}
OTHERS: Final = "Utskrivna som inte är våra: behöver inget svar"
"""Below what is to be settled, for a stay that was missed from beginning to end."""
_READY: Final = (F.READY_SINCE, F.READY_SENT)
_WHO: Final = (F.NUMBER, F.NAME, F.FAMILY_NAME, F.GIVEN_NAME, F.PLACE, F.HOSPITAL, F.WARD)
_LINE: Final = 140


def who(row: FindingRow, now: Instant) -> str:
    """Say who a finding is about; an unread line says itself."""
    if row.kind is K.UNREAD:
        return f"Rad {row.line}, skyddad identitet" if row.masked else f"Rad {row.line}"
    name = person_name(row.name, masked=row.masked)
    if row.masked:
        return name
    return f"{name}, {identity(row.number, row.birth_date, local_day(now), whole=False)}"


def place(row: FindingRow) -> str:
    """Say where somebody is."""
    return " · ".join(part for part in (row.hospital, row.ward) if part)


def summary(row: FindingRow, now: Instant) -> str:
    """Say in one line what was found, or how it was settled."""
    if row.settled is not None:
        return settled_words(row.settled, now)
    if row.answered:
        return "Står hos oss nu"
    if row.aside:
        return f"{aside_words(row)} · {_says(row)}"
    return _found(row)


def aside_words(row: FindingRow) -> str:
    """Say whether we know of the stay of somebody who has left."""
    if row.case is not None:
        return "Har ett ärende hos oss"
    return "Inget ärende hos oss, vistelsen kan ha missats"


def _found(row: FindingRow) -> str:
    match row.kind:
        case K.NEW:
            return _says(row)
        case K.CHANGED:
            return " · ".join(_changed(row, one) for one in row.differences)
        case K.GONE:
            return gone_words(row)
        case K.UNREAD:
            text = one_line(row.text)[:_LINE]
            return f"{word(row.flaw)} {text}".strip() if row.flaw is not None else text
        case K.SAME:
            return ""


def _says(row: FindingRow) -> str:
    told = [f"{word(piece.field)} {piece.text}" for piece in row.says if piece.field not in _WHO]
    known = ["känd hos oss sedan tidigare"] if row.is_known else []
    return " · ".join([*known, *told]) or "Inget mer står i översikten"


def one_line(text: str) -> str:
    """Give what stood in the overview on one line, with dots where its cells were parted."""
    parts = text.replace("\n", "\t").split("\t")
    return " · ".join(" ".join(part.split()) for part in parts if part.strip())


def gone_words(row: FindingRow) -> str:
    """Say why somebody on our list is not in hospital by the overview."""
    if not row.differences:
        return "Står inte i översikten"
    left = row.differences[0]
    at = f" {when_said(left)}" if left.theirs_at is not None else ""
    return f"{'Avliden' if row.says_deceased else 'Utskriven'} enligt översikten{at}"


def _changed(row: FindingRow, one: Difference) -> str:
    return f"{word(one.field)}: {ours_words(row, one)} → {theirs_words(row, one)}"


def ours_words(row: FindingRow, one: Difference) -> str:
    """Say what our list has."""
    if one.ours_at is not None:
        return moment(one.ours_at)
    if one.field is F.NAME:
        return row.name
    if one.field in _READY or one.field is F.LEAVE:
        return "nej"
    return one.ours or "saknas"


def theirs_words(row: FindingRow, one: Difference) -> str:
    """Say what the overview has."""
    if one.doubtful:
        return f"”{one.theirs}” (gick inte att läsa)"
    if one.theirs_at is not None:
        return when_said(one)
    if one.field is F.NAME:
        return next((piece.text for piece in row.says if piece.field is F.NAME), "annat namn")
    if one.field in _READY:
        return "ja, utan tid" if one.theirs else "nej"
    return one.theirs or "saknas"


def when_said(one: Difference) -> str:
    """Say a time of the overview, without a clock where it told none."""
    if one.theirs_at is None:
        return ""
    return full_day(local_day(one.theirs_at)) if one.day_only else moment(one.theirs_at)


def settled_words(settled: Settled, now: Instant) -> str:
    """Say how a finding was settled, when and by whom."""
    by = f", {settled.by_name}" if settled.by_name else ""
    said = word(settled.decision)
    return f"✓ {said[0].upper()}{said[1:]} {when(settled.at, now)}{by}"


def before_words(row: FindingRow, now: Instant) -> str:
    """Say how the same thing was left in an earlier round."""
    if row.before is None:
        return ""
    by = f" av {row.before.by_name}" if row.before.by_name else ""
    return f"Förra gången: {word(row.before.decision)}, {when(row.before.at, now)}{by}."


def perhaps_words(row: FindingRow, page: RoundPage) -> str:
    """Warn that somebody gone may stand on a line that could not be read."""
    lines = [str(one.line) for one in page.findings if one.no in row.perhaps]
    if not lines:
        return ""
    return f"Rad {', '.join(lines)} gick inte att läsa och kan gälla samma person. Läs den först."


def perhaps_short(row: FindingRow, page: RoundPage) -> str:
    """Say the same in the list, where her row stands far from the line: "rad 3 kan gälla henne"."""
    lines = [str(one.line) for one in page.findings if one.no in row.perhaps]
    return f"rad {', '.join(lines)} kan gälla samma person" if lines and row.is_open else ""


def counts_words(page: RoundPage) -> str:
    """Say how many there are of each kind: "nya 3 · ändrade 2 · borta 1 · lika 34"."""
    found = [(kind, sum(row.kind is kind for row in page.findings)) for kind in K]
    parts = [f"{word(kind)} {count}" for kind, count in found if count or kind is not K.UNREAD]
    return " · ".join([*parts, *([others_words(len(page.others))] if page.others else [])])


def left_words(page: RoundPage) -> str:
    """Say how much is left to settle, or that it is done."""
    if page.signed is not None:
        return ""
    same = sum(row.is_open for row in page.findings if row.kind is K.SAME)
    others = page.left - same
    if not page.left:
        return "Inget kvar att avgöra"
    told = [f"{others} kvar att avgöra"] if others else []
    return ", ".join([*told, *([f"{same} lika med mellanslag"] if same else [])])


def compared_words(page: RoundPage, now: Instant) -> str:
    """Say what was compared, when and by whom."""
    by = f" av {page.by_name}" if page.by_name else ""
    return f"Jämfört {when(page.at, now)}{by}"


def reading_words(page: RoundPage) -> str:
    """Say what of the overview was understood, and what was not."""
    if not page.headings:
        return "Rubrikraden saknas: bara personnumren är lästa."
    read = ", ".join(piece.text for piece in page.headings)
    unused = f" Lästes inte: {', '.join(page.unused)}." if page.unused else ""
    return f"Läst ur översikten: {read}.{unused}"


def warning_words(page: RoundPage) -> str:
    """Warn when the overview says that it holds more people than were read."""
    if page.stated is None or page.stated <= page.people:
        return ""
    return (
        f"Översikten säger {page.stated} personer, men här finns {page.people}. "
        "Kontrollera att hela kom med."
    )
