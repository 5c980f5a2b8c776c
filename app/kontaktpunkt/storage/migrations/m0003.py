"""The third shape: messages found by when they came, whatever has become of them since."""

from typing import Final

STATEMENTS: Final = ("CREATE INDEX inbox_received ON inbox_row (received_at, message)",)
