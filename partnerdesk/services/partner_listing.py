"""Partners as a list shows them: its columns, the text of each cell, and what can be chosen to narrow it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from partnerdesk.domain.custom_field import CustomField, CustomKind
from partnerdesk.domain.partner import Contact, Partner
from partnerdesk.domain.partner_filter import OrderBy
from partnerdesk.language.formats import number, short_date
from partnerdesk.language.interface import _, screen_language
from partnerdesk.language.labels import legal_form_label, stage_label
from partnerdesk.storage.partner_search import (
    cities_in_use,
    first_people,
    last_contacts,
    responsible_in_use,
    terms_in_use,
)
from partnerdesk.storage.workspace import Workspace

CUSTOM = "custom."


@dataclass(frozen=True, slots=True)
class ListedPartner:
    """One row: a partner, the day of the last contact with it, and the person to turn to."""

    partner: Partner
    last_contact: date | None
    person: Contact | None


@dataclass(frozen=True, slots=True)
class ListColumn:
    """One column of the list; ``key`` stays the same in each language and from start to start.

    ``order`` is what its heading orders the list by, ``None`` where it cannot.
    """

    key: str
    heading: str
    text: Callable[[ListedPartner], str]
    order: OrderBy | None = None


class PartnerListing:
    """Reads rows of the list a page at a time, and the values that partners have."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def rows(self, keys: Sequence[int]) -> list[ListedPartner]:
        """The partners with these keys as rows, in that order; keys without a partner are left out."""
        days = last_contacts(self._workspace, keys)
        people = first_people(self._workspace, keys)
        return [
            ListedPartner(partner, days.get(partner.key), people.get(partner.key))
            for partner in self._workspace.partners.get_many(keys)
        ]

    def columns(self) -> tuple[ListColumn, ...]:
        """Every column in the order of a new list, the owner's own fields last."""
        own = self._workspace.custom_fields.find(order_by="position, id")
        return (*_columns(), *(_custom_column(field) for field in own))

    def tags(self) -> list[str]:
        """The tags in use, in Polish order."""
        return terms_in_use(self._workspace, "tag")

    def audiences(self) -> list[str]:
        """Whom partners serve, in Polish order."""
        return terms_in_use(self._workspace, "audience")

    def cities(self) -> list[str]:
        """The towns of partners, in Polish order."""
        return cities_in_use(self._workspace)

    def responsible(self) -> list[str]:
        """Who of our people looks after partners, in Polish order."""
        return responsible_in_use(self._workspace)


def _columns() -> tuple[ListColumn, ...]:
    return (
        ListColumn("name", _("Name"), _of("name"), OrderBy.NAME),
        ListColumn("city", _("Town"), _of("city"), OrderBy.CITY),
        ListColumn("stage", _("Stage"), lambda row: stage_label(row.partner.stage), OrderBy.STAGE),
        ListColumn("person", _("Person"), _person),
        ListColumn("phone", _("Phone"), _of("phone")),
        ListColumn("email", _("E-mail"), _of("email")),
        ListColumn("last_contact", _("Last contact"), _last_contact, OrderBy.LAST_CONTACT),
        ListColumn("tags", _("Tags"), lambda row: ", ".join(row.partner.tags)),
        ListColumn("responsible", _("Responsible"), _of("responsible"), OrderBy.RESPONSIBLE),
        ListColumn("industry", _("Industry"), _of("industry")),
        ListColumn("sells", _("Sells"), lambda row: ", ".join(row.partner.sells)),
        ListColumn("audience", _("Whom it serves"), lambda row: ", ".join(row.partner.audience)),
        ListColumn("is_key_client", _("Key client"), lambda row: _yes(row.partner.is_key_client)),
        ListColumn("is_competitor", _("Competes with us"), lambda row: _yes(row.partner.is_competitor)),
        ListColumn(
            "first_day", _("Together since"), lambda row: _day(row.partner.first_day), OrderBy.FIRST_DAY
        ),
        ListColumn("source", _("How we know it"), _of("source")),
        ListColumn("short_name", _("Short name"), _of("short_name")),
        ListColumn("legal_form", _("Legal form"), _legal_form),
        ListColumn("nip", _("NIP"), _of("nip")),
        ListColumn("regon", _("REGON"), _of("regon")),
        ListColumn("krs", _("KRS"), _of("krs")),
        ListColumn("street", _("Street and number"), _of("street")),
        ListColumn("postal_code", _("Postal code"), _of("postal_code")),
        ListColumn("country", _("Country"), _of("country")),
        ListColumn("website", _("Website"), _of("website")),
    )


def _of(key: str) -> Callable[[ListedPartner], str]:
    return lambda row: str(getattr(row.partner, key))


def _person(row: ListedPartner) -> str:
    if row.person is None:
        return ""
    return ", ".join(filter(None, (row.person.full_name, row.person.job_title)))


def _last_contact(row: ListedPartner) -> str:
    return _day(row.last_contact) or _("never")


def _legal_form(row: ListedPartner) -> str:
    form = row.partner.legal_form
    return "" if form is None else legal_form_label(form)


def _yes(flag: bool) -> str:
    return _("yes") if flag else ""


def _day(day: date | None) -> str:
    return "" if day is None else short_date(day, screen_language())


def _custom_column(field: CustomField) -> ListColumn:
    def text(row: ListedPartner) -> str:
        value = row.partner.custom.get(field.uuid)
        return "" if value is None else _custom_text(field.kind, value)

    return ListColumn(CUSTOM + field.uuid, field.label, text)


def _custom_text(kind: CustomKind, value: Any) -> str:
    """A stored value in words; as it stands where it does not fit the kind, for kinds can be changed."""
    if kind is CustomKind.YES_NO and isinstance(value, bool):
        return _yes(value)
    try:
        if kind is CustomKind.DATE:
            return _day(date.fromisoformat(value))
        if kind is CustomKind.NUMBER:
            return number(Decimal(str(value)), screen_language())
    except (TypeError, ValueError, InvalidOperation):
        pass
    return str(value)
