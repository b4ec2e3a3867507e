"""The way from a file to partners in the directory: look, choose, check, import, and back again."""

from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from partnerdesk.domain.partner import Partner
from partnerdesk.language.interface import _, ngettext
from partnerdesk.services.desk import Desk
from partnerdesk.services.exchange.plan import Decision, ImportPlan, own_fields, plan_import
from partnerdesk.services.exchange.run import ImportReport, run_import
from partnerdesk.services.exchange.source import SourceKind, SourceTable
from partnerdesk.services.exchange.targets import guess_mapping, targets
from partnerdesk.ui.desk_work import DeskWork
from partnerdesk.ui.dialogs.message import ask
from partnerdesk.ui.dialogs.partner_import.check_page import CheckPage
from partnerdesk.ui.dialogs.partner_import.columns_page import ColumnsPage
from partnerdesk.ui.dialogs.partner_import.file_page import FilePage
from partnerdesk.ui.dialogs.partner_import.result_page import ResultPage
from partnerdesk.ui.dialogs.partner_import.stage_line import StageLine
from partnerdesk.ui.preferences import Preferences
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.widgets.captions import Captions
from partnerdesk.ui.widgets.labels import letters_of, with_mnemonics
from partnerdesk.ui.widgets.window_size import resize_on_screen
from partnerdesk.ui.work import Worker

_WIDTH, _HEIGHT = 940, 660


class Stage(IntEnum):
    """The pages in their order."""

    FILE = 0
    COLUMNS = 1
    CHECK = 2
    RESULT = 3


class PartnerImport(QDialog):
    """Leads through an import page by page; nothing is stored before the last button is used."""

    other_file_asked = Signal()
    #: What was imported; it is the latest step that can be undone.
    imported = Signal(object)

    def __init__(
        self,
        desk: Desk,
        preferences: Preferences,
        theme: Theme,
        worker: Worker,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("partner_import")
        self.setWindowTitle(_("Import partners"))
        self._desk = desk
        self._preferences = preferences
        #: The table and columns that a plan was asked for, and those of the plan that is shown.
        self._asked: tuple[SourceTable, tuple[str, ...]] | None = None
        self._checked: tuple[SourceTable, tuple[str, ...]] | None = None
        self._chose = False
        self._shown_columns: SourceTable | None = None
        self.report: ImportReport | None = None
        self._button_texts = with_mnemonics([_("Cancel"), _("Back"), _("Next"), _("Close")])
        taken = letters_of(self._button_texts)
        # Of these pages one is seen at a time, so each may use the letters of the others.
        self.file_page = FilePage(worker, Captions(taken))
        self.columns_page = ColumnsPage(theme, Captions(taken))
        check_captions = Captions(taken)
        self.check_page = CheckPage(self._partner, theme, check_captions)
        self.result_page = ResultPage(theme, Captions(taken))
        self._taken_by_check = check_captions.taken
        self._checking = DeskWork(desk, worker, self)
        self._importing = DeskWork(desk, worker, self)
        self._undoing = DeskWork(desk, worker, self)
        self.stages = StageLine((_("File"), _("Columns"), _("Check"), _("Done")))
        self.pages = QStackedWidget()
        for page in (self.file_page, self.columns_page, self.check_page, self.result_page):
            self.pages.addWidget(page)
        self._make_buttons()
        self._lay_out()
        self._connect()
        self._go_to(Stage.FILE)

    def _make_buttons(self) -> None:
        self.cancel_button, self.back_button, self.next_button, self.close_button = map(
            QPushButton, self._button_texts
        )
        self.import_button = QPushButton()
        for button, name, slot in (
            (self.cancel_button, "cancel_import", self.reject),
            (self.back_button, "import_back", self._go_back),
            (self.next_button, "import_next", self._go_on),
            (self.import_button, "run_import", self._import),
            (self.close_button, "close_import", self.accept),
        ):
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(slot)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.cancel_button)
        row.addStretch(1)
        for button in (self.back_button, self.next_button, self.import_button, self.close_button):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(self.stages)
        layout.addWidget(self.pages, 1)
        layout.addLayout(row)
        resize_on_screen(self, _WIDTH, _HEIGHT)

    def _connect(self) -> None:
        self.file_page.other_file_asked.connect(self.other_file_asked)
        self.file_page.changed.connect(self._follow)
        self.columns_page.changed.connect(self._follow)
        self.check_page.changed.connect(self._follow)
        self._checking.done.connect(self._show_plan)
        self._importing.done.connect(self._show_report)
        self._undoing.done.connect(self._show_undone)
        self._undoing.stopped.connect(self._desk.undo.give_up)
        self.result_page.undo_asked.connect(self._take_back)
        self.columns_page.model.chosen.connect(self._note_choice)
        self.check_page.matches_panel.model.decided.connect(self._note_choice)

    def _note_choice(self) -> None:
        self._chose = True

    def open_file(self, path: Path, note: str = "") -> None:
        """Begin with this file; ``note`` is said beside its name."""
        self._go_to(Stage.FILE)
        self.file_page.open(path, note)

    @property
    def stage(self) -> Stage:
        """The page in front."""
        return Stage(self.pages.currentIndex())

    def _partner(self, key: int) -> Partner | None:
        found = self._desk.directory.partners([key])
        return found[0] if found else None

    def _go_to(self, stage: Stage) -> None:
        self.pages.setCurrentIndex(stage)
        ended = stage is Stage.RESULT
        self.cancel_button.setVisible(not ended)
        # Who took an import back may want to change something and do it again.
        can_return = stage in (Stage.COLUMNS, Stage.CHECK) or (ended and self.report is None)
        self.back_button.setVisible(can_return)
        self.next_button.setVisible(stage in (Stage.FILE, Stage.COLUMNS))
        self.import_button.setVisible(stage is Stage.CHECK)
        self.close_button.setVisible(ended)
        self._follow()
        last = {Stage.CHECK: self.import_button, Stage.RESULT: self.close_button}
        button = last.get(stage, self.next_button)
        button.setDefault(True)
        button.setFocus()

    def _needs_columns(self) -> bool:
        table = self.file_page.table
        return table is None or table.kind is not SourceKind.VCARD

    def _follow(self) -> None:
        """Let the buttons say what can be done now."""
        self.stages.show_stage(self.stage, () if self._needs_columns() else (Stage.COLUMNS,))
        table = self.file_page.table
        self.next_button.setEnabled(table is not None)
        waiting = (None, self.cancel_button, self.file_page.other_button)
        if self.stage is Stage.FILE and table is not None and self.focusWidget() in waiting:
            self.next_button.setFocus()
        if self.stage is Stage.CHECK:
            plan = self.check_page.plan
            count = sum(planned.decision is not Decision.SKIP for planned in plan.partners)
            text = ngettext("Import {count} partner", "Import {count} partners", count).format(count=count)
            (marked,) = with_mnemonics([text], self._taken_by_check)
            self.import_button.setText(marked)
            self.import_button.setEnabled(count > 0)
            self.import_button.setAccessibleDescription(self.check_page.reason)

    @property
    def _busy(self) -> bool:
        return any(work.busy for work in (self._checking, self._importing, self._undoing))

    def _go_back(self) -> None:
        if self._busy:
            return
        skips_columns = self.stage is Stage.CHECK and not self._needs_columns()
        self._go_to(Stage.FILE if skips_columns else Stage(self.stage - 1))

    def _go_on(self) -> None:
        table = self.file_page.table
        if table is None or self._busy:
            return
        if self.stage is Stage.FILE and self._needs_columns():
            self._show_columns(table)
            self._go_to(Stage.COLUMNS)
        else:
            self._check(table)

    def _show_columns(self, table: SourceTable) -> None:
        before, self._shown_columns = self._shown_columns, table
        if table is before:
            return
        own = own_fields(self._desk)
        if before is not None and before.path == table.path and before.headings == table.headings:
            # The same columns read in another way: what was chosen for them stays.
            kept: tuple[str, ...] | None = self.columns_page.mapping
        else:
            kept = self._preferences.column_choices(table.headings)
        self.columns_page.show_table(table, targets(own), guess_mapping(table, own), kept)

    def _check(self, table: SourceTable) -> None:
        if self._needs_columns():
            mapping = self.columns_page.mapping
        else:
            mapping = guess_mapping(table, own_fields(self._desk))
        if self._checked is not None and self._checked[0] is table and self._checked[1] == mapping:
            # Decisions that were made for this very plan are kept.
            self._go_to(Stage.CHECK)
            return
        self._asked = (table, mapping)
        self._checking.start(
            lambda desk, report: plan_import(desk, table, mapping, report), _("Checking the file…")
        )

    def _show_plan(self, plan: ImportPlan) -> None:
        if self._asked is None or self._asked[0] is not self.file_page.table:
            # Something was changed in the moment before the progress was shown.
            return
        self._checked = table, mapping = self._asked
        if self._needs_columns():
            self._preferences.remember_column_choices(table.headings, mapping)
        self.check_page.show_plan(plan)
        self._go_to(Stage.CHECK)

    def _import(self) -> None:
        plan, name = self.check_page.plan, self.file_page.name
        if not self._importing.busy:
            self._importing.start(
                lambda desk, report: run_import(desk, plan, name, report), _("Importing partners…")
            )

    def _show_report(self, report: ImportReport) -> None:
        self.report = report
        self.result_page.show_report(report)
        self._go_to(Stage.RESULT)

    def _take_back(self) -> None:
        """Undo the import, which is the latest step: nothing else can be done while this is open."""
        if self.report is not None and not self._undoing.busy:
            step = self._desk.undo.begin_apart()
            self._undoing.start(
                lambda desk, report: self._desk.undo.revert_apart(step, desk.workspace, report),
                _("Undoing the import…"),
            )

    def _show_undone(self) -> None:
        self.report = None
        self.result_page.show_undone()
        self._go_to(Stage.RESULT)

    def accept(self) -> None:
        """Close, and let it be known what was imported and not taken back."""
        if self._undoing.busy:
            return
        report = self.report
        super().accept()
        if report is not None:
            self.imported.emit(report)

    def reject(self) -> None:
        """Close without storing anything more; work under way is to be stopped first."""
        if self._busy:
            return
        if self.stage is Stage.RESULT:
            self.accept()
        elif self._chose:
            question = _("Leave the import? Nothing has been stored; what you chose here is lost.")
            ask(self, question, _("Leave"), self._leave)
        else:
            self._leave()

    def _leave(self) -> None:
        self.file_page.stop()
        super().reject()
