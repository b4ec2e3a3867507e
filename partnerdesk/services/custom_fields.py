"""The owner's own fields of partners: which there are, and what may stand in them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from partnerdesk.domain.custom_field import CustomField, CustomKind
from partnerdesk.domain.field import Choice, Field, FieldKind
from partnerdesk.domain.folding import fold
from partnerdesk.domain.tags import tidy_tags
from partnerdesk.language.interface import _, ngettext, pgettext
from partnerdesk.services.problems import InvalidInput, changed_elsewhere
from partnerdesk.storage.errors import Conflict, NotFound
from partnerdesk.storage.partner_life import partners_with_custom
from partnerdesk.storage.workspace import Workspace

#: What the key of an own field begins with wherever fields are told apart by keys; its UUID follows.
KEY_PREFIX = "custom."

_NUMBER = re.compile(r"-?\d{1,12}(\.\d{1,2})?", re.ASCII)
_KINDS = {
    CustomKind.TEXT: FieldKind.TEXT,
    CustomKind.NUMBER: FieldKind.DECIMAL,
    CustomKind.DATE: FieldKind.DATE,
    CustomKind.CHOICE: FieldKind.CHOICE,
    CustomKind.YES_NO: FieldKind.YES_NO,
}


class CustomFields:
    """Finds, saves and removes the owner's own fields."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def all(self) -> list[CustomField]:
        """The own fields in their order."""
        return self._workspace.custom_fields.find("1", (), "position, id")

    def fields(self) -> tuple[Field, ...]:
        """The own fields as forms and lists show them, with the keys "custom.<uuid>"."""
        return tuple(_described(field) for field in self.all())

    def use(self, field: CustomField, choice: str | None = None) -> int:
        """How many partners have a value in a field, or this one of its choices."""
        return partners_with_custom(self._workspace, field.uuid, choice)

    def save(self, fields: Sequence[CustomField]) -> list[CustomField]:
        """Make these the own fields, in this order, as one change; fields no longer listed are removed.

        The values of a removed field stay with their partners and are back when the removal is undone.
        Raises ``InvalidInput`` with messages by "number.label" and "number.choices", and ``Problem`` when
        somebody else saved first; nothing is stored then.
        """
        tidy = [_tidy(field, position) for position, field in enumerate(fields)]
        old = {field.key: field for field in self.all()}
        faults = check_custom_fields(tidy) | self._bound(tidy, old)
        if faults:
            raise InvalidInput(faults)
        try:
            with self._workspace.change(_("Change own fields")):
                stored = [
                    field
                    if field.id is not None and old.pop(field.id, None) == field
                    else self._workspace.custom_fields.save(field)
                    for field in tidy
                ]
                for gone in old.values():
                    self._workspace.custom_fields.remove(gone)
        except (Conflict, NotFound) as error:
            raise changed_elsewhere() from error
        return stored

    def remove(self, key: int) -> CustomField:
        """Remove one field; see :meth:`save`."""
        try:
            field = self._workspace.custom_fields.get(key)
            with self._workspace.change(_("Remove own field “{label}”").format(label=field.label)):
                self._workspace.custom_fields.remove(field)
        except NotFound as error:
            raise changed_elsewhere() from error
        return field

    def _bound(self, fields: Sequence[CustomField], old: Mapping[int, CustomField]) -> dict[str, str]:
        """What partners' values forbid: another kind, or the end of a choice that is in use."""
        faults = {}
        for number, field in enumerate(fields):
            before = None if field.id is None else old.get(field.id)
            if before is None:
                continue
            if field.kind is not before.kind and (count := self.use(before)):
                faults[f"{number}.kind"] = kind_is_fixed(count)
            for choice in before.choices if field.kind is CustomKind.CHOICE else ():
                if choice not in field.choices and (count := self.use(before, choice)):
                    faults[f"{number}.choices"] = ngettext(
                        "“{choice}” is chosen for {count} partner. Choose something else there first.",
                        "“{choice}” is chosen for {count} partners. Choose something else there first.",
                        count,
                    ).format(choice=choice, count=count)
        return faults

    def faults(self, custom: Mapping[str, Any], before: Mapping[str, Any] | None = None) -> dict[str, str]:
        """A message for each wrong value by "custom.<uuid>"; what stood there ``before`` may stay."""
        if not custom:
            return {}
        faults = {}
        for field in self.all():
            value = custom.get(field.uuid)
            if value is not None and value != (before or {}).get(field.uuid):
                faults[KEY_PREFIX + field.uuid] = check_custom_value(field, value)
        return {key: fault for key, fault in faults.items() if fault}


def kind_is_fixed(count: int) -> str:
    """Why the kind of a field with values cannot change."""
    return ngettext(
        "{count} partner has a value of this kind here. Add a new field for another kind.",
        "{count} partners have a value of this kind here. Add a new field for another kind.",
        count,
    ).format(count=count)


def check_custom_fields(fields: Sequence[CustomField]) -> dict[str, str]:
    """A message for each field without a name of its own or without choices to choose from."""
    faults = {}
    for number, field in enumerate(fields):
        if not field.label:
            faults[f"{number}.label"] = _("Give the field a name.")
        elif any(fold(field.label) == fold(other.label) for other in fields[:number]):
            faults[f"{number}.label"] = _("Another field has this name already. Choose a different one.")
        if field.kind is CustomKind.CHOICE and len(field.choices) < 2:
            faults[f"{number}.choices"] = _("Enter at least two choices, parted by commas.")
    return faults


def check_custom_value(field: CustomField, value: Any) -> str:
    """ "" for a value in the shape of :class:`FieldKind`, else what is wrong with it."""
    if field.kind is CustomKind.YES_NO:
        return "" if isinstance(value, bool) else _("Only yes or no can stand here.")
    if not isinstance(value, str):
        return _("Only text can stand here.")
    if field.kind is CustomKind.CHOICE and value not in field.choices:
        return _("Choose one of: {choices}.").format(choices=", ".join(field.choices))
    if field.kind is CustomKind.NUMBER and not _NUMBER.fullmatch(value):
        return _("Enter a number, for example 1250 or 12.50.")
    if field.kind is CustomKind.DATE and not _is_day(value):
        return _("Enter a day, for example 23.11.2026, or pick it from the calendar.")
    return ""


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def custom_kind_label(kind: CustomKind) -> str:
    """What an own field holds."""
    return {
        CustomKind.TEXT: pgettext("own field", "Text"),
        CustomKind.NUMBER: _("Number"),
        CustomKind.DATE: _("Date"),
        CustomKind.CHOICE: _("One of several choices"),
        CustomKind.YES_NO: _("Yes or no"),
    }[kind]


def _described(field: CustomField) -> Field:
    choices = tuple(Choice(choice, choice) for choice in field.choices)
    return Field(KEY_PREFIX + field.uuid, field.label, _KINDS[field.kind], choices=choices)


def _tidy(field: CustomField, position: int) -> CustomField:
    choices = tidy_tags(field.choices) if field.kind is CustomKind.CHOICE else ()
    return replace(field, label=" ".join(field.label.split()), choices=choices, position=position)
