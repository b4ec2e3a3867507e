"""Correcting what was written into a history by hand."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from partnerdesk.domain.field import Choice, Field, FieldKind
from partnerdesk.domain.partner import WRITTEN_KINDS, HistoryEntry, HistoryKind
from partnerdesk.language.interface import _
from partnerdesk.language.labels import history_kind_label
from partnerdesk.services.history import History
from partnerdesk.ui.dialogs.form_dialog import FormDialog
from partnerdesk.ui.widgets.window_size import resize_on_screen


class HistoryEntryDialog(FormDialog):
    """Asks for kind, day and text of one entry anew."""

    def __init__(self, history: History, entry: HistoryEntry, parent: QWidget) -> None:
        kinds = tuple(Choice(kind.value, history_kind_label(kind)) for kind in WRITTEN_KINDS)
        fields = (
            Field("kind", _("Kind"), FieldKind.CHOICE, required=True, choices=kinds),
            Field("day", _("Day"), FieldKind.DATE, required=True),
            Field("text", _("What it was about"), FieldKind.LONG_TEXT, required=True),
        )
        values = {
            "kind": entry.kind.value,
            "day": entry.happened_at.astimezone().date().isoformat(),
            "text": entry.details.get("text", ""),
        }

        def store(changed: dict[str, Any]) -> None:
            day = date.fromisoformat(changed["day"])
            history.change(entry, changed["text"], HistoryKind(changed["kind"]), day)

        super().__init__("history_entry_dialog", _("Change the entry"), fields, values, store, parent)
        resize_on_screen(self, 440, 380)
