"""Writing the sample into a workspace, as its owner would have entered it over the years."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from partnerdesk.domain.attachment import Attachment, StoredFile
from partnerdesk.domain.partner import HistoryEntry, Partner
from partnerdesk.domain.partnership import Partnership
from partnerdesk.domain.printed_letter import PrintedLetter
from partnerdesk.language.interface import _
from partnerdesk.services.desk import Desk
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.file_names import letter_file_name
from partnerdesk.services.partnerships import Agreement
from partnerdesk.services.problems import Problem
from partnerdesk.services.sample.content import (
    Sample,
    SampleAttachment,
    SampleLetter,
    SamplePartner,
    SamplePartnership,
    read_sample,
)
from partnerdesk.services.sample.results import results_of

_HOUR = time(10, 30)


def write_sample(desk: Desk, today: date) -> None:
    """Fill an empty workspace with an invented florist's shop and 18 months of its partnerships.

    All of it is one change, so that a stop half-way leaves nothing and one Undo takes it back. Raises
    ``Problem``, with nothing written, where the workspace holds data already.
    """
    if desk.own_firm.is_known() or desk.directory.keys():
        raise Problem(
            _("The file {file} holds data already. Name a new file for the sample.").format(file=desk.path)
        )
    sample = read_sample(desk.resources / "sample", desk.catalogues.pl.types, today)
    with desk.workspace.change(_("Fill in the sample")):
        desk.own_firm.save(sample.firm, sample.logo, sample.signature)
        for field in sample.own_fields:
            desk.workspace.custom_fields.insert(field)
        for saved in sample.filters:
            desk.workspace.saved_filters.insert(saved)
        for entry in sample.partners:
            _write_partner(desk, sample, entry, today)


def _write_partner(desk: Desk, sample: Sample, entry: SamplePartner, today: date) -> None:
    partner = desk.directory.save(PartnerFile(entry.partner, entry.contacts)).partner
    for noted in entry.diary:
        details = {"text": noted.text}
        moment = _moment(noted.day)
        desk.workspace.history.insert(
            HistoryEntry(partner_id=partner.key, kind=noted.kind, happened_at=moment, details=details)
        )
    for approach in entry.approaches:
        desk.workspace.approaches.insert(replace(approach, partner_id=partner.key))
    for attachment in entry.attachments:
        _write_attachment(desk, partner, attachment, today)
    for partnership in entry.partnerships:
        stored = _write_partnership(desk, partner, partnership)
        for result in results_of(stored, partnership.series, sample.season, today):
            desk.results.add(result)
    for letter in entry.letters:
        _write_letter(desk, partner, letter)
    if entry.deleted_on is not None:
        desk.workspace.partners.update(replace(partner, deleted_at=_moment(entry.deleted_on)))


def _write_attachment(desk: Desk, partner: Partner, attachment: SampleAttachment, today: date) -> None:
    content = attachment.text.encode()
    if attachment.title:
        content = desk.letters.render(_page(partner, attachment, today))
    stored = desk.workspace.stored_files.insert(StoredFile(content=content))
    desk.workspace.attachments.insert(
        Attachment(
            partner_id=partner.key,
            stored_file_id=stored.key,
            name=attachment.name,
            size=len(content),
        )
    )


def _page(partner: Partner, attachment: SampleAttachment, today: date) -> PrintedLetter:
    """An attachment as the partner would have printed it."""
    return PrintedLetter(
        language=partner.language,
        written_on=today,
        letterhead=(partner.name, partner.street, f"{partner.postal_code} {partner.city}"),
        recipient=(),
        place_and_date="",
        subject=attachment.title,
        salutation="",
        paragraphs=tuple(attachment.text.split("\n\n")),
        closing="",
        signatory=(partner.short_name or partner.name,),
        logo=None,
        signature=None,
    )


def _write_partnership(desk: Desk, partner: Partner, entry: SamplePartnership) -> Partnership:
    """Save the partnership once for each of its states, so that the history tells of all of them."""
    partnership = replace(entry.partnership, partner_id=partner.key)
    for state, day in entry.states:
        saved = desk.partnerships.save(Agreement(replace(partnership, state=state), ())).partnership
        latest = max(desk.directory.history(partner.key), key=lambda noted: noted.key)
        _date_back(desk, latest, day)
        partnership = replace(partnership, id=saved.id, created_at=saved.created_at, version=saved.version)
    return desk.partnerships.save(Agreement(partnership, entry.obligations)).partnership


def _write_letter(desk: Desk, partner: Partner, letter: SampleLetter) -> None:
    request = desk.letters.request_for(letter.template, partner, written_on=letter.day)
    request = replace(request, values=request.values | letter.values)
    printed = desk.letters.print(request, desk.letters.compose(request))
    title = desk.letters.template(letter.template, request.language).title
    desk.letters.note_exported(
        request, printed, letter_file_name(partner.name, title, letter.day), _moment(letter.day)
    )


def _date_back(desk: Desk, entry: HistoryEntry, day: date) -> None:
    desk.workspace.history.update(replace(entry, happened_at=_moment(day)))


def _moment(day: date) -> datetime:
    return datetime.combine(day, _HOUR, UTC)
