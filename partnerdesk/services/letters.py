"""Letters: wording one for a partner, printing it and exporting it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from partnerdesk.domain.letter import Letter
from partnerdesk.domain.letter_template import LetterTemplate
from partnerdesk.domain.partner import HistoryEntry, HistoryKind, Partner
from partnerdesk.domain.partnership import Partnership
from partnerdesk.domain.printed_letter import PrintedLetter
from partnerdesk.language.formats import place_and_date
from partnerdesk.language.interface import _
from partnerdesk.language.salutation import salutation
from partnerdesk.language.typography import typeset
from partnerdesk.services.catalogue import Catalogues
from partnerdesk.services.file_names import letter_file_name, write_new_file
from partnerdesk.services.letter_facts import known_values
from partnerdesk.services.letter_wording import (
    LetterRequest,
    Wording,
    addressee_of,
    closing_line,
    letterhead_of,
    paragraphs_of,
    recipient_of,
    signatory_of,
    template_values,
    with_comma,
    worded,
)
from partnerdesk.services.own_firm import OwnFirmService
from partnerdesk.services.problems import Problem, disk_problem
from partnerdesk.storage.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Exported:
    """A letter that was exported, and the file it went to."""

    letter: Letter
    path: Path


@dataclass(frozen=True, slots=True)
class BatchReport:
    """What became of a batch: the files made, and for each partner left out the reason."""

    files: tuple[Path, ...]
    skipped: tuple[tuple[Partner, str], ...]


class Letters:
    """Words, prints and exports letters."""

    def __init__(self, workspace: Workspace, catalogues: Catalogues, resources: Path) -> None:
        self._workspace = workspace
        self._catalogues = catalogues
        self._resources = resources
        self._own_firm = OwnFirmService(workspace)

    def template(self, key: str, language: str) -> LetterTemplate:
        """The letter ``key`` in the letter's language."""
        return self._catalogues.in_language(language).letters[key]

    def known_values(
        self, key: str, partner: Partner, partnership: Partnership | None, written_on: date, language: str
    ) -> dict[str, Any]:
        """What the workspace knows already of the fields of a letter in this language."""
        template = self._catalogues.pl.letters[key]
        return known_values(self._workspace, template, partner, partnership, written_on, language)

    def exported(self) -> list[Letter]:
        """Every letter that was exported, latest first."""
        return self._workspace.letters.find("1", (), "exported_at DESC, id DESC", 500)

    def compose(self, request: LetterRequest) -> Wording:
        """The letter's texts from its template. Empty fields leave their passages out."""
        template = self.template(request.template_key, request.language)
        firm = self._own_firm.get()
        values = template_values(template, request, firm)
        return Wording(
            subject=worded(template.subject, values),
            salutation=self._salutation(request),
            body=worded(template.body, values),
            closing=worded(template.closing, values),
        )

    def _salutation(self, request: LetterRequest) -> str:
        contact = request.contact
        # A person's own greeting is written in the language of the firm's letters.
        if contact is not None and contact.salutation and request.language == request.partner.language:
            return contact.salutation
        return salutation(
            request.language,
            addressee_of(contact),
            first_name=contact.first_name if contact else "",
            surname=contact.surname if contact else "",
            position=contact.job_title if contact else "",
            partner=request.partner.short_name or request.partner.name,
            warm=request.warm,
        )

    def print(self, request: LetterRequest, wording: Wording) -> PrintedLetter:
        """The finished letter, typeset and with letterhead, recipient and signature."""
        firm = self._own_firm.get()
        language = request.language
        return PrintedLetter(
            language=language,
            written_on=request.written_on,
            letterhead=letterhead_of(firm, language),
            recipient=recipient_of(request),
            place_and_date=place_and_date(firm.place or firm.city, request.written_on, language),
            subject=typeset(wording.subject.strip(), language),
            salutation=with_comma(typeset(wording.salutation.strip(), language)),
            paragraphs=paragraphs_of(wording.body, language),
            closing=closing_line(wording.closing, language),
            signatory=signatory_of(firm, language),
            logo=self._own_firm.picture(firm.logo_id),
            signature=self._own_firm.picture(firm.signature_id),
        )

    def lacks(self, printed: PrintedLetter) -> list[str]:
        """Why this letter cannot be exported yet, each in a sentence that says how to mend it."""
        lacks = []
        if not printed.author.strip():
            lacks.append(_("Your firm's name is missing. Enter it under Tools, Your firm."))
        if not printed.salutation.strip(" ,"):
            lacks.append(_("The salutation is empty."))
        if not printed.paragraphs:
            lacks.append(_("The letter has no text."))
        missing = self.missing_characters(printed)
        if missing:
            lacks.append(
                _("These characters cannot be printed: {characters}. Replace them.").format(
                    characters=" ".join(missing)
                )
            )
        return lacks

    def missing_characters(self, printed: PrintedLetter) -> str:
        """The characters that the letter's font has no shape for."""
        from partnerdesk.documents.fonts import missing_characters

        return missing_characters(printed.all_text(), self._resources)

    def render(self, printed: PrintedLetter) -> bytes:
        """The letter's PDF; touches no data, so that it may run in another thread."""
        from partnerdesk.documents.letter_pdf import render_letter

        return render_letter(printed, self._resources)

    def export(self, request: LetterRequest, wording: Wording, folder: Path) -> Exported:
        """Write the PDF into ``folder`` and note it in the partner's history.

        The file is named "Partner – letter – date.pdf" and never overwrites another. Raises ``Problem``
        when the letter lacks something or the file cannot be written; nothing is noted then.
        """
        printed = self.print(request, wording)
        lacks = self.lacks(printed)
        if lacks:
            raise Problem("\n".join(lacks))
        return self.export_rendered(request, printed, self.render(printed), folder)

    def export_rendered(
        self, request: LetterRequest, printed: PrintedLetter, pdf: bytes, folder: Path
    ) -> Exported:
        """Export, as :meth:`export` does, a letter that lacks nothing and whose PDF is made already."""
        template = self.template(request.template_key, request.language)
        name = letter_file_name(request.partner.name, template.title, request.written_on)
        try:
            path = write_new_file(folder, name, pdf)
        except OSError as error:
            raise disk_problem(error, folder) from error
        return Exported(self.note_exported(request, printed, path.name), path)

    def note_exported(
        self,
        request: LetterRequest,
        printed: PrintedLetter,
        file_name: str,
        exported_at: datetime | None = None,
    ) -> Letter:
        """Keep a letter that left the house, now or at another time, and note it in the partner's history."""
        template = self.template(request.template_key, request.language)
        firm = self._own_firm.get()
        texts = asdict(replace(printed, logo=None, signature=None))
        del texts["logo"], texts["signature"]
        texts["written_on"] = printed.written_on.isoformat()
        moment = exported_at or datetime.now(UTC)
        with self._workspace.change(_("Export letter to {name}").format(name=request.partner.name)):
            letter = self._workspace.letters.insert(
                Letter(
                    partner_id=request.partner.key,
                    contact_id=request.contact.id if request.contact else None,
                    partnership_id=request.partnership.id if request.partnership else None,
                    template_key=template.key,
                    title=template.title,
                    language=request.language,
                    written_on=request.written_on,
                    values=request.values,
                    printed=texts,
                    logo_id=firm.logo_id,
                    signature_id=firm.signature_id,
                    file_name=file_name,
                    exported_at=moment,
                )
            )
            self._workspace.history.insert(
                HistoryEntry(
                    partner_id=request.partner.key,
                    kind=HistoryKind.LETTER,
                    happened_at=moment,
                    details={"title": template.title, "file": file_name},
                    letter_id=letter.key,
                )
            )
        return letter

    def export_batch(
        self,
        requests: Iterable[LetterRequest],
        folder: Path,
        go_on: Callable[[int], bool] = lambda done: True,
    ) -> BatchReport:
        """Export one file for each request; ``go_on`` is told the count so far and may stop the batch.

        A letter that cannot be exported is left out and named in the report; finished ones stay.
        """
        files: list[Path] = []
        skipped: list[tuple[Partner, str]] = []
        for done, request in enumerate(requests):
            if not go_on(done):
                break
            try:
                files.append(self.export(request, self.compose(request), folder).path)
            except Problem as problem:
                skipped.append((request.partner, str(problem)))
        return BatchReport(tuple(files), tuple(skipped))

    def merge(self, requests: Sequence[LetterRequest], folder: Path, name: str) -> Path:
        """Write the letters of all requests into one PDF named ``name``. Raises ``Problem``."""
        from partnerdesk.documents.letter_pdf import render_letters

        printed = [self.print(request, self.compose(request)) for request in requests]
        try:
            return write_new_file(folder, name, render_letters(printed, self._resources))
        except OSError as error:
            raise disk_problem(error, folder) from error

    def request_for(
        self, key: str, partner: Partner, language: str | None = None, written_on: date | None = None
    ) -> LetterRequest:
        """The letter ``key`` to a partner's decision maker or, without one, its first contact.

        Its fields hold what the workspace knows; the language is the partner's unless another is given.
        """
        contacts = self._workspace.contacts.find(
            "partner_id = ?", [partner.key], "is_decision_maker DESC, position, id", 1
        )
        day = written_on or date.today()
        return LetterRequest(
            template_key=key,
            language=language or partner.language,
            partner=partner,
            contact=contacts[0] if contacts else None,
            partnership=None,
            values=self.known_values(key, partner, None, day, language or partner.language),
            written_on=day,
        )
