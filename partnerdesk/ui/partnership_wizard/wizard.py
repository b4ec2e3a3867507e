"""The way from a partner to a saved partnership, page by page; also changes a stored one."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget, QWizard

from partnerdesk.domain.partner import Partner
from partnerdesk.domain.partnership import Partnership
from partnerdesk.domain.partnership_type import PartnershipType
from partnerdesk.language.interface import _
from partnerdesk.services.agreement_summary import SummaryPart, summarise
from partnerdesk.services.catalogue import Catalogue
from partnerdesk.services.directory import Directory
from partnerdesk.services.partnerships import Agreement, Partnerships
from partnerdesk.services.problems import InvalidInput, Problem
from partnerdesk.ui.partnership_wizard.button_texts import button_texts
from partnerdesk.ui.partnership_wizard.flow import Answers, Page, steps
from partnerdesk.ui.partnership_wizard.governance_page import GovernancePage
from partnerdesk.ui.partnership_wizard.partner_page import PartnerPage
from partnerdesk.ui.partnership_wizard.promises_page import PromisesPage
from partnerdesk.ui.partnership_wizard.step import Step
from partnerdesk.ui.partnership_wizard.summary_page import SummaryPage
from partnerdesk.ui.partnership_wizard.summary_view import caution_part
from partnerdesk.ui.partnership_wizard.terms_page import TermsPage
from partnerdesk.ui.partnership_wizard.type_page import TypePage
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.widgets.window_size import resize_on_screen

_WIDTH, _HEIGHT = 940, 700


class PartnershipWizard(QWizard):
    """Makes a new partnership, or changes ``agreement``, whose partner and type are then fixed."""

    #: The key of the partnership that was saved.
    saved = Signal(int)

    def __init__(
        self,
        directory: Directory,
        partnerships: Partnerships,
        catalogue: Catalogue,
        theme: Theme,
        partner_id: int | None = None,
        agreement: Agreement | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("partnership_wizard")
        self._partnerships = partnerships
        self._stored = agreement
        self._answers = Answers(editing=agreement is not None)
        self.partner_page = PartnerPage(self._known, directory, theme)
        self.type_page = TypePage(self._known, tuple(catalogue.types.values()), theme)
        self.terms_page = TermsPage(self._known, self.type_page.chosen)
        self.promises_page = PromisesPage(
            self._known, self.type_page.chosen, self.terms_page.first_day, theme
        )
        self.governance_page = GovernancePage(self._known, self.type_page.chosen)
        self.summary_page = SummaryPage(self._known, self._described)
        self._dress()
        if agreement is not None:
            self._load(agreement, directory.partner(agreement.partnership.partner_id))
        elif partner_id is not None:
            self.partner_page.choose(directory.partner(partner_id))
        self._before = self._snapshot()

    def _dress(self) -> None:
        self.setWizardStyle(QWizard.WizardStyle.ClassicStyle)
        self.setOption(QWizard.WizardOption.NoBackButtonOnStartPage)
        self.setWindowTitle(
            _("New partnership")
            if self._stored is None
            else self._partnerships.title(self._stored.partnership)
        )
        for button, text in button_texts().items():
            self.setButtonText(button, text)
        for page in self._pages():
            self.setPage(page.page, page)
            # Whoever changes one thing may save it where it stands.
            page.setFinalPage(self._answers.editing)
        self.setStartId(steps(self._answers)[0])
        self.currentIdChanged.connect(self._enter)
        resize_on_screen(self, _WIDTH, _HEIGHT)

    def _load(self, agreement: Agreement, partner: Partner) -> None:
        self.partner_page.choose(partner)
        self.type_page.choose(agreement.partnership.type_key)
        self.terms_page.load(agreement.partnership, self._kind())
        self.promises_page.load(agreement.obligations)
        self.governance_page.load(agreement.partnership)
        self.summary_page.load(agreement.partnership)

    def propose(self, type_key: str) -> None:
        """Choose a type beforehand, which is no entry of the user's to lose."""
        self.type_page.choose(type_key)
        self._before = self._snapshot()

    def accept(self) -> None:
        """Save; whatever stands against it is shown where it can be mended, and nothing is lost."""
        for page in self._pages():
            if not page.check():
                self._go_to(page.page)
                page.check()
                return
        try:
            stored = self._partnerships.save(self._agreement())
        except InvalidInput as invalid:
            self._show_faults(invalid)
        except Problem as problem:
            self._go_to(Page.SUMMARY)
            self.summary_page.show_problem(str(problem))
        else:
            super().accept()
            self.saved.emit(stored.partnership.key)

    def reject(self) -> None:
        """Close at once when nothing was entered, otherwise ask first."""
        if self._snapshot() == self._before:
            super().reject()
            return
        question = QMessageBox(self)
        question.setObjectName("discard_question")
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.setIcon(QMessageBox.Icon.Question)
        question.setTextFormat(Qt.TextFormat.PlainText)
        question.setWindowTitle(self.windowTitle())
        question.setText(self._question())
        question.setInformativeText(self._what_is_lost())
        discard = question.addButton(_("Discard"), QMessageBox.ButtonRole.DestructiveRole)
        discard.setObjectName("discard")
        keep = question.addButton(_("Keep editing"), QMessageBox.ButtonRole.RejectRole)
        keep.setObjectName("keep_editing")
        question.setDefaultButton(keep)
        discard.clicked.connect(self._discard)
        question.open()

    def _discard(self) -> None:
        super().reject()

    def _question(self) -> str:
        if self._answers.editing:
            return _("Discard your changes to this partnership?")
        return _("Discard this partnership?")

    def _what_is_lost(self) -> str:
        if self.partner_page.added:
            return _("What you entered here is lost. The partner that you added stays in the directory.")
        return _("What you entered here is lost.")

    def _known(self) -> Answers:
        return self._answers

    def _pages(self) -> tuple[Step, ...]:
        return (
            self.partner_page,
            self.type_page,
            self.terms_page,
            self.promises_page,
            self.governance_page,
            self.summary_page,
        )

    def _enter(self, page_id: int) -> None:
        page = self.page(page_id)
        if isinstance(page, Step):
            page.enter()

    def _snapshot(self) -> tuple[object, ...]:
        return tuple(page.snapshot() for page in self._pages())

    def _kind(self) -> PartnershipType:
        kind = self.type_page.chosen()
        if kind is None:
            raise ValueError("no type is chosen yet")
        return kind

    def _partner(self) -> Partner:
        if self.partner_page.partner is None:
            raise ValueError("no partner is chosen yet")
        return self.partner_page.partner

    def _agreement(self) -> Agreement:
        kind, partner = self._kind(), self._partner()
        values = self.terms_page.values() | self.governance_page.values() | self.summary_page.values()
        if self._stored is None:
            partnership = Partnership(partner_id=partner.key, type_key=kind.key, **values)
        else:
            known = {field.key for field in kind.terms}
            stored = self._stored.partnership
            # Terms that the type no longer asks for are kept as they were.
            values["terms"] |= {key: value for key, value in stored.terms.items() if key not in known}
            partnership = replace(stored, **values)
        return Agreement(partnership, self.promises_page.obligations())

    def _described(self) -> tuple[SummaryPart, ...]:
        if self.partner_page.partner is None or self.type_page.chosen() is None:
            return ()
        kind = self._kind()
        return (*summarise(self._agreement(), self._partner(), kind), caution_part(kind.cautions))

    def _go_to(self, page: Page) -> None:
        while self.currentId() > page and self.visitedIds()[0] != self.currentId():
            self.back()
        while self.currentId() < page and self.currentPage().validatePage():
            self.next()

    def _show_faults(self, invalid: InvalidInput) -> None:
        faults = invalid.faults
        if any(key.startswith("terms.") or key == "ends_on" for key in faults):
            self._go_to(Page.TERMS)
            self.terms_page.show_faults(faults)
        elif any(key.startswith("obligation.") for key in faults):
            self._go_to(Page.PROMISES)
            self.promises_page.show_faults(faults)
        else:
            self._go_to(Page.SUMMARY)
            self.summary_page.show_faults(faults)
            unplaced = [text for key, text in faults.items() if key != "refusal_reason"]
            self.summary_page.show_problem("\n".join(unplaced))
