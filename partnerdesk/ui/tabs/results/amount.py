"""The amount of a result in words."""

from decimal import Decimal

from partnerdesk.domain.partnership import Measure
from partnerdesk.language.formats import money, number
from partnerdesk.language.interface import screen_language


def amount_text(measure: Measure, amount: Decimal) -> str:
    """Clients as a whole number, anything else as money; a dash for nothing."""
    if not amount:
        return "–"
    if measure is Measure.NEW_CLIENTS:
        return number(int(amount), screen_language())
    return money(amount, screen_language())
