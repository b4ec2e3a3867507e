"""The content files: all of them load, and what is wrong with one is named."""

import shutil
from pathlib import Path

import pytest

from partnerdesk.domain.partnership_type import GovernanceDepth
from partnerdesk.services.catalogue import Catalogues, read_catalogue
from partnerdesk.services.content import ContentError

TYPES = [
    "card_swap", "client_base_sale", "dead_lead_swap", "gift_bundle", "discount_programme", "stand_swap",
    "catalogue_swap", "joint_event", "barter", "resource_swap", "joint_client_projects",
    "information_partnership", "affiliate_programme", "product_launch", "joint_business",
]  # fmt: skip
LETTERS = [
    "new_clients", "joint_project", "long_cooperation", "project_success", "mutual_support",
    "sole_trader_thanks", "media_thanks", "school_thanks",
]  # fmt: skip


@pytest.mark.parametrize("language", ["pl", "en"])
def test_all_types_and_letters_are_there_in_their_order(catalogues: Catalogues, language: str) -> None:
    catalogue = catalogues.in_language(language)
    assert list(catalogue.types) == TYPES
    assert list(catalogue.letters) == LETTERS


def test_both_languages_describe_the_same_fields(catalogues: Catalogues) -> None:
    for key in TYPES:
        pl, en = catalogues.pl.types[key], catalogues.en.types[key]
        assert [(field.key, field.kind, field.required) for field in pl.terms] == [
            (field.key, field.kind, field.required) for field in en.terms
        ]
        assert pl.idea != en.idea
        assert pl.effort is en.effort
        assert pl.governance is en.governance


def test_the_governance_that_a_type_needs_grows_with_what_is_at_stake(catalogues: Catalogues) -> None:
    depths: dict[GovernanceDepth, set[str]] = {}
    for key, kind in catalogues.en.types.items():
        depths.setdefault(kind.governance, set()).add(key)
    assert depths == {
        GovernanceDepth.LIGHT: {"card_swap", "catalogue_swap", "resource_swap", "information_partnership"},
        GovernanceDepth.STANDARD: {
            "client_base_sale", "dead_lead_swap", "gift_bundle", "discount_programme", "stand_swap",
            "joint_event", "barter", "affiliate_programme",
        },
        GovernanceDepth.FULL: {"joint_client_projects", "product_launch", "joint_business"},
    }  # fmt: skip


def test_every_type_warns_of_the_law_and_binds_both_sides(catalogues: Catalogues) -> None:
    for kind in catalogues.pl.types.values():
        assert any(caution.legal for caution in kind.cautions), kind.key
        assert len(kind.obligations) >= 2, kind.key
        assert len(kind.terms) >= 5, kind.key


@pytest.fixture
def content(tmp_path: Path, resources: Path) -> Path:
    for folder in ("partnership_types", "letter_templates"):
        shutil.copytree(resources / folder, tmp_path / folder)
    return tmp_path


@pytest.mark.parametrize(
    ("file", "old", "new", "named"),
    [
        ("partnership_types/barter.toml", "order = ", "colour = 1\norder = ", r"barter\.toml.*'colour'"),
        ("partnership_types/barter.toml", "[weakness]", "[weaknes]", r"barter\.toml.*weakness"),
        (
            "partnership_types/barter.toml",
            'effort = "',
            'effort = "x',
            r"barter\.toml\.effort.*low, medium, high",
        ),
        ("partnership_types/barter.toml", "governance = ", "governanse = ", r"barter\.toml.*'governance'"),
        (
            "partnership_types/barter.toml",
            'governance = "',
            'governance = "x',
            r"barter\.toml\.governance.*light, standard, full",
        ),
        ("partnership_types/barter.toml", "[agreement]", "[agreements]", r"barter\.toml.*'agreement'"),
        ("partnership_types/barter.toml", "[title]\npl", "[title]\nde", r"barter\.toml\.title.*pl, en"),
        ("letter_templates/joint_project.toml", "{project", "{projekt", r"joint_project\.toml.*projekt"),
        ("letter_templates/joint_project.toml", "[body]", "[boddy]", r"joint_project\.toml.*body"),
    ],
)
def test_a_fault_in_a_content_file_is_named_with_its_place(
    content: Path, file: str, old: str, new: str, named: str
) -> None:
    path = content / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError, match=named):
        read_catalogue(content, "pl")


def test_broken_toml_names_the_file(content: Path) -> None:
    (content / "partnership_types" / "barter.toml").write_text("order =", encoding="utf-8")
    with pytest.raises(ContentError, match=r"barter\.toml"):
        read_catalogue(content, "en")
