"""The command export-message: one message written as a file in our own FHIR carrier."""

from argparse import Namespace
from pathlib import Path
from uuid import UUID

from kontaktpunkt.cli.run import DONE, NEEDS_SOMEBODY, USAGE, complain
from kontaktpunkt.cli.session import opened
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.private_file import write_private
from kontaktpunkt.wording.refusals import sentence


def export_message(wish: Namespace) -> int:
    """Write a message; 2 when it cannot be, 3 when something of it could not come along."""
    from kontaktpunkt.messages import write

    try:
        message = UUID(wish.id)
    except ValueError:
        complain(f"{wish.id} är inget meddelande-id")
        return USAGE
    with opened(wish) as office:
        exported = office.desk.export_message(message, protected=wish.protected)
    if isinstance(exported, Refused):
        complain(sentence(exported))
        return USAGE
    try:
        write_private(Path(wish.out), write(exported.notice))
    except OSError:
        complain(f"{wish.out}: går inte att skriva. Exporten är ändå noterad i åtkomstloggen.")
        return USAGE
    print(f"{wish.out}: skrivet")
    if exported.attachments:
        complain(f"{exported.attachments} bilagor är bara namngivna: de ligger i originalet.")
    if exported.unknown_earlier:
        complain(f"{exported.unknown_earlier} tidigare meddelanden som det hänvisar till saknas.")
        return NEEDS_SOMEBODY
    return DONE
