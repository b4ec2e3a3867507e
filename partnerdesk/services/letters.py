"""Letters: wording one for a partner, printing it and exporting it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from partnerdesk.domain.letter import Letter
from partnerdesk.domain.letter_template import Addressee, LetterTemplate, Sender, Voice
from partnerdesk.domain.own_firm import OwnFirm
from partnerdesk.domain.partner import Contact, Gender, HistoryEntry, HistoryKind, Partner
from partnerdesk.domain.partnership import Partnership
from partnerdesk.domain.printed_letter import PrintedLetter
from partnerdesk.language.filling import Values, built_in_entries, fill, value_of
from partnerdesk.language.formats import place_and_date
from partnerdesk.language.interface import _
from partnerdesk.language.salutation import contact_name, salutation
from partnerdesk.language.template import parse
from partnerdesk.language.typography import typeset
from partnerdesk.language.vocative import guess_gender
from partnerdesk.services.catalogue import Catalogues
from partnerdesk.services.file_names import letter_file_name, write_new_file
from partnerdesk.services.letter_facts import known_values
from partnerdesk.services.own_firm import OwnFirmService
from partnerdesk.services.problems import Problem, disk_problem
from partnerdesk.storage.workspace import Workspace


@dataclass(frozen=True, slots=True)
class LetterRequest:
    """Which letter is to be written to whom; ``values`` are those of the template's fields, by key.

    Without ``contact`` the letter goes to the whole firm. ``partnership`` narrows the facts to one.
    """

    template_key: str
    language: str
    partner: Partner
    contact: Contact | None
    partnership: Partnership | None
    values: dict[str, Any]
    written_on: date
    warm: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """The texts of a letter, which a person may still change; paragraphs are parted by an empty line."""

    subject: str
    salutation: str
    body: str
    closing: str


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
        self, key: str, partner: Partner, partnership: Partnership | None, written_on: date
    ) -> dict[str, Any]:
        """What the workspace knows of the letter's fields already."""
        template = self._catalogues.pl.letters[key]
        return known_values(self._workspace, template, partner, partnership, written_on)

    def exported(self) -> list[Letter]:
        """Every letter that was exported, latest first."""
        return self._workspace.letters.find("1", (), "exported_at DESC, id DESC", 500)

    def compose(self, request: LetterRequest) -> Wording:
        """The letter's texts from its template. Empty fields leave their passages out."""
        template = self.template(request.template_key, request.language)
        firm = self._own_firm.get()
        values = _template_values(template, request, firm)
        return Wording(
            subject=_worded(template.subject, values),
            salutation=self._salutation(request),
            body=_worded(template.body, values),
            closing=_worded(template.closing, values),
        )

    def _salutation(self, request: LetterRequest) -> str:
        contact = request.contact
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
            letterhead=_letterhead(firm, language),
            recipient=_recipient(request),
            place_and_date=place_and_date(firm.place or firm.city, request.written_on, language),
            subject=typeset(wording.subject.strip(), language),
            salutation=_with_comma(typeset(wording.salutation.strip(), language)),
            paragraphs=_paragraphs(wording.body, language),
            closing=_closing(wording.closing, language),
            signatory=tuple(filter(None, (firm.signatory_name or firm.name, firm.signatory_job_title))),
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
                _("These characters cannot be printed: {characters} Replace them.").format(
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
        template = self.template(request.template_key, request.language)
        name = letter_file_name(request.partner.name, template.title, request.written_on)
        try:
            path = write_new_file(folder, name, self.render(printed))
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
            values=self.known_values(key, partner, None, day),
            written_on=day,
        )


def addressee_of(contact: Contact | None) -> Addressee:
    """How a letter speaks to a contact; to a whole firm, or a person of unknown gender, as to several."""
    if contact is None:
        return Addressee.GROUP
    gender = contact.gender or guess_gender(contact.first_name)
    return Addressee(gender) if gender else Addressee.GROUP


def sender_of(template: LetterTemplate, firm: OwnFirm) -> Sender:
    """Who speaks: the firm, or the signatory in person where the letter's voice is a person's."""
    if template.voice is Voice.FIRM:
        return Sender.WE
    gender = firm.signatory_gender or guess_gender(firm.signatory_first_name) or Gender.M
    return Sender(gender)


def _template_values(template: LetterTemplate, request: LetterRequest, firm: OwnFirm) -> Values:
    language = request.language
    addressee = addressee_of(request.contact)
    entries = built_in_entries(
        language=language,
        firm=firm.name,
        partner=request.partner.name,
        addressee=addressee,
        contact=_addressed(request.contact, language),
        signatory_position=firm.signatory_job_title,
        written_on=request.written_on,
    )
    for field in template.fields:
        entries[field.key] = value_of(field, request.values.get(field.key), language)
    return Values(language, sender_of(template, firm), addressee, entries)


def _worded(text: str, values: Values) -> str:
    filled = fill(parse(text), values)
    paragraphs = (" ".join(part.split()) for part in filled.split("\n\n"))
    return "\n\n".join(part for part in paragraphs if part)


def _paragraphs(body: str, language: str) -> tuple[str, ...]:
    blocks = body.replace("\r\n", "\n").split("\n\n")
    return tuple(typeset(block.strip(), language) for block in blocks if block.strip())


def _closing(text: str, language: str) -> str:
    # English puts a comma after the closing, Polish none (Wielki słownik ortograficzny PWN).
    line = typeset(text.strip(), language)
    return _with_comma(line) if language == "en" else line


def _with_comma(text: str) -> str:
    return f"{text}," if text and text[-1].isalnum() else text


def _addressed(contact: Contact | None, language: str) -> str:
    """The contact with the form of address; only the name where the form is not known."""
    if contact is None:
        return ""
    named = contact_name(language, addressee_of(contact), contact.first_name, contact.surname)
    return named or contact.full_name


def _letterhead(firm: OwnFirm, language: str) -> tuple[str, ...]:
    nip = ("NIP" if language == "pl" else "VAT no. PL") + f" {firm.nip}" if firm.nip else ""
    lines = (
        firm.street,
        " ".join(filter(None, (firm.postal_code, firm.city))),
        nip.replace("PL ", "PL"),
        firm.phone,
        firm.email,
        firm.website,
    )
    return (firm.name, *filter(None, lines))


def _recipient(request: LetterRequest) -> tuple[str, ...]:
    partner, contact = request.partner, request.contact
    lines = (
        _addressed(contact, request.language),
        contact.job_title if contact else "",
        partner.name,
        partner.street,
        " ".join(filter(None, (partner.postal_code, partner.city))),
        partner.country,
    )
    return tuple(line for line in lines if line)
