"""Dialogs about saved filters: give one a name; rename or delete what is there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListWidget, QPushButton, QVBoxLayout, QWidget

from partnerdesk.domain.directory_record import SavedFilter
from partnerdesk.domain.partner_filter import PartnerFilter
from partnerdesk.language.interface import _
from partnerdesk.services.problems import InvalidInput, Problem
from partnerdesk.services.saved_filters import SavedFilters
from partnerdesk.ui.dialogs.message import ask
from partnerdesk.ui.widgets.answer_row import AnswerRow
from partnerdesk.ui.widgets.labels import plain_label, set_buddy, with_mnemonics
from partnerdesk.ui.widgets.window_size import resize_on_screen


class _FilterDialog(QDialog):
    def __init__(self, name: str, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.line = QLineEdit()
        self.line.setObjectName("filter_name")
        self.fault = plain_label("", "fault", wrap=True)
        self.fault.setObjectName("filter_name_fault")
        self.fault.hide()
        self.line.textChanged.connect(self.fault.hide)

    def _say(self, error: Problem) -> None:
        text = error.faults.get("name", str(error)) if isinstance(error, InvalidInput) else str(error)
        self.fault.setText(f"⚠ {text}")
        self.fault.show()
        self.line.setFocus()


class SaveFilterDialog(_FilterDialog):
    """Asks for the name under which a filter is kept; asks again before it replaces one."""

    saved = Signal(str)

    def __init__(self, filters: SavedFilters, where: PartnerFilter, parent: QWidget) -> None:
        super().__init__("save_filter_dialog", _("Save filter"), parent)
        self._filters = filters
        self._where = where
        label_text, save, leave = with_mnemonics([_("Name of the filter"), _("Save"), _("Cancel")])
        label = plain_label()
        set_buddy(label, label_text, self.line, _("Name of the filter"))
        buttons = AnswerRow(self, (leave, "leave_filter"), (save, "save_filter"), self.save)
        self.save_button = buttons.confirm_button
        layout = QVBoxLayout(self)
        layout.addWidget(label)
        layout.addWidget(self.line)
        layout.addWidget(self.fault)
        layout.addWidget(
            plain_label(_("The conditions are saved, not the partners found now."), "muted", wrap=True)
        )
        layout.addLayout(buttons)
        resize_on_screen(self, 420, self.sizeHint().height())

    def save(self) -> None:
        """Keep the filter, or say beside the name what is wrong with it."""
        known = self._filters.named(self.line.text())
        if known is None:
            self._store()
            return
        text = _("There is a filter “{name}” already. Replace it by this one?").format(name=known.name)
        ask(self, text, _("Replace"), self._store)

    def _store(self) -> None:
        try:
            stored = self._filters.save(self.line.text(), self._where)
        except Problem as problem:
            self._say(problem)
        else:
            self.saved.emit(stored.name)
            self.accept()


class SavedFiltersDialog(_FilterDialog):
    """Lists the saved filters to rename or delete them; each is one step for undo."""

    def __init__(self, filters: SavedFilters, parent: QWidget) -> None:
        super().__init__("saved_filters_dialog", _("Saved filters"), parent)
        self._filters = filters
        self._all: list[SavedFilter] = []
        texts = with_mnemonics([_("Name of the filter"), _("Rename"), _("Delete"), _("Close")])
        label = plain_label()
        set_buddy(label, texts[0], self.line, _("Name of the filter"))
        self.list = QListWidget()
        self.list.setObjectName("saved_filter_list")
        self.list.setAccessibleName(_("Saved filters"))
        self.list.currentRowChanged.connect(self._show_name)
        self.rename_button, self.delete_button, close = map(QPushButton, texts[1:])
        for button, name, slot in (
            (self.rename_button, "rename_filter", self._rename),
            (self.delete_button, "delete_filter", self._delete),
            (close, "close_filters", self.accept),
        ):
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(slot)
        self.line.returnPressed.connect(self._rename)
        buttons = QHBoxLayout()
        buttons.addWidget(self.rename_button)
        buttons.addWidget(self.delete_button)
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addWidget(self.list, 1)
        layout.addWidget(label)
        layout.addWidget(self.line)
        layout.addWidget(self.fault)
        layout.addLayout(buttons)
        resize_on_screen(self, 440, 400)
        self._fill()

    def _fill(self, key: int = 0) -> None:
        self._all = self._filters.all()
        self.list.clear()
        self.list.addItems([saved.name for saved in self._all])
        keys = [saved.key for saved in self._all]
        self.list.setCurrentRow(keys.index(key) if key in keys else 0)
        self._show_name()

    def _show_name(self) -> None:
        row = self.list.currentRow()
        known = 0 <= row < len(self._all)
        self.line.setText(self._all[row].name if known else "")
        for control in (self.line, self.rename_button, self.delete_button):
            control.setEnabled(known)

    def _rename(self) -> None:
        row = self.list.currentRow()
        if not 0 <= row < len(self._all):
            return
        try:
            renamed = self._filters.rename(self._all[row], self.line.text())
        except Problem as problem:
            self._say(problem)
        else:
            self._fill(renamed.key)

    def _delete(self) -> None:
        row = self.list.currentRow()
        try:
            self._filters.delete(self._all[row])
        except Problem as problem:
            self._say(problem)
        else:
            self._fill()
