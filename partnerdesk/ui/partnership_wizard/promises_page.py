"""The fourth page: what each side promises, until when, and who sees to it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from partnerdesk.domain.partnership import Obligation
from partnerdesk.domain.partnership_type import PartnershipType, Side
from partnerdesk.language.interface import _
from partnerdesk.language.labels import side_label
from partnerdesk.services.partnerships import default_obligations
from partnerdesk.ui.partnership_wizard.carrying import carried_promises, moved_promises
from partnerdesk.ui.partnership_wizard.flow import Answers, Page
from partnerdesk.ui.partnership_wizard.promise_line import PromiseLine
from partnerdesk.ui.partnership_wizard.step import Step, bring_into_sight, scrolling
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.widgets.labels import plain_label

#: Below this width, in pixels, the two lists stand one below the other.
_SIDE_BY_SIDE = 840


class PromiseList(QWidget):
    """The promises of one side."""

    #: The line that the user added.
    added = Signal(object)

    def __init__(self, side: Side, theme: Theme) -> None:
        super().__init__()
        self.setObjectName(f"promises_{side.value}")
        self.side = side
        self.lines: list[PromiseLine] = []
        self._theme = theme
        self._cards = QVBoxLayout()
        self._cards.setSpacing(8)
        self._none = plain_label(_("Nothing promised yet."), "muted")
        self.add_button = QPushButton(_("Add a promise"))
        self.add_button.setObjectName("add_promise")
        self.add_button.setAccessibleName(f"{side_label(side)}: {self.add_button.text()}")
        self.add_button.clicked.connect(self._add_and_enter)
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(plain_label(side_label(side), "heading"))
        layout.addWidget(self._none)
        layout.addLayout(self._cards)
        layout.addLayout(foot)
        layout.addStretch(1)

    def show_obligations(self, obligations: Sequence[Obligation]) -> None:
        """Show these in place of the ones before."""
        for line in list(self.lines):
            self._remove(line)
        for obligation in obligations:
            self._add(obligation)

    def _add(self, obligation: Obligation) -> PromiseLine:
        line = PromiseLine(obligation, self._theme)
        line.remove_asked.connect(lambda: self._remove_and_stay(line))
        self.lines.append(line)
        self._cards.addWidget(line)
        self._name_lines()
        return line

    def _add_and_enter(self) -> None:
        line = self._add(Obligation(side=self.side, text=""))
        line.text.setFocus()
        self.added.emit(line)

    def _remove_and_stay(self, line: PromiseLine) -> None:
        self._remove(line)
        self.add_button.setFocus()

    def _remove(self, line: PromiseLine) -> None:
        self.lines.remove(line)
        self._cards.removeWidget(line)
        line.hide()
        line.deleteLater()
        self._name_lines()

    def _name_lines(self) -> None:
        self._none.setVisible(not self.lines)
        for number, line in enumerate(self.lines, 1):
            line.name(side_label(self.side), number)


class PromisesPage(Step):
    """A new partnership begins with what its type usually brings, dated from the first day."""

    def __init__(
        self,
        answers: Callable[[], Answers],
        kind: Callable[[], PartnershipType | None],
        first_day: Callable[[], date | None],
        theme: Theme,
    ) -> None:
        super().__init__(
            Page.PROMISES,
            answers,
            _("Promises"),
            _("What each side does by when. Partners forget: a promise with a day can be reminded of."),
        )
        self._kind = kind
        self._first_day = first_day
        self._usual_for: tuple[str, date] | None = None
        self._usual: tuple[Obligation, ...] = ()
        self.lists = {side: PromiseList(side, theme) for side in (Side.OURS, Side.THEIRS)}
        body = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom, body)
        self._columns.setContentsMargins(0, 0, 12, 0)
        self._columns.setSpacing(20)
        for promises in self.lists.values():
            self._columns.addWidget(promises, 1)
            promises.added.connect(self._show_line)
        self.area = scrolling(body, "promises_area")
        self.column.addWidget(self.area, 1)

    def load(self, obligations: Sequence[Obligation]) -> None:
        """Show the stored promises."""
        for side, promises in self.lists.items():
            promises.show_obligations([entry for entry in obligations if entry.side is side])

    def initializePage(self) -> None:
        """Fill in the usual promises for a new partnership; keep what the user changed."""
        kind = self._kind()
        if kind is None or self._answers().editing:
            return
        usual_for = (kind.key, self._first_day() or date.today())
        if usual_for == self._usual_for:
            return
        usual = default_obligations(kind, usual_for[1])
        if self._usual_for is not None and self._usual_for[0] == kind.key:
            # The same promises, only dated anew: keep their identity.
            self.load(moved_promises(self.obligations(), self._usual, usual))
            usual = moved_promises(self._usual, self._usual, usual)
        else:
            self.load(carried_promises(self.obligations(), self._usual, usual))
        self._usual_for, self._usual = usual_for, usual

    def obligations(self) -> tuple[Obligation, ...]:
        """All promises, ours first."""
        return tuple(line.obligation() for line in self._lines())

    def check(self) -> bool:
        """Show what is wrong beneath each line."""
        wrong = [line for line in self._lines() if not line.check()]
        if wrong:
            self._lead_to(wrong[0])
        return not wrong

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Show the service's messages "obligation.number", numbered as :meth:`obligations` has them."""
        for number, line in reversed(list(enumerate(self._lines()))):
            if f"obligation.{number}" in faults:
                line.show_fault(faults[f"obligation.{number}"])
                self._lead_to(line)

    def snapshot(self) -> object:
        """What is typed into each line."""
        return tuple(line.snapshot() for line in self._lines())

    def enter(self) -> None:
        """Begin with the first promise."""
        first = next(iter(self._lines()), None)
        (self.lists[Side.OURS].add_button if first is None else first.text).setFocus()
        self.area.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the lists side by side where there is room."""
        super().resizeEvent(event)
        wide = self.width() >= _SIDE_BY_SIDE
        directions = QBoxLayout.Direction
        self._columns.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    def _lines(self) -> list[PromiseLine]:
        return [line for promises in self.lists.values() for line in promises.lines]

    def _lead_to(self, line: PromiseLine) -> None:
        line.text.setFocus()
        self._show_line(line)

    def _show_line(self, line: PromiseLine) -> None:
        bring_into_sight(self.area, line)
