"""Agreement sheets: one partnership on paper, for both firms to read and sign."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from partnerdesk.domain.partner import Contact, Partner
from partnerdesk.domain.printed_agreement import PrintedAgreement
from partnerdesk.language.agreement_words import agreement_words
from partnerdesk.language.interface import _
from partnerdesk.services.agreement_wording import SheetFacts, worded_agreement
from partnerdesk.services.catalogue import Catalogues
from partnerdesk.services.file_names import letter_file_name, write_new_file
from partnerdesk.services.own_firm import OwnFirmService
from partnerdesk.services.problems import Problem, disk_problem
from partnerdesk.storage.workspace import Workspace


@dataclass(frozen=True, slots=True)
class SheetRequest:
    """Which partnership is to be printed in which language ("pl" or "en"), and the place above it."""

    partnership_id: int
    language: str
    place: str
    written_on: date


class AgreementSheets:
    """Words, prints and exports agreement sheets."""

    def __init__(self, workspace: Workspace, catalogues: Catalogues, resources: Path) -> None:
        self._workspace = workspace
        self._catalogues = catalogues
        self._resources = resources
        self._own_firm = OwnFirmService(workspace)

    def request_for(
        self, partnership_id: int, language: str | None = None, written_on: date | None = None
    ) -> SheetRequest:
        """A sheet in the partner's language unless another is given, with our usual place."""
        firm = self._own_firm.get()
        return SheetRequest(
            partnership_id,
            language or self.partner_of(partnership_id).language,
            firm.place or firm.city,
            written_on or date.today(),
        )

    def partner_of(self, partnership_id: int) -> Partner:
        """The partner of a partnership. Raises ``NotFound``."""
        partnership = self._workspace.partnerships.get(partnership_id)
        return self._workspace.partners.get(partnership.partner_id)

    def print(self, request: SheetRequest) -> PrintedAgreement:
        """The finished sheet with every word decided. Raises ``NotFound``."""
        partnership = self._workspace.partnerships.get(request.partnership_id)
        partner = self._workspace.partners.get(partnership.partner_id)
        firm = self._own_firm.get()
        facts = SheetFacts(
            partnership=partnership,
            obligations=tuple(
                self._workspace.obligations.find("partnership_id = ?", [partnership.key], "position, id")
            ),
            firm=firm,
            partner=partner,
            signatory=self._decision_maker(partner),
            kind=self._catalogues.in_language(request.language).types[partnership.type_key],
            other_kind=self._catalogues.in_language(_other(request.language)).types[partnership.type_key],
            logo=self._own_firm.picture(firm.logo_id),
        )
        return worded_agreement(facts, request.language, request.place, request.written_on)

    def _decision_maker(self, partner: Partner) -> Contact | None:
        contacts = self._workspace.contacts.find(
            "partner_id = ?", [partner.key], "is_decision_maker DESC, position, id", 1
        )
        return contacts[0] if contacts else None

    def lacks(self, printed: PrintedAgreement) -> list[str]:
        """Why this sheet cannot be exported yet, each in a sentence that says how to mend it."""
        from partnerdesk.documents.fonts import missing_characters

        lacks = []
        if not printed.author.strip():
            lacks.append(_("Your firm's name is missing. Enter it under Tools, Your firm."))
        missing = missing_characters(printed.all_text(), self._resources)
        if missing:
            lacks.append(
                _("These characters cannot be printed: {characters}. Replace them.").format(
                    characters=" ".join(missing)
                )
            )
        return lacks

    def render(self, printed: PrintedAgreement) -> bytes:
        """The sheet's PDF; touches no data, so that it may run in another thread."""
        from partnerdesk.documents.agreement_pdf import render_agreement

        return render_agreement(printed, self._resources)

    def export(self, request: SheetRequest, folder: Path) -> Path:
        """Write the sheet into ``folder``. Raises ``Problem`` if it lacks something or cannot be written."""
        printed = self.print(request)
        lacks = self.lacks(printed)
        if lacks:
            raise Problem("\n".join(lacks))
        return self.export_rendered(request, self.render(printed), folder)

    def export_rendered(self, request: SheetRequest, pdf: bytes, folder: Path) -> Path:
        """Write a sheet that lacks nothing and whose PDF is made already.

        The file is named "Partner – agreement – date.pdf" and never overwrites another.
        """
        partner = self.partner_of(request.partnership_id)
        title = agreement_words(request.language).file_title
        try:
            return write_new_file(folder, letter_file_name(partner.name, title, request.written_on), pdf)
        except OSError as error:
            raise disk_problem(error, folder) from error


def _other(language: str) -> str:
    return "en" if language == "pl" else "pl"
