"""One partner to read: what it is, who is there, what we have together, what happened."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from partnerdesk.domain.partner import Contact, Partner
from partnerdesk.language.formats import short_date
from partnerdesk.language.interface import _, screen_language
from partnerdesk.language.labels import stage_label, state_label
from partnerdesk.services.directory import Directory
from partnerdesk.services.history_text import history_line
from partnerdesk.services.partnerships import Partnerships
from partnerdesk.services.problems import InvalidInput
from partnerdesk.ui.menu_titles import menu_letters
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.widgets.labels import plain_label, selectable_label, with_mnemonics


class PartnerView(QWidget):
    """Shows a partner and offers what can be done with it."""

    edit_asked = Signal()
    delete_asked = Signal()
    letter_asked = Signal()
    partnership_asked = Signal()
    partnership_shown = Signal(int)

    def __init__(self, directory: Directory, partnerships: Partnerships, theme: Theme) -> None:
        super().__init__()
        self._directory = directory
        self._partnerships = partnerships
        self._partner: Partner | None = None
        self.note_line = QLineEdit()
        self.note_line.setObjectName("note_line")
        self.note_line.setPlaceholderText(_("Write a note and press Enter"))
        self.note_line.setAccessibleName(_("New note"))
        self.note_line.returnPressed.connect(self._add_note)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 0, 0)
        layout.addWidget(self._actions(theme))
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self.note_line)

    def _actions(self, theme: Theme) -> QWidget:
        labels = with_mnemonics(
            [_("Edit"), _("Write letter"), _("New partnership"), _("Delete")], taken=menu_letters()
        )
        actions = (
            ("edit_partner", "edit", self.edit_asked),
            ("write_letter", "letters", self.letter_asked),
            ("new_partnership", "partnerships", self.partnership_asked),
            ("delete_partner", "delete", self.delete_asked),
        )
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        for place, (label, (name, icon, signal)) in enumerate(zip(labels, actions, strict=True)):
            button = QPushButton(theme.icon(icon), label)
            button.setObjectName(name)
            button.clicked.connect(signal)
            grid.addWidget(button, place // 2, place % 2)
        return holder

    def show_partner(self, key: int) -> None:
        """Read a partner anew and show it."""
        partner = self._directory.partner(key)
        if self._partner is None or self._partner.id != key:
            self.note_line.clear()
        self._partner = partner
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(2, 6, 8, 6)
        layout.setSpacing(6)
        layout.addWidget(selectable_label(partner.name, "title"))
        layout.addWidget(plain_label(_headline(partner), "muted", wrap=True))
        _add_facts(layout, partner)
        self._add_contacts(layout, key)
        self._add_partnerships(layout, key)
        self._add_history(layout, key)
        layout.addStretch(1)
        self._scroll.setWidget(content)

    def _add_contacts(self, layout: QVBoxLayout, key: int) -> None:
        contacts = self._directory.contacts(key)
        layout.addWidget(_heading(_("People")))
        for contact in contacts:
            layout.addWidget(_contact_card(contact))
        if not contacts:
            layout.addWidget(plain_label(_("Nobody yet. Add people with Edit."), "muted", wrap=True))

    def _add_partnerships(self, layout: QVBoxLayout, key: int) -> None:
        partnerships = self._partnerships.of_partner(key)
        layout.addWidget(_heading(_("Partnerships")))
        for partnership in partnerships:
            title = f"{self._partnerships.title(partnership)} · {state_label(partnership.state)}"
            button = QPushButton(title.replace("&", "&&"))
            button.setObjectName("partnership_link")
            button.clicked.connect(
                lambda _=False, number=partnership.key: self.partnership_shown.emit(number)
            )
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if not partnerships:
            layout.addWidget(plain_label(_("None yet."), "muted"))

    def _add_history(self, layout: QVBoxLayout, key: int) -> None:
        layout.addWidget(_heading(_("History")))
        entries = self._directory.history(key)
        for entry in entries:
            day = short_date(entry.happened_at.astimezone().date(), screen_language())
            line = QHBoxLayout()
            when = plain_label(day, "muted")
            when.setAlignment(Qt.AlignmentFlag.AlignTop)
            line.addWidget(when)
            line.addWidget(selectable_label(history_line(entry)), 1)
            layout.addLayout(line)
        if not entries:
            layout.addWidget(
                plain_label(_("Nothing yet. Notes and letters are listed here."), "muted", wrap=True)
            )

    def _add_note(self) -> None:
        if self._partner is None:
            return
        try:
            self._directory.add_note(self._partner.key, self.note_line.text())
        except InvalidInput:
            return  # Enter in an empty line asks for nothing.
        self.note_line.clear()


def _headline(partner: Partner) -> str:
    parts = [stage_label(partner.stage), partner.industry, partner.city]
    if partner.is_competitor:
        parts.append(_("Competes with us"))
    return " · ".join(part for part in parts if part)


def _add_facts(layout: QVBoxLayout, partner: Partner) -> None:
    address = ", ".join(
        filter(None, (partner.street, f"{partner.postal_code} {partner.city}".strip(), partner.country))
    )
    since = short_date(partner.first_day, screen_language()) if partner.first_day else ""
    facts = (
        (_("Short name"), partner.short_name),
        (_("NIP"), partner.nip),
        (_("Address"), address),
        (_("E-mail"), partner.email),
        (_("Phone"), partner.phone),
        (_("Website"), partner.website),
        (_("Sells"), ", ".join(partner.sells)),
        (_("Whom it serves"), ", ".join(partner.audience)),
        (_("Together since"), since),
        (_("Notes"), partner.notes),
    )
    grid = QGridLayout()
    grid.setColumnStretch(1, 1)
    grid.setHorizontalSpacing(12)
    for row, (name, text) in enumerate(fact for fact in facts if fact[1]):
        caption = plain_label(name, "muted")
        caption.setAlignment(Qt.AlignmentFlag.AlignTop)
        grid.addWidget(caption, row, 0)
        grid.addWidget(selectable_label(text), row, 1)
    layout.addLayout(grid)


def _contact_card(contact: Contact) -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(10, 6, 10, 6)
    layout.setSpacing(2)
    name = contact.full_name
    if contact.is_decision_maker:
        name += " · " + _("decides")
    layout.addWidget(selectable_label(name))
    details = " · ".join(filter(None, (contact.job_title, contact.email, contact.phone)))
    if details:
        layout.addWidget(selectable_label(details, "muted"))
    return card


def _heading(text: str) -> QWidget:
    label = plain_label(text, "heading")
    label.setContentsMargins(0, 10, 0, 0)
    return label
