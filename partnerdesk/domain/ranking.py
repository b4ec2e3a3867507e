"""Whom to ask next: how well each firm suits us, and by which kind of partnership."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from partnerdesk.domain.own_firm import OwnFirm
from partnerdesk.domain.partner import Stage
from partnerdesk.domain.partnership import State
from partnerdesk.domain.partnership_type import Asset, Audience, Effort, PartnershipType
from partnerdesk.domain.term_match import shared_terms


class Verdict(StrEnum):
    """What can be said of a firm; those of an earlier verdict stand before those of a later one."""

    ASK = "ask"
    UNKNOWN = "unknown"
    NOTHING_NEW = "nothing_new"
    NOT_NOW = "not_now"
    COMPETITOR = "competitor"


class ReasonKind(StrEnum):
    """What speaks for or against a firm. What the ``values`` of the reason hold stands in brackets."""

    SHARED_AUDIENCE = "shared_audience"  # terms, as we write them
    OTHER_AUDIENCE = "other_audience"  # terms, as noted of the firm
    AUDIENCE_UNKNOWN = "audience_unknown"
    OTHER_GOODS = "other_goods"
    SAME_GOODS = "same_goods"  # terms, as we write them
    COMPETES = "competes"
    BOTH_BRING = "both_bring"  # assets that each of us has
    THEY_BRING = "they_bring"  # assets of theirs that the type needs
    WE_BRING = "we_bring"  # assets of ours that the type needs
    UNDER_WAY = "under_way"  # keys of types
    TALKS = "talks"
    PAUSED = "paused"
    FORMER = "former"
    REFUSED = "refused"
    RETRY_DUE = "retry_due"
    WAIT = "wait"


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for or against a firm; ``day`` is that of asking again."""

    kind: ReasonKind
    values: tuple[str, ...] = ()
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """What is known of a firm that may be asked.

    ``partnerships`` are the types with the states of all partnerships with it, ``retry_days`` the days to
    ask again by the types that were refused. ``retry_on`` is the day to ask again whatever the type.
    """

    key: int
    stage: Stage = Stage.PROSPECT
    is_competitor: bool = False
    sells: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    assets: tuple[Asset, ...] = ()
    partnerships: tuple[tuple[str, State], ...] = ()
    retry_days: tuple[tuple[str, date], ...] = ()
    retry_on: date | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A firm's place in the ranking. ``type_key`` is "" where no type can be proposed."""

    key: int
    verdict: Verdict
    score: int
    type_key: str
    reasons: tuple[Reason, ...]


_UNDER_WAY = frozenset({State.PROPOSED, State.NEGOTIATING, State.AGREED, State.RUNNING, State.PAUSED})
_WORKED = frozenset({State.AGREED, State.RUNNING, State.PAUSED, State.ENDED})

_FIRST_SHARED, _MORE_SHARED, _MOST_SHARED = 30, 10, 3
_OTHER_GOODS, _SAME_GOODS, _COMPETES = 15, -20, -25
_TYPE_WEIGHT = 6

#: A firm that we know and have not asked yet comes first; one that said no last.
_STAGE_POINTS = {
    Stage.PROSPECT: 0,
    Stage.CONTACTED: 6,
    Stage.NEGOTIATING: -20,
    Stage.PARTNER: 4,
    Stage.PAUSED: -15,
    Stage.FORMER: -12,
    Stage.REFUSED: -30,
}
_RETRY_DUE = 35

_STAGE_REASONS = {
    Stage.NEGOTIATING: ReasonKind.TALKS,
    Stage.PAUSED: ReasonKind.PAUSED,
    Stage.FORMER: ReasonKind.FORMER,
    Stage.REFUSED: ReasonKind.REFUSED,
}

_AUDIENCE_POINTS = {Audience.NEEDED: 3.0, Audience.HELPS: 2.0, Audience.IRRELEVANT: 0.5}
#: A type that shared clients only help still makes little sense without them.
_HELP_MISSING = -2.0
#: Small things first: the more effort a type takes, the better two firms should know each other.
_EFFORT_COST = {Effort.LOW: 0.0, Effort.MEDIUM: 0.7, Effort.HIGH: 1.5}
_WEEKS_IN_HALF_A_YEAR = 26


def rank(
    firm: OwnFirm, candidates: Iterable[Candidate], types: Mapping[str, PartnershipType], today: date
) -> list[Suggestion]:
    """All candidates, best first; those that are equal stay in the order in which they come."""
    comparison = Comparison(firm, types, today)
    places = {verdict: place for place, verdict in enumerate(Verdict)}
    found = [comparison.suggest(candidate) for candidate in candidates]
    return sorted(found, key=lambda one: (places[one.verdict], -one.score))


class Comparison:
    """Compares firms with ours. What hundreds of firms have in common is worked out once."""

    def __init__(self, firm: OwnFirm, types: Mapping[str, PartnershipType], today: date) -> None:
        self._firm = firm
        self._types = types
        self._today = today
        self._best: dict[Hashable, tuple[PartnershipType | None, float]] = {}

    def suggest(self, candidate: Candidate) -> Suggestion:
        """How well a firm suits us, by which type, and why."""
        firm, today = self._firm, self._today
        shared = shared_terms(firm.audience, candidate.audience)
        same_goods = shared_terms(firm.sells, candidate.sells)
        kind, points = self._best_type(candidate, is_shared=bool(shared))
        verdict = _verdict(candidate, kind, today)
        if verdict is Verdict.UNKNOWN:
            kind = None
        score = (
            _shared_points(shared)
            + _goods_points(firm, candidate, same_goods)
            + round(points * _TYPE_WEIGHT)
            + _stage_points(candidate, today)
        )
        reasons = (
            *_fit_reasons(firm, candidate, shared, same_goods),
            *(_asset_reasons(kind, firm, candidate) if kind else ()),
            *_standing_reasons(candidate, self._types, today),
        )
        return Suggestion(candidate.key, verdict, score, kind.key if kind else "", reasons)

    def _best_type(self, candidate: Candidate, *, is_shared: bool) -> tuple[PartnershipType | None, float]:
        """The type that suits best with its points; the first of equal ones, ``None`` where none suits."""
        alike = (
            candidate.assets, candidate.partnerships, candidate.retry_days, candidate.is_competitor, is_shared
        )  # fmt: skip
        if alike not in self._best:
            self._best[alike] = self._find_best_type(candidate, is_shared=is_shared)
        return self._best[alike]

    def _find_best_type(
        self, candidate: Candidate, *, is_shared: bool
    ) -> tuple[PartnershipType | None, float]:
        closed = _closed_types(candidate, self._today)
        has_worked = any(state in _WORKED for _key, state in candidate.partnerships)
        best: tuple[PartnershipType | None, float] = (None, 0.0)
        for kind in self._types.values():
            if kind.key in closed or not _is_possible(kind, self._firm, candidate, is_shared=is_shared):
                continue
            points = _type_points(kind, is_shared=is_shared, has_worked=has_worked)
            if best[0] is None or points > best[1]:
                best = (kind, points)
        return best


def _verdict(candidate: Candidate, kind: PartnershipType | None, today: date) -> Verdict:
    if candidate.is_competitor and kind is None:
        return Verdict.COMPETITOR
    if _waits(candidate, today):
        return Verdict.NOT_NOW
    if not candidate.audience:
        return Verdict.UNKNOWN
    return Verdict.ASK if kind else Verdict.NOTHING_NEW


def _waits(candidate: Candidate, today: date) -> bool:
    return candidate.retry_on is not None and candidate.retry_on > today


def _closed_types(candidate: Candidate, today: date) -> set[str]:
    """Types that are under way, or were refused and are not to be asked about again yet."""
    retries = dict(candidate.retry_days)
    closed = {key for key, state in candidate.partnerships if state in _UNDER_WAY}
    for key, state in candidate.partnerships:
        retry = retries.get(key)
        if state is State.REFUSED and (retry is None or retry > today):
            closed.add(key)
    return closed


def _is_possible(kind: PartnershipType, firm: OwnFirm, candidate: Candidate, *, is_shared: bool) -> bool:
    fit = kind.fit
    if candidate.is_competitor and not fit.competitor_possible:
        return False
    if fit.audience is Audience.NEEDED and not is_shared:
        return False
    return all(
        not needed or set(needed) & set(owned)
        for needed, owned in ((fit.we_need, firm.assets), (fit.they_need, candidate.assets))
    )


def _type_points(kind: PartnershipType, *, is_shared: bool, has_worked: bool) -> float:
    """How much speaks for a possible type: shared clients, assets that it rests on, little effort.

    An asset counts the more, the fewer others could stand in for it: nearly every two firms can tell their
    clients of each other, but only where both have premises can each show the other's goods.
    """
    points = _AUDIENCE_POINTS[kind.fit.audience]
    if kind.fit.audience is Audience.HELPS and not is_shared:
        points = _HELP_MISSING
    points += sum(1 / len(needed) for needed in (kind.fit.we_need, kind.fit.they_need) if needed)
    # Who has worked together already may take on more.
    points -= _EFFORT_COST[kind.effort] / (2 if has_worked else 1)
    return points - kind.fit.first_result_weeks / _WEEKS_IN_HALF_A_YEAR


def _shared_points(shared: Sequence[str]) -> int:
    more = min(len(shared), _MOST_SHARED) - 1
    return _FIRST_SHARED + more * _MORE_SHARED if shared else 0


def _goods_points(firm: OwnFirm, candidate: Candidate, same_goods: Sequence[str]) -> int:
    if candidate.is_competitor:
        return _COMPETES
    if same_goods:
        return _SAME_GOODS
    return _OTHER_GOODS if firm.sells and candidate.sells else 0


def _stage_points(candidate: Candidate, today: date) -> int:
    points = _STAGE_POINTS[candidate.stage]
    if candidate.retry_on is not None and candidate.retry_on <= today:
        points += _RETRY_DUE
    return points


def _fit_reasons(
    firm: OwnFirm, candidate: Candidate, shared: tuple[str, ...], same_goods: tuple[str, ...]
) -> list[Reason]:
    reasons = []
    if shared:
        reasons.append(Reason(ReasonKind.SHARED_AUDIENCE, shared))
    elif candidate.audience:
        reasons.append(Reason(ReasonKind.OTHER_AUDIENCE, candidate.audience))
    else:
        reasons.append(Reason(ReasonKind.AUDIENCE_UNKNOWN))
    if candidate.is_competitor:
        reasons.append(Reason(ReasonKind.COMPETES))
    elif same_goods:
        reasons.append(Reason(ReasonKind.SAME_GOODS, same_goods))
    elif firm.sells and candidate.sells:
        reasons.append(Reason(ReasonKind.OTHER_GOODS))
    return reasons


def _asset_reasons(kind: PartnershipType, firm: OwnFirm, candidate: Candidate) -> list[Reason]:
    ours = [asset for asset in kind.fit.we_need if asset in firm.assets]
    theirs = [asset for asset in kind.fit.they_need if asset in candidate.assets]
    both = [asset for asset in ours if asset in theirs]
    if both:
        return [Reason(ReasonKind.BOTH_BRING, tuple(both))]
    sides = ((ReasonKind.THEY_BRING, theirs), (ReasonKind.WE_BRING, ours))
    return [Reason(side, tuple(assets)) for side, assets in sides if assets]


def _standing_reasons(
    candidate: Candidate, types: Mapping[str, PartnershipType], today: date
) -> list[Reason]:
    reasons = []
    under_way = {key for key, state in candidate.partnerships if state in _UNDER_WAY and key in types}
    if under_way:
        keys = tuple(key for key in types if key in under_way)
        reasons.append(Reason(ReasonKind.UNDER_WAY, keys))
    if candidate.retry_on is not None:
        waits = _waits(candidate, today)
        reasons.append(Reason(ReasonKind.WAIT if waits else ReasonKind.RETRY_DUE, day=candidate.retry_on))
    elif candidate.stage in _STAGE_REASONS:
        reasons.append(Reason(_STAGE_REASONS[candidate.stage]))
    return reasons
