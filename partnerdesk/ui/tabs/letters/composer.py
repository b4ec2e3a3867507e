"""The left half of the Letters tab: everything that a letter is made of."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from partnerdesk.domain.partner import Partner
from partnerdesk.language.interface import _
from partnerdesk.services.catalogue import Catalogue
from partnerdesk.services.directory import Directory
from partnerdesk.services.letter_wording import LetterRequest, Wording
from partnerdesk.services.letters import Letters
from partnerdesk.services.partnerships import Partnerships
from partnerdesk.ui.tabs.letters.drafts import Drafts, Place
from partnerdesk.ui.tabs.letters.fields_panel import FieldsPanel
from partnerdesk.ui.tabs.letters.letter_panel import LetterPanel
from partnerdesk.ui.tabs.letters.recipient_panel import RecipientPanel
from partnerdesk.ui.tabs.letters.text_panel import TextPanel
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.widgets.captions import Captions
from partnerdesk.ui.widgets.labels import plain_label


@dataclass(frozen=True, slots=True)
class ComposedLetter:
    """A letter as it stands: what was asked for, and the texts with what was changed by hand."""

    request: LetterRequest
    wording: Wording


class Composer(QScrollArea):
    """Recipient, letter, facts and texts. What is typed for one letter never gets into another.

    Facts belong to a partner and a letter, texts to a partner, a letter and a language; both are kept in
    ``drafts`` and come back with them.
    """

    changed = Signal()

    def __init__(
        self,
        directory: Directory,
        partnerships: Partnerships,
        letters: Letters,
        catalogue: Catalogue,
        theme: Theme,
        clock: Callable[[], date],
        drafts: Drafts,
        captions: Captions,
    ) -> None:
        super().__init__()
        self._directory = directory
        self._letters = letters
        self._catalogue = catalogue
        self.drafts = drafts
        self._place: Place | None = None
        self._working = False
        self.recipient = RecipientPanel(directory, partnerships, theme, captions)
        self.letter = LetterPanel(catalogue, clock, captions)
        self.kept_bar = _KeptBar()
        self.texts = TextPanel(captions)
        # Last, because the fields' mnemonics are made from the letters that nothing else needs.
        self.fields = FieldsPanel(captions)
        self._lay_out()
        self.recipient.partner_changed.connect(self._follow_partner)
        for panel in (self.recipient, self.letter, self.fields):
            panel.changed.connect(self._rework)
        self.texts.changed.connect(self.changed)
        self.kept_bar.button.clicked.connect(self._go_back)
        self._rework()

    def _lay_out(self) -> None:
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sheet = QWidget()
        layout = QVBoxLayout(sheet)
        layout.setContentsMargins(2, 2, 12, 8)
        layout.setSpacing(12)
        layout.addWidget(self.kept_bar)
        layout.addWidget(self.recipient)
        layout.addWidget(self.letter)
        layout.addWidget(self.fields)
        layout.addWidget(self.texts)
        layout.addStretch(1)
        self.setWidget(sheet)

    @property
    def partner(self) -> Partner | None:
        """Whom the letter goes to."""
        return self.recipient.partner

    def begin(self, partner_id: int) -> None:
        """Write to this partner; 0 for one still to be chosen."""
        if self.partner is None or self.partner.key != partner_id:
            self.recipient.choose_partner(partner_id)
        self.ensureVisible(0, 0)
        (self.letter.letter_box if self.partner else self.recipient.partner_line).setFocus()

    def continue_from(self, other: "Composer") -> None:
        """Go on with the letter that another composer over the same drafts was at."""
        place = other.kept_place()
        if place is not None:
            self._return_to(place)

    def kept_place(self) -> Place | None:
        """Which letter is being written, with what was typed kept among the drafts."""
        self._keep_typed()
        return self._place

    def refresh(self) -> None:
        """Read partner, people and facts anew; what was typed stays."""
        self.recipient.refresh()
        if self.partner is not None:
            self.letter.follow(self.partner.language)
        self._rework()

    def composed(self) -> ComposedLetter | None:
        """The letter as it stands; ``None`` without a partner."""
        if self.partner is None:
            return None
        return ComposedLetter(self._request(self.partner), self.texts.wording())

    def faults(self) -> list[str]:
        """What was entered and cannot be read, a sentence each."""
        return [*filter(None, [self.letter.fault()]), *self.fields.faults()]

    def has_unexported(self) -> bool:
        """Whether a text was typed that no file holds."""
        self._keep_typed()
        return bool(self.drafts.unexported())

    def note_export(self, letter: ComposedLetter) -> None:
        """Remember that these texts are in a file."""
        request = letter.request
        place = Place(request.partner.key, request.template_key, request.language)
        self.drafts.exported[place] = letter.wording

    def _request(self, partner: Partner) -> LetterRequest:
        return LetterRequest(
            template_key=self.letter.template_key,
            language=self.letter.language,
            partner=partner,
            contact=self.recipient.contact,
            partnership=self.recipient.partnership,
            values=self.fields.values(),
            written_on=self.letter.written_on,
            warm=self.letter.is_warm,
        )

    def _follow_partner(self) -> None:
        if self.partner is not None:
            self.letter.begin_for(self.partner.language)
        self._rework()

    def _rework(self) -> None:
        """Bring facts and texts in line with what is chosen, and tell it."""
        if self._working:
            return
        self._working = True
        try:
            self._go_to(self._chosen_place())
        finally:
            self._working = False
        self.changed.emit()

    def _chosen_place(self) -> Place | None:
        if self.partner is None:
            return None
        return Place(self.partner.key, self.letter.template_key, self.letter.language)

    def _go_to(self, place: Place | None) -> None:
        before = self._place
        if before != place:
            self._keep_typed()
            self._tell_kept(before)
        self._place = place
        self.letter.setVisible(place is not None)
        self.texts.setVisible(place is not None)
        if place is None or self.partner is None:
            self.fields.hide()
            return
        self._show_facts(place, before, self.partner)
        wording = self._letters.compose(self._request(self.partner))
        if before == place:
            self.texts.offer(wording)
        else:
            self.texts.show_wording(wording, self.drafts.texts.get(place, {}))

    def _show_facts(self, place: Place, before: Place | None, partner: Partner) -> None:
        known = self._letters.known_values(
            place.template_key,
            partner,
            self.recipient.partnership,
            self.letter.written_on,
            place.language,
        )
        self.fields.name_language(place.language)
        if before is not None and before.facts_key == place.facts_key:
            self.fields.offer(known)
            return
        fields = self._catalogue.letters[place.template_key].fields
        self.fields.show_fields(fields, known, self.drafts.facts.get(place.facts_key, {}))

    def _keep_typed(self) -> None:
        if self._place is not None:
            self.drafts.keep(self._place, self.fields.typed(), self.texts.typed())

    def _tell_kept(self, place: Place | None) -> None:
        if place is None or place not in self.drafts.unexported():
            self.kept_bar.hide()
            return
        found = self._directory.partners([place.partner_id])
        language = _("Polish") if place.language == "pl" else _("English")
        self.kept_bar.tell(
            place,
            _("Your text is kept: {partner}, {letter}, {language}.").format(
                partner=found[0].name if found else "",
                letter=self._catalogue.letters[place.template_key].title,
                language=language,
            ),
        )

    def _go_back(self) -> None:
        if self.kept_bar.place is not None:
            self._return_to(self.kept_bar.place)

    def _return_to(self, place: Place) -> None:
        if self.partner is None or self.partner.key != place.partner_id:
            self.recipient.choose_partner(place.partner_id)
        self.letter.choose(place.template_key, place.language)
        self.kept_bar.hide()


class _KeptBar(QFrame):
    """Says that what was typed for another letter is kept, and leads back to it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setObjectName("kept_bar")
        self.place: Place | None = None
        self._label = plain_label("", wrap=True)
        self.button = QPushButton(_("Go back to it"))
        self.button.setObjectName("kept_back")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 6, 6, 6)
        layout.addWidget(self._label, 1)
        layout.addWidget(self.button)
        self.hide()

    def tell(self, place: Place, message: str) -> None:
        """Show where the text is kept."""
        self.place = place
        self._label.setText(message)
        self.show()
