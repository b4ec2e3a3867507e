"""The facts that a letter mentions: filled in from the workspace as far as they are known."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from partnerdesk.domain.field import Field
from partnerdesk.language.interface import _
from partnerdesk.ui.widgets.captions import Captions
from partnerdesk.ui.widgets.editor import Editor
from partnerdesk.ui.widgets.form import Form
from partnerdesk.ui.widgets.labels import plain_label


class FieldsPanel(QWidget):
    """A form for one letter's fields. What was typed stays; other fields follow what is known."""

    changed = Signal()

    def __init__(self, captions: Captions) -> None:
        super().__init__()
        self._captions = captions
        self._form = Form(())
        self._offered: dict[str, Any] = {}
        self._filling = False
        self._heading = plain_label(_("Facts in the letter"), "heading", wrap=True)
        self._hint = plain_label("", "muted", wrap=True)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(10)
        self._layout.addWidget(self._heading)
        self._layout.addWidget(self._hint)
        self._layout.addWidget(self._form)

    def show_fields(
        self, fields: Sequence[Field], known: Mapping[str, Any], typed: Mapping[str, Any]
    ) -> None:
        """Show another letter's fields with what is known and, where given, what was typed before."""
        form = Form(fields, taken=self._captions.taken)
        self._layout.replaceWidget(self._form, form)
        self._form.hide()
        self._form.deleteLater()
        self._form = form
        self._offered = {}
        self.offer(known)
        for key in typed.keys() & form.editors.keys():
            form.editors[key].set_value(typed[key])
        form.changed.connect(self._form_changed)
        self.setVisible(bool(fields))

    def offer(self, known: Mapping[str, Any]) -> None:
        """Fill in what is known; a field that was changed by hand stays as it is."""
        self._filling = True
        for key, editor in self._form.editors.items():
            if key not in self._offered or _read(editor) == self._offered[key]:
                editor.set_value(known.get(key))
                self._offered[key] = _read(editor)
        self._filling = False

    def name_language(self, language: str) -> None:
        """Say which language the facts are to be written in."""
        self._hint.setText(
            _("They are printed as you write them: write in Polish. Empty ones are left out.")
            if language == "pl"
            else _("They are printed as you write them: write in English. Empty ones are left out.")
        )

    def values(self) -> dict[str, Any]:
        """The values by key."""
        return self._form.values()

    def typed(self) -> dict[str, Any]:
        """The values that were changed by hand."""
        return {key: value for key, value in self.values().items() if value != self._offered[key]}

    def faults(self) -> list[str]:
        """A sentence for each field that cannot be read."""
        labels = {field.key: field.label for field in self._form.fields}
        return [f"{labels[key]}: {fault}" for key, fault in self._form.faults().items()]

    def _form_changed(self) -> None:
        faults = self._form.faults()
        for key, editor in self._form.editors.items():
            # Only the look: show_faults() would lead the keyboard away from what is being typed.
            editor.mark(key in faults)
        if not self._filling:
            self.changed.emit()


def _read(editor: Editor) -> Any:
    """The value as entered; something that equals no value where it cannot be read."""
    try:
        return editor.value()
    except ValueError:
        return object()
