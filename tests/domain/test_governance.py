"""What is advised on about running a partnership, by how much is at stake."""

from typing import Any

import pytest

from partnerdesk.domain.governance import GovernanceWarning, governance_warnings
from partnerdesk.domain.partnership import LastWord, Partnership, ReviewRhythm
from partnerdesk.domain.partnership_type import GovernanceDepth
from partnerdesk.language.governance_words import governance_advice
from partnerdesk.language.interface import use_language
from partnerdesk.services.resources import resources_folder

LIGHT, STANDARD, FULL = GovernanceDepth
SPLIT, LEADER, EQUAL, DECISION, DISPUTE, REVIEW, EXIT = GovernanceWarning
SETTLED: dict[str, Any] = {
    "our_functions": "Kwiaty",
    "their_functions": "Sala",
    "last_word": LastWord.THEM,
    "decision_rule": "Do 500 zł każdy sam",
    "dispute_rule": "Mediator",
    "review_rhythm": ReviewRhythm.QUARTERLY,
    "exit_rule": "Miesiąc wypowiedzenia",
}


@pytest.mark.parametrize(
    ("depth", "without", "warned_of"),
    [
        (LIGHT, list(SETTLED), (LEADER, REVIEW)),
        (STANDARD, list(SETTLED), (SPLIT, LEADER, DISPUTE, REVIEW)),
        (FULL, list(SETTLED), (SPLIT, LEADER, DECISION, DISPUTE, REVIEW, EXIT)),
        *((depth, [], ()) for depth in GovernanceDepth),
        (STANDARD, ["our_functions"], (SPLIT,)),
        (STANDARD, ["their_functions"], (SPLIT,)),
        (LIGHT, ["our_functions", "their_functions"], ()),
        (STANDARD, ["decision_rule", "exit_rule"], ()),
        (FULL, ["decision_rule"], (DECISION,)),
        (FULL, ["exit_rule"], (EXIT,)),
        (FULL, ["dispute_rule"], (DISPUTE,)),
        (LIGHT, ["dispute_rule", "review_rhythm"], (REVIEW,)),
    ],
)
def test_what_is_open_is_warned_of_where_the_type_needs_it(
    depth: GovernanceDepth, without: list[str], warned_of: tuple[GovernanceWarning, ...]
) -> None:
    settled = {key: value for key, value in SETTLED.items() if key not in without}
    assert governance_warnings(Partnership(partner_id=1, type_key="x", **settled), depth) == warned_of


@pytest.mark.parametrize(
    ("values", "depth", "warned_of"),
    [
        ({"last_word": LastWord.BOTH}, LIGHT, ()),
        ({"last_word": LastWord.BOTH}, STANDARD, (EQUAL,)),
        ({"last_word": LastWord.BOTH}, FULL, (EQUAL,)),
        ({"their_functions": " KWIATY "}, STANDARD, (SPLIT,)),
        ({"our_functions": "wszystko\nrazem", "their_functions": "Wszystko razem"}, FULL, (SPLIT,)),
        ({"dispute_rule": " \n "}, STANDARD, (DISPUTE,)),
        ({"exit_rule": "\t"}, FULL, (EXIT,)),
    ],
)
def test_equal_power_same_functions_and_blank_rules_settle_nothing(
    values: dict[str, Any], depth: GovernanceDepth, warned_of: tuple[GovernanceWarning, ...]
) -> None:
    partnership = Partnership(partner_id=1, type_key="x", **(SETTLED | values))
    assert governance_warnings(partnership, depth) == warned_of


@pytest.mark.parametrize("language", ["en", "pl"])
def test_every_warning_has_words_in_each_depth(language: str) -> None:
    use_language(language, resources_folder())
    for depth in GovernanceDepth:
        advice = [governance_advice(warning, depth) for warning in GovernanceWarning]
        assert len(set(advice)) == len(advice)
        assert all(text.endswith(".") and len(text) > 40 for text in advice)
    heavy, usual = (governance_advice(LEADER, depth) for depth in (FULL, STANDARD))
    assert heavy != usual
