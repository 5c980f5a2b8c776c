"""Slips of the hand in a form's text, found line by line to be told in plain words."""

import re
from collections.abc import Iterator
from typing import Final

from kontaktpunkt.domain.paper.form_flaws import Flaw, FlawKind

_WORDS: Final = re.compile(r'"(?:[^"\\]|\\.)*"' + r"|'[^']*'")
_HEADER: Final = re.compile(r"^\s*\[+\s*block(\s*\.\s*field)?\s*\]*\s*$")
_WHOLE_HEADER: Final = re.compile(r"^\s*\[\[\s*block(\s*\.\s*field)?\s*\]\]\s*$")
_CURLY: Final = re.compile("[”“„‟’‘«»]")
_HARD_SPACE: Final = re.compile("[\u00a0\u2007\u202f]")
_SIGNS: Final = (
    (_CURLY, FlawKind.CURLY_QUOTE),
    (_HARD_SPACE, FlawKind.HARD_SPACE),
    (re.compile('"'), FlawKind.MISSING_QUOTE),
)
_BARE: Final = re.compile(r"=\s*(?P<word>[^\W\d]\w*)")
_TRUTHS: Final = ("true", "false")
_YES_OR_NO: Final = frozenset({"ja", "nej", "yes", "no", "sant", "falskt", "true", "false"})
_WRITTEN: Final = "§"
"""Stands for words between quotation marks, whatever they say."""
_NEXT_TO_EACH_OTHER: Final = re.compile(r"[§}]\s*[§{]|(?:[§\d}]|true|false)\s+\w+\s*=")
_ENDS_A_VALUE: Final = re.compile(r"[§}]\s*$")
_BEGINS_A_VALUE: Final = re.compile(r"^\s*[§{]")
_NAME_ALONE: Final = re.compile(r"^\s*[a-z_]+\s*($|[:§\d]|true|false)")


def slips_in(text: str) -> Iterator[Flaw]:
    """Find what hands get wrong in such a text; nothing is found where it is only unusual."""
    depth, before = 0, ""
    for at, line in enumerate(text.splitlines(), start=1):
        bare = _WORDS.sub(_WRITTEN, line).split("#", 1)[0]
        if _HEADER.match(bare):
            depth, before = 0, ""
            if not _WHOLE_HEADER.match(bare):
                yield Flaw(kind=FlawKind.ONE_BRACKET, line=at, value=bare.strip())
            continue
        if depth and _ENDS_A_VALUE.search(before) and _BEGINS_A_VALUE.match(bare):
            yield Flaw(kind=FlawKind.MISSING_COMMA, line=at - 1)
        slip = _slip(bare, inside=depth > 0)
        if slip is not None:
            kind, value = slip
            yield Flaw(kind=kind, line=at, value=value)
        depth = max(0, depth + sum(map(bare.count, "[{")) - sum(map(bare.count, "]}")))
        before = bare if bare.strip() else before


def _slip(bare: str, *, inside: bool) -> tuple[FlawKind, str] | None:
    """Name the first thing that is wrong with a line, whose written words are left out."""
    for sign, kind in _SIGNS:
        if sign.search(bare):
            return kind, ""
    named = _BARE.search(bare)
    if named is not None and named["word"] not in _TRUTHS:
        said = named["word"]
        answer = said.casefold() in _YES_OR_NO
        return (FlawKind.YES_OR_NO if answer else FlawKind.MISSING_QUOTE), said
    if _NEXT_TO_EACH_OTHER.search(bare):
        return FlawKind.MISSING_COMMA, ""
    alone = not inside and "=" not in bare and _NAME_ALONE.match(bare)
    return (FlawKind.MISSING_EQUALS, bare.split(maxsplit=1)[0].rstrip(":")) if alone else None
