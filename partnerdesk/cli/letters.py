"""The sub-command that writes letters."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from partnerdesk.cli.lookup import find_partner
from partnerdesk.cli.output import complain, say, say_json
from partnerdesk.cli.session import Session
from partnerdesk.domain.partner import Partner
from partnerdesk.language.interface import _
from partnerdesk.services.desk import Desk
from partnerdesk.services.file_names import letter_file_name
from partnerdesk.services.letters import BatchReport
from partnerdesk.services.problems import Problem


def write(session: Session) -> int:
    """Export one letter to each partner; status 1 where any of them had to be left out."""
    options = session.options
    with session.open() as desk:
        if options.template not in desk.catalogue.letters:
            known = ", ".join(desk.catalogue.letters)
            raise Problem(
                _("There is no letter “{key}”. There are: {known}.").format(key=options.template, known=known)
            )
        partners = _recipients(desk, options.to)
        report = desk.letters.export_batch(
            (desk.letters.request_for(options.template, partner, options.language) for partner in partners),
            options.out,
        )
        merged = _merge(session, desk, partners, report) if options.merged and report.files else None
    _say_report(session, report, merged)
    return 1 if report.skipped else 0


def _recipients(desk: Desk, wanted: Sequence[str] | None) -> list[Partner]:
    if wanted is None:
        return desk.directory.all()
    found = (find_partner(desk.directory, text) for text in wanted)
    return list({partner.key: partner for partner in found}.values())


def _merge(session: Session, desk: Desk, partners: Sequence[Partner], report: BatchReport) -> Path:
    options = session.options
    left_out = {partner.key for partner, _reason in report.skipped}
    requests = [
        desk.letters.request_for(options.template, partner, options.language)
        for partner in partners
        if partner.key not in left_out
    ]
    title = desk.catalogue.letters[options.template].title
    return desk.letters.merge(requests, options.out, letter_file_name(_("All letters"), title, date.today()))


def _say_report(session: Session, report: BatchReport, merged: Path | None) -> None:
    if session.wants_json:
        skipped = [
            {"uuid": partner.uuid, "name": partner.name, "reason": reason}
            for partner, reason in report.skipped
        ]
        say_json({"files": report.files, "merged": merged, "skipped": skipped})
    else:
        for path in (*report.files, *([merged] if merged else [])):
            say(str(path))
    for partner, reason in report.skipped:
        complain(f"{partner.name}: {reason}")
