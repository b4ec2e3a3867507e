"""The question about entries that were typed into the history and not added."""

from PySide6.QtWidgets import QWidget

from partnerdesk.language.interface import _, ngettext
from partnerdesk.services.directory import Directory
from partnerdesk.services.problems import Problem
from partnerdesk.ui.dialogs.message import tell_problem
from partnerdesk.ui.dialogs.unsaved import UnsavedBox
from partnerdesk.ui.tabs.partners.timeline_page import TimelinePage


def settle_entries(timeline: TimelinePage, directory: Directory, parent: QWidget) -> int:
    """Ask whether to add or to discard what was typed; waits for the answer.

    Returns 0 when it may be left, else the key of the partner whose entry wants a look.
    """
    drafts = timeline.drafts()
    if not drafts:
        return 0
    box = UnsavedBox(_unadded_text(list(drafts), directory), parent)
    box.exec()
    box.deleteLater()
    if box.wants_discard():
        return 0
    first = next(iter(drafts))
    if not box.wants_save():
        return first
    try:
        return timeline.add_drafts()
    except Problem as problem:
        tell_problem(parent, str(problem))
        return first


def _unadded_text(keys: list[int], directory: Directory) -> str:
    partners = directory.partners(keys)
    if len(keys) == 1 and partners:
        return _("The entry typed for {name} is not added to the history.").format(name=partners[0].name)
    return ngettext(
        "{count} typed entry is not added to the history.",
        "{count} typed entries are not added to the history.",
        len(keys),
    ).format(count=len(keys))
