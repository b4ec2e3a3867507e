"""The conditions by which the list of partners is narrowed, each with its own control."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QPushButton

from partnerdesk.domain.partner import Stage
from partnerdesk.domain.partner_filter import PartnerFilter
from partnerdesk.language.interface import _, pgettext
from partnerdesk.language.labels import stage_label
from partnerdesk.services.filter_text import contact_text, nobody_responsible
from partnerdesk.services.partner_listing import PartnerListing
from partnerdesk.ui.widgets.choice_box import ChoiceBox
from partnerdesk.ui.widgets.many_choice import Entry, ManyChoice

_DAYS = (30, 90, 180, 365)
_OWN_NUMBER = -1
_MOST_DAYS = 9_999


class FilterPanel(QFrame):
    """Shows a filter and changes it; ``changed`` with each choice that the user makes."""

    changed = Signal()
    clear_asked = Signal()

    def __init__(self, listing: PartnerListing) -> None:
        super().__init__()
        self.setObjectName("filter_panel")
        self.setProperty("role", "card")
        anything = pgettext("filter", "any")
        self.choices = {
            "stages": ManyChoice("filter_stages", _("Stage"), anything, _stages),
            "tags": ManyChoice("filter_tags", _("Tag"), anything, lambda: _same(listing.tags())),
            "cities": ManyChoice("filter_cities", _("Town"), anything, lambda: _same(listing.cities())),
            "audiences": ManyChoice(
                "filter_audiences", _("Serves"), _("anybody"), lambda: _same(listing.audiences())
            ),
            "responsible": ManyChoice(
                "filter_responsible",
                _("Responsible"),
                _("anybody"),
                lambda: [(nobody_responsible(), ""), *_same(listing.responsible())],
            ),
        }
        self.choices["stages"].know(_stages())
        self.choices["responsible"].know([(nobody_responsible(), "")])
        self.key_client = _yes_no_box(
            "filter_key_client", _("Key client"), _("All, key clients or not"), _("Key clients only"),
            _("No key clients"),
        )  # fmt: skip
        self.competitor = _yes_no_box(
            "filter_competitor", _("Competes with us"), _("All, competitors or not"), _("Competitors only"),
            _("No competitors"),
        )  # fmt: skip
        self.contact_box = ChoiceBox("filter_last_contact")
        self.contact_box.setAccessibleName(_("Last contact"))
        self.contact_box.fill(
            [
                (_("Last contact at any time"), None),
                *((contact_text(days), days) for days in _DAYS),
                (_("No contact for over … days"), _OWN_NUMBER),
            ]
        )
        self.days = QLineEdit("60")
        self.days.setObjectName("filter_days")
        self.days.setAccessibleName(_("Days without contact"))
        self.days.setPlaceholderText(_("Number of days"))
        self.days.setValidator(QIntValidator(1, _MOST_DAYS, self.days))
        self.days.hide()
        self.clear_button = QPushButton(_("Clear all"))
        self.clear_button.setObjectName("filter_clear")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 8, 10, 8)
        grid.setSpacing(6)
        places = (*self.choices.values(), self.key_client, self.competitor, self.contact_box)
        for at, control in enumerate(places):
            grid.addWidget(control, at // 2, at % 2)
        grid.addWidget(self.days, 4, 1)
        grid.addWidget(self.clear_button, 4, 0)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    def _connect(self) -> None:
        for choice in self.choices.values():
            choice.changed.connect(self.changed)
        for box in (self.key_client, self.competitor):
            box.currentIndexChanged.connect(self.changed)
        self.contact_box.currentIndexChanged.connect(self._choose_contact)
        self.days.textChanged.connect(self.changed)
        self.clear_button.clicked.connect(self.clear_asked)

    def _choose_contact(self) -> None:
        self.days.setVisible(self.contact_box.currentData() == _OWN_NUMBER)
        self.changed.emit()

    def value(self) -> PartnerFilter:
        """The filter as it is chosen."""
        days = self.contact_box.currentData()
        return PartnerFilter(
            stages=tuple(Stage(value) for value in self.choices["stages"].value()),
            tags=self.choices["tags"].value(),
            cities=self.choices["cities"].value(),
            audiences=self.choices["audiences"].value(),
            responsible=self.choices["responsible"].value(),
            key_client=self.key_client.currentData(),
            competitor=self.competitor.currentData(),
            not_contacted_days=self._own_days() if days == _OWN_NUMBER else days,
        )

    def _own_days(self) -> int | None:
        """The number that was typed; no condition while there is none."""
        text = self.days.text()
        return int(text) or None if text.isascii() and text.isdigit() else None

    def set_value(self, where: PartnerFilter) -> None:
        """Show a filter, without a signal."""
        was_blocked = self.blockSignals(True)
        for name, choice in self.choices.items():
            choice.set_value(str(value) for value in getattr(where, name))
        for box, flag in ((self.key_client, where.key_client), (self.competitor, where.competitor)):
            box.choose(flag)
        days = where.not_contacted_days
        self.contact_box.choose(days if days is None or days in _DAYS else _OWN_NUMBER)
        if days is not None and days not in _DAYS:
            self.days.setText(str(days))
        self.days.setVisible(self.contact_box.currentData() == _OWN_NUMBER)
        self.blockSignals(was_blocked)


def _stages() -> list[Entry]:
    return [(stage_label(stage), stage.value) for stage in Stage]


def _same(texts: list[str]) -> list[Entry]:
    return [(text, text) for text in texts]


def _yes_no_box(name: str, accessible_name: str, all_text: str, yes: str, no: str) -> ChoiceBox:
    box = ChoiceBox(name)
    box.setAccessibleName(accessible_name)
    box.fill([(all_text, None), (yes, True), (no, False)])
    return box
