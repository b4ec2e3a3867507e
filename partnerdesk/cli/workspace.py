"""The sub-commands about the workspace as a whole."""

from datetime import date

from partnerdesk.cli.output import say, say_json
from partnerdesk.cli.session import Session
from partnerdesk.language.interface import _
from partnerdesk.services.sample import write_sample
from partnerdesk.services.workspaces import back_up_to, check_workspace, restore_backup


def backup(session: Session) -> int:
    """Make a verified copy."""
    made = back_up_to(session.file, session.options.folder)
    if session.wants_json:
        say_json({"backup": made})
    else:
        say(str(made))
    return 0


def restore(session: Session) -> int:
    """Put a backup back; what was there before is kept beside it."""
    saved = restore_backup(session.options.backup, session.file)
    if session.wants_json:
        say_json({"file": session.file, "before": saved})
        return 0
    say(_("Restored: {file}").format(file=session.file))
    if saved is not None:
        say(_("What was there before: {file}").format(file=saved))
    return 0


def check(session: Session) -> int:
    """Read the whole workspace and every content file."""
    check_workspace(session.file)
    with session.open() as desk:
        counts = {
            "partners": desk.directory.count(),
            "partnerships": desk.partnerships.count(),
            "types": len(desk.catalogue.types),
            "letters": len(desk.catalogue.letters),
        }
    if session.wants_json:
        say_json({"file": session.file, **counts})
    else:
        say(
            _(
                "{file} is sound. Partners: {partners}, partnerships: {partnerships}; "
                "kinds of partnership: {types}, letters: {letters}."
            ).format(file=session.file, **counts)
        )
    return 0


def sample(session: Session) -> int:
    """Write the sample business."""
    with session.open(create=True) as desk:
        write_sample(desk, date.today())
        count = desk.directory.count()
    if session.wants_json:
        say_json({"file": session.file, "partners": count})
    else:
        say(_("Sample business with {count} partners: {file}").format(count=count, file=session.file))
    return 0
