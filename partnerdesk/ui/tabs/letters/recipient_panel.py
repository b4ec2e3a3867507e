"""Whom a letter goes to: the partner, one of its people, one of the partnerships with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from partnerdesk.domain.letter_template import Addressee
from partnerdesk.domain.partner import Contact, Gender, Partner
from partnerdesk.domain.partnership import Partnership
from partnerdesk.language.interface import _
from partnerdesk.language.labels import gender_label
from partnerdesk.services.directory import Directory
from partnerdesk.services.letter_wording import addressee_of
from partnerdesk.services.partnerships import Partnerships
from partnerdesk.ui.tabs.letters.partner_choice import PartnerChoice
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.widgets.captions import Captions, say
from partnerdesk.ui.widgets.choice_box import ChoiceBox
from partnerdesk.ui.widgets.labels import plain_label


class RecipientPanel(QWidget):
    """Chooses partner, contact and partnership."""

    partner_changed = Signal()
    changed = Signal()

    def __init__(
        self, directory: Directory, partnerships: Partnerships, theme: Theme, captions: Captions
    ) -> None:
        super().__init__()
        self._directory = directory
        self._partnerships = partnerships
        self.partner: Partner | None = None
        self._contacts: list[Contact] = []
        self._of_partner: list[Partnership] = []
        self.partner_line = PartnerChoice(directory, theme.icon("search", theme.colours.muted))
        self.partner_line.picked.connect(self.choose_partner)
        self.contact_box = ChoiceBox("letter_contact")
        self.contact_box.currentIndexChanged.connect(self._contact_chosen)
        self.partnership_box = ChoiceBox("letter_partnership")
        self.partnership_box.currentIndexChanged.connect(self.changed)
        self.address_note = plain_label("", "muted", wrap=True)
        self.address_note.setObjectName("address_note")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(captions.above(_("Partner"), self.partner_line))
        self._contact_row = captions.above(_("Contact"), self.contact_box, self.address_note)
        self._partnership_row = captions.above(_("Partnership"), self.partnership_box)
        layout.addWidget(self._contact_row)
        layout.addWidget(self._partnership_row)
        self._fill()

    @property
    def contact(self) -> Contact | None:
        """The person the letter is for; ``None`` for the whole firm."""
        key = self.contact_box.currentData()
        return next((contact for contact in self._contacts if contact.key == key), None)

    @property
    def partnership(self) -> Partnership | None:
        """The partnership that facts are taken from; ``None`` for all of them."""
        key = self.partnership_box.currentData()
        return next((one for one in self._of_partner if one.key == key), None)

    def choose_partner(self, key: int) -> None:
        """Write to this partner, and there to the one who decides; 0 for nobody."""
        self.partner = self._read(key)
        self._fill()
        deciding = sorted(self._contacts, key=lambda contact: not contact.is_decision_maker)
        self.contact_box.blockSignals(True)
        self.contact_box.choose(deciding[0].key if deciding else None)
        self.contact_box.blockSignals(False)
        self._show_address()
        self.partner_changed.emit()

    def refresh(self) -> None:
        """Read the partner anew and keep what is chosen, as far as it is still there."""
        if self.partner is None:
            return
        self.partner = self._read(self.partner.key)
        self._fill(self.contact_box.currentData(), self.partnership_box.currentData())

    def _read(self, key: int) -> Partner | None:
        found = self._directory.partners([key]) if key else []
        return found[0] if found and found[0].deleted_at is None else None

    def _fill(self, contact: int | None = None, partnership: int | None = None) -> None:
        partner = self.partner
        self.partner_line.show_partner(partner)
        self._contacts = self._directory.contacts(partner.key) if partner else []
        self._of_partner = self._partnerships.of_partner(partner.key) if partner else []
        people = sorted(
            self._contacts, key=lambda one: (not one.is_decision_maker, one.surname, one.first_name)
        )
        whole_firm = (_("The whole firm"), None)
        self.contact_box.fill([whole_firm, *((_person(one), one.key) for one in people)], contact)
        titles = [(self._partnerships.title(one), one.key) for one in self._of_partner]
        self.partnership_box.fill([(_("All partnerships"), None), *titles], partnership)
        self._contact_row.setVisible(partner is not None)
        self._partnership_row.setVisible(bool(self._of_partner))
        self._show_address()

    def _contact_chosen(self) -> None:
        self._show_address()
        self.changed.emit()

    def _show_address(self) -> None:
        contact = self.contact
        if contact is None or contact.gender is not None:
            say(self.address_note, "", "muted")
            return
        addressee = addressee_of(contact)
        if addressee is Addressee.GROUP:
            text = _(
                "It is not known how to address this person, so the letter addresses the whole firm. "
                "Choose the form of address among the partner's contacts."
            )
            say(self.address_note, f"⚠ {text}", "warning")
        else:
            text = _("Going by the first name, addressed as: {form}.")
            say(self.address_note, text.format(form=gender_label(Gender(addressee))), "muted")


def _person(contact: Contact) -> str:
    return ", ".join(filter(None, (contact.full_name, contact.job_title)))
