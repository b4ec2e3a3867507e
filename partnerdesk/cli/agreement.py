"""The sub-command that prints an agreement sheet."""

from partnerdesk.cli.lookup import find_partnership
from partnerdesk.cli.output import say, say_json
from partnerdesk.cli.session import Session


def write(session: Session) -> int:
    """Export the agreement sheet of one partnership."""
    options = session.options
    with session.open() as desk:
        partnership = find_partnership(desk.partnerships, desk.directory, options.partnership)
        request = desk.agreement_sheets.request_for(partnership.key, options.language)
        path = desk.agreement_sheets.export(request, options.out)
    if session.wants_json:
        say_json({"file": path})
    else:
        say(str(path))
    return 0
