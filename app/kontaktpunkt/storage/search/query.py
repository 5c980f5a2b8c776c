"""Turns what somebody typed into the set of search documents that match it."""

from sqlalchemy import (
    CompoundSelect,
    Integer,
    Select,
    String,
    column,
    false,
    intersect,
    literal,
    select,
    table,
    union,
)

from kontaktpunkt.storage.search.fold import SHORT, loose, tokens

_word = table("search_word", column("rowid", Integer), column("search_word", String))
_gram = table("search_gram", column("rowid", Integer), column("search_gram", String))

Matching = Select[int] | CompoundSelect[int]


def matching(typed: str, *, loosely: bool = False) -> Matching:
    """Give the query for the ids of the documents in which every typed token is found.

    A token of three characters or more is found anywhere in a name or number and in front of any
    word, a shorter one only in front of a word. `loosely` takes å and ä for a, ö for o. A text
    without a letter or digit matches nothing.
    """
    parts = [_token(token, loosely=loosely) for token in tokens(typed)]
    if not parts:
        return select(literal(0)).where(false())
    if len(parts) == 1:
        return parts[0]
    return intersect(*(select(part.subquery().c.rowid) for part in parts))


def _token(token: str, *, loosely: bool) -> Matching:
    # Quoted, so that no word of the user's is taken for an operator.
    prefix = f'"{loose(token)}"*' if loosely else f'words : "{token}"*'
    in_front = select(_word.c.rowid).where(_word.c.search_word.match(prefix))
    if len(token) < SHORT:
        return in_front
    anywhere = select(_gram.c.rowid).where(_gram.c.search_gram.match(f'"{token}"'))
    return union(in_front, anywhere)
