"""The second page: which kind of partnership it is to be."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from partnerdesk.domain.folding import fold, search_words
from partnerdesk.domain.partnership_type import PartnershipType
from partnerdesk.language.interface import _
from partnerdesk.services.agreement_summary import SummaryPart
from partnerdesk.ui.partnership_wizard.button_texts import letters_of_buttons
from partnerdesk.ui.partnership_wizard.flow import Answers, Page
from partnerdesk.ui.partnership_wizard.step import Step, scrolling
from partnerdesk.ui.partnership_wizard.summary_view import SummaryView, caution_part
from partnerdesk.ui.partnership_wizard.type_card import TypeCard
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.widgets.labels import plain_label, set_buddy, with_mnemonics
from partnerdesk.ui.widgets.search_line import search_line


class TypePage(Step):
    """Shows every type as a card, and what speaks for and against the one that is chosen."""

    def __init__(
        self, answers: Callable[[], Answers], kinds: Sequence[PartnershipType], theme: Theme
    ) -> None:
        super().__init__(Page.TYPE, answers, _("Type"), _("Choose what you will do together."))
        self.cards = {kind.key: TypeCard(kind) for kind in kinds}
        self._group = QButtonGroup(self)
        for card in self.cards.values():
            self._group.addButton(card)
            card.toggled.connect(self._show_chosen)
        self._build(theme)
        self._show_chosen()

    def _build(self, theme: Theme) -> None:
        self.filter = search_line("type_filter", theme)
        self.filter.textChanged.connect(self._filter)
        caption = plain_label()
        set_buddy(
            caption,
            with_mnemonics([_("Find a type")], letters_of_buttons())[0],
            self.filter,
            _("Find a type"),
        )
        self.reason = plain_label("", wrap=True)
        self.reason.setObjectName("chosen_type")
        head = QHBoxLayout()
        head.addWidget(caption)
        head.addWidget(self.filter, 1)
        self.parts = QSplitter()
        self.parts.setChildrenCollapsible(False)
        self.area = self._card_list()
        self.parts.addWidget(self.area)
        self.parts.addWidget(self._details())
        self.parts.setSizes([480, 400])
        layout = self.column
        layout.addLayout(head)
        layout.addWidget(self.parts, 1)
        layout.addWidget(self.reason)

    def _card_list(self) -> QScrollArea:
        body = QWidget()
        cards = QVBoxLayout(body)
        cards.setContentsMargins(0, 0, 8, 0)
        self.none_found = plain_label(
            _("No type matches. Clear the filter to see all of them."), "muted", wrap=True
        )
        self.none_found.setObjectName("no_type_found")
        self.none_found.hide()
        cards.addWidget(self.none_found)
        for card in self.cards.values():
            cards.addWidget(card)
            card.focused.connect(lambda card=card: self.area.ensureWidgetVisible(card, 0, 8))
        cards.addStretch(1)
        area = scrolling(body, "type_cards")
        area.setMinimumWidth(300)
        return area

    def _details(self) -> QWidget:
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(12, 0, 8, 0)
        self.hint = plain_label(
            _("Choose a type to read when it fits and what to watch."), "muted", wrap=True
        )
        layout.addWidget(self.hint)
        self.details = SummaryView(name_width=82)
        self.details.setObjectName("type_details")
        layout.addWidget(self.details)
        layout.addStretch(1)
        area = scrolling(body, "type_details_area")
        area.setMinimumWidth(260)
        return area

    def chosen(self) -> PartnershipType | None:
        """The chosen type."""
        return next((card.kind for card in self.cards.values() if card.isChecked()), None)

    def choose(self, key: str) -> None:
        """Choose the type with this key."""
        self.cards[key].setChecked(True)

    def isComplete(self) -> bool:
        """Whether a type is chosen."""
        return self.chosen() is not None

    def snapshot(self) -> object:
        """The chosen type's key."""
        kind = self.chosen()
        return None if kind is None else kind.key

    def enter(self) -> None:
        """Begin with the chosen card, or the first one."""
        kind = self.chosen()
        first = next(iter(self.cards.values()))
        card = first if kind is None else self.cards[kind.key]
        card.setFocus()
        self.area.ensureWidgetVisible(card, 0, 8)

    def _filter(self, text: str) -> None:
        words = search_words(text)
        shown = 0
        for card in self.cards.values():
            searched = fold(f"{card.kind.title} {card.kind.idea} {card.kind.fits_when}")
            found = all(word in searched for word in words)
            card.setVisible(found)
            shown += found
        self.none_found.setVisible(shown == 0)

    def _show_chosen(self) -> None:
        kind = self.chosen()
        self.hint.setVisible(kind is None)
        if kind is None:
            self.reason.setText(_("Choose a type to go on."))
            self.details.show_parts([])
        else:
            self.reason.setText(_("Chosen: {name}").format(name=kind.title))
            fits = SummaryPart(kind.title, ((_("Fits"), kind.fits_when),))
            self.details.show_parts([fits, caution_part(kind.cautions)])
        self.completeChanged.emit()
