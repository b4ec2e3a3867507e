"""The sub-commands about what ships with the program: kinds of partnership and letters."""

from dataclasses import asdict

from partnerdesk.cli.output import say_json, say_table
from partnerdesk.cli.session import Session
from partnerdesk.language.interface import _
from partnerdesk.language.labels import effort_label


def types(session: Session) -> int:
    """List the kinds of partnership."""
    kinds = session.catalogue().types.values()
    if session.wants_json:
        say_json([asdict(kind) for kind in kinds])
    else:
        rows = ([kind.key, effort_label(kind.effort), kind.title] for kind in kinds)
        say_table([_("Key"), _("Effort"), _("Title")], rows)
    return 0


def templates(session: Session) -> int:
    """List the letters."""
    letters = session.catalogue().letters.values()
    if session.wants_json:
        shown = ("key", "title", "occasion", "voice", "fields")
        say_json([{key: asdict(letter)[key] for key in shown} for letter in letters])
    else:
        say_table([_("Key"), _("Title")], ([letter.key, letter.title] for letter in letters))
    return 0
