"""The third page: name and days of the partnership, and what only its type asks for."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from partnerdesk.domain.field import Field, FieldKind
from partnerdesk.domain.partnership import Partnership
from partnerdesk.domain.partnership_type import PartnershipType
from partnerdesk.language.interface import _
from partnerdesk.services.field_values import check_values
from partnerdesk.services.partnerships import check_days
from partnerdesk.ui.partnership_wizard.button_texts import letters_of_buttons
from partnerdesk.ui.partnership_wizard.carrying import carried_terms
from partnerdesk.ui.partnership_wizard.flow import Answers, Page
from partnerdesk.ui.partnership_wizard.step import Step, bring_into_sight, scrolling
from partnerdesk.ui.widgets.form import Form
from partnerdesk.ui.widgets.labels import letters_of, plain_label, with_mnemonics

# Prefixed, because a type may have a term called "name".
_NAME, _STARTS, _ENDS = "partnership_name", "partnership_starts_on", "partnership_ends_on"


def _basics() -> tuple[Field, ...]:
    return (
        Field(_NAME, _("Name of the partnership"), help=_("Leave it empty to use the type’s name.")),
        Field(_STARTS, _("First day"), FieldKind.DATE),
        Field(_ENDS, _("Last day"), FieldKind.DATE, help=_("Leave it empty if there is no end.")),
    )


class TermsPage(Step):
    """Entries survive going back and forth, and a change of type as far as the new one asks for them."""

    def __init__(self, answers: Callable[[], Answers], kind: Callable[[], PartnershipType | None]) -> None:
        super().__init__(
            Page.TERMS, answers, _("Terms"), _("Write down what was said. What is marked * is needed.")
        )
        self._chosen_kind = kind
        self._kind: PartnershipType | None = None
        self._entered: dict[str, tuple[Field, Any]] = {}
        fields = _basics()
        buttons = letters_of_buttons()
        self.basics = Form(fields, buttons)
        self.basics.set_values({_STARTS: date.today().isoformat()})
        self._taken = buttons + letters_of(with_mnemonics([field.label for field in fields], buttons))
        self.terms: Form | None = None
        self._heading = plain_label("", "heading", wrap=True)
        body = QWidget()
        self._layout = QVBoxLayout(body)
        self._layout.setContentsMargins(2, 0, 12, 0)
        self._layout.setSpacing(12)
        self._layout.addWidget(self.basics)
        self._layout.addWidget(self._heading)
        self.area = scrolling(body, "terms_area")
        self.column.addWidget(self.area, 1)

    def load(self, partnership: Partnership, kind: PartnershipType) -> None:
        """Show a stored partnership."""
        starts, ends = partnership.starts_on, partnership.ends_on
        self.basics.set_values(
            {
                _NAME: partnership.name or None,
                _STARTS: starts.isoformat() if starts else None,
                _ENDS: ends.isoformat() if ends else None,
            }
        )
        self._ask_for(kind, partnership.terms)

    def initializePage(self) -> None:
        """Ask for the chosen type's terms."""
        kind = self._chosen_kind()
        if kind is None or kind == self._kind:
            return
        if self.terms is not None:
            values = self.terms.values()
            self._entered |= {field.key: (field, values.get(field.key)) for field in self.terms.fields}
        self._ask_for(kind, carried_terms(self._entered, kind.terms))

    def _ask_for(self, kind: PartnershipType, values: Mapping[str, Any]) -> None:
        if self.terms is not None:
            self._layout.removeWidget(self.terms)
            self.terms.hide()
            self.terms.deleteLater()
        self._kind = kind
        self._heading.setText(kind.title)
        self.terms = Form(kind.terms, self._taken)
        self.terms.set_values(values)
        self._layout.addWidget(self.terms, 1)

    def first_day(self) -> date | None:
        """The first day, ``None`` while there is none that can be read."""
        return _day(self.basics.values().get(_STARTS))

    def values(self) -> dict[str, Any]:
        """The partnership's fields that this page fills; what is left empty is left out of ``terms``."""
        basics = self.basics.values()
        terms = {} if self.terms is None else self.terms.values()
        return {
            "name": (basics.get(_NAME) or "").strip(),
            "starts_on": _day(basics.get(_STARTS)),
            "ends_on": _day(basics.get(_ENDS)),
            "terms": {key: value for key, value in terms.items() if value is not None},
        }

    def check(self) -> bool:
        """Show what cannot be read and what is missing."""
        basics = self.basics.faults()
        values = self.values()
        fault = check_days(values["starts_on"], values["ends_on"])
        if fault and not basics:
            basics[_ENDS] = fault
        terms: dict[str, str] = {}
        if self.terms is not None:
            terms = check_values(self.terms.fields, values["terms"]) | self.terms.faults()
            self.terms.show_faults(terms)
        self.basics.show_faults(basics)
        self._show_first_fault(basics, terms)
        return not basics and not terms

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Show messages of the service: "terms.key" beside a term, "ends_on" beside the last day."""
        terms = {key.removeprefix("terms."): text for key, text in faults.items() if key.startswith("terms.")}
        basics = {_ENDS: faults["ends_on"]} if "ends_on" in faults else {}
        if self.terms is not None:
            self.terms.show_faults(terms)
        self.basics.show_faults(basics)
        self._show_first_fault(basics, terms)

    def _show_first_fault(self, basics: Mapping[str, str], terms: Mapping[str, str]) -> None:
        for form, faults in ((self.basics, basics), (self.terms, terms)):
            keys = {key.split(".")[0] for key in faults}
            first = next((key for key in (form.editors if form else {}) if key in keys), None)
            if form is not None and first is not None:
                form.editors[first].focus_target.setFocus()
                message = form.findChild(QLabel, f"{first}_fault")
                bring_into_sight(self.area, message or form.editors[first])
                return

    def snapshot(self) -> object:
        """All values, and the messages for those that cannot be read."""
        terms = (None, None) if self.terms is None else (self.terms.values(), self.terms.faults())
        return (self.basics.values(), self.basics.faults(), terms)

    def enter(self) -> None:
        """Begin with the first field."""
        self.basics.editors[_NAME].setFocus()


def _day(value: Any) -> date | None:
    return date.fromisoformat(value) if value else None
