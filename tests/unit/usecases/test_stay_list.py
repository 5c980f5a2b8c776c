"""A list is read however Excel wrote it; what cannot be read is told by line and column."""

import pytest

from kontaktpunkt.domain.payment import Care, RegionalServices
from kontaktpunkt.domain.times import to_local
from kontaktpunkt.usecases.stay_list import COLUMNS, FaultyList, ListFlaw, read_list, read_stays

HEAD = ",".join(COLUMNS)
ROW: str = (
    "1,2026-03-01T08:00:00+01:00,2026-03-02T10:00:00+01:00,,ja,2026-03-03T08:00:00Z,"
    "available,2026-03-09T13:00:00+01:00,Växjö,,somatic"
)


def put(column: str, text: str) -> str:
    """Give a good row with another text in one column."""
    cells = ROW.split(",")
    cells[COLUMNS.index(column)] = text
    return ",".join(cells)


def file(*rows: str, head: str = HEAD) -> bytes:
    """Give a list as bytes."""
    return "\n".join((head, *rows)).encode()


def fault(data: bytes) -> tuple[ListFlaw, int, str]:
    """Give the fault that a list has."""
    found = read_stays(data)
    assert isinstance(found, FaultyList), found
    return found.flaw, found.line, found.column


@pytest.mark.parametrize(
    "data",
    [
        file(ROW),
        file(ROW).decode().encode("utf-8-sig"),
        file(ROW).decode().encode("cp1252"),
        file(ROW).decode().encode("utf-16"),
        file(ROW).replace(b"\n", b"\r\n"),
        file(ROW).replace(b"\n", b"\r"),
        file(ROW).replace(b",", b";"),
        b"sep=;\r\n" + file(ROW).replace(b",", b";"),
        file(ROW).replace(b",", b"\t"),
        b"\n\n" + file("", ROW, "", ",,,,,,,,,,"),
        file(",".join(f'"{cell}"' for cell in ROW.split(","))),
        file(ROW, head=HEAD.upper().replace(",", " , ")),
        file(ROW + ",,", head=HEAD + ",,"),
    ],
    ids=[
        "plain",
        "mark",
        "cp1252",
        "utf-16",
        "crlf",
        "cr",
        "semicolon",
        "sep",
        "tab",
        "blank",
        "quoted",
        "capitals",
        "empty columns",
    ],
)
def test_the_same_list_is_read_however_it_was_saved(data: bytes) -> None:
    """Marks, line ends, separators, quotes and blank lines change nothing."""
    found = read_stays(data)

    assert not isinstance(found, FaultyList), found
    assert [one.home_municipality for one in found] == ["Växjö"]
    assert found[0].sip_needed
    assert found[0].care is Care.SOMATIC


def test_columns_may_stand_in_any_order_and_some_may_be_missing() -> None:
    """The header names the columns; the three that most lists leave empty need not be there."""
    names = [
        name
        for name in reversed(COLUMNS)
        if name not in ("ready_withdrawn", "placing_municipality", "care")
    ]
    cells: dict[str, str] = dict(zip(COLUMNS, ROW.split(","), strict=True))
    found = read_stays(file(",".join(cells[name] for name in names), head=",".join(names)))

    assert not isinstance(found, FaultyList)
    assert found[0].id == "1"
    assert found[0].care is Care.SOMATIC


def test_blank_cells_mean_the_usual() -> None:
    """Blank: no plan needed, services in place, somatic care, still in hospital."""
    found = read_stays(file("1,,2026-03-02T10:00:00+01:00,,,,,,,,"))

    assert not isinstance(found, FaultyList)
    stay = found[0]
    assert (stay.sip_needed, stay.discharged, stay.payer) == (False, None, "")
    assert stay.regional_services is RegionalServices.AVAILABLE


def test_several_notices_stand_in_one_cell() -> None:
    """Told, withdrawn and told anew: the last one counts, and the void one is kept."""
    row = put("ready_notice_sent", "2026-03-02T10:00:00+01:00|2026-03-10T09:00:00+01:00")
    cells = row.split(",")
    cells[3], cells[7] = "2026-03-03T08:00:00+01:00", ""
    found = read_stays(file(",".join(cells)))

    assert not isinstance(found, FaultyList)
    stay = found[0]
    assert stay.ready_notice_sent is not None
    assert to_local(stay.ready_notice_sent).day == 10
    assert [to_local(one).day for one in stay.earlier_notices] == [2]
    assert not stay.is_withdrawn


@pytest.mark.parametrize(
    ("data", "flaw", "line", "column"),
    [
        (b"", ListFlaw.EMPTY, 1, "1"),
        (b" \n\n", ListFlaw.EMPTY, 1, "1"),
        (file(ROW)[:-3] + b"\x00ab", ListFlaw.NOT_TEXT, 2, str(len(ROW) - 2)),
        (b"PK\x03\x04", ListFlaw.NOT_TEXT, 1, "3"),
        (file(ROW, head=HEAD.replace("discharged", "left")), ListFlaw.UNKNOWN_COLUMN, 1, "left"),
        (file(ROW + ",x", head=HEAD + ",name"), ListFlaw.UNKNOWN_COLUMN, 1, "name"),
        (file(ROW + ",", head=HEAD + ",care"), ListFlaw.DOUBLED_COLUMN, 1, "care"),
        (file("1", head="id"), ListFlaw.MISSING_COLUMN, 1, "admission_notice_sent"),
        (file(ROW, ROW[:-12]), ListFlaw.WRONG_NUMBER_OF_FIELDS, 3, "placing_municipality"),
        (file(ROW + ",extra"), ListFlaw.WRONG_NUMBER_OF_FIELDS, 2, "12"),
        (file(ROW, '"unclosed'), ListFlaw.BROKEN_ROW, 3, "1"),
        (file(put("id", "")), ListFlaw.NO_ID, 2, "id"),
        (file(ROW, "", ROW), ListFlaw.SAME_ID_TWICE, 4, "id"),
        (file(put("discharged", "i går")), ListFlaw.BAD_TIME, 2, "discharged"),
        (file(put("discharged", "2026-02-30T10:00:00Z")), ListFlaw.BAD_TIME, 2, "discharged"),
        (file(put("discharged", "2026-03-09T24:00:00Z")), ListFlaw.BAD_TIME, 2, "discharged"),
        (file(put("summons_sent", "2026-03-03")), ListFlaw.NO_ZONE, 2, "summons_sent"),
        (file(put("summons_sent", "2026-03-03T10:00")), ListFlaw.NO_ZONE, 2, "summons_sent"),
        (file(put("discharged", "9999-12-31T23:59:59Z")), ListFlaw.UNLIKELY_TIME, 2, "discharged"),
        (
            file(put("discharged", "0001-01-01T00:00:00+14:00")),
            ListFlaw.UNLIKELY_TIME,
            2,
            "discharged",
        ),
        (file(put("sip_needed", "kanske")), ListFlaw.BAD_CHOICE, 2, "sip_needed"),
        (file(put("regional_services", "no")), ListFlaw.BAD_CHOICE, 2, "regional_services"),
        (file(put("care", "annan")), ListFlaw.BAD_CHOICE, 2, "care"),
    ],
)
def test_a_list_that_cannot_be_read_says_where(
    data: bytes, flaw: ListFlaw, line: int, column: str
) -> None:
    """The first fault is told with its line, from one, and its column."""
    assert fault(data) == (flaw, line, column)


def test_a_row_over_several_lines_is_told_by_its_first() -> None:
    """A quoted line end inside a row does not move the line that is told."""
    data = file(put("home_municipality", '"Växjö\nkommun"'), put("care", "?"))

    assert fault(data) == (ListFlaw.BAD_CHOICE, 4, "care")


def test_all_faults_are_told_and_the_good_rows_are_kept() -> None:
    """A window shows every fault, and works the other rows out."""
    found = read_list(
        file(put("id", "a"), put("care", "?"), put("id", "b"), put("discharged", "x"))
    )

    assert [stay.id for stay in found.stays] == ["a", "b"]
    assert [(one.line, one.column) for one in found.faults] == [(3, "care"), (5, "discharged")]


def test_a_hundred_thousand_stays_are_read_at_once() -> None:
    """A whole region's year is no matter: every row is read."""
    rows = [put("id", str(number)) for number in range(100_000)]

    found = read_stays(file(*rows))

    assert len(found) == 100_000 if isinstance(found, tuple) else found
