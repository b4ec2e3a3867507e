"""By what two ways to reach somebody, or two addresses, are known to be the same."""

from partnerdesk.domain.folding import fold
from partnerdesk.domain.partner import Address, ChannelKind
from partnerdesk.domain.partner_marks import phone_mark

_PLACE = ("street", "postal_code", "city")


def way_mark(kind: ChannelKind, value: str) -> tuple[ChannelKind, str]:
    """The same for a number however it is written, and for an e-mail or website in any case."""
    mark = phone_mark(value) if kind is ChannelKind.PHONE else ""
    return kind, mark or value.strip().casefold()


def place_mark(address: Address) -> tuple[str, ...]:
    """The same for an address in any case, with or without accents, however it is spaced."""
    return tuple(" ".join(fold(getattr(address, key)).split()) for key in _PLACE)
