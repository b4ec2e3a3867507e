"""One partner to edit, with its people."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from partnerdesk.domain.field import Field, FieldKind
from partnerdesk.domain.partner import Partner
from partnerdesk.language.interface import _
from partnerdesk.services.custom_fields import CustomFields
from partnerdesk.services.directory import Directory, PartnerFile
from partnerdesk.services.duplicates import Duplicates
from partnerdesk.services.partner_fields import contact_fields, partner_fields
from partnerdesk.services.partner_values import file_from, form_values
from partnerdesk.services.problems import Problem
from partnerdesk.ui.menu_titles import menu_letters
from partnerdesk.ui.tabs.partners.likeness_bar import LikenessBar
from partnerdesk.ui.widgets.labels import letters_of, plain_label, with_mnemonics
from partnerdesk.ui.widgets.sectioned_form import FormSection, SectionedForm


class PartnerEditor(QWidget):
    """The form of a new or known partner; nothing is stored before Save."""

    saved = Signal(int)
    left = Signal()

    def __init__(self, directory: Directory, custom_fields: CustomFields, duplicates: Duplicates) -> None:
        super().__init__()
        self._directory = directory
        self._custom_fields = custom_fields
        self._file = PartnerFile(Partner(name=""), ())
        self.is_changed = False
        self._heading = plain_label("", "heading", wrap=True)
        save, leave = with_mnemonics([_("Save"), _("Cancel")], menu_letters())
        self._letters = menu_letters() + letters_of((save, leave))
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
        self._own_fields = custom_fields.fields()
        self.form = self._make_form({})
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

    def _make_form(self, unfolded: dict[str, bool]) -> SectionedForm:
        """The form with the own fields there are now, and those sections unfolded that were."""
        form = SectionedForm(partner_sections(self._own_fields), self._letters)
        form.changed.connect(self._note_change)
        for key, section in form.sections.items():
            section.unfold(unfolded.get(key, section.is_unfolded))
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(2, 4, 10, 4)
        inner.addWidget(form)
        self._scroll.setWidget(holder)
        return form

    @property
    def key(self) -> int:
        """The key of the partner in the form, 0 for a new one."""
        return self._file.partner.id or 0

    def edit(self, file: PartnerFile) -> None:
        """Show a partner to edit; one without a key is new."""
        self._file = file
        is_new = file.partner.id is None
        self._heading.setText(_("New partner") if is_new else file.partner.name)
        own_fields = self._custom_fields.fields()
        if own_fields != self._own_fields:
            self._own_fields = own_fields
            unfolded = {key: section.is_unfolded for key, section in self.form.sections.items()}
            self.form = self._make_form(unfolded)
        self.form.set_values(form_values(file))
        self.form.suggest(self._directory.used_values())
        self._problem.hide()
        self._scroll.verticalScrollBar().setValue(0)
        self.is_changed = False
        self.form.sections["firm"].unfold(True)
        self.likeness.forget()
        self.form.editors["name"].focus_target.setFocus()

    def save(self) -> bool:
        """Store what is in the form; on wrong input say so beside the field and return ``False``."""
        file = file_from(self._file, self._entered())
        # All that is wrong at once, whether it cannot be read or cannot be right.
        faults = self._directory.faults(file) | self.form.faults()
        if faults:
            self.form.show_faults(faults)
            return False
        try:
            stored = self._directory.save(file, self._file)
        except Problem as problem:
            self._show_problem(problem)
            return False
        self.is_changed = False
        self.saved.emit(stored.partner.key)
        return True

    def _show_problem(self, problem: Problem) -> None:
        text = str(problem)
        if self.key and not self._directory.is_there(self.key):
            # What was typed is not lost with the partner that it was typed for.
            self._file = PartnerFile(Partner(name=""), ())
            text = _("This partner was removed in the meantime. Save again to add it as a new one.")
        self._problem.setText(f"⚠ {text}")
        self._problem.show()

    def _entered(self) -> dict[str, object]:
        # A box of an own field that was never ticked is no answer.
        known = form_values(self._file)
        unanswered = {field.key for field in self._own_fields if field.key not in known}
        values = self.form.values().items()
        return {key: value for key, value in values if value is not False or key not in unanswered}

    def leave(self) -> None:
        """Go back without storing."""
        self.is_changed = False
        self.left.emit()

    def _note_change(self) -> None:
        self.is_changed = True
        self.likeness.look_at(lambda: file_from(self._file, self._entered()))


def partner_sections(own_fields: tuple[Field, ...]) -> tuple[FormSection, ...]:
    """All fields of a partner and its people in sections, in the language of the screen."""
    known = {field.key: field for field in partner_fields()}
    people = Field("contacts", _("People"), FieldKind.ROWS, columns=contact_fields())

    def some(*keys: str) -> tuple[Field, ...]:
        return tuple(known.pop(key) for key in keys)

    sections = [
        FormSection("firm", _("Firm"), some("name", "short_name", "tags")),
        FormSection(
            "together",
            _("Working together"),
            some("stage", "is_key_client", "responsible", "source", "first_day", "language"),
        ),
        FormSection(
            "business",
            _("What they do and for whom"),
            some("industry", "sells", "audience", "is_competitor", "assets"),
            is_open=False,
        ),
        FormSection(
            "reach",
            _("Address and ways to reach"),
            some(
                "email", "phone", "website", "channels", "street", "postal_code", "city", "country",
                "addresses",
            ),
        ),
        FormSection("numbers", _("Numbers"), some("nip", "regon", "krs", "legal_form"), is_open=False),
        FormSection("people", _("People"), (people,)),
    ]  # fmt: skip
    if own_fields:
        sections.append(FormSection("own", _("Own fields"), own_fields))
    notes = some("notes")
    # Whatever a partner may be known by besides, so that no field is lost from the form.
    return (*sections, FormSection("notes", _("Notes"), (*known.values(), *notes), is_open=False))
