"""Turns what somebody typed into the set of search documents that match it."""

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    String,
    column,
    false,
    literal,
    literal_column,
    select,
    table,
)

from kontaktpunkt.storage.search.fold import SHORT, loose, tokens

_gram = table("search_gram", column("rowid", Integer), column("search_gram", String))
# The plus keeps SQLite from looking each id up by itself: the index gives its ids in order, and
# they are held against the others' (750 ms became 10).
_KEPT: ColumnElement[int] = literal_column("+search_gram.rowid", Integer)
_head = table("search_head", column("rowid", Integer), column("search_head", String))


def matching(typed: str, *, loosely: bool = False) -> Select[int]:
    """Give the query for the ids of the documents in which every typed token is found.

    A token of three characters or more is found anywhere in a word or number, a shorter one only
    in front of a word. `loosely` takes å and ä for a, ö for o in the longer ones. A text without
    a letter or digit matches nothing.
    """
    found = tokens(typed)
    long = [loose(one) if loosely else one for one in found if len(one) >= SHORT]
    short = [one for one in found if len(one) < SHORT]
    in_front = select(_head.c.rowid).where(_head.c.search_head.match(_all(short)))
    if not long:
        return in_front if short else select(literal(0)).where(false())
    where = _all(long) if loosely else f"grams : ({_all(long)})"
    anywhere = select(_gram.c.rowid).where(_gram.c.search_gram.match(where))
    return anywhere.where(_KEPT.in_(in_front)) if short else anywhere


def _all(found: list[str]) -> str:
    """Ask for all tokens; quoted, so that no word of the user's is taken for an operator."""
    return " AND ".join(f'"{token}"' for token in found)
