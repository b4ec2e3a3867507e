"""What the columns of a file can stand for."""

from collections.abc import Sequence
from dataclasses import dataclass

from partnerdesk.domain.custom_field import CustomField
from partnerdesk.language.interface import _
from partnerdesk.services.directory import contact_fields, partner_fields
from partnerdesk.services.exchange.source import SourceTable

CONTACT = "contact."
CUSTOM = "custom."


@dataclass(frozen=True, slots=True)
class Target:
    """What a column can stand for; ``group`` is the heading under which it is offered."""

    key: str
    label: str
    group: str


def targets(custom_fields: Sequence[CustomField] = ()) -> tuple[Target, ...]:
    """All that a column can stand for, in the language of the screen and the order in which it is offered."""
    firm, person, own = _("Firm"), _("Person"), _("Own fields")
    return (
        *(Target(field.key, field.label, firm) for field in partner_fields()),
        *(Target(CONTACT + field.key, field.label, person) for field in contact_fields()),
        Target("contact.full_name", _("First name and surname"), person),
        *(Target(CUSTOM + field.uuid, field.label, own) for field in custom_fields),
    )


def guess_mapping(table: SourceTable, custom_fields: Sequence[CustomField] = ()) -> tuple[str, ...]:
    """For each column the key of what it stands for, guessed from its heading; "" for "left out"."""
    by_label = {target.label.casefold(): target.key for target in reversed(targets(custom_fields))}
    return tuple(by_label.get(heading.casefold(), "") for heading in table.headings)
