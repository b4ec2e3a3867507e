"""Numbers that people type in their own ways: NIP, e-mail, money, counts."""

import re
from decimal import Decimal, InvalidOperation

from partnerdesk.language.interface import _

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]{2,}")
_SPACES = re.compile(r"\s")
_LARGEST = Decimal("1e12")


def format_nip(text: str) -> str:
    """A NIP as ten digits where it is one, whatever dashes, spaces or "PL" it came with; else as typed."""
    digits = re.sub(r"[\s-]", "", text).upper().removeprefix("PL")
    return digits if digits.isascii() and digits.isdigit() and len(digits) == 10 else text.strip()


def check_nip(text: str) -> str:
    """ "" for a right NIP or none at all, else what is wrong with it (checksum: ustawa z 13.10.1995, NIP)."""
    if not text:
        return ""
    from stdnum.exceptions import ValidationError
    from stdnum.pl import nip

    try:
        nip.validate(text)
    except ValidationError:
        return _(
            "This is not a valid NIP: it has ten digits, and the last one checks the others. "
            "Look for a typing mistake."
        )
    return ""


def check_email(text: str) -> str:
    """ "" for text that can be an e-mail address or none at all, else what is wrong with it."""
    if not text or _EMAIL.fullmatch(text):
        return ""
    return _("An e-mail address looks like name@firm.pl. Check for a missing “@” or ending.")


def parse_decimal(text: str) -> Decimal:
    """An amount typed as „1 234,56”, "1234.56", "1 234,56 zł" or "12 %", to the hundredth.

    Raises ``ValueError`` for anything else, for more than two decimals and from a billion thousands on.
    """
    bare = _SPACES.sub("", text).removesuffix("%")
    for unit in ("zł", "zl", "PLN", "pln"):
        bare = bare.removesuffix(unit)
    if not re.fullmatch(r"[-−]?\d{1,15}([.,]\d{1,2})?", bare, re.ASCII):
        raise ValueError(f"no number: {text!r}")
    try:
        amount = Decimal(bare.replace(",", ".").replace("−", "-"))
    except InvalidOperation as error:
        raise ValueError(f"no number: {text!r}") from error
    if abs(amount) >= _LARGEST:
        raise ValueError(f"no number: {text!r}")
    return amount


def parse_integer(text: str) -> int:
    """A count typed with or without spaces. Raises ``ValueError`` for anything else."""
    bare = _SPACES.sub("", text)
    if not re.fullmatch(r"-?\d{1,9}", bare, re.ASCII):
        raise ValueError(f"no number: {text!r}")
    return int(bare)
