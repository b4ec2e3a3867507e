"""Our own firm: three short steps on the first run, four tabs later."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from partnerdesk.domain.own_firm import OwnFirm
from partnerdesk.domain.partner import Gender
from partnerdesk.domain.partnership_type import Asset
from partnerdesk.language.interface import _, screen_language
from partnerdesk.services.own_firm import (
    OwnFirmService,
    check_firm,
    firm_fields,
    offer_fields,
    signatory_fields,
)
from partnerdesk.services.partner_values import json_safe
from partnerdesk.services.problems import InvalidInput, Problem
from partnerdesk.ui.widgets.form import Form
from partnerdesk.ui.widgets.labels import letters_of, plain_label, set_buddy, with_mnemonics
from partnerdesk.ui.widgets.picture_field import PictureField
from partnerdesk.ui.widgets.window_size import resize_on_screen


class OwnFirmDialog(QDialog):
    """Edits the firm. With ``first_run`` it leads through the pages one by one and can be skipped."""

    skipped = Signal()
    #: "pl" or "en"; only on the first run.
    language_chosen = Signal(str)

    def __init__(self, service: OwnFirmService, parent: QWidget | None, *, first_run: bool = False) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("own_firm_dialog")
        self.setWindowTitle(_("Your firm"))
        resize_on_screen(self, 560, 560)
        self._service = service
        self._first_run = first_run
        self._firm = service.get()
        fields = firm_fields()
        leave = _("Skip") if first_run else _("Cancel")
        self._button_texts = with_mnemonics([leave, _("Back"), _("Next"), _("Save")])
        taken = letters_of(self._button_texts) + ("j" if first_run else "")
        self.name_form = Form(fields[:1], taken)
        self.address_form = Form(fields[1:], taken)
        self.signatory_form = Form(signatory_fields(), taken)
        # Two lines are enough to begin with; the boxes to tick come later.
        self.offer_form = Form(offer_fields()[:2] if first_run else offer_fields(), taken)
        self.logo = PictureField("logo", _("Logo"))
        self.signature = PictureField("signature", _("Picture of the signature"))
        self._problem = plain_label("", "fault", wrap=True)
        self._problem.hide()
        self.pages: QStackedWidget | QTabWidget = QStackedWidget() if first_run else QTabWidget()
        self._add_pages()
        layout = QVBoxLayout(self)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self._problem)
        layout.addLayout(self._make_buttons())
        self._show_firm()
        self._go_to(0)

    def _add_pages(self) -> None:
        for title, widgets in self._contents():
            page = QWidget()
            layout = QVBoxLayout(page)
            layout.setSpacing(10)
            if self._first_run:
                number = self.pages.count() + 1
                layout.addWidget(plain_label(_("Step {n} of 3").format(n=number), "muted"))
                layout.addWidget(plain_label(title, "heading"))
            for widget in widgets:
                layout.addWidget(widget)
            layout.addStretch(1)
            scroll = QScrollArea()
            scroll.setWidgetResizable(True)
            scroll.setWidget(page)
            if isinstance(self.pages, QTabWidget):
                self.pages.addTab(scroll, title)
            else:
                self.pages.addWidget(scroll)

    def _contents(self) -> list[tuple[str, list[QWidget]]]:
        address: tuple[str, list[QWidget]] = (_("Address"), [self.address_form])
        signature: tuple[str, list[QWidget]] = (_("Signature"), [self.signatory_form, self.signature])
        if self._first_run:
            first = [self._introduction(), self.name_form, self.offer_form, self.logo]
            return [(_("Name"), first), address, signature]
        offer = [
            plain_label(
                _("By this the program finds whom to ask next: firms that serve the same people."),
                "muted",
                wrap=True,
            ),
            self.offer_form,
        ]
        name: list[QWidget] = [self.name_form, self.logo]
        return [(_("Name"), name), address, signature, (_("What we do and for whom"), offer)]

    def _introduction(self) -> QWidget:
        box = QComboBox()
        box.setObjectName("language")
        for key, name in (("pl", "Polski"), ("en", "English")):
            box.addItem(name, key)
        box.setCurrentIndex(box.findData(screen_language()))
        box.currentIndexChanged.connect(lambda: self.language_chosen.emit(box.currentData()))
        label = plain_label()
        set_buddy(label, "&Język / Language", box, "Język / Language")
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(box)
        row.addStretch(1)
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(
            plain_label(
                _("Letters carry your firm's name. All of this can be entered or changed later."),
                "muted",
                wrap=True,
            )
        )
        return holder

    def _make_buttons(self) -> QHBoxLayout:
        self.skip_button, self.back_button, self.next_button, self.save_button = map(
            QPushButton, self._button_texts
        )
        for button, name, slot in (
            (self.skip_button, "skip_firm", self._skip),
            (self.back_button, "back", lambda: self._go_to(self.pages.currentIndex() - 1)),
            (self.next_button, "next", self._go_on),
            (self.save_button, "save_firm", self.save),
        ):
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(slot)
        row = QHBoxLayout()
        row.addWidget(self.skip_button)
        row.addStretch(1)
        for button in (self.back_button, self.next_button, self.save_button):
            row.addWidget(button)
        return row

    def _go_on(self) -> None:
        page = self.pages.currentIndex()
        faults = check_firm(_firm_with(self._firm, self.entered())) if page == 1 else {}
        self.address_form.show_faults(faults)
        if not faults:
            self._go_to(page + 1)

    def _go_to(self, page: int) -> None:
        self.pages.setCurrentIndex(page)
        form = self._forms()[page]
        next(iter(form.editors.values())).focus_target.setFocus()
        last = page == self.pages.count() - 1
        self.back_button.setVisible(self._first_run and page > 0)
        self.next_button.setVisible(self._first_run and not last)
        self.save_button.setVisible(last or not self._first_run)
        (self.save_button if last or not self._first_run else self.next_button).setDefault(True)

    def show_offer(self) -> None:
        """Open the page on what we do and for whom, where there is one."""
        self._go_to(self.pages.count() - 1)

    def _forms(self) -> tuple[Form, ...]:
        """The forms; each stands on the page of its place, but the last has none on the first run."""
        return (self.name_form, self.address_form, self.signatory_form, self.offer_form)

    def _show_firm(self) -> None:
        values = {
            field.key: json_safe(getattr(self._firm, field.key))
            for field in (*firm_fields(), *signatory_fields(), *offer_fields())
        }
        gender = self._firm.signatory_gender
        self.enter(values | {"signatory_gender": gender.value if gender else None})
        self.logo.show_picture(self._service.picture(self._firm.logo_id))
        self.signature.show_picture(self._service.picture(self._firm.signature_id))

    def entered(self) -> dict[str, Any]:
        """What is in the forms, by key."""
        return {key: value for form in self._forms() for key, value in form.values().items()}

    def enter(self, values: dict[str, Any]) -> None:
        """Put values into the forms."""
        for form in self._forms():
            form.set_values(values)

    def continue_from(self, other: "OwnFirmDialog") -> None:
        """Take over everything that was entered into another dialog, pictures too."""
        self.enter(other.entered())
        for mine, theirs in ((self.logo, other.logo), (self.signature, other.signature)):
            mine.carry(theirs.chosen, was_removed=theirs.was_removed)

    def save(self) -> None:
        """Store the firm and its pictures, or say beside the field what is wrong."""
        self._problem.hide()
        firm = _firm_with(self._firm, self.entered())
        if self.logo.was_removed:
            firm = replace(firm, logo_id=None)
        if self.signature.was_removed:
            firm = replace(firm, signature_id=None)
        try:
            self._service.save(firm, self.logo.chosen, self.signature.chosen)
        except InvalidInput as error:
            self._go_to(1)
            self.address_form.show_faults(error.faults)
        except Problem as problem:
            self._problem.setText(f"⚠ {problem}")
            self._problem.show()
        else:
            self.accept()

    def _skip(self) -> None:
        self.skipped.emit()
        self.reject()


def _firm_with(firm: OwnFirm, values: dict[str, Any]) -> OwnFirm:
    known: dict[str, Any] = {
        key: value.strip() if isinstance(value, str) else value for key, value in values.items()
    }
    gender = known.get("signatory_gender")
    for key, value in known.items():
        if key in ("sells", "audience"):
            known[key] = tuple(value or ())
        elif key == "assets":
            known[key] = tuple(Asset(asset) for asset in value or ())
        elif value is None:
            known[key] = ""
    return replace(firm, **(known | {"signatory_gender": Gender(gender) if gender else None}))
