"""The owner's own fields."""

from dataclasses import replace
from typing import Any

import pytest

from partnerdesk.domain.custom_field import CustomField, CustomKind
from partnerdesk.domain.field import FieldKind
from partnerdesk.domain.partner import Partner
from partnerdesk.services.custom_fields import check_custom_value
from partnerdesk.services.desk import Desk
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.partner_values import file_from, form_values
from partnerdesk.services.problems import InvalidInput

KINDS = (
    CustomField(label="Numer klienta", kind=CustomKind.TEXT),
    CustomField(label="Rabat", kind=CustomKind.NUMBER),
    CustomField(label="Audyt", kind=CustomKind.DATE),
    CustomField(label="Poziom", kind=CustomKind.CHOICE, choices=("srebrny", "złoty")),
    CustomField(label="Newsletter", kind=CustomKind.YES_NO),
)


@pytest.fixture
def fields(desk: Desk) -> list[CustomField]:
    return desk.custom_fields.save(KINDS)


def with_values(desk: Desk, fields: list[CustomField], *values: Any) -> PartnerFile:
    custom = {field.uuid: value for field, value in zip(fields, values, strict=False)}
    return desk.directory.save(PartnerFile(Partner(name="Alfa", custom=custom), ()))


def test_fields_are_described_for_forms_in_their_order(desk: Desk, fields: list[CustomField]) -> None:
    described = desk.custom_fields.fields()
    assert [field.label for field in described] == [field.label for field in KINDS]
    assert [field.kind for field in described] == [
        FieldKind.TEXT, FieldKind.DECIMAL, FieldKind.DATE, FieldKind.CHOICE, FieldKind.YES_NO,
    ]  # fmt: skip
    assert described[0].key == f"custom.{fields[0].uuid}"
    assert [choice.key for choice in described[3].choices] == ["srebrny", "złoty"]
    desk.custom_fields.save([*fields[1:], fields[0]])
    assert [field.label for field in desk.custom_fields.all()][-1] == "Numer klienta"
    assert desk.undo.undo_label == "Change own fields"
    desk.undo.undo()
    assert desk.custom_fields.all()[0].label == "Numer klienta"


def test_values_go_through_the_form_and_back(desk: Desk, fields: list[CustomField]) -> None:
    file = with_values(desk, fields, "A-7", "12.50", "2026-11-23", "złoty", True)
    values = form_values(file)
    assert values[f"custom.{fields[1].uuid}"] == "12.50"
    changed = file_from(file, values | {f"custom.{fields[0].uuid}": None, f"custom.{fields[4].uuid}": False})
    assert changed.partner.custom == {
        fields[1].uuid: "12.50",
        fields[2].uuid: "2026-11-23",
        fields[3].uuid: "złoty",
        fields[4].uuid: False,
    }
    assert file_from(file, {"name": "Beta"}).partner.custom == file.partner.custom


def test_wrong_values_are_told_by_their_field(desk: Desk, fields: list[CustomField]) -> None:
    with pytest.raises(InvalidInput) as error:
        with_values(desk, fields, 7, "dużo", "2026-02-30", "brązowy", "tak")
    assert set(error.value.faults) == {f"custom.{field.uuid}" for field in fields}
    assert desk.directory.count() == 0


@pytest.mark.parametrize(
    ("number", "value", "right"),
    [
        (1, "12.50", True),
        (1, "-3", True),
        (1, "12,5", False),
        (1, "1e5", False),
        (1, "NaN", False),
        (2, "2026-11-23", True),
        (2, "20261123", False),
        (2, "23.11.2026", False),
    ],
)
def test_values_are_stored_in_one_shape_alone(number: int, value: str, right: bool) -> None:
    assert (check_custom_value(KINDS[number], value) == "") is right


def test_a_field_needs_a_name_of_its_own_and_a_choice_something_to_choose(desk: Desk) -> None:
    wrong = [
        CustomField(label=" ", kind=CustomKind.TEXT),
        CustomField(label="Poziom", kind=CustomKind.TEXT),
        CustomField(label="poziom", kind=CustomKind.CHOICE, choices=("a", " A ")),
    ]
    with pytest.raises(InvalidInput) as error:
        desk.custom_fields.save(wrong)
    assert set(error.value.faults) == {"0.label", "2.label", "2.choices"}
    assert desk.custom_fields.all() == []


def test_the_kind_is_fixed_once_values_exist(desk: Desk, fields: list[CustomField]) -> None:
    file = with_values(desk, fields, "A-7")
    changed = [replace(fields[0], kind=CustomKind.NUMBER), *fields[1:]]
    with pytest.raises(InvalidInput, match="1 partner has a value"):
        desk.custom_fields.save(changed)
    desk.directory.save(replace(file, partner=replace(file.partner, custom={})))
    assert desk.custom_fields.save(changed)[0].kind is CustomKind.NUMBER


def test_a_choice_in_use_stays(desk: Desk, fields: list[CustomField]) -> None:
    with_values(desk, [fields[3]], "złoty")
    changed = replace(fields[3], choices=("srebrny", "platynowy"))
    with pytest.raises(InvalidInput, match="“złoty” is chosen for 1 partner"):
        desk.custom_fields.save([*fields[:3], changed, fields[4]])
    more = replace(fields[3], choices=("złoty", "platynowy"))
    assert desk.custom_fields.save([*fields[:3], more, fields[4]])[3].choices == ("złoty", "platynowy")


def test_a_removed_field_keeps_its_values_and_undo_brings_it_back(
    desk: Desk, fields: list[CustomField]
) -> None:
    file = with_values(desk, fields, "A-7")
    desk.custom_fields.remove(fields[0].key)
    assert desk.custom_fields.all()[0].label == "Rabat"
    later = desk.directory.save(replace(file, partner=replace(file.partner, city="Gdynia")))
    assert later.partner.custom == {fields[0].uuid: "A-7"}
    desk.undo.undo()
    desk.undo.undo()
    assert desk.custom_fields.all()[0].uuid == fields[0].uuid
    assert desk.custom_fields.use(fields[0]) == 1
