"""The button from which saved filters are used, kept, renamed and deleted."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from partnerdesk.domain.partner_filter import PartnerFilter
from partnerdesk.language.interface import _
from partnerdesk.services.saved_filters import SavedFilters
from partnerdesk.ui.tabs.partners.saved_filter_dialogs import SavedFiltersDialog, SaveFilterDialog


class SavedFiltersButton(QPushButton):
    """Opens a menu of saved filters; ``where`` says which conditions are in force.

    The dialogs open over ``owner``.
    """

    #: A saved filter was chosen.
    chosen = Signal(object)
    #: A short message for the user.
    told = Signal(str)

    def __init__(self, filters: SavedFilters, where: Callable[[], PartnerFilter], owner: QWidget) -> None:
        # Without a mnemonic, as the letters belong to the form and the details beside the list.
        super().__init__(_("Saved"))
        self.setObjectName("saved_button")
        self.setAccessibleName(_("Saved filters"))
        self._filters = filters
        self._where = where
        self._owner = owner
        self.saved_menu = QMenu(self)
        self.saved_menu.setObjectName("saved_filters_menu")
        self.saved_menu.aboutToShow.connect(self._fill_menu)
        self.setMenu(self.saved_menu)

    def _fill_menu(self) -> None:
        menu = self.saved_menu
        menu.clear()
        saved_filters = self._filters.all()
        for saved in saved_filters:
            action = menu.addAction(saved.name.replace("&", "&&"))
            where = PartnerFilter.from_criteria(saved.criteria)
            action.triggered.connect(lambda _checked=False, chosen=where: self.chosen.emit(chosen))
        if not saved_filters:
            menu.addAction(_("No filter is saved yet")).setEnabled(False)
        menu.addSeparator()
        save = menu.addAction(_("Save this filter…"))
        save.setObjectName("save_this_filter")
        save.setEnabled(not self._where().is_empty)
        save.triggered.connect(self.save_filter)
        edit = menu.addAction(_("Rename or delete…"))
        edit.setObjectName("edit_saved_filters")
        edit.setEnabled(bool(saved_filters))
        edit.triggered.connect(self.edit_saved_filters)

    def save_filter(self) -> None:
        """Ask for the name under which the conditions are kept."""
        dialog = SaveFilterDialog(self._filters, self._where(), self._owner)
        dialog.saved.connect(lambda name: self.told.emit(_("Filter {name} saved").format(name=name)))
        dialog.open()

    def edit_saved_filters(self) -> None:
        """Open the list of saved filters to rename or delete them."""
        SavedFiltersDialog(self._filters, self._owner).open()
