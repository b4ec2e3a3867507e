"""The owner's own fields of partners: adding, naming, ordering and removing them."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QPushButton, QVBoxLayout, QWidget

from partnerdesk.domain.custom_field import CustomField, CustomKind
from partnerdesk.domain.field import Choice, Field, FieldKind
from partnerdesk.language.interface import _
from partnerdesk.services.custom_fields import CustomFields, custom_kind_label, kind_is_fixed
from partnerdesk.services.problems import InvalidInput, Problem
from partnerdesk.ui.dialogs.unsaved import UnsavedBox
from partnerdesk.ui.widgets.flow_layout import FlowLayout
from partnerdesk.ui.widgets.form import Form
from partnerdesk.ui.widgets.labels import letters_of, plain_label, with_mnemonics
from partnerdesk.ui.widgets.window_size import resize_on_screen


class CustomFieldsDialog(QDialog):
    """A list of fields and, beside it, the one chosen; nothing is stored before Save."""

    saved = Signal()

    def __init__(self, custom_fields: CustomFields, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("custom_fields_dialog")
        self.setWindowTitle(_("Own fields"))
        resize_on_screen(self, 640, 440)
        self._service = custom_fields
        self._fields = custom_fields.all()
        self._stored = tuple(self._fields)
        self._used = {field.uuid: custom_fields.use(field) for field in self._fields}
        self._at = -1
        texts = with_mnemonics([_("Add"), _("Move up"), _("Move down"), _("Remove"), _("Save"), _("Cancel")])
        self.form = Form(_form_fields(), letters_of(texts))
        self.form.changed.connect(self._take_form)
        self._why_fixed = plain_label("", "muted", wrap=True)
        self._why_fixed.setObjectName("kind_fixed")
        self.list = QListWidget()
        self.list.setObjectName("custom_fields")
        self.list.setAccessibleName(_("Own fields"))
        self.list.currentRowChanged.connect(self._show_chosen)
        self.add_button, self.up_button, self.down_button, self.remove_button = (
            self._button(name, text, run)
            for (name, run), text in zip(
                (
                    ("add_field", self.add),
                    ("field_up", lambda: self.move_chosen(-1)),
                    ("field_down", lambda: self.move_chosen(1)),
                    ("remove_field", self.remove),
                ),
                texts,
                strict=False,
            )
        )
        self._problem = plain_label("", "fault", wrap=True)
        self._problem.hide()
        self.save_button = self._button("save_fields", texts[4], self.save)
        self.save_button.setDefault(True)
        self._question: UnsavedBox | None = None
        self._lay_out(self._button("leave_fields", texts[5], self.reject))
        self._fill_list(0)

    def _button(self, name: str, text: str, run: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: run())
        return button

    def _lay_out(self, leave: QPushButton) -> None:
        tools = QWidget()
        flow = FlowLayout(tools)
        for button in (self.add_button, self.up_button, self.down_button, self.remove_button):
            flow.addWidget(button)
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        left.addWidget(tools)
        right = QVBoxLayout()
        right.addWidget(self.form)
        right.addWidget(self._why_fixed)
        right.addStretch(1)
        middle = QHBoxLayout()
        middle.addLayout(left, 1)
        middle.addLayout(right, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.addWidget(
            plain_label(
                _("What you want to know of every partner besides; it stands in each partner's form."),
                "muted",
                wrap=True,
            )
        )
        layout.addLayout(middle, 1)
        layout.addWidget(self._problem)
        layout.addLayout(buttons)

    def add(self) -> None:
        """Add a field behind the others and go to its name."""
        self._fields.append(CustomField(label="", kind=CustomKind.TEXT))
        self._fill_list(len(self._fields) - 1)
        self.form.editors["label"].focus_target.setFocus()

    def move_chosen(self, step: int) -> None:
        """Move the chosen field up (-1) or down (1)."""
        at, to = self._at, self._at + step
        if at >= 0 and 0 <= to < len(self._fields):
            self._fields[at], self._fields[to] = self._fields[to], self._fields[at]
            self._fill_list(to)

    def remove(self) -> None:
        """Take the chosen field out of the list; what partners have there stays in the file."""
        if self._at >= 0:
            del self._fields[self._at]
            self._fill_list(min(self._at, len(self._fields) - 1))

    def _fill_list(self, chosen: int) -> None:
        self._at = -1
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([_listed(field) for field in self._fields])
        self.list.setCurrentRow(chosen)
        self.list.blockSignals(False)
        self._show_chosen(chosen)

    def _show_chosen(self, at: int) -> None:
        self._at = -1
        there = 0 <= at < len(self._fields)
        self.form.setVisible(there)
        self._why_fixed.setVisible(False)
        if there:
            field = self._fields[at]
            self.form.set_values(
                {"label": field.label, "kind": field.kind.value, "choices": list(field.choices)}
            )
            used = self._used.get(field.uuid, 0)
            self.form.editors["kind"].setEnabled(not used)
            self._why_fixed.setText(kind_is_fixed(used) if used else "")
            self._why_fixed.setVisible(bool(used))
            self.form.show_field("choices", field.kind is CustomKind.CHOICE)
            self._at = at
        self.remove_button.setEnabled(there)
        self.up_button.setEnabled(there and at > 0)
        self.down_button.setEnabled(there and at < len(self._fields) - 1)

    def _take_form(self) -> None:
        if self._at < 0:
            return
        values = self.form.values()
        kind = CustomKind(values["kind"])
        self._fields[self._at] = replace(
            self._fields[self._at],
            label=values["label"] or "",
            kind=kind,
            choices=tuple(values["choices"] or ()),
        )
        self.form.show_field("choices", kind is CustomKind.CHOICE)
        self.list.item(self._at).setText(_listed(self._fields[self._at]))

    @property
    def is_changed(self) -> bool:
        """Whether anything here is not stored."""
        return tuple(self._fields) != self._stored

    def reject(self) -> None:
        """Leave; asks first about what is not stored."""
        if not self.is_changed:
            super().reject()
        elif self._question is None:
            self._question = UnsavedBox(_("The changes to your own fields are not saved."), self)
            self._question.finished.connect(self._settle)
            self._question.open()

    def _settle(self) -> None:
        box, self._question = self._question, None
        if box is None:
            return
        box.deleteLater()
        if box.wants_save():
            self.save()
        elif box.wants_discard():
            super().reject()

    def save(self) -> None:
        """Store the fields, or lead to the first one with which something is wrong."""
        self._problem.hide()
        try:
            self._service.save(self._fields)
        except InvalidInput as error:
            number = min(int(key.split(".")[0]) for key in error.faults)
            self.list.setCurrentRow(number)
            mine = (key.split(".") for key in error.faults)
            self.form.show_faults({key: error.faults[f"{at}.{key}"] for at, key in mine if int(at) == number})
            return
        except Problem as problem:
            self._problem.setText(str(problem))
            self._problem.show()
            return
        self.saved.emit()
        self.accept()


def _form_fields() -> tuple[Field, ...]:
    kinds = tuple(Choice(kind.value, custom_kind_label(kind)) for kind in CustomKind)
    return (
        Field("label", _("Name"), required=True),
        Field("kind", _("What stands in it"), FieldKind.CHOICE, required=True, choices=kinds),
        Field("choices", _("Choices"), FieldKind.TAGS, help=_("Several, parted by commas.")),
    )


def _listed(field: CustomField) -> str:
    name = field.label or _("New field")
    return f"{name} · {custom_kind_label(field.kind)}"
