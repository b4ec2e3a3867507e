"""The Today tab."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from partnerdesk.domain.partner import Partner
from partnerdesk.domain.partnership import ObligationStatus
from partnerdesk.domain.partnership_type import Side
from partnerdesk.language.formats import short_date
from partnerdesk.language.interface import _, ngettext, screen_language
from partnerdesk.services.approaches import Approaches
from partnerdesk.services.directory import Directory
from partnerdesk.services.partnerships import Partnerships
from partnerdesk.services.timeline import what_happened_last
from partnerdesk.services.today import Task, Today, Urgency
from partnerdesk.ui.dialogs.approach import ApproachDialog
from partnerdesk.ui.tab import Tab
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.widgets.content_scroll import ContentScroll
from partnerdesk.ui.widgets.empty_state import EmptyState
from partnerdesk.ui.widgets.labels import plain_label

#: A longer list takes seconds to draw, and nobody sees to so much in a day.
_MOST_CARDS = 100


class TodayTab(Tab):
    """Overdue promises, those due within a week, firms to ask again, proposals without an answer."""

    watches = frozenset({"partner", "partnership", "obligation", "approach"})
    icon_name = "today"

    #: Show a small believable business to look around in.
    sample_asked = Signal()

    def __init__(
        self,
        today: Today,
        directory: Directory,
        partnerships: Partnerships,
        approaches: Approaches,
        theme: Theme,
        clock: Callable[[], date],
    ) -> None:
        super().__init__()
        self.title = _("Today")
        self._today = today
        self._directory = directory
        self._partnerships = partnerships
        self._approaches = approaches
        self._theme = theme
        self._clock = clock
        self._scroll = ContentScroll("today_scroll")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 4, 8)
        layout.addWidget(self._scroll)
        self.refresh()

    def refresh(self) -> None:
        """Gather anew what needs attention."""
        tasks = self._today.tasks(self._clock())
        if tasks:
            self._scroll.show_content(self._list(tasks))
        elif self._directory.count():
            self._scroll.show_content(self._all_done())
        else:
            self._scroll.show_content(self._beginning())

    def _all_done(self) -> QWidget:
        return EmptyState(
            self._theme.icon("check", self._theme.colours.success),
            _("Nothing is waiting"),
            _("No promise is due within a week, and nobody is to be asked again."),
        )

    def _beginning(self) -> QWidget:
        state = EmptyState(
            self._theme.icon("partnerships"),
            _("Two firms can do more than each alone"),
            _(
                "Add a firm that serves the same people as you, agree on one of 15 kinds of partnership, "
                "and PartnerDesk keeps track of what both sides promised."
            ),
            _("Add your first partner"),
        )
        state.action_asked.connect(lambda: self.partner_asked.emit(0))
        sample = QPushButton(_("Look around in a sample firm"))
        sample.setObjectName("open_sample")
        sample.clicked.connect(self.sample_asked)
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.addStretch(1)
        layout.addWidget(state)
        layout.addWidget(sample, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
        return holder

    def _list(self, tasks: list[Task]) -> QWidget:
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(8)
        counts = Counter(task.urgency for task in tasks)
        for urgency, group in groupby(tasks[:_MOST_CARDS], lambda task: task.urgency):
            layout.addWidget(self._heading(urgency, counts[urgency]))
            for task in group:
                layout.addWidget(self._card(task))
        if len(tasks) > _MOST_CARDS:
            layout.addWidget(self._rest(len(tasks) - _MOST_CARDS))
        layout.addStretch(1)
        return content

    def _heading(self, urgency: Urgency, count: int) -> QLabel:
        text = {
            Urgency.OVERDUE: _("Overdue"),
            Urgency.DUE_SOON: _("Due within a week"),
            Urgency.RETRY: _("Ask again"),
            Urgency.PROPOSED: _("Proposed, no answer yet"),
        }[urgency]
        label = plain_label(f"{text} ({count})", "heading")
        label.setContentsMargins(0, 8, 0, 0)
        return label

    def _rest(self, count: int) -> QLabel:
        text = ngettext("… and {count} more thing", "… and {count} more things", count).format(count=count)
        label = plain_label(text, "muted")
        label.setObjectName("more_tasks")
        return label

    def _card(self, task: Task) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        card.setObjectName("task")
        layout = QHBoxLayout(card)
        layout.setContentsMargins(12, 8, 12, 8)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(plain_label(self._what(task), wrap=True))
        texts.addWidget(plain_label(self._about(task), "muted", wrap=True))
        layout.addLayout(texts, 1)
        if task.day is not None:
            role = "fault" if task.urgency is Urgency.OVERDUE else "muted"
            layout.addWidget(plain_label(short_date(task.day, screen_language()), role))
        for button in self._buttons(task):
            layout.addWidget(button)
        return card

    def _what(self, task: Task) -> str:
        if task.obligation is not None:
            return task.obligation.text
        return self._title(task) or task.partner.name

    def _title(self, task: Task) -> str:
        return self._partnerships.title(task.partnership) if task.partnership is not None else ""

    def _about(self, task: Task) -> str:
        if task.obligation is not None:
            owes = _("We promised") if task.obligation.side is Side.OURS else _("They promised")
            return _joined(owes, task.partner.name, self._title(task), task.obligation.responsible)
        last = what_happened_last(task.approach) if task.approach is not None else ""
        return _joined(task.partner.name if task.partnership is not None else "", last)

    def _buttons(self, task: Task) -> list[QPushButton]:
        show = QPushButton(_("Show"))
        show.setObjectName("show_task")
        show.setAccessibleName(_("Show “{what}”").format(what=self._what(task)))
        show.clicked.connect(lambda: self._show_task(task))
        obligation = task.obligation
        if obligation is not None:
            kept = QPushButton(_("Kept"))
            kept.setObjectName("keep_task")
            kept.setAccessibleName(_("Mark “{what}” as kept").format(what=obligation.text))
            kept.clicked.connect(lambda: self._settle(obligation.key))
            return [kept, show]
        if task.urgency is Urgency.RETRY:
            record = QPushButton(_("Record an attempt…"))
            record.setObjectName("record_attempt")
            record.setAccessibleName(_("Record an attempt: {name}").format(name=task.partner.name))
            record.clicked.connect(lambda: self._record(task.partner))
            return [record, show]
        return [show]

    def _show_task(self, task: Task) -> None:
        if task.partnership is not None:
            self.partnership_shown.emit(task.partnership.key)
        else:
            self.partner_asked.emit(task.partner.key)

    def _settle(self, key: int) -> None:
        settled = self._partnerships.settle(key, ObligationStatus.KEPT, self._clock())
        self.undoable_done.emit(_("Marked as kept: {what}").format(what=settled.text))

    def _record(self, partner: Partner) -> None:
        dialog = ApproachDialog(self._approaches, partner, self._clock(), self)
        dialog.recorded.connect(self.undoable_done)
        dialog.open()


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
