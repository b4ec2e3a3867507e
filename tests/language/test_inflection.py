"""Polish names, titles and organisations in every case."""

import csv
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partnerdesk.language.inflection import (
    CERTAIN,
    Case,
    GrammaticalGender,
    Inflection,
    Kind,
    Source,
    guess_gender,
    inflect,
    weigh_gender,
)
from partnerdesk.language.inflection.analyser import OWN, Own, default_analyser

COLLECTED = Path(__file__).parents[2] / "../shared/data/inflection_dev.tsv"
OWN_FORMS = Path(__file__).parent / "data/inflection_own.tsv"

WITH_AND_WITHOUT = pytest.mark.parametrize("analyser", [OWN, None], ids=["dictionary", "rules"])


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def wrong(path: Path, analyser: Own | None) -> list[tuple[str, str, str, Inflection]]:
    """The rows whose form is not among the accepted ones."""
    found = []
    for row in rows(path):
        made = inflect(row["name"], row["case"], row["gender"], row["kind"], analyser=analyser)
        if made.form not in row["expected"].split("|"):
            found.append((row["name"], row["case"], row["expected"], made))
    return found


def form(text: str, case: str, gender: str, kind: str) -> str:
    return inflect(text, case, gender, kind).form


@WITH_AND_WITHOUT
@pytest.mark.parametrize("path", [COLLECTED, OWN_FORMS], ids=["collected", "own"])
def test_97_in_100_forms_are_right_and_none_is_wrong_and_certain(path: Path, analyser: Own | None) -> None:
    if not path.exists():
        pytest.skip("the collected forms are not at hand")
    mistaken = wrong(path, analyser)
    assert len(rows(path)) > 500
    assert len(mistaken) <= 0.03 * len(rows(path)), mistaken
    assert [entry for entry in mistaken if entry[3].confidence >= CERTAIN] == []


def test_the_dictionary_is_at_hand_where_it_has_a_wheel() -> None:
    assert default_analyser() is not None
    assert inflect("Wawrzyniec", "gen", "m", "first").source is Source.DICTIONARY
    assert inflect("Wawrzyniec", "gen", "m", "first", analyser=None).source is Source.RULES


def test_the_users_own_form_goes_before_everything() -> None:
    made = inflect("Max", "voc", "m", "first", overrides={"voc": "Maxie"})
    assert (made.form, made.confidence, made.source) == ("Maxie", 1.0, Source.OVERRIDE)
    assert inflect("Max", "gen", "m", "first", overrides={"voc": "Maxie"}).source is not Source.OVERRIDE


@pytest.mark.parametrize(
    ("text", "gender", "kind", "dative"),
    [
        ("Pan", "m", "noun", "Panu"),
        ("Pani", "f", "noun", "Pani"),
        ("Państwo", "pl", "noun", "Państwu"),
        ("PKO BP", "m", "org", "PKO BP"),
        ("firma „Dekora”", "f", "org", "firmie „Dekora”"),
        ("firma Uniqa", "f", "org", "firmie Uniqa"),
        ("Fundacja im. Stefana Batorego", "f", "org", "Fundacji im. Stefana Batorego"),
        ("specjalistka ds. marketingu", "f", "title", "specjalistce ds. marketingu"),
        ("dyrektor do spraw sprzedaży", "m", "title", "dyrektorowi do spraw sprzedaży"),
        ("CEO", "m", "title", "CEO"),
        ("prezes zarządu", "f", "title", "prezes zarządu"),
        ("Nowak", "f", "last", "Nowak"),
        ("Nowak-Kowalska", "f", "last", "Nowak-Kowalskiej"),
        ("Ludwig van Beethoven", "m", "person", "Ludwigowi van Beethovenowi"),
        ("J. Kowalski", "m", "person", "J. Kowalskiemu"),
        ("prof. dr hab. Jan Lis", "m", "person", "prof. dr. hab. Janowi Lisowi"),
        ("Państwo Kowalscy", "pl", "person", "Państwu Kowalskim"),
        ("ŁUKASZ", "m", "first", "ŁUKASZOWI"),
        ("łukasz", "m", "first", "Łukaszowi"),
    ],
)
def test_fixed_policy(text: str, gender: str, kind: str, dative: str) -> None:
    made = inflect(text, "dat", gender, kind)
    assert made.form == dative
    assert made.is_certain


@pytest.mark.parametrize(
    ("text", "gender", "greeting"),
    [
        ("Szanowny Pan Jan Kowalski", "m", "Szanowny Panie Janie"),
        ("Szanowny Pan Kowalski", "m", "Szanowny Panie"),
        ("Szanowny Pan Wiceprezes", "m", "Szanowny Panie Prezesie"),
        ("Szanowny Pan Dyrektor Jan Nowak", "m", "Szanowny Panie Dyrektorze"),
        ("Szanowny Ksiądz Proboszcz", "m", "Szanowny Księże Proboszczu"),
        ("Szanowna Pani Dyrektor", "f", "Szanowna Pani Dyrektor"),
        ("Szanowna Anna Iwanowna", "f", "Szanowna Anno Iwanowno"),
        ("Szanowni Państwo Kowalscy", "pl", "Szanowni Państwo"),
    ],
)
def test_a_greeting_stands_in_the_vocative_and_names_no_surname(
    text: str, gender: str, greeting: str
) -> None:
    assert form(text, "voc", gender, "salut") == greeting


@pytest.mark.parametrize(
    ("text", "gender", "kind", "case", "forms"),
    [
        ("Gołąb", "m", "last", "gen", {"Gołębia", "Gołąba"}),
        ("Kozioł", "m", "last", "gen", {"Kozła", "Kozioła"}),
        ("Max", "m", "first", "voc", {"Maksie", "Maxie"}),
        ("sędzia", "f", "title", "gen", {"sędzi"}),
    ],
)
def test_where_usage_is_divided_all_forms_are_offered_and_none_is_certain(
    text: str, gender: str, kind: str, case: str, forms: set[str]
) -> None:
    made = inflect(text, case, gender, kind)
    assert not made.is_certain
    assert forms <= {made.form, *made.alternatives}


def test_what_no_rule_fits_comes_back_unchanged_and_flagged() -> None:
    for text in ("Mostostal", "???", "Jan3"):
        made = inflect(text, "gen", "m", "org" if text == "Mostostal" else "last")
        assert (made.form, made.is_doubtful) == (text, True)


def test_a_case_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="abl"):
        inflect("Jan", "abl", "m", "first")


@settings(deadline=None, max_examples=500)
@given(
    st.text(max_size=40),
    st.sampled_from(Case),
    st.sampled_from(GrammaticalGender),
    st.sampled_from(Kind),
    st.sampled_from([OWN, None]),
)
def test_any_text_has_some_form_and_the_nominative_is_the_text(
    text: str, case: Case, gender: GrammaticalGender, kind: Kind, analyser: Own | None
) -> None:
    made = inflect(text, case, gender, kind, analyser=analyser)
    assert 0 <= made.confidence <= 1
    assert made.form not in made.alternatives
    if case is Case.NOM and kind is not Kind.SALUT:
        assert made.form == " ".join(text.split())


@pytest.mark.parametrize(
    ("parts", "gender"),
    [
        (("Anna", "", "", ""), "f"),
        (("Kosma", "", "", ""), "m"),
        (("Beatrycze", "", "", ""), "f"),
        (("", "Kowalska", "", ""), "f"),
        (("", "Kowalski", "", ""), "m"),
        (("Sasza", "", "Iwanowna", ""), "f"),
        (("Alex", "", "", "Pani"), "f"),
        (("Andrea", "Zielińska", "", ""), "f"),
        (("Alex", "Nowak", "", ""), None),
        (("", "", "", ""), None),
    ],
)
def test_the_parts_of_a_name_speak_for_a_gender(parts: tuple[str, str, str, str], gender: str | None) -> None:
    assert guess_gender(*parts) == gender


def test_a_well_known_name_is_surer_than_an_ending() -> None:
    assert weigh_gender("Anna").confidence > weigh_gender("Zyxena", analyser=None).confidence > 0.5
    assert weigh_gender("Alex").confidence == 0


def test_the_dictionary_is_loaded_only_when_a_word_is_looked_up() -> None:
    program = (
        "import sys\n"
        "import partnerdesk.language\n"
        "assert 'partnerdesk.language.inflection' not in sys.modules\n"
        "from partnerdesk.language import guess_gender, inflect\n"
        "import partnerdesk.language.salutation\n"
        "assert 'morfeusz2' not in sys.modules\n"
        "assert 'partnerdesk.language.inflection.surnames' not in sys.modules\n"
        "assert inflect('Anna', 'dat', 'f', 'first').form == 'Annie'\n"
        "assert guess_gender('Anna') == 'f'\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
