"""The conditions of a filter in words."""

from collections.abc import Callable

from partnerdesk.domain.partner_filter import PartnerFilter
from partnerdesk.language.interface import _, ngettext
from partnerdesk.language.labels import stage_label


def condition_text(where: PartnerFilter, name: str) -> str:
    """One condition that is set, by its name among :attr:`PartnerFilter.active`, in words."""
    texts: dict[str, Callable[[], str]] = {
        "stages": lambda: _named(_("Stage"), [stage_label(stage) for stage in where.stages]),
        "tags": lambda: _named(_("Tag"), where.tags),
        "cities": lambda: _named(_("Town"), where.cities),
        "audiences": lambda: _named(_("Whom it serves"), where.audiences),
        "responsible": lambda: _named(
            _("Responsible"), [person or nobody_responsible() for person in where.responsible]
        ),
        "key_client": lambda: _("Key clients only") if where.key_client else _("No key clients"),
        "competitor": lambda: _("Competitors only") if where.competitor else _("No competitors"),
        "not_contacted_days": lambda: contact_text(where.not_contacted_days or 0),
    }
    return texts[name]()


def nobody_responsible() -> str:
    """How partners that nobody looks after are named among those who do."""
    return _("(nobody)")


def contact_text(days: int) -> str:
    """ "Last contact older than" so many days, in words."""
    return ngettext("No contact for over {count} day", "No contact for over {count} days", days).format(
        count=days
    )


def _named(caption: str, values: list[str] | tuple[str, ...]) -> str:
    return f"{caption}: {', '.join(values)}"
