"""One partnership to read: in words, with its promises and what can be done with it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from partnerdesk.domain.partner import Partner
from partnerdesk.domain.partnership import Obligation
from partnerdesk.domain.partnership_type import PartnershipType, Side
from partnerdesk.language.interface import _
from partnerdesk.language.labels import side_label
from partnerdesk.services.agreement_summary import summarise
from partnerdesk.services.partnerships import Agreement
from partnerdesk.ui.partnership_wizard.summary_view import SummaryView
from partnerdesk.ui.tabs.partnerships.checkup_card import CheckupCard
from partnerdesk.ui.tabs.partnerships.promise_row import PromiseRow
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.widgets.labels import plain_label

#: From this width on, in pixels, the buttons stand beside the title.
_WIDE = 620


class AgreementView(QWidget):
    """Shows a partnership and offers what can be done with it."""

    edit_asked = Signal()
    delete_asked = Signal()
    letter_asked = Signal()
    #: A promise's key and its new status.
    settled = Signal(int, object)
    #: A promise's key: a note on it is to be written.
    note_asked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._key = 0
        self.rows: list[PromiseRow] = []
        self.title = plain_label("", "heading", wrap=True)
        self.title.setObjectName("agreement_title")
        self.summary = SummaryView(name_width=130)
        self.summary.setObjectName("agreement_summary")
        self.checkups = CheckupCard(theme)
        self._promises = QVBoxLayout()
        self._promises.setSpacing(6)
        self._promise_list: QWidget | None = None
        self._head = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._head.addWidget(self.title, 1)
        self._head.addLayout(self._actions(theme))
        self._area = self._make_scroll()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 0, 0)
        layout.addLayout(self._head)
        layout.addWidget(self._area, 1)

    def _actions(self, theme: Theme) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for name, icon, label, signal in (
            ("edit_partnership", "edit", _("Edit"), self.edit_asked),
            ("write_letter", "letters", _("Write letter"), self.letter_asked),
            ("delete_partnership", "delete", _("Delete"), self.delete_asked),
        ):
            button = QPushButton(theme.icon(icon), label)
            button.setObjectName(name)
            button.setAccessibleName(label)
            button.clicked.connect(signal)
            buttons.addWidget(button)
        buttons.addStretch(1)
        return buttons

    def _make_scroll(self) -> QScrollArea:
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 4, 8, 8)
        inner.setSpacing(12)
        inner.addLayout(self._promises)
        inner.addWidget(self.summary)
        inner.addWidget(self.checkups)
        inner.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("agreement_scroll")
        scroll.setAccessibleName(_("Partnership"))
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(body)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return scroll

    def show_agreement(
        self, agreement: Agreement, title: str, partner: Partner, kind: PartnershipType
    ) -> None:
        """Show a partnership; shown anew, it keeps its place and its focus."""
        same = agreement.partnership.key == self._key
        self._key = agreement.partnership.key
        entered = next((row.obligation.key for row in self.rows if row.isAncestorOf(self._focused())), None)
        self.title.setText(f"{partner.name}: {title}")
        # The promises have rows of their own above.
        self.summary.show_parts(summarise(Agreement(agreement.partnership, ()), partner, kind))
        self._show_promises(agreement.obligations)
        if not same:
            self._area.verticalScrollBar().setValue(0)
        for row in self.rows:
            if same and row.obligation.key == entered:
                row.enter()

    def _focused(self) -> QWidget:
        return self.focusWidget() or self

    def _show_promises(self, obligations: Sequence[Obligation]) -> None:
        if self._promise_list is not None:
            self._promises.removeWidget(self._promise_list)
            self._promise_list.hide()
            self._promise_list.deleteLater()
        self.rows = []
        self._promise_list = QWidget()
        layout = QVBoxLayout(self._promise_list)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for side in (Side.OURS, Side.THEIRS):
            promised = [obligation for obligation in obligations if obligation.side is side]
            if promised:
                layout.addWidget(plain_label(side_label(side), "heading"))
            for obligation in promised:
                row = PromiseRow(obligation, date.today())
                row.settled.connect(self.settled)
                row.note_asked.connect(self.note_asked)
                self.rows.append(row)
                layout.addWidget(row)
        self._promises.addWidget(self._promise_list)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the buttons beside the title where there is room."""
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        directions = QBoxLayout.Direction
        self._head.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
