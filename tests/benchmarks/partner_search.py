"""How long the partner directory takes to find among 100,000 partners.

Run by ``.venv/bin/python -m tests.benchmarks.partner_search [COUNT]``. Each line gives the median of seven
runs in milliseconds, the ratio to a baseline in the same run (all keys read from the table in the order of
its rows) and how many partners were found.
"""

import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from partnerdesk.domain.partner import Stage
from partnerdesk.domain.partner_filter import OrderBy, PartnerFilter, PartnerOrder
from partnerdesk.storage.partner_search import (
    cities_in_use,
    first_people,
    last_contacts,
    partner_keys,
    responsible_in_use,
    terms_in_use,
)
from partnerdesk.storage.workspace import Workspace
from tests.benchmarks.many_partners import TODAY, fill_with_partners

_RUNS = 7


def measure(workspace: Workspace) -> None:
    base = _time(lambda: [row[0] for row in workspace.select("SELECT id FROM partner NOT INDEXED")])
    print(f"{'baseline: all keys':44} {base[0]:8.1f} ms  1.0  {base[1]:7}")
    for name, run in _cases(workspace):
        took, found = _time(run)
        print(f"{name:44} {took:8.1f} ms {took / base[0]:4.1f}  {found:7}")


def _cases(workspace: Workspace) -> list[tuple[str, Callable[[], Sequence[object]]]]:
    def finding(search: str = "", limit: int | None = None, **more: object) -> Callable[[], list[int]]:
        return lambda: partner_keys(workspace, search, limit, today=TODAY, **more)

    page = partner_keys(workspace, limit=200)
    old = PartnerFilter(not_contacted_days=90)
    some = PartnerFilter(stages=(Stage.PARTNER, Stage.PROSPECT), tags=("VIP", "ślub"), cities=("Łódź",))
    cases: list[tuple[str, Callable[[], Sequence[object]]]] = [
        ("everybody", finding()),
        ("everybody, first screen", finding(limit=200)),
        ("one letter", finding("k")),
        ("one letter, first screen", finding("k", 200)),
        ("two words", finding("kow gda")),
        ("nothing found", finding("brakuje")),
        ("filter: tag", finding(where=PartnerFilter(tags=("VIP",)))),
        ("filter: audience", finding(where=PartnerFilter(audiences=("firmy",)))),
        ("filter: stages", finding(where=PartnerFilter(stages=(Stage.PARTNER, Stage.PROSPECT)))),
        ("filter: town", finding(where=PartnerFilter(cities=("Łódź",)))),
        ("filter: responsible", finding(where=PartnerFilter(responsible=("Ewa",)))),
        ("filter: key clients", finding(where=PartnerFilter(key_client=True))),
        ("filter: last contact", finding(where=old)),
        ("filter: stages, tags and town", finding(where=some)),
        ("one letter and last contact", finding("k", where=old)),
    ]
    for by in OrderBy:
        for descending in (False, True):
            order = PartnerOrder(by, descending)
            cases.append((f"order: {by}{' descending' if descending else ''}", finding(order=order)))
    cases += [
        ("one letter, order: last contact", finding("k", order=PartnerOrder(OrderBy.LAST_CONTACT))),
        ("one letter, order: responsible", finding("k", order=PartnerOrder(OrderBy.RESPONSIBLE))),
        ("page: records", lambda: workspace.partners.get_many(page)),
        ("page: last contacts", lambda: list(last_contacts(workspace, page))),
        ("page: people", lambda: list(first_people(workspace, page))),
        ("choices: tags", lambda: terms_in_use(workspace, "tag")),
        ("choices: audience", lambda: terms_in_use(workspace, "audience")),
        ("choices: towns", lambda: cities_in_use(workspace)),
        ("choices: responsible", lambda: responsible_in_use(workspace)),
        ("count", lambda: range(workspace.partners.count("deleted_at IS NULL"))),
    ]
    return cases


def _time(run: Callable[[], Sequence[object]]) -> tuple[float, int]:
    run()
    times = []
    for _ in range(_RUNS):
        start = perf_counter()
        found = run()
        times.append((perf_counter() - start) * 1_000)
    return median(times), len(found)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.partnerdesk"
        fill_with_partners(path, int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
        with Workspace(path) as opened:
            measure(opened)
