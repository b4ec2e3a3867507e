"""What people write into a partner's history."""

from datetime import date

import pytest

from partnerdesk.domain.partner import HistoryKind, Partner
from partnerdesk.services.desk import Desk
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.problems import Problem

DAY = date(2026, 3, 1)


def test_entries_of_several_partners_are_one_change_or_none(desk: Desk) -> None:
    one, other = (
        desk.directory.save(PartnerFile(Partner(name=name), ())).partner.key for name in ("Alfa", "Beta")
    )
    entries = [(one, "telefon", HistoryKind.CALL, DAY), (other, "notatka", HistoryKind.NOTE, DAY)]
    for wrong in ((one, " ", HistoryKind.NOTE, DAY), (other + 1, "x", HistoryKind.NOTE, DAY)):
        with pytest.raises(Problem):
            desk.history.add_all([*entries, wrong])
    assert desk.directory.history(one) == desk.directory.history(other) == []
    desk.history.add_all(entries)
    assert [entry.kind for entry in desk.directory.history(one)] == [HistoryKind.CALL]
    assert desk.undo.undo_label == "Add 2 entries"
    desk.undo.undo()
    assert desk.directory.history(one) == desk.directory.history(other) == []
    desk.history.add_all(entries[:1])
    assert desk.undo.undo_label == "Add call"
