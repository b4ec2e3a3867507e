"""One partner to edit, with its people."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from partnerdesk.domain.field import Field, FieldKind
from partnerdesk.domain.partner import Partner
from partnerdesk.language.interface import _
from partnerdesk.services.directory import Directory, PartnerFile, contact_fields, partner_fields
from partnerdesk.services.duplicates import Duplicates
from partnerdesk.services.partner_values import file_from, form_values
from partnerdesk.services.problems import InvalidInput, Problem
from partnerdesk.ui.menu_titles import menu_letters
from partnerdesk.ui.tabs.partners.likeness_bar import LikenessBar
from partnerdesk.ui.widgets.form import Form
from partnerdesk.ui.widgets.labels import letters_of, plain_label, with_mnemonics


class PartnerEditor(QWidget):
    """The form of a new or known partner; nothing is stored before Save."""

    saved = Signal(int)
    left = Signal()

    def __init__(self, directory: Directory, duplicates: Duplicates) -> None:
        super().__init__()
        self._directory = directory
        self._file = PartnerFile(Partner(name=""), ())
        self.is_changed = False
        self._heading = plain_label("", "heading", wrap=True)
        people = Field("contacts", _("People"), FieldKind.ROWS, columns=contact_fields())
        letters = menu_letters()
        save, leave = with_mnemonics([_("Save"), _("Cancel")], letters)
        letters += letters_of((save, leave))
        self.form = Form((*partner_fields(), people), taken=letters)
        self.form.changed.connect(self._note_change)
        self.likeness = LikenessBar(duplicates)
        self._problem = plain_label("", "fault", wrap=True)
        self._problem.hide()
        self.save_button = QPushButton(save)
        self.save_button.setObjectName("save_partner")
        self.save_button.setProperty("primary", True)
        self.save_button.clicked.connect(self.save)
        self.leave_button = QPushButton(leave)
        self.leave_button.setObjectName("leave_partner")
        self.leave_button.clicked.connect(self.leave)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(2, 4, 10, 4)
        inner.addWidget(self.form)
        self._scroll.setWidget(holder)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.leave_button)
        buttons.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 0, 0)
        layout.addWidget(self._heading)
        layout.addWidget(self.likeness)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._problem)
        layout.addLayout(buttons)

    @property
    def key(self) -> int:
        """The key of the partner in the form, 0 for a new one."""
        return self._file.partner.id or 0

    def edit(self, file: PartnerFile) -> None:
        """Show a partner to edit; one without a key is new."""
        self._file = file
        is_new = file.partner.id is None
        self._heading.setText(_("New partner") if is_new else file.partner.name)
        self.form.set_values(form_values(file))
        self._problem.hide()
        self._scroll.verticalScrollBar().setValue(0)
        self.is_changed = False
        self.likeness.forget()
        self.form.editors["name"].focus_target.setFocus()

    def save(self) -> bool:
        """Store what is in the form; on wrong input say so beside the field and return ``False``."""
        faults = self.form.faults()
        if faults:
            self.form.show_faults(faults)
            return False
        try:
            stored = self._directory.save(file_from(self._file, self.form.values()))
        except InvalidInput as error:
            self.form.show_faults(error.faults)
            return False
        except Problem as problem:
            self._problem.setText(str(problem))
            self._problem.show()
            return False
        self.is_changed = False
        self.saved.emit(stored.partner.key)
        return True

    def leave(self) -> None:
        """Go back without storing."""
        self.is_changed = False
        self.left.emit()

    def _note_change(self) -> None:
        self.is_changed = True
        self.likeness.look_at(lambda: file_from(self._file, self.form.values()))
