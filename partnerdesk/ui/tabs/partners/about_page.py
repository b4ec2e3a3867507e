"""What is known of one partner, its people and partnerships, to read."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from partnerdesk.domain.field import Field
from partnerdesk.domain.partner import Address, Channel, ChannelKind, Contact, Partner
from partnerdesk.domain.partnership import Partnership
from partnerdesk.language.formats import NO_BREAK_SPACE, short_date
from partnerdesk.language.interface import _, screen_language
from partnerdesk.language.labels import asset_label, channel_label, legal_form_label, stage_label, state_label
from partnerdesk.services.custom_fields import KEY_PREFIX
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.field_values import value_text
from partnerdesk.services.numbers import annual_day_text, grouped_nip
from partnerdesk.ui.widgets.content_scroll import ContentScroll
from partnerdesk.ui.widgets.flow_layout import FlowLayout
from partnerdesk.ui.widgets.labels import plain_label, selectable_label

Fact = tuple[str, str]
#: The stage is always shown.
_BARE = 1


class AboutPage(ContentScroll):
    """Shows what is known; what is not known takes no room."""

    partnership_shown = Signal(int)

    def __init__(self) -> None:
        super().__init__("about_partner")

    def show_file(
        self,
        file: PartnerFile,
        last_contact: date | None,
        own_fields: Sequence[Field],
        partnerships: Sequence[tuple[Partnership, str]],
    ) -> None:
        """Show a partner with its people, its own fields, and its partnerships with their titles."""
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(2, 8, 8, 6)
        layout.setSpacing(6)
        partner = file.partner
        _add_head(layout, partner, last_contact)
        if facts := _main_facts(partner):
            _add_facts(layout, facts)
        if file.contacts:
            layout.addWidget(_heading(_("People")))
            for contact in file.contacts:
                layout.addWidget(_contact_card(contact))
        if partnerships:
            layout.addWidget(_heading(_("Partnerships")))
            for partnership, title in partnerships:
                layout.addWidget(self._link(partnership, title), 0, Qt.AlignmentFlag.AlignLeft)
        if partner.sells or partner.audience or partner.assets:
            layout.addWidget(_heading(_("What they do and for whom")))
            _add_terms(layout, partner)
        for title, facts in (
            (_("More ways to reach them"), _other_ways(partner)),
            (_("Numbers"), _number_facts(partner)),
            (_("Own fields"), _own_facts(partner, own_fields)),
        ):
            if facts:
                layout.addWidget(_heading(title))
                _add_facts(layout, facts)
        if partner.notes:
            layout.addWidget(_heading(_("Notes")))
            layout.addWidget(selectable_label(partner.notes))
        if layout.count() == _BARE:
            hint = _("Nothing more is known yet. Add it with Edit.")
            layout.addWidget(plain_label(hint, "muted", wrap=True))
        layout.addStretch(1)
        self.show_content(content)

    def _link(self, partnership: Partnership, title: str) -> QPushButton:
        text = f"{title} · {state_label(partnership.state)}"
        button = QPushButton(text.replace("&", "&&"))
        button.setObjectName("partnership_link")
        button.clicked.connect(lambda: self.partnership_shown.emit(partnership.key))
        return button


def _heading(text: str) -> QLabel:
    """The heading of a part."""
    label = plain_label(text, "heading")
    label.setContentsMargins(0, 10, 0, 0)
    return label


def _chips(texts: Sequence[str], name: str, strong: Sequence[str] = ()) -> QWidget:
    """Short texts beside each other, each in a frame of its own; the ``strong`` ones first."""
    holder = QWidget()
    holder.setAccessibleName(f"{name}: {', '.join((*strong, *texts))}")
    flow = FlowLayout(holder)
    for text, role in [*((text, "strong_chip") for text in strong), *((text, "chip") for text in texts)]:
        flow.addWidget(plain_label(text, role))
    return holder


def _add_head(layout: QVBoxLayout, partner: Partner, last_contact: date | None) -> None:
    marks = [_("Key client")] if partner.is_key_client else []
    marks += [_("Competes with us")] if partner.is_competitor else []
    layout.addWidget(_chips(marks, _("Stage"), strong=[stage_label(partner.stage)]))
    if partner.tags:
        layout.addWidget(_chips(partner.tags, _("Tags")))
    if line := _headline(partner, last_contact):
        layout.addWidget(plain_label(line, "muted", wrap=True))


def _headline(partner: Partner, last_contact: date | None) -> str:
    parts = []
    if partner.responsible:
        parts.append(_("Looked after by {name}").format(name=partner.responsible))
    if last_contact is not None:
        day = short_date(last_contact, screen_language())
        parts.append(_("Last contact {day}").format(day=day).replace(" ", NO_BREAK_SPACE))
    return " · ".join(parts)


def _main_facts(partner: Partner) -> list[Fact]:
    since = short_date(partner.first_day, screen_language()) if partner.first_day else ""
    return _known(
        (_("Short name"), partner.short_name),
        (_("Industry"), partner.industry),
        (_("Phone"), partner.phone),
        (_("E-mail"), partner.email),
        (_("Website"), partner.website),
        (_("Address"), _address_text(partner)),
        (_("Together since"), since),
        (_("How we know it"), partner.source),
    )


def _number_facts(partner: Partner) -> list[Fact]:
    form = legal_form_label(partner.legal_form) if partner.legal_form else ""
    return _known(
        (_("Legal form"), form),
        (_("NIP"), grouped_nip(partner.nip)),
        (_("REGON"), partner.regon),
        (_("KRS"), partner.krs),
    )


def _own_facts(partner: Partner, own_fields: Sequence[Field]) -> list[Fact]:
    values = ((field, partner.custom.get(field.key.removeprefix(KEY_PREFIX))) for field in own_fields)
    return _known(*((field.label, value_text(field, value, screen_language())) for field, value in values))


def _other_ways(partner: Partner) -> list[Fact]:
    return _known(
        *((_channel_name(channel), channel.value) for channel in partner.channels),
        *((address.label or _("Other address"), _address_text(address)) for address in partner.addresses),
    )


def _channel_name(channel: Channel) -> str:
    kind = channel_label(channel.kind)
    if not channel.label:
        return kind
    return channel.label if channel.kind is not ChannelKind.PHONE else f"{kind} ({channel.label})"


def _address_text(address: Partner | Address) -> str:
    place = f"{address.postal_code} {address.city}".strip()
    return ", ".join(part for part in (address.street, place, address.country) if part)


def _known(*facts: Fact) -> list[Fact]:
    return [fact for fact in facts if fact[1]]


def _add_facts(layout: QVBoxLayout, facts: Sequence[Fact]) -> None:
    grid = QGridLayout()
    grid.setColumnStretch(1, 1)
    grid.setHorizontalSpacing(12)
    for row, (name, text) in enumerate(facts):
        caption = plain_label(name, "muted", wrap=len(name) > 16)
        caption.setMaximumWidth(150)
        caption.setAlignment(Qt.AlignmentFlag.AlignTop)
        grid.addWidget(caption, row, 0)
        grid.addWidget(selectable_label(text), row, 1)
    layout.addLayout(grid)


def _add_terms(layout: QVBoxLayout, partner: Partner) -> None:
    for name, terms in (
        (_("Sells"), partner.sells),
        (_("Whom it serves"), partner.audience),
        (_("What it could bring in"), tuple(asset_label(asset) for asset in partner.assets)),
    ):
        if terms:
            layout.addWidget(plain_label(name, "muted"))
            layout.addWidget(_chips(terms, name))


def _contact_card(contact: Contact) -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    card.setObjectName("contact_card")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(10, 6, 10, 6)
    layout.setSpacing(2)
    name = contact.full_name
    if contact.is_decision_maker:
        name += " · " + _("decides")
    layout.addWidget(selectable_label(name))
    days = (
        _("Name day {day}").format(day=annual_day_text(contact.name_day)) if contact.name_day else "",
        _("Birthday {day}").format(day=annual_day_text(contact.birthday)) if contact.birthday else "",
    )
    greeting = _("Salutation: “{text}”").format(text=contact.salutation) if contact.salutation else ""
    for parts in ((contact.job_title, contact.phone), (contact.email,), days, (greeting,)):
        line = " · ".join(part for part in parts if part)
        if line:
            layout.addWidget(selectable_label(line, "muted"))
    return card
