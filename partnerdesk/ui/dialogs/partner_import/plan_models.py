"""What an import would do, as rows of tables: what is there already, what is new, what is wrong."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from partnerdesk.language.interface import _, ngettext
from partnerdesk.services.exchange.plan import Decision, ImportPlan, PlannedPartner, RowFault
from partnerdesk.ui.dialogs.partner_import.source_text import one_line
from partnerdesk.ui.widgets.labels import plain_tooltip

Index = QModelIndex | QPersistentModelIndex


class PlanTable(QAbstractTableModel):
    """Rows whose texts are made as they are shown."""

    def __init__(self, headings: Sequence[str]) -> None:
        super().__init__()
        self._headings = tuple(headings)

    def texts(self, row: int) -> tuple[str, ...]:
        """The cells of a row."""
        raise NotImplementedError

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The heading of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The text of a cell."""
        text = one_line(self.texts(index.row())[index.column()])
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(text)
        return text if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None


class FaultsModel(PlanTable):
    """What could not be taken as it is, with its line."""

    def __init__(self) -> None:
        super().__init__((_("Line"), _("Column"), _("What is wrong"), _("What becomes of it")))
        self._faults: tuple[RowFault, ...] = ()

    def show(self, faults: Sequence[RowFault]) -> None:
        """Show other faults."""
        self.beginResetModel()
        self._faults = tuple(faults)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many faults there are."""
        return 0 if parent.isValid() else len(self._faults)

    def texts(self, row: int) -> tuple[str, ...]:
        """Line, heading, message, consequence."""
        fault = self._faults[row]
        return (str(fault.line), fault.heading, fault.message, consequence(fault))

    def full_text(self, row: int) -> str:
        """All that is known of a fault, in one sentence after the other."""
        fault = self._faults[row]
        place = _("Line {line}").format(line=fault.line)
        if fault.heading:
            place += f", {one_line(fault.heading)}"
        return f"{place}: {one_line(fault.message)}"


def consequence(fault: RowFault) -> str:
    """What becomes of what is wrong."""
    if fault.kept_in_notes:
        return _("kept in the notes")
    return _("the value is left out") if fault.heading else _("the row is left out")


class PlannedModel(PlanTable):
    """The partners of a file that are not in the directory yet."""

    def __init__(self) -> None:
        super().__init__((_("Line"), _("Name"), _("Town"), _("E-mail"), _("Phone"), _("People")))
        self._partners: tuple[PlannedPartner, ...] = ()

    def show(self, partners: Iterable[PlannedPartner]) -> None:
        """Show other partners."""
        self.beginResetModel()
        self._partners = tuple(partners)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many partners there are."""
        return 0 if parent.isValid() else len(self._partners)

    def texts(self, row: int) -> tuple[str, ...]:
        """Line and what is known."""
        planned = self._partners[row]
        partner = planned.file.partner
        people = ", ".join(f"{one.first_name} {one.surname}".strip() for one in planned.file.contacts)
        return (lines_text(planned), partner.name, partner.city, partner.email, partner.phone, people)


class MatchesModel(PlanTable):
    """The partners of a file that are in the directory already, each with what becomes of it."""

    DECISION = 5
    #: A decision was made by hand.
    decided = Signal()

    def __init__(self) -> None:
        super().__init__(
            (
                _("Line"),
                _("In the file"),
                _("In the directory"),
                _("How it was recognised"),
                _("An update changes"),
                _("What to do"),
            )
        )
        self._plan = ImportPlan((), (), ())
        self._rows: list[int] = []
        #: The rows that a decision made in one of them is made for.
        self.chosen_rows: Callable[[], list[int]] = list

    def show(self, plan: ImportPlan) -> None:
        """Show another plan."""
        self.beginResetModel()
        self._plan = plan
        self._rows = [at for at, planned in enumerate(plan.partners) if planned.match is not None]
        self.endResetModel()

    @property
    def plan(self) -> ImportPlan:
        """The plan with the decisions made here."""
        return self._plan

    def planned(self, row: int) -> PlannedPartner:
        """The partner in a row."""
        return self._plan.partners[self._rows[row]]

    def decide(self, rows: Iterable[int], decision: Decision) -> None:
        """Make a decision for these rows."""
        partners = list(self._plan.partners)
        for row in rows:
            at = self._rows[row]
            partners[at] = replace(partners[at], decision=decision)
        self._plan = replace(self._plan, partners=tuple(partners))
        if self._rows:
            self.dataChanged.emit(
                self.index(0, self.DECISION), self.index(len(self._rows) - 1, self.DECISION)
            )
        self.decided.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many partners are there already."""
        return 0 if parent.isValid() else len(self._rows)

    def texts(self, row: int) -> tuple[str, ...]:
        """What is in the file, what is in the directory, why, and what becomes of it."""
        planned = self.planned(row)
        name, reason = (planned.match.name, planned.match.reason) if planned.match else ("", "")
        changes = ", ".join(planned.changes) or _("nothing")
        decision = decision_text(planned.decision)
        return (lines_text(planned), planned.file.partner.name, name, reason, changes, decision)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The text of a cell, or the decision's key."""
        if role == Qt.ItemDataRole.EditRole:
            return self.planned(index.row()).decision.value
        return super().data(index, role)

    def setData(self, index: Index, value: str, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Make a decision, for all chosen rows if this is one of them."""
        if role != Qt.ItemDataRole.EditRole or index.column() != self.DECISION:
            return False
        chosen = self.chosen_rows()
        rows = chosen if index.row() in chosen else [index.row()]
        if any(self.planned(row).decision != value for row in rows):
            self.decide(rows, Decision(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The decisions can be changed."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == self.DECISION else flags


def decision_text(decision: Decision) -> str:
    """What becomes of a partner, in words."""
    return {
        Decision.SKIP: _("Skip"),
        Decision.UPDATE: _("Update"),
        Decision.ADD: _("Add as new"),
    }[decision]


def lines_text(planned: PlannedPartner) -> str:
    """The lines that a partner came from; the first and how many more where they are many."""
    first, more = planned.lines[:3], len(planned.lines) - 3
    text = ", ".join(map(str, first))
    if more > 0:
        text += " " + ngettext("and {count} more", "and {count} more", more).format(count=more)
    return text
