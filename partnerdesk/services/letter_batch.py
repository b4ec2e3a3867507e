"""The same letter to several partners: who gets it and what it lacks, then the files."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from partnerdesk.domain.partner import Partner
from partnerdesk.language.interface import _, ngettext
from partnerdesk.services.desk import Desk
from partnerdesk.services.field_values import is_empty
from partnerdesk.services.file_names import letter_file_name
from partnerdesk.services.letter_wording import LetterRequest
from partnerdesk.services.problems import Cancelled, Problem, disk_problem

#: Is told how much is done of how much; raises ``Cancelled`` once the user asked to stop.
Report = Callable[[int, int], None]


class Files(StrEnum):
    """What files a batch makes."""

    SEPARATE = "separate"
    MERGED = "merged"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Recipient:
    """One partner of a batch, and how the letter greets it.

    ``lacks`` says why there can be no letter, ``gaps`` names the letter's fields of which nothing is known:
    their passages are left out.
    """

    partner: Partner
    person: str
    salutation: str
    language: str
    lacks: tuple[str, ...]
    gaps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BatchOrder:
    """What is to be written to whom, and where the files go."""

    template_key: str
    keys: tuple[int, ...]
    written_on: date
    folder: Path
    files: Files


@dataclass(frozen=True, slots=True)
class BatchOutcome:
    """What became of a batch: ``written`` letters, their files, and for each left out the reason.

    ``problem`` says why there is no file of all letters though one was asked for, "" where nothing is wrong.
    """

    written: int
    files: tuple[Path, ...]
    skipped: tuple[tuple[Partner, str], ...]
    was_stopped: bool
    problem: str = ""


def read_recipients(
    desk: Desk, template_key: str, keys: Sequence[int], written_on: date, report: Report
) -> tuple[Recipient, ...]:
    """The partners with these keys that are not in the bin, each with its letter's greeting and lacks."""
    labels = {field.key: field.label for field in desk.catalogue.letters[template_key].fields}
    partners = _partners(desk, keys)
    found = []
    for done, partner in enumerate(partners):
        report(done, len(partners))
        request = desk.letters.request_for(template_key, partner, written_on=written_on)
        printed = desk.letters.print(request, desk.letters.compose(request))
        found.append(
            Recipient(
                partner=partner,
                person=request.contact.full_name if request.contact else "",
                salutation=printed.salutation,
                language=request.language,
                lacks=tuple(desk.letters.lacks(printed)),
                gaps=tuple(label for key, label in labels.items() if is_empty(request.values.get(key))),
            )
        )
    return tuple(found)


def write_batch(desk: Desk, order: BatchOrder, report: Report) -> BatchOutcome:
    """Write the letters of an order, as one change. Stopped half-way, it keeps what is finished.

    A letter that lacks something is left out and named. Raises ``Problem`` where the folder cannot be made
    or, when nothing else was to be written, the one file of all letters cannot be.
    """
    try:
        order.folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise disk_problem(error, order.folder) from error
    requests = [
        desk.letters.request_for(order.template_key, partner, written_on=order.written_on)
        for partner in _partners(desk, order.keys)
    ]
    label = ngettext("Export {count} letter", "Export {count} letters", len(requests))
    with desk.workspace.change(label.format(count=len(requests))):
        if order.files is Files.MERGED:
            return _write_merged(desk, order, requests, report)
        return _write_separate(desk, order, requests, report)


def _partners(desk: Desk, keys: Sequence[int]) -> list[Partner]:
    return [partner for partner in desk.directory.partners(keys) if partner.deleted_at is None]


def _write_separate(
    desk: Desk, order: BatchOrder, requests: Sequence[LetterRequest], report: Report
) -> BatchOutcome:
    go_on = _Going(report, len(requests))
    made = desk.letters.export_batch(requests, order.folder, go_on)
    outcome = BatchOutcome(len(made.files), made.files, made.skipped, go_on.was_stopped)
    if order.files is Files.BOTH and made.files and not go_on.was_stopped:
        left_out = {partner.key for partner, _reason in made.skipped}
        try:
            merged = _merge(desk, order, [one for one in requests if one.partner.key not in left_out])
        except Problem as problem:
            # The single letters are on the disk and stay noted.
            return replace(outcome, problem=str(problem))
        outcome = replace(outcome, files=(merged, *outcome.files))
    return outcome


def _write_merged(
    desk: Desk, order: BatchOrder, requests: Sequence[LetterRequest], report: Report
) -> BatchOutcome:
    """One file with all letters; stopped before it is written, nothing is."""
    go_on = _Going(report, len(requests))
    ready, skipped = [], []
    for done, request in enumerate(requests):
        if not go_on(done):
            return BatchOutcome(0, (), (), was_stopped=True)
        printed = desk.letters.print(request, desk.letters.compose(request))
        lacks = desk.letters.lacks(printed)
        if lacks:
            skipped.append((request.partner, "\n".join(lacks)))
        else:
            ready.append((request, printed))
    files: tuple[Path, ...] = ()
    if ready:
        files = (_merge(desk, order, [request for request, _printed in ready]),)
    for request, printed in ready:
        desk.letters.note_exported(request, printed, files[0].name)
    return BatchOutcome(len(ready), files, tuple(skipped), was_stopped=False)


def _merge(desk: Desk, order: BatchOrder, requests: Sequence[LetterRequest]) -> Path:
    title = desk.catalogue.letters[order.template_key].title
    name = letter_file_name(_("All letters"), title, order.written_on)
    return desk.letters.merge(requests, order.folder, name)


class _Going:
    """Whether to go on after each letter, as :meth:`Letters.export_batch` asks."""

    def __init__(self, report: Report, total: int) -> None:
        self._report = report
        self._total = total
        self.was_stopped = False

    def __call__(self, done: int) -> bool:
        try:
            self._report(done, self._total)
        except Cancelled:
            self.was_stopped = True
        return not self.was_stopped
