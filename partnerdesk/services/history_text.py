"""A partner's history in one line an entry, in the language of the screen."""

from partnerdesk.domain.partner import HistoryEntry, HistoryKind
from partnerdesk.domain.partnership import State
from partnerdesk.language.interface import _
from partnerdesk.language.labels import state_label


def history_line(entry: HistoryEntry) -> str:
    """What happened, without its day."""
    details = entry.details
    if entry.kind is HistoryKind.LETTER:
        return _("Letter “{title}” exported as {file}").format(**details)
    if entry.kind is HistoryKind.PARTNERSHIP:
        return _("Partnership “{name}”: {state}").format(
            name=details["name"], state=state_label(State(details["state"]))
        )
    if entry.kind is HistoryKind.MERGE:
        return _("Merged with “{name}”").format(**details)
    return details["text"]
