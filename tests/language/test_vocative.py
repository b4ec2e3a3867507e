"""The vocative of first names, and the gender that a name speaks for."""

import csv
from pathlib import Path

import pytest

from partnerdesk.domain.partner import Gender
from partnerdesk.language.inflection import guess_gender
from partnerdesk.language.names import tidy_name
from partnerdesk.language.salutation import certain_vocative as vocative

COLLECTED = Path(__file__).parents[2] / "../shared/data/inflection_dev.tsv"


@pytest.mark.skipif(not COLLECTED.exists(), reason="the collected forms are not at hand")
def test_of_the_collected_names_at_least_95_in_100_are_right() -> None:
    with COLLECTED.open(encoding="utf-8", newline="") as file:
        rows = [
            row
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            if row["kind"] == "first" and row["case"] == "voc"
        ]
    made = [(row["name"], vocative(row["name"], Gender(row["gender"])), row["expected"]) for row in rows]
    wrong = [entry for entry in made if entry[1] not in entry[2].split("|")]
    assert len(rows) > 50
    assert len(wrong) <= 0.05 * len(rows), wrong


@pytest.mark.parametrize(
    ("names", "forms"),
    [
        ("Wiktor Piotr Igor Artur", "Wiktorze Piotrze Igorze Arturze"),
        ("Aleksander Kacper Sylwester Oliver", "Aleksandrze Kacprze Sylwestrze Oliverze"),
        ("Marek Jacek Maciek Krzysiek Maniek", "Marku Jacku Maćku Krzyśku Mańku"),
        ("Paweł Gaweł Michał Rafał Bogumił", "Pawle Gawle Michale Rafale Bogumile"),
        ("Tomasz Łukasz Grzegorz Mateusz", "Tomaszu Łukaszu Grzegorzu Mateuszu"),
        ("Wojciech Roch Dominik Oleg Karol", "Wojciechu Rochu Dominiku Olegu Karolu"),
        ("Andrzej Maciej Mikołaj Andrij", "Andrzeju Macieju Mikołaju Andriju"),
        ("Jan Adam Jakub Filip Stanisław", "Janie Adamie Jakubie Filipie Stanisławie"),
        ("Robert Ernest Konrad Zygmunt", "Robercie Erneście Konradzie Zygmuncie"),
        ("Antoni Jerzy Ignacy Bruno Harry", "Antoni Jerzy Ignacy Bruno Harry"),
        ("Kuba Barnaba Kosma", "Kubo Barnabo Kosmo"),
        ("Zbigniew Lew Feliks Staś", "Zbigniewie Lwie Feliksie Stasiu"),
    ],
)
def test_names_of_men(names: str, forms: str) -> None:
    assert [vocative(name, Gender.M) for name in names.split()] == forms.split()


@pytest.mark.parametrize(
    ("names", "forms"),
    [
        ("Anna Ewa Agnieszka Róża Olga", "Anno Ewo Agnieszko Różo Olgo"),
        ("Maria Zofia Julia Sylwia Lidia", "Mario Zofio Julio Sylwio Lidio"),
        ("Stefania Eugenia Melania", "Stefanio Eugenio Melanio"),
        ("Kasia Hania Zuzia Ewcia Jadzia Sonia", "Kasiu Haniu Zuziu Ewciu Jadziu Soniu"),
        ("Alicja Łucja Maja", "Alicjo Łucjo Maju"),
        ("Ela Ola Jola Kamila Izabela", "Elu Olu Jolu Kamilo Izabelo"),
        ("Noemi Nicole Karen Inez", "Noemi Nicole Karen Inez"),
    ],
)
def test_names_of_women(names: str, forms: str) -> None:
    assert [vocative(name, Gender.F) for name in names.split()] == forms.split()


@pytest.mark.parametrize("name", ["Hugh", "Matthew", "Scott", "Jacques", "J.", "X", "", "Jan 3"])
def test_no_form_is_made_up_where_the_rules_are_not_sure(name: str) -> None:
    assert vocative(name, Gender.M) is None


def test_every_part_of_a_double_name_is_inflected() -> None:
    assert vocative("Jan Paweł", Gender.M) == "Janie Pawle"
    assert vocative("Anna-Maria", Gender.F) == "Anno-Mario"
    assert vocative("Jan M.", Gender.M) is None


def test_letter_case_and_spaces_are_mended() -> None:
    assert vocative("  wiktor ", Gender.M) == "Wiktorze"
    assert vocative("ŁUKASZ", Gender.M) == "Łukaszu"
    assert tidy_name("anna-maria  kowalska") == "Anna-Maria Kowalska"
    assert tidy_name("McDonald") == "McDonald"


@pytest.mark.parametrize(
    ("names", "gender"),
    [
        ("Anna Zofia Noemi Carmen Elizabeth anna", Gender.F),
        ("Jan Jerzy Kuba Barnaba Bruno Wojciech Oleh", Gender.M),
        ("Andrea Alex Zacharie Noah X", None),
    ],
)
def test_a_name_speaks_for_a_gender_or_for_none(names: str, gender: Gender | None) -> None:
    assert {guess_gender(name, analyser=None) for name in names.split()} == {gender}
    assert guess_gender("") is None
