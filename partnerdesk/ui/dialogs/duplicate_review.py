"""Partners that are probably one firm, pair by pair: two firms, or one to be merged."""

from dataclasses import replace

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from partnerdesk.domain.partner import Partner
from partnerdesk.language.interface import _, ngettext
from partnerdesk.services.desk import Desk
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.duplicates import MOST_PAIRS, Pair
from partnerdesk.ui.dialogs.pair_comparison import PairComparison
from partnerdesk.ui.dialogs.pair_list import PairList, sentence
from partnerdesk.ui.dialogs.work_dialog import WorkDialog
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.widgets.empty_state import EmptyState
from partnerdesk.ui.widgets.labels import BreakingLabel, letters_of, plain_label, with_mnemonics
from partnerdesk.ui.widgets.window_size import resize_on_screen
from partnerdesk.ui.work import Worker

_NAME_WIDTH = 150
_LIST_WIDTH = 250


class DuplicateReview(WorkDialog):
    """Looks for pairs when it is first shown, and lets the user judge them one by one."""

    def __init__(self, desk: Desk, worker: Worker, theme: Theme, parent: QWidget) -> None:
        super().__init__(desk, worker, theme, parent)
        self.setObjectName("duplicate_review")
        self.setWindowTitle(_("Possible duplicates"))
        resize_on_screen(self, 940, 620)
        self._looked = False
        self._before: list[Pair] = []
        self.model = PairList()
        self.list = self._make_list()
        self._reason = BreakingLabel("", "heading")
        self.comparison = PairComparison(desk.merging)
        self.comparison.staying_changed.connect(self._name_merge)
        self.empty = EmptyState(
            theme.icon("check"),
            _("No duplicates found"),
            _("No two partners share a number, an e-mail or a phone, or are called nearly the same."),
        )
        self._unfinished = EmptyState(
            theme.icon("search"),
            _("The search was stopped"),
            _("Nothing was changed."),
            _("Look again"),
        )
        self._unfinished.action_asked.connect(self.look)
        self._waiting = plain_label(_("Looking for possible duplicates"), "muted")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        right = QWidget()
        right_layout = QVBoxLayout(right)
        right_layout.setContentsMargins(8, 0, 0, 0)
        right_layout.addWidget(self._reason)
        right_layout.addWidget(self.comparison, 1)
        self._splitter = QSplitter()
        self._splitter.setChildrenCollapsible(False)
        for widget, stretch in ((self.list, 2), (right, 5)):
            self._splitter.addWidget(widget)
            self._splitter.setStretchFactor(self._splitter.count() - 1, stretch)
        self._splitter.setSizes([_LIST_WIDTH, self.width() - _LIST_WIDTH])
        self._pages = QStackedWidget()
        for page in (self._waiting, self._splitter, self.empty, self._unfinished):
            self._pages.addWidget(page)
        self._count = plain_label("", "muted", wrap=True)
        layout = QVBoxLayout(self)
        layout.addWidget(self._count)
        layout.addWidget(self._pages, 1)
        layout.addLayout(self._make_buttons())
        self._show_possible()

    def _make_list(self) -> QListView:
        view = QListView()
        view.setObjectName("pair_list")
        view.setAccessibleName(_("Pairs of partners"))
        view.setModel(self.model)
        view.setUniformItemSizes(True)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setMinimumWidth(190)
        view.selectionModel().currentChanged.connect(self._show_pair)
        return view

    def _make_buttons(self) -> QHBoxLayout:
        distinct, close = with_mnemonics([_("These are two firms"), _("Close")])
        self._taken = letters_of((distinct, close))
        self.distinct_button = QPushButton(distinct)
        self.distinct_button.setObjectName("two_firms")
        self.distinct_button.clicked.connect(self.judge_distinct)
        self.merge_button = QPushButton()
        self.merge_button.setObjectName("merge_partners")
        self.merge_button.setProperty("primary", True)
        self.merge_button.clicked.connect(self.merge)
        close_button = QPushButton(close)
        close_button.setObjectName("close_review")
        close_button.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.distinct_button)
        row.addStretch(1)
        row.addWidget(self.merge_button)
        row.addWidget(close_button)
        for button in (self.distinct_button, self.merge_button, close_button):
            button.setAutoDefault(False)
        return row

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to look when the dialog is first shown."""
        super().showEvent(event)
        if not self._looked:
            self._looked = True
            self.look()

    def look(self) -> None:
        """Look for pairs in the whole directory."""
        self._pages.setCurrentWidget(self._waiting)
        self.run(
            _("Looking for possible duplicates"),
            lambda desk, report: desk.duplicates.suspected_pairs(report),
            lambda pairs: self._show_pairs(pairs, 0),
        )

    def stopped(self) -> None:
        """Offer to look again; what cannot be judged any more is left out."""
        if self._pages.currentWidget() is self._waiting:
            self._pages.setCurrentWidget(self._unfinished)
            return
        keys = [key for pair in self.model.pairs for key in (pair.one.key, pair.other.key)]
        there = {each.key for each in self.desk.directory.partners(keys) if each.deleted_at is None}
        pairs = [pair for pair in self.model.pairs if {pair.one.key, pair.other.key} <= there]
        self._show_pairs(pairs, self.list.currentIndex().row())

    def _show_pairs(self, pairs: list[Pair], row: int) -> None:
        self.model.show_pairs(pairs)
        self._pages.setCurrentWidget(self._splitter if pairs else self.empty)
        text = ngettext("{count} pair to look at", "{count} pairs to look at", len(pairs))
        if len(pairs) == MOST_PAIRS:
            text = _("The {count} likeliest pairs")
        self._count.setText(text.format(count=len(pairs)))
        self._count.setVisible(bool(pairs))
        if pairs:
            index = self.model.index(min(row, len(pairs) - 1), 0)
            self.list.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_possible()

    def _current(self) -> Pair | None:
        row = self.list.currentIndex().row()
        return self.model.pairs[row] if 0 <= row < len(self.model.pairs) else None

    def _show_pair(self) -> None:
        pair = self._current()
        if pair is not None:
            partners = {
                each.key: each for each in self.desk.directory.partners([pair.one.key, pair.other.key])
            }
            one = partners.get(pair.one.key, pair.one)
            other = partners.get(pair.other.key, pair.other)
            self._reason.setText(sentence(pair.reasons))
            self.comparison.show_pair(one, other)
            self._order_controls()
        self._show_possible()

    def _order_controls(self) -> None:
        # New widgets come last in the tab order; these stand between the list and the buttons.
        before: QWidget = self.list
        for control in (*self.comparison.controls(), self.distinct_button, self.merge_button):
            QWidget.setTabOrder(before, control)
            before = control

    def _show_possible(self) -> None:
        has_pair = self._current() is not None
        self.distinct_button.setVisible(has_pair)
        self.merge_button.setVisible(has_pair)
        if has_pair:
            self._name_merge()

    def _name_merge(self) -> None:
        text = _("Merge {gone} into {kept}").format(
            gone=self._short(self.comparison.gone), kept=self._short(self.comparison.kept)
        )
        self.merge_button.setText(with_mnemonics([text], self._taken)[0])

    def _short(self, partner: Partner) -> str:
        metrics = self.merge_button.fontMetrics()
        return metrics.elidedText(" ".join(partner.name.split()), Qt.TextElideMode.ElideRight, _NAME_WIDTH)

    def judge_distinct(self) -> None:
        """Remember that the pair shown is two firms, and go on to the next."""
        pair = self._current()
        if pair is None:
            return
        one, other = pair.one, pair.other
        self.run(
            _("Saving"),
            lambda desk, report: desk.duplicates.judge_distinct(one.key, other.key, report),
            lambda _done: self._after(
                [each for each in self.model.pairs if each is not pair],
                _("{one} and {other} stay two firms").format(one=one.name, other=other.name),
            ),
        )

    def merge(self) -> None:
        """Merge the pair shown as chosen, and go on to the next."""
        if self._current() is None:
            return
        kept, gone, choices = self.comparison.kept, self.comparison.gone, self.comparison.choices()
        self.run(
            _("Merging"),
            lambda desk, report: desk.merging.merge(kept.key, gone.key, choices, report),
            lambda merged: self._after_merge(merged, kept, gone),
        )

    def _after_merge(self, merged: PartnerFile, kept: Partner, gone: Partner) -> None:
        pairs: dict[tuple[int, int], Pair] = {}
        for pair in self.model.pairs:
            one, other = (
                merged.partner if each.key in (gone.key, merged.partner.key) else each
                for each in (pair.one, pair.other)
            )
            if one.key != other.key:
                pairs.setdefault(
                    (min(one.key, other.key), max(one.key, other.key)), replace(pair, one=one, other=other)
                )
        self._after(
            list(pairs.values()),
            _("{gone} merged into {kept}").format(gone=gone.name, kept=kept.name),
        )

    def _after(self, pairs: list[Pair], message: str) -> None:
        self._before = list(self.model.pairs)
        self._show_pairs(pairs, self.list.currentIndex().row())
        self.toast.tell(message, undoable=True)

    def undone(self) -> None:
        """Show the pair again whose judgement was taken back."""
        now = self.model.pairs
        row = next((at for at, pair in enumerate(self._before) if pair not in now), 0)
        self._show_pairs(self._before, row)
