"""Numbers that people type in their own ways: NIP, REGON, KRS, e-mail, days of the year, money, counts."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation

from partnerdesk.language.interface import _

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]{2,}")
_SPACES = re.compile(r"\s")
_LARGEST = Decimal("1e12")


def format_nip(text: str) -> str:
    """A NIP as ten digits where it is one, whatever dashes, spaces or "PL" it came with; else as typed."""
    digits = re.sub(r"[\s-]", "", text).upper().removeprefix("PL")
    return digits if digits.isascii() and digits.isdigit() and len(digits) == 10 else text.strip()


def grouped_nip(nip: str) -> str:
    """A NIP of ten digits with the dashes with which people read it: "525-000-77-38"; else as it is."""
    return f"{nip[:3]}-{nip[3:6]}-{nip[6:8]}-{nip[8:]}" if len(nip) == 10 else nip


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


def format_regon(text: str) -> str:
    """A REGON as nine or fourteen digits where it is one; else as typed."""
    return _digits_or_typed(text, (9, 14))


def check_regon(text: str) -> str:
    """ "" for a right REGON or none at all, else what is wrong with it (weights: GUS, rejestr REGON)."""
    if not text:
        return ""
    from stdnum.exceptions import ValidationError
    from stdnum.pl import regon

    try:
        regon.validate(text)
    except ValidationError:
        return _(
            "This is not a valid REGON: it has nine or fourteen digits, and the last one checks the others. "
            "Look for a typing mistake."
        )
    return ""


def format_krs(text: str) -> str:
    """A KRS number as ten digits where it is one; else as typed."""
    return _digits_or_typed(text, (10,))


def check_krs(text: str) -> str:
    """ "" for a number as the court register gives it, or none at all; it has no check digit."""
    if not text or re.fullmatch(r"\d{10}", text, re.ASCII):
        return ""
    return _("A KRS number has ten digits, for example 0000123456. Add the zeros at its beginning.")


def _digits_or_typed(text: str, lengths: tuple[int, ...]) -> str:
    digits = re.sub(r"[\s-]", "", text)
    return digits if digits.isascii() and digits.isdigit() and len(digits) in lengths else text.strip()


_ANNUAL = re.compile(r"(?:--|(\d{4})-)(\d{2})-(\d{2})", re.ASCII)
_TYPED_ANNUAL = re.compile(r"(\d{1,2})[.\-/ ]+(\d{1,2})(?:[.\-/ ]+(\d{4}))?\.?", re.ASCII)


def parse_annual_day(text: str) -> str:
    """A day of the year typed as 15.04, 15.04.1980, 1980-04-15 or --04-15, as "--04-15" or "1980-04-15".

    "" for blank text. Raises ``ValueError`` for anything else; 29 February is a day of every year.
    """
    text = text.strip()
    if not text:
        return ""
    if found := _ANNUAL.fullmatch(text):
        year, month, day = found.groups()
    elif found := _TYPED_ANNUAL.fullmatch(text):
        day, month, year = found.groups()
    else:
        raise ValueError(text)
    # 2000 was a leap year, so that 29 February can be kept without a year.
    known = date(int(year or 2000), int(month), int(day))
    return known.isoformat() if year else f"--{known:%m-%d}"


def annual_day_text(value: str) -> str:
    """A day of the year as people write it: "15.04" or "15.04.1980"."""
    found = _ANNUAL.fullmatch(value)
    if not found:
        return value
    year, month, day = found.groups()
    return f"{day}.{month}.{year}" if year else f"{day}.{month}"


def check_annual_day(value: str) -> str:
    """ "" for a stored day of the year or none at all, else what is wrong with it."""
    try:
        right = parse_annual_day(value) == value
    except ValueError:
        right = False
    return "" if right else annual_day_fault()


def annual_day_fault() -> str:
    """What to say of text that is no day of the year."""
    return _("Enter a day as 15.04 or, with the year, as 15.04.1980.")


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
