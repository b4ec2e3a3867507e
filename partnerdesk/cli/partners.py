"""The sub-commands about partners."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from partnerdesk.cli.lookup import find_partner
from partnerdesk.cli.output import complain, say, say_json, say_table, say_values
from partnerdesk.cli.session import Session
from partnerdesk.domain.field import Field
from partnerdesk.domain.partner import Partner
from partnerdesk.domain.partnership import Partnership
from partnerdesk.domain.record import Record
from partnerdesk.language.formats import short_date
from partnerdesk.language.interface import _, ngettext
from partnerdesk.language.labels import stage_label, state_label
from partnerdesk.services.desk import Desk
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.exchange.export import export_partners
from partnerdesk.services.exchange.plan import Decision, check_mapping, own_fields, plan_import
from partnerdesk.services.exchange.run import run_import
from partnerdesk.services.exchange.source import read_source, source_kind
from partnerdesk.services.exchange.targets import guess_mapping
from partnerdesk.services.field_values import value_text
from partnerdesk.services.history_text import history_line
from partnerdesk.services.partner_fields import contact_fields, partner_fields
from partnerdesk.services.partner_values import file_from, json_safe
from partnerdesk.services.problems import Problem


def list_all(session: Session) -> int:
    """List all partners."""
    with session.open() as desk:
        _say_partners(session, desk.directory.all())
    return 0


def search(session: Session) -> int:
    """List the partners that hold all the words."""
    with session.open() as desk:
        _say_partners(session, desk.directory.partners(desk.directory.keys(" ".join(session.options.words))))
    return 0


def show(session: Session) -> int:
    """Show one partner with its people, partnerships and history."""
    with session.open() as desk:
        partner = find_partner(desk.directory, session.options.partner)
        if session.wants_json:
            say_json(_everything(desk, partner))
        else:
            _say_everything(session, desk, partner)
    return 0


def add(session: Session) -> int:
    """Add a partner, with a person if one is named."""
    options = vars(session.options)
    values = {field.key: options[field.key] for field in partner_fields() if field.key in options}
    person = {
        field.key: options[f"contact-{field.key}"]
        for field in contact_fields()
        if f"contact-{field.key}" in options
    }
    if person:
        values["contacts"] = [person]
    file = file_from(PartnerFile(Partner(name=""), ()), values)
    with session.open(create=True) as desk:
        stored = desk.directory.save(file).partner
    if session.wants_json:
        say_json(_values(stored, partner_fields()))
    else:
        say(_("Added: {name} ({uuid})").format(name=stored.name, uuid=stored.uuid))
    return 0


def import_file(session: Session) -> int:
    """Add the partners of a file, and with ``--update`` fill those that are there already."""
    path = session.options.source
    table = read_source(path)
    # Before a workspace is made for a file that holds no partners.
    check_mapping(guess_mapping(table))
    with session.open(create=True) as desk:
        plan = plan_import(desk, table, guess_mapping(table, own_fields(desk)), _silently)
        if session.options.update:
            plan = plan.decided(Decision.UPDATE)
        report = run_import(desk, plan, path.name, _silently)
    if session.wants_json:
        faults = [
            {"line": fault.line, "heading": fault.heading, "message": fault.message} for fault in plan.faults
        ]
        counts = {"added": report.added, "updated": report.updated, "already_there": report.skipped}
        say_json({**counts, "unknown_headings": plan.left_out_headings, "faults": faults})
        return 0
    say(
        ngettext("Added {count} partner.", "Added {count} partners.", report.added).format(count=report.added)
    )
    if report.updated:
        changed = ngettext("Updated {count} partner.", "Updated {count} partners.", report.updated)
        say(changed.format(count=report.updated))
    if report.skipped:
        already = ngettext("{count} was there already.", "{count} were there already.", report.skipped)
        say(already.format(count=report.skipped))
    if plan.left_out_headings:
        complain(_("Columns left out: {headings}").format(headings=", ".join(plan.left_out_headings)))
    for fault in plan.faults:
        place = f"{fault.heading}: " if fault.heading else ""
        complain(_("Line {line}: {fault}").format(line=fault.line, fault=f"{place}{fault.message}"))
    return 0


def export_file(session: Session) -> int:
    """Write all partners into a file of the kind that its ending names."""
    path = session.options.target
    kind = source_kind(path)
    if kind is None:
        raise Problem(_("Give the file a name that ends in .csv, .xlsx or .vcf."))
    with session.open() as desk:
        keys = desk.directory.keys()
        count = export_partners(desk, keys, path, kind, overwrite=session.options.force, report=_silently)
    if session.wants_json:
        say_json({"file": path, "partners": count})
    else:
        text = ngettext("{count} partner in {file}", "{count} partners in {file}", count)
        say(text.format(count=count, file=path))
    return 0


def _silently(_done: int, _total: int) -> None:
    """Say nothing of progress: what the command line writes is its answer."""


def _say_partners(session: Session, partners: Sequence[Partner]) -> None:
    if session.wants_json:
        say_json([_values(partner, partner_fields()) for partner in partners])
    elif partners:
        rows = (
            [partner.name, partner.city, partner.nip, stage_label(partner.stage), partner.email]
            for partner in partners
        )
        say_table([_("Name"), _("Town"), _("NIP"), _("Stage"), _("E-mail")], rows)
    else:
        say(_("No partner found."))


def _values(record: Record, described: Sequence[Field]) -> dict[str, Any]:
    """The UUID and the described fields of a record, by their keys."""
    return {"uuid": record.uuid} | {field.key: getattr(record, field.key) for field in described}


def _everything(desk: Desk, partner: Partner) -> dict[str, Any]:
    directory = desk.directory
    return _values(partner, partner_fields()) | {
        "contacts": [_values(contact, contact_fields()) for contact in directory.contacts(partner.key)],
        "partnerships": [
            _partnership(desk, partnership) for partnership in desk.partnerships.of_partner(partner.key)
        ],
        "history": [
            {"happened_at": entry.happened_at, "kind": entry.kind, "text": history_line(entry)}
            for entry in directory.history(partner.key)
        ],
    }


def _partnership(desk: Desk, partnership: Partnership) -> dict[str, Any]:
    return _facts(partnership) | {
        "title": desk.partnerships.title(partnership),
        "obligations": [_facts(promise) for promise in desk.partnerships.obligations(partnership.key)],
    }


def _facts(record: Record) -> dict[str, Any]:
    """All that a record says, without what only this file's tables need."""
    inner = {"id", "version", "created_at", "updated_at", "deleted_at", "position"}
    names = (field.name for field in fields(record))
    return {name: getattr(record, name) for name in names if name not in inner and not name.endswith("_id")}


def _say_everything(session: Session, desk: Desk, partner: Partner) -> None:
    directory, language = desk.directory, session.language
    values = (
        (field.label, value_text(field, json_safe(getattr(partner, field.key)), language))
        for field in partner_fields()
    )
    say_values([*values, ("UUID", partner.uuid)])
    contacts = [
        [person.full_name, person.job_title, person.phone, person.email]
        for person in directory.contacts(partner.key)
    ]
    partnerships = [
        [state_label(entry.state), desk.catalogue.types[entry.type_key].title, desk.partnerships.title(entry)]
        for entry in desk.partnerships.of_partner(partner.key)
    ]
    history = [
        [short_date(entry.happened_at.astimezone().date(), language), history_line(entry)]
        for entry in directory.history(partner.key)
    ]
    for headings, rows in (
        ([_("Contacts"), _("Position"), _("Phone"), _("E-mail")], contacts),
        ([_("Partnerships"), _("Type"), _("Name")], partnerships),
        ([_("History"), ""], history),
    ):
        if rows:
            say("")
            say_table(headings, rows)
