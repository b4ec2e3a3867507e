"""Addresses put together from their parts, and taken apart from one line."""

import re
from collections.abc import Mapping

from partnerdesk.domain.partner import Address

_POSTAL_CODE = re.compile(r"(?<!\d)\d{2}-\d{3}(?!\d)", re.ASCII)
_LONGEST = 500


def whole_street(parts: Mapping[str, str]) -> dict[str, str]:
    """The parts of an address with house and flat number put to its street."""
    whole = dict(parts)
    house, flat = whole.pop("house_number", ""), whole.pop("flat_number", "")
    number = f"{house}/{flat}" if house and flat else house or flat
    if number:
        # In a village without streets the number stands behind its name.
        street = whole.get("street") or whole.get("city", "")
        whole["street"] = f"{street} {number}".strip()
    return whole


def address_of(parts: Mapping[str, str], *, label: str = "") -> Address:
    """The address; a whole one in one line fills what the other parts leave open."""
    found = {key: parts.get(key, "") for key in ("street", "postal_code", "city", "country")}
    if line := parts.get("address_line", ""):
        taken = _apart(line)
        if not found["street"] and not found["city"]:
            found = {key: value or taken.get(key, "") for key, value in found.items()}
        elif not found["street"]:
            found["street"] = taken["street"]
    return Address(label=label, **found)


def _apart(line: str) -> dict[str, str]:
    """Street, postal code and town of „ul. Długa 5, 80-827 Gdańsk”, or all of it as the street."""
    lines = " , ".join(part for part in line.splitlines() if part.strip())
    code = _POSTAL_CODE.search(lines) if len(lines) <= _LONGEST else None
    if code is None:
        return {
            "street": ", ".join(part.strip() for part in lines.split(" , ")),
            "postal_code": "",
            "city": "",
        }
    before, after = lines[: code.start()].strip(" ,;"), lines[code.end() :].strip(" ,;")
    city, _comma, rest = after.partition(",")
    if not before:
        # „80-827 Gdańsk, ul. Długa 5”
        return {"street": rest.strip(" ,"), "postal_code": code[0], "city": city.strip()}
    before = ", ".join(part.strip() for part in before.split(" , ") if part.strip())
    return {"street": before, "postal_code": code[0], "city": city.strip(), "country": rest.strip(" ,")}
