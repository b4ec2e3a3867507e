"""All that happened with one partner, and a bar to write down more."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from partnerdesk.domain.approach import Approach
from partnerdesk.domain.attachment import Attachment
from partnerdesk.domain.partner import HistoryEntry, HistoryKind, Partner
from partnerdesk.language.interface import _
from partnerdesk.services.approaches import Approaches
from partnerdesk.services.history import History
from partnerdesk.services.problems import Problem
from partnerdesk.services.timeline import Timeline, TimelineItem, TimelineKind, timeline_kind_label
from partnerdesk.ui.dialogs.approach import ApproachDialog
from partnerdesk.ui.dialogs.history_entry import HistoryEntryDialog
from partnerdesk.ui.dialogs.message import tell_problem
from partnerdesk.ui.tabs.partners.entry_bar import EntryBar, EntryDraft
from partnerdesk.ui.tabs.partners.timeline_list import TimelineList
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.widgets.choice_box import ChoiceBox

_PAGE = 50


class TimelinePage(QWidget):
    """Newest first, narrowed by kind; what was written by hand can be changed and deleted."""

    partnership_shown = Signal(int)
    file_asked = Signal(object)
    #: A short message; the latest change can be taken back.
    undoable_done = Signal(str)

    def __init__(
        self,
        timeline: Timeline,
        history: History,
        approaches: Approaches,
        theme: Theme,
        clock: Callable[[], date],
    ) -> None:
        super().__init__()
        self._timeline = timeline
        self._history = history
        self._approaches = approaches
        self._theme = theme
        self._clock = clock
        self._partner: Partner | None = None
        self._drafts: dict[int, EntryDraft] = {}
        self._shown = _PAGE
        self.entry = EntryBar(clock)
        self.entry.entered.connect(self._add)
        self.filter = ChoiceBox("timeline_filter")
        self.filter.setAccessibleName(_("Show"))
        everything: list[tuple[str, str]] = [(_("Everything"), "")]
        kinds = [(timeline_kind_label(kind), kind.value) for kind in TimelineKind]
        self.filter.fill(everything + kinds)
        self.filter.currentIndexChanged.connect(self._begin_list)
        self.list = TimelineList(self._buttons)
        self.list.more_asked.connect(self._show_more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 8, 0, 0)
        layout.addWidget(self.entry)
        layout.addWidget(self.filter, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.list, 1)

    def show_partner(self, partner: Partner) -> None:
        """Show what happened with a partner; what was typed for another waits until that one is back."""
        before, self._partner = self._partner, partner
        if before is None or before.key != partner.key:
            if before is not None and not self.entry.draft().is_empty:
                self._drafts[before.key] = self.entry.draft()
            self.entry.begin(self._drafts.pop(partner.key, None))
            self._begin_list()
        else:
            self._fill()

    def drafts(self) -> dict[int, EntryDraft]:
        """What was typed and is not added, by the partner's key."""
        drafts = dict(self._drafts)
        if self._partner is not None and not self.entry.draft().is_empty:
            drafts[self._partner.key] = self.entry.draft()
        return drafts

    def add_drafts(self) -> int:
        """Add all that was typed as one change; the key of a partner whose entry cannot be read, else 0.

        Raises ``Problem``. Nothing is added where one of them cannot be.
        """
        entries = []
        for key, draft in self.drafts().items():
            try:
                kind, text, day = draft.read(self._clock())
            except ValueError:
                return key
            entries.append((key, text, kind, day))
        self._history.add_all(entries)
        self._drafts.clear()
        self.entry.begin()
        return 0

    def continue_from(self, other: "TimelinePage") -> None:
        """Take over what was typed in another page of the same directory."""
        self._drafts = other.drafts()
        if self._partner is not None:
            self.entry.begin(self._drafts.pop(self._partner.key, None))

    def _begin_list(self) -> None:
        self._shown = _PAGE
        self._fill()
        self.list.verticalScrollBar().setValue(0)

    def _fill(self) -> None:
        if self._partner is None:
            return
        chosen = self.filter.currentData()
        kinds = {TimelineKind(chosen)} if chosen else None
        # One more than is shown, to know whether there are more.
        items = self._timeline.of_partner(self._partner.key, kinds, self._shown + 1)
        self.list.show_items(
            items[: self._shown], has_more=len(items) > self._shown, nothing=_nothing(bool(chosen))
        )

    def _show_more(self) -> None:
        first_new = len(self.list.cards)
        self._shown += _PAGE
        self._fill()
        self.list.focus_from(first_new)

    def _buttons(self, item: TimelineItem) -> list[QToolButton]:
        record = item.record
        what = " ".join(item.text.split())[:60]
        edit_name = _("Change “{what}”").format(what=what)
        delete_name = _("Delete “{what}”").format(what=what)
        if isinstance(record, Approach):
            return [
                self._button("edit", "edit_item", edit_name, lambda: self._edit_approach(record)),
                self._button("delete", "delete_item", delete_name, lambda: self._delete_approach(record)),
            ]
        if isinstance(record, HistoryEntry) and item.is_written:
            return [
                self._button("edit", "edit_item", edit_name, lambda: self._edit_entry(record)),
                self._button("delete", "delete_item", delete_name, lambda: self._delete_entry(record)),
            ]
        show_name = _("Show “{what}”").format(what=what)
        if isinstance(record, Attachment):
            return [self._button("open", "show_item", show_name, lambda: self.file_asked.emit(record))]
        partnership = item.partnership_id
        if partnership is None:
            return []
        show = self._button(
            "partnerships", "show_item", show_name, lambda: self.partnership_shown.emit(partnership)
        )
        return [show]

    def _button(self, icon: str, name: str, text: str, run: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setIcon(self._theme.icon(icon))
        button.setAccessibleName(text)
        button.setToolTip(_tooltip(name))
        button.clicked.connect(lambda: run())
        return button

    def _add(self, kind: HistoryKind, text: str, day: date) -> None:
        if self._partner is None:
            return
        try:
            self._history.add(self._partner.key, text, kind, day)
        except Problem as problem:
            self.entry.show_fault(str(problem))
            return
        self.entry.begin()
        self.entry.text.setFocus()

    def _edit_entry(self, entry: HistoryEntry) -> None:
        HistoryEntryDialog(self._history, entry, self).open()

    def _edit_approach(self, approach: Approach) -> None:
        if self._partner is None:
            return
        dialog = ApproachDialog(self._approaches, self._partner, self._clock(), self, approach)
        dialog.recorded.connect(self.undoable_done)
        dialog.open()

    def _delete_entry(self, entry: HistoryEntry) -> None:
        self._delete(lambda: self._history.remove(entry), _("Entry deleted"))

    def _delete_approach(self, approach: Approach) -> None:
        self._delete(lambda: self._approaches.delete(approach.key), _("Attempt deleted"))

    def _delete(self, remove: Callable[[], object], said: str) -> None:
        try:
            remove()
        except Problem as problem:
            tell_problem(self, str(problem))
            return
        self.undoable_done.emit(said)


def _tooltip(name: str) -> str:
    return {"edit_item": _("Change"), "delete_item": _("Delete"), "show_item": _("Show")}[name]


def _nothing(narrowed: bool) -> str:
    if narrowed:
        return _("Nothing of this kind.")
    return _("Nothing yet. Notes, calls, letters, attempts and files are listed here.")
