"""The first page: which partner it is about, with a way to add one by name."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QListView, QPushButton

from partnerdesk.domain.folding import fold
from partnerdesk.domain.partner import Partner
from partnerdesk.language.interface import _
from partnerdesk.services.directory import Directory, PartnerFile
from partnerdesk.services.problems import Problem
from partnerdesk.ui.partnership_wizard.button_texts import letters_of_buttons
from partnerdesk.ui.partnership_wizard.flow import Answers, Page
from partnerdesk.ui.partnership_wizard.partner_list import PartnerList
from partnerdesk.ui.partnership_wizard.step import Step
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.widgets.labels import plain_label, set_buddy, with_mnemonics
from partnerdesk.ui.widgets.search_line import search_line


class PartnerPage(Step):
    """Lets the user find a partner, or add the one that is not in the directory yet."""

    def __init__(self, answers: Callable[[], Answers], directory: Directory, theme: Theme) -> None:
        super().__init__(
            Page.PARTNER,
            answers,
            _("Partner"),
            _("Choose the firm. The best partner serves the people you serve, with other goods."),
        )
        self._directory = directory
        self.partner: Partner | None = None
        self.added: list[Partner] = []
        self._list = PartnerList(directory)
        self._build(theme)
        self._search("")

    def _build(self, theme: Theme) -> None:
        self.search = search_line("partner_search", theme)
        self.search.textChanged.connect(self._search)
        caption = plain_label()
        label = with_mnemonics([_("Search, or enter a new firm’s name")], letters_of_buttons())[0]
        set_buddy(caption, label, self.search, _("Search, or enter a new firm’s name"))
        self.add_button = QPushButton()
        self.add_button.setObjectName("add_partner")
        self.add_button.clicked.connect(self._add)
        self.search.returnPressed.connect(self._offer_adding)
        self.view = QListView()
        self.view.setObjectName("partner_list")
        self.view.setAccessibleName(_("Partners"))
        self.view.setUniformItemSizes(True)
        self.view.setModel(self._list)
        self.view.selectionModel().currentChanged.connect(self._choose_row)
        self.none_found = plain_label("", "muted", wrap=True)
        self.none_found.setObjectName("no_partner_found")
        self.none_found.setMinimumHeight(60)
        self.none_found.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.chosen = plain_label("", wrap=True)
        self.chosen.setObjectName("chosen_partner")
        top = QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self.add_button)
        layout = self.column
        layout.addWidget(caption)
        layout.addLayout(top)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.none_found, 1)
        layout.addWidget(self.chosen)

    def choose(self, partner: Partner) -> None:
        """Take a partner and, where the list holds it, show it there."""
        row = self._list.row_of(partner.key)
        if row is not None:
            index = self._list.index(row)
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)
        self._take(partner)

    def isComplete(self) -> bool:
        """Whether a partner is chosen."""
        return self.partner is not None

    def snapshot(self) -> object:
        """The chosen partner's key."""
        return None if self.partner is None else self.partner.key

    def enter(self) -> None:
        """Begin with the search."""
        self.search.setFocus()

    def _search(self, text: str) -> None:
        self._list.search(text)
        count = self._list.rowCount()
        self.view.setVisible(count > 0)
        self.none_found.setVisible(count == 0)
        name = text.strip()
        if name:
            self.none_found.setText(_("No partner matches “{text}”.").format(text=name))
        else:
            self.none_found.setText(_("There are no partners yet. Enter the firm’s name above and add it."))
        self.add_button.setText(_("Add as new partner"))
        self.add_button.setEnabled(bool(name) and not self._is_listed(name))
        self.add_button.setAccessibleName(_("Add “{name}” as a new partner").format(name=name))
        kept = None if self.partner is None else self._list.row_of(self.partner.key)
        if kept is not None:
            self.view.setCurrentIndex(self._list.index(kept))
        elif name and count == 1:
            self.view.setCurrentIndex(self._list.index(0))
        self._tell()

    def _is_listed(self, name: str) -> bool:
        rows = range(min(self._list.rowCount(), 100))
        return any(fold(self._list.partner_at(row).name) == fold(name) for row in rows)

    def _choose_row(self, current: QModelIndex) -> None:
        if current.isValid():
            self._take(self._list.partner_at(current.row()))

    def _take(self, partner: Partner) -> None:
        self.partner = partner
        self._tell()
        self.completeChanged.emit()

    def _offer_adding(self) -> None:
        if self._list.rowCount() == 0 and self.add_button.isEnabled():
            self.add_button.setFocus()

    def _add(self) -> None:
        try:
            stored = self._directory.save(PartnerFile(Partner(name=self.search.text()), ()))
        except Problem as problem:
            self.chosen.setText(f"⚠ {problem}")
            return
        self.added.append(stored.partner)
        self._search(self.search.text())
        self.choose(stored.partner)
        self.view.setFocus()

    def _tell(self) -> None:
        if self.partner is None:
            self.chosen.setText(_("Choose a partner to go on."))
        elif self.partner in self.added:
            self.chosen.setText(
                _("Chosen: {name} – just added to your partners.").format(name=self.partner.name)
            )
        else:
            self.chosen.setText(_("Chosen: {name}").format(name=self.partner.name))
