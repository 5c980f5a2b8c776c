"""Says whether one row matches what was typed, without any index: for a handful of rows."""

from kontaktpunkt.storage.search.document import Document, document_of
from kontaktpunkt.storage.search.fold import SHORT, tokens
from kontaktpunkt.usecases.rows import InboxRow


def is_found(row: InboxRow, typed: str) -> bool:
    """Say whether every typed token is found in the row, as the index would say."""
    document, found = document_of(row), tokens(typed)
    return bool(found) and all(_is_in(document, token) for token in found)


def _is_in(document: Document, token: str) -> bool:
    if len(token) < SHORT:
        return token in document.heads.split()
    return token in document.grams
