"""The heading of the list of partners: columns shown, moved and sized, and the order chosen by a click."""

from PySide6.QtCore import QItemSelectionModel, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QTableView

from partnerdesk.domain.partner_filter import OrderBy, PartnerOrder
from partnerdesk.language.interface import _
from partnerdesk.ui.tabs.partners.column_layout import ListLayout, ShownColumn
from partnerdesk.ui.tabs.partners.table_model import PartnerTableModel

_QUIET_MS = 300


class TableColumns(QObject):
    """Keeps the table's heading and a :class:`ListLayout` alike."""

    #: Columns were moved, sized, shown or hidden.
    changed = Signal()
    order_chosen = Signal(PartnerOrder)
    #: A heading was clicked that the list cannot be ordered by.
    order_refused = Signal()
    dialog_asked = Signal()

    def __init__(self, table: QTableView, model: PartnerTableModel, layout: ListLayout) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
        self._layout = layout
        header = table.horizontalHeader()
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setStretchLastSection(True)
        header.setMinimumSectionSize(40)
        # A heading asks for its own look whether each of its rows is chosen, one by one: a second at 100,000.
        header.setSelectionModel(QItemSelectionModel(model, header))
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._open_menu)
        header.sectionClicked.connect(self._click)
        # A drag sends many; the settings file is written when it has come to rest.
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self.changed)
        header.sectionMoved.connect(self._note)
        header.sectionResized.connect(self._note)
        self.show_layout(layout)

    def layout_now(self) -> ListLayout:
        """The layout as the heading shows it."""
        header = self._table.horizontalHeader()
        known = {column.key: column for column in self._layout.columns}
        shown: list[ShownColumn] = []
        places = [header.logicalIndex(place) for place in range(header.count())]
        visible = [place for place in places if not header.isSectionHidden(place)]
        for place in places:
            key = self._model.columns[place].key
            # The last one is stretched to the edge; its own width is what it was before.
            keeps = header.isSectionHidden(place) or place == visible[-1]
            width = known[key].width if keeps and key in known else header.sectionSize(place)
            shown.append(ShownColumn(key, place in visible, width))
        there = {column.key for column in shown}
        gone = [column for column in self._layout.columns if column.key not in there]
        return ListLayout((*shown, *gone), self._layout.order)

    def show_layout(self, layout: ListLayout) -> None:
        """Show columns and order as they are in a layout."""
        self._layout = layout.for_columns(self._model.columns)
        header = self._table.horizontalHeader()
        was_blocked = header.blockSignals(True)
        place = 0
        for column in self._layout.columns:
            logical = self._model.column_of(column.key)
            if logical < 0:
                continue
            header.moveSection(header.visualIndex(logical), place)
            header.setSectionHidden(logical, False)
            header.resizeSection(logical, column.width)
            header.setSectionHidden(logical, not column.visible)
            place += 1
        header.blockSignals(was_blocked)
        self._show_order()
        # With its signals blocked the heading has told the table nothing of its new widths.
        self._table.doItemsLayout()
        header.viewport().update()

    def read_anew(self) -> None:
        """Take in columns that came or went."""
        layout = self.layout_now() if self._table.horizontalHeader().count() else self._layout
        if self._model.read_columns():
            self.show_layout(layout)

    @property
    def order(self) -> PartnerOrder:
        """What the list is ordered by."""
        return self._layout.order

    def choose_order(self, order: PartnerOrder) -> None:
        """Show another order and ask for it."""
        self._layout = ListLayout(self.layout_now().columns, order)
        self._show_order()
        self.changed.emit()
        self.order_chosen.emit(order)

    def _show_order(self) -> None:
        order = self._layout.order
        at = next((at for at, column in enumerate(self._model.columns) if column.order is order.by), -1)
        direction = Qt.SortOrder.DescendingOrder if order.descending else Qt.SortOrder.AscendingOrder
        self._table.horizontalHeader().setSortIndicator(at, direction)

    def _click(self, section: int) -> None:
        by = self._model.columns[section].order
        if by is None:
            # Qt has moved the arrow already.
            self._show_order()
            self.order_refused.emit()
            return
        self.choose_order(next_order(self._layout.order, by))

    def _note(self) -> None:
        self._quiet.start()

    def _open_menu(self, place: QPoint) -> None:
        header = self._table.horizontalHeader()
        menu = self.make_menu(header.logicalIndexAt(place))
        menu.popup(header.mapToGlobal(place))

    def make_menu(self, section: int) -> QMenu:
        """What can be done with the column ``section`` and with all of them."""
        header = self._table.horizontalHeader()
        menu = QMenu(header)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setObjectName("column_menu")
        column = self._model.columns[section] if section >= 0 else None
        if column is not None and column.order is not None:
            by = column.order
            self._add(menu, _("Order by this column"), lambda: self.choose_order(PartnerOrder(by)))
            self._add(menu, _("The other way round"), lambda: self.choose_order(PartnerOrder(by, True)))
        if column is not None and column.key != "name":
            self._add(menu, _("Hide this column"), lambda: self.show_column(column.key, visible=False))
        menu.addSeparator()
        for each in self._layout.for_columns(self._model.columns).columns:
            at = self._model.column_of(each.key)
            if at < 0 or each.key == "name":
                continue
            action = self._add(menu, self._model.columns[at].heading.replace("&", "&&"), None)
            action.setCheckable(True)
            action.setChecked(not header.isSectionHidden(at))
            action.toggled.connect(lambda visible, key=each.key: self.show_column(key, visible=visible))
        menu.addSeparator()
        self._add(menu, _("Columns…"), self.dialog_asked.emit)
        return menu

    def _add(self, menu: QMenu, text: str, run: object) -> QAction:
        action = menu.addAction(text)
        if callable(run):
            action.triggered.connect(lambda: run())
        return action

    def show_column(self, key: str, *, visible: bool) -> None:
        """Show or hide one column."""
        at = self._model.column_of(key)
        header = self._table.horizontalHeader()
        self._layout = self.layout_now()
        header.setSectionHidden(at, not visible)
        self.changed.emit()


def next_order(order: PartnerOrder, by: OrderBy) -> PartnerOrder:
    """The order that a click on a heading asks for: by it, and the other way round at the second click.

    The day of the last contact begins with those longest forgotten, which is what the list is for.
    """
    return PartnerOrder(by, order.by is by and not order.descending)
