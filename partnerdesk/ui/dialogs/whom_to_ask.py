"""Whom to ask next: the firms that suit ours best, each with the reason why."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from partnerdesk.language.interface import _, ngettext
from partnerdesk.language.labels import stage_label
from partnerdesk.services.desk import Desk
from partnerdesk.services.whom_to_ask import Advice, Ranking, rank_partners, verdict_label
from partnerdesk.ui.desk_work import DeskWork
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.widgets.empty_state import EmptyState
from partnerdesk.ui.widgets.labels import plain_label, selectable_label, with_mnemonics
from partnerdesk.ui.widgets.window_size import resize_on_screen
from partnerdesk.ui.work import Worker

_SHOWN_AT_ONCE = 20


class WhomToAsk(QDialog):
    """Compares all partners with our firm outside the window's thread and shows the best as cards."""

    #: A partner's key: show it in the directory (0: begin a new one).
    partner_asked = Signal(int)
    #: A partner's key and the key of the type to begin with, "" for none.
    partnership_asked = Signal(int, str)
    #: Our own firm is to be described; :meth:`compare` is to be called afterwards.
    firm_asked = Signal()

    def __init__(
        self, desk: Desk, worker: Worker, theme: Theme, clock: Callable[[], date], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("whom_to_ask")
        self.setWindowTitle(_("Whom to ask next"))
        resize_on_screen(self, 720, 620)
        self._clock = clock
        self._ranking = Ranking((), 0, lacks_audience=False, lacks_assets=False)
        self._work = DeskWork(desk, worker, self)
        self._work.done.connect(self._show)
        self._work.stopped.connect(self.reject)
        self._waiting = plain_label(_("Comparing the firms…"), "muted")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nobody = EmptyState(
            theme.icon("partners"),
            _("Nobody to ask yet"),
            _("Add firms that you would like to work with, and whom they serve."),
            _("Add a partner"),
        )
        self.nobody.action_asked.connect(lambda: self._go_to_partner(0))
        self.unknown_firm = EmptyState(
            theme.icon("partners"),
            _("Whom do you serve yourself?"),
            _(
                "The best partner serves the same people as you with other goods. Say whom you serve, what "
                "you sell and what you can bring in, and the firms here are compared with yours."
            ),
            _("Your firm…"),
        )
        self.unknown_firm.action_asked.connect(self.firm_asked)
        self._pages = QStackedWidget()
        for page in (self._waiting, self.nobody, self.unknown_firm, self._make_list()):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.addWidget(self._pages, 1)
        layout.addLayout(self._make_buttons())

    def _make_list(self) -> QWidget:
        self.count_label = plain_label("", "muted", wrap=True)
        self.lack_label = plain_label(
            _("Nothing is noted yet of what you can bring in. With it, more kinds of partnership are found."),
            "warning",
            wrap=True,
        )
        self.area = QScrollArea()
        self.area.setObjectName("advice_list")
        self.area.setAccessibleName(_("Whom to ask next"))
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list_page = QWidget()
        layout = QVBoxLayout(self._list_page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.count_label)
        layout.addWidget(self.lack_label)
        layout.addWidget(self.area, 1)
        return self._list_page

    def _make_buttons(self) -> QHBoxLayout:
        firm_text, close_text = with_mnemonics([_("Your firm…"), _("Close")])
        self.firm_button = QPushButton(firm_text)
        self.firm_button.setObjectName("describe_firm")
        self.firm_button.setAutoDefault(False)
        self.firm_button.clicked.connect(self.firm_asked)
        self.close_button = QPushButton(close_text)
        self.close_button.setObjectName("close_advice")
        self.close_button.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.firm_button)
        row.addStretch(1)
        row.addWidget(self.close_button)
        return row

    def open(self) -> None:
        """Show the dialog and compare."""
        super().open()
        self.compare()

    def compare(self) -> None:
        """Compare anew, as after our firm was described."""
        if self._work.busy:
            return
        today = self._clock()
        self._pages.setCurrentWidget(self._waiting)
        self._work.start(lambda desk, report: rank_partners(desk, today, report), _("Comparing the firms…"))

    def reject(self) -> None:
        """Close, once nothing is under way whose outcome this dialog must take."""
        if not self._work.busy:
            super().reject()

    @Slot(object)
    def _show(self, ranking: Ranking) -> None:
        self._ranking = ranking
        self.firm_button.setVisible(not ranking.lacks_audience)
        if ranking.lacks_audience:
            self._pages.setCurrentWidget(self.unknown_firm)
            self.unknown_firm.button.setFocus()
        elif not ranking.advice:
            self._pages.setCurrentWidget(self.nobody)
            self.nobody.button.setFocus()
        else:
            self.lack_label.setVisible(ranking.lacks_assets)
            self.count_label.setText(self._count_text())
            self._fill_list()
            self._pages.setCurrentWidget(self._list_page)

    def _count_text(self) -> str:
        shown, count = len(self._ranking.advice), self._ranking.count
        compared = ngettext("{count} firm compared.", "{count} firms compared.", count).format(count=count)
        if shown == count:
            return compared
        best = ngettext("The best {shown} is shown.", "The best {shown} are shown.", shown)
        return f"{compared} {best.format(shown=shown)}"

    def _fill_list(self) -> None:
        content = QWidget()
        self._cards = QVBoxLayout(content)
        self._cards.setContentsMargins(0, 0, 8, 0)
        self._cards.setSpacing(8)
        self.more_button = QPushButton(_("Show more"))
        self.more_button.setObjectName("more_advice")
        self.more_button.setAutoDefault(False)
        self.more_button.clicked.connect(self._show_more)
        self._cards.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._cards.addStretch(1)
        self._shown = 0
        self.area.setWidget(content)
        first = self._add_cards()
        first.setFocus()

    def _add_cards(self) -> QPushButton:
        """Add the next cards; returns the first new one's button to show its partner."""
        start = self._shown
        first: QPushButton | None = None
        for number, advice in enumerate(self._ranking.advice[start : start + _SHOWN_AT_ONCE], start + 1):
            card, show_button = self._card(number, advice)
            self._cards.insertWidget(number - 1, card)
            first = first or show_button
            self._shown = number
        self.more_button.setVisible(self._shown < len(self._ranking.advice))
        return first or self.close_button

    def _show_more(self) -> None:
        self._add_cards().setFocus()

    def _card(self, number: int, advice: Advice) -> tuple[QFrame, QPushButton]:
        partner = advice.partner
        card = QFrame()
        card.setObjectName("advice_card")
        card.setProperty("role", "card")
        card.setAccessibleName(f"{number}. {partner.name}")
        card.setAccessibleDescription(advice.sentence)
        layout = QVBoxLayout(card)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(6)
        name = plain_label(f"{number}. {partner.name}", "heading", wrap=True)
        layout.addWidget(name)
        standing = (verdict_label(advice.verdict), stage_label(partner.stage), partner.industry, partner.city)
        layout.addWidget(plain_label(" · ".join(filter(None, standing)), "muted", wrap=True))
        layout.addWidget(selectable_label(advice.sentence))
        show = QPushButton(_("Show"))
        show.setObjectName("show_advised")
        show.setAccessibleName(_("Show {name}").format(name=partner.name))
        show.clicked.connect(partial(self._go_to_partner, partner.key))
        row = QHBoxLayout()
        row.addWidget(show)
        if advice.type_key:
            row.addWidget(self._begin_button(advice))
        row.addStretch(1)
        layout.addLayout(row)
        for button in card.findChildren(QPushButton):
            button.setAutoDefault(False)
        return card, show

    def _begin_button(self, advice: Advice) -> QPushButton:
        begin = QPushButton(_("Begin: {type}").format(type=advice.type_title).replace("&", "&&"))
        begin.setObjectName("begin_advised")
        begin.setAccessibleName(
            _("Begin “{type}” with {name}").format(type=advice.type_title, name=advice.partner.name)
        )
        begin.clicked.connect(partial(self._begin, advice.partner.key, advice.type_key))
        return begin

    def _go_to_partner(self, key: int) -> None:
        self.accept()
        self.partner_asked.emit(key)

    def _begin(self, key: int, type_key: str) -> None:
        self.accept()
        self.partnership_asked.emit(key, type_key)
