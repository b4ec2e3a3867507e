"""What the ranking of firms to ask needs to know of each of them, read without their whole records."""

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from partnerdesk.domain.partner import Stage
from partnerdesk.domain.partnership import State
from partnerdesk.domain.partnership_type import Asset
from partnerdesk.domain.ranking import Candidate
from partnerdesk.storage.workspace import Workspace


def ask_candidates(workspace: Workspace) -> Iterator[Candidate]:
    """Every partner that is not in the bin, in Polish alphabetical order of their names."""
    rows = workspace.select(
        """SELECT id, stage, is_competitor, sells, audience, assets FROM partner
           WHERE deleted_at IS NULL ORDER BY sort_key, id"""
    )
    states, refusals = _partnerships(workspace)
    retries = _retry_days(workspace)
    for key, stage, is_competitor, sells, audience, assets in rows:
        refused = tuple(refusals.get(key, ()))
        retry_on = retries.get(key)
        if retry_on is None and stage == Stage.REFUSED and refused:
            retry_on = max(day for _type, day in refused)
        yield Candidate(
            key=key,
            stage=Stage(stage),
            is_competitor=bool(is_competitor),
            sells=_terms(sells),
            audience=_terms(audience),
            assets=_assets(assets),
            partnerships=tuple(states.get(key, ())),
            retry_days=refused,
            retry_on=retry_on,
        )


@lru_cache(maxsize=10_000)
def _terms(text: str) -> tuple[str, ...]:
    """The terms of a column. Reading JSON takes the most time, and many firms have the same."""
    return tuple(json.loads(text))


@lru_cache(maxsize=10_000)
def _assets(text: str) -> tuple[Asset, ...]:
    return tuple(Asset(asset) for asset in json.loads(text))


def _partnerships(
    workspace: Workspace,
) -> tuple[dict[int, list[tuple[str, State]]], dict[int, list[tuple[str, date]]]]:
    """The types and states of each partner's partnerships, and the days to ask again after refusals."""
    states: dict[int, list[tuple[str, State]]] = defaultdict(list)
    refusals: dict[int, list[tuple[str, date]]] = defaultdict(list)
    for partner_id, type_key, state, retry_on in workspace.select(
        "SELECT partner_id, type_key, state, retry_on FROM partnership WHERE deleted_at IS NULL ORDER BY id"
    ):
        states[partner_id].append((type_key, State(state)))
        if state == State.REFUSED and retry_on:
            refusals[partner_id].append((type_key, date.fromisoformat(retry_on)))
    return states, refusals


def _retry_days(workspace: Workspace) -> dict[int, date]:
    """The day to ask again by partner, where its latest attempt has one."""
    rows = workspace.select(
        """SELECT partner_id, retry_on FROM approach WHERE retry_on IS NOT NULL
             AND NOT EXISTS (SELECT 1 FROM approach AS later WHERE later.partner_id = approach.partner_id
                             AND (later.happened_on, later.id) > (approach.happened_on, approach.id))"""
    )
    return {partner_id: date.fromisoformat(retry_on) for partner_id, retry_on in rows}
