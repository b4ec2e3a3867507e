"""What can be done with all chosen partners at once, for menus and buttons alike."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QMenu, QWidget

from partnerdesk.domain.partner import Partner, Stage
from partnerdesk.language.interface import _, ngettext
from partnerdesk.language.labels import stage_label
from partnerdesk.services.bulk import (
    BulkChange,
    add_tags,
    move_to_bin,
    remove_tags,
    set_key_client,
    set_responsible,
    set_stage,
)
from partnerdesk.services.desk import Desk
from partnerdesk.services.problems import InvalidInput, known_problem
from partnerdesk.ui.dialogs.message import tell_problem
from partnerdesk.ui.tabs.partners.bulk_dialog import BulkDialog, choosing_box, typing_box
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.widgets.labels import with_mnemonics

#: More partners than this are changed outside the window's thread (measured: about 1 ms each).
AT_ONCE = 50


class BulkActions(QObject):
    """Actions on the partners that ``chosen`` gives at the moment; each change is one step for undo."""

    #: Keys of partners to export; keys of partners to write letters to.
    export_asked = Signal(list)
    letters_asked = Signal(list)
    #: ``work(desk, report)``, what it is called, and ``done(outcome)``: to be done in the worker's thread.
    work_asked = Signal(object, str, object)
    #: What was done, with a way back; what was not to be done.
    undoable_done = Signal(str)
    told = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, chosen: Callable[[], list[int]], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme
        self._chosen = chosen
        self._widget = parent
        self.actions = self._make_actions()

    def _make_actions(self) -> tuple[QAction, ...]:
        plan = (
            ("bulk_add_tag", "", _("Add tag…"), self.add_tag),
            ("bulk_remove_tag", "", _("Remove tag…"), self.remove_tag),
            ("bulk_stage", "", _("Set stage…"), self.set_stage),
            ("bulk_responsible", "", _("Set who is responsible…"), self.set_responsible),
            ("bulk_key_client", "", _("Set key client…"), self.set_key_client),
            ("bulk_export", "export", _("Export…"), partial(self._emit, self.export_asked)),
            ("bulk_letters", "letters", _("Write letters…"), partial(self._emit, self.letters_asked)),
            ("bulk_delete", "delete", _("Delete"), self.delete),
        )
        actions = []
        for (name, icon, _label, run), text in zip(
            plan, with_mnemonics([entry[2] for entry in plan]), strict=True
        ):
            action = QAction(text, self)
            action.setObjectName(name)
            if icon:
                action.setIcon(self._theme.icon(icon))
            action.triggered.connect(lambda _checked=False, run=run: run())
            actions.append(action)
        return tuple(actions)

    def make_menu(self, title: str, parent: QWidget) -> QMenu:
        """A menu of all actions, which are enabled while anything is chosen."""
        menu = QMenu(title, parent)
        menu.setObjectName("bulk_menu")
        menu.addActions(self.actions[:5])
        menu.addSeparator()
        menu.addActions(self.actions[5:])
        menu.aboutToShow.connect(self.freshen)
        # Their keys are those of the menu; while it is closed nothing must be switched off for good.
        menu.aboutToHide.connect(lambda: self._enable(True))
        return menu

    def freshen(self) -> None:
        """Enable the actions while anything is chosen."""
        self._enable(bool(self._chosen()))

    def _enable(self, enabled: bool) -> None:
        for action in self.actions:
            action.setEnabled(enabled)

    def _emit(self, signal: Any) -> None:
        keys = self._chosen()
        if keys:
            signal.emit(keys)

    def add_tag(self) -> None:
        """Ask for a tag to be added."""
        box = typing_box("bulk_tag", self._desk.listing.tags())
        self._ask("add_tag_dialog", _("Tag"), _("Add tag"), box, add_tags)

    def remove_tag(self) -> None:
        """Ask for a tag to be taken away."""
        box = choosing_box("bulk_tag", [(tag, tag) for tag in self._desk.listing.tags()])
        if not box.count():
            self.told.emit(_("No partner has a tag yet."))
            return
        self._ask("remove_tag_dialog", _("Tag"), _("Remove tag"), box, remove_tags)

    def set_stage(self) -> None:
        """Ask for a stage."""
        box = choosing_box("bulk_stage_box", [(stage_label(stage), stage.value) for stage in Stage])
        self._ask("stage_dialog", _("Stage"), _("Set stage"), box, lambda key: set_stage(Stage(key)))

    def set_responsible(self) -> None:
        """Ask who looks after the partners."""
        nobody = _("nobody")
        box = typing_box("bulk_person", [*self._desk.listing.responsible(), nobody])

        def chosen(name: str) -> BulkChange:
            # Enter in the empty field must not take everybody's away.
            if not name.strip():
                raise InvalidInput({"": _("Enter a name, or choose “{nobody}”.").format(nobody=nobody)})
            return set_responsible("" if name == nobody else name)

        self._ask("responsible_dialog", _("Responsible with us"), _("Set"), box, chosen)

    def set_key_client(self) -> None:
        """Ask whether the partners are key clients."""
        box = choosing_box("bulk_flag", [(_("Yes, a key client"), True), (_("No key client"), False)])
        self._ask("key_client_dialog", _("Key client"), _("Set"), box, set_key_client)

    def _ask(
        self, name: str, caption: str, verb: str, box: QComboBox, make: Callable[[Any], BulkChange]
    ) -> None:
        keys = self._chosen()
        if not keys:
            box.deleteLater()
            return
        question = chosen_text(len(keys))
        dialog = BulkDialog(name, question, caption, verb, box, make, self._widget)
        dialog.confirmed.connect(lambda change: self.apply(keys, change))
        dialog.open()

    def delete(self) -> None:
        """Move the chosen partners to the bin; the message offers to undo it."""
        keys = self._chosen()
        if keys:
            self.apply(keys, move_to_bin())

    def apply(self, keys: list[int], change: BulkChange) -> None:
        """Make a change to partners, at once or in the worker's thread, and say what was done."""
        if len(keys) > AT_ONCE:
            self.work_asked.emit(
                lambda desk, report: desk.bulk.apply(keys, change, report),
                change.label_for(len(keys), ""),
                lambda changed: self._say(changed, change),
            )
            return
        try:
            changed = self._desk.bulk.apply(keys, change)
        except Exception as error:
            problem = known_problem(error)
            if problem is None:
                raise
            tell_problem(self._widget, str(problem))
            return
        self._say(changed, change)

    def _say(self, changed: list[Partner], change: BulkChange) -> None:
        if changed:
            self.undoable_done.emit(change.news_for(changed))
        else:
            self.told.emit(_("Nothing to change: it is so already."))


def chosen_text(count: int) -> str:
    """How many partners are chosen."""
    return ngettext("{count} partner chosen", "{count} partners chosen", count).format(count=count)
