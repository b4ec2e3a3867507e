"""Partners that are probably the same firm: found while one is typed, and over the whole directory."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from partnerdesk.domain.directory_record import DistinctPair
from partnerdesk.domain.partner import Partner
from partnerdesk.domain.partner_marks import name_mark, partner_marks
from partnerdesk.language.interface import _
from partnerdesk.services.directory import PartnerFile, tidy_contact, tidy_partner
from partnerdesk.services.name_likeness import alike_pairs, most_alike, name_likeness
from partnerdesk.services.numbers import grouped_nip
from partnerdesk.services.problems import Problem
from partnerdesk.storage.likeness import (
    Mark,
    distinct_pairs,
    holders_of,
    nearly_named,
    partner_names,
    shared_marks,
)
from partnerdesk.storage.workspace import Workspace

MOST_PAIRS = 1000
_MOST_SUSPECTS = 5
_CLOSE_NAMES = 12
# Of a value that very many share, as an accountant's e-mail, each holder is compared with the first one only.
_HOLDERS_COMPARED = 20
_WEIGHTS = {"nip": 100, "krs": 90, "regon": 90, "email": 60, "phone": 50, "name": 50}
_NEAR_NAME = 0.4
_OTHER_NIP = -60

Report = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Suspect:
    """A partner that is probably the one being typed; ``reasons`` say why, as the end of a sentence."""

    partner: Partner
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two partners that are probably one, the smaller key first; the higher ``score``, the surer."""

    one: Partner
    other: Partner
    reasons: tuple[str, ...]
    score: float


@dataclass(slots=True)
class _Evidence:
    marks: set[Mark] = field(default_factory=set)
    near_name: float = 0

    @property
    def is_name_alone(self) -> bool:
        return all(kind == "name" for kind, _value in self.marks)

    def score(self) -> float:
        kinds = {kind for kind, _value in self.marks}
        near = 0 if "name" in kinds else self.near_name * _NEAR_NAME
        return sum(_WEIGHTS[kind] for kind in kinds) + near

    def reasons(self) -> tuple[str, ...]:
        ordered = sorted(self.marks, key=lambda mark: (-_WEIGHTS[mark[0]], mark))
        told = [_reason(kind, value) for kind, value in ordered if kind != "name"]
        if self.near_name or len(told) < len(ordered):
            told.append(_("a similar name"))
        return tuple(told)


class Duplicates:
    """Finds partners that look alike, and remembers which of them were judged to be two."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def likely_same(self, file: PartnerFile) -> list[Suspect]:
        """Partners that look like the one in a form, likeliest first, at most five.

        The partner itself, those in the bin and those judged to be others are left out. Values may be as
        people type them. Takes some milliseconds among 100,000 partners.
        """
        partner = tidy_partner(file.partner)
        marks = partner_marks(partner, [tidy_contact(contact) for contact in file.contacts])
        found: dict[int, _Evidence] = defaultdict(_Evidence)
        for mark, keys in holders_of(self._workspace, marks).items():
            for key in keys:
                found[key].marks.add(mark)
        self._add_near_names(partner.name, found)
        known = {each.key: each for each in self._workspace.partners.get_many(list(found))}
        others = self._judged_others(partner.id)
        suspects = []
        for key, each in known.items():
            evidence = found[key]
            if key == partner.id or key in others or each.deleted_at is not None:
                continue
            if evidence.is_name_alone and _differ(partner.nip, each.nip):
                continue
            score = evidence.score() + (_OTHER_NIP if _differ(partner.nip, each.nip) else 0)
            suspects.append((score, Suspect(each, evidence.reasons())))
        suspects.sort(key=lambda suspect: (-suspect[0], suspect[1].partner.key))
        return [suspect for _score, suspect in suspects[:_MOST_SUSPECTS]]

    def _add_near_names(self, name: str, found: dict[int, _Evidence]) -> None:
        mark = name_mark(name)
        candidates: dict[str, set[int]] = defaultdict(set)
        for key, value in nearly_named(self._workspace, name):
            candidates[value].add(key)
        for key, value in most_alike(mark, candidates, _CLOSE_NAMES):
            if score := name_likeness(mark, value):
                found[key].near_name = max(found[key].near_name, score)

    def _judged_others(self, key: int | None) -> set[int]:
        pairs = self._workspace.distinct_pairs.find("one_id = ? OR other_id = ?", [key, key]) if key else []
        return {pair.one_id for pair in pairs} | {pair.other_id for pair in pairs}

    def suspected_pairs(self, report: Report) -> list[Pair]:
        """The likeliest pairs of the whole directory, best first, without those judged to be two.

        At most ``MOST_PAIRS``. ``report(done, total)`` may raise to stop the search.
        """
        names = partner_names(self._workspace)
        nips = {key: nip for key, _name, nip in names}
        found: dict[tuple[int, int], _Evidence] = defaultdict(_Evidence)
        for mark, holders in shared_marks(self._workspace):
            for pair in _pairs(holders):
                found[pair].marks.add(mark)
        keys = [key for key, _name, _nip in names]
        name_marks = [name_mark(name) for _key, name, _nip in names]
        for one, other, score in alike_pairs(name_marks, report):
            pair = (min(keys[one], keys[other]), max(keys[one], keys[other]))
            found[pair].near_name = max(found[pair].near_name, score)
        for pair in distinct_pairs(self._workspace):
            found.pop(pair, None)
        scored = []
        for (one, other), evidence in found.items():
            differ = _differ(nips[one], nips[other])
            if not (differ and evidence.is_name_alone):
                scored.append((evidence.score() + (_OTHER_NIP if differ else 0), one, other))
        scored.sort(key=lambda entry: (-entry[0], entry[1], entry[2]))
        return self._read(scored[:MOST_PAIRS], found)

    def _read(
        self, scored: list[tuple[float, int, int]], found: dict[tuple[int, int], _Evidence]
    ) -> list[Pair]:
        wanted = {key for _score, one, other in scored for key in (one, other)}
        partners = {each.key: each for each in self._workspace.partners.get_many(sorted(wanted))}
        return [
            Pair(partners[one], partners[other], found[one, other].reasons(), score)
            for score, one, other in scored
            if one in partners and other in partners
        ]

    def judge_distinct(self, one: int, other: int, report: Report = lambda _done, _total: None) -> None:
        """Remember that two partners are two firms and not to be suspected again. Raises ``Problem``.

        ``report(done, total)`` may raise to stop, with nothing remembered.
        """
        first, second = min(one, other), max(one, other)
        report(0, 1)
        partners = self._workspace.partners.get_many([first, second])
        if len(partners) < 2:
            raise partner_gone()
        if (first, second) in distinct_pairs(self._workspace):
            return
        label = _("Two firms: {one} and {other}").format(one=partners[0].name, other=partners[1].name)
        with self._workspace.change(label):
            self._workspace.distinct_pairs.insert(DistinctPair(one_id=first, other_id=second))
            report(1, 1)


def partner_gone() -> Problem:
    """What to say when one of two partners is not in the directory any more."""
    return Problem(_("One of these partners was deleted in the meantime. Look at the list again."))


def _pairs(holders: list[int]) -> Iterable[tuple[int, int]]:
    if len(holders) > _HOLDERS_COMPARED:
        return [(holders[0], other) for other in holders[1:]]
    return [(one, other) for at, one in enumerate(holders) for other in holders[at + 1 :]]


def _differ(one: str, other: str) -> bool:
    return bool(one and other and one != other)


def _reason(kind: str, value: str) -> str:
    texts = {
        "nip": _("the same NIP {value}"),
        "regon": _("the same REGON {value}"),
        "krs": _("the same KRS {value}"),
        "email": _("the same e-mail {value}"),
        "phone": _("the same phone {value}"),
    }
    return texts[kind].format(value=_as_written(kind, value))


def _as_written(kind: str, value: str) -> str:
    if kind == "nip":
        return grouped_nip(value)
    if kind == "phone":
        return f"{value[:3]} {value[3:6]} {value[6:]}"
    return value
