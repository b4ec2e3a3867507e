"""Finding the one partner or partnership that somebody means."""

from uuid import UUID

from partnerdesk.domain.folding import fold, search_words
from partnerdesk.domain.partner import Partner
from partnerdesk.domain.partnership import Partnership
from partnerdesk.language.interface import _
from partnerdesk.services.directory import Directory
from partnerdesk.services.numbers import format_nip
from partnerdesk.services.partnerships import Partnerships
from partnerdesk.services.problems import Problem

_CANDIDATES_SHOWN = 10


def find_partner(directory: Directory, wanted: str) -> Partner:
    """The partner with this UUID, NIP, whole name or, if only one has them, words of the name.

    Case and accents do not matter. Raises ``Problem`` with the candidates where several are meant.
    """
    found = _by_uuid(directory, wanted) or _by_nip(directory, wanted) or _by_name(directory, wanted)
    if not found:
        raise Problem(_("There is no partner “{name}”. Try “search”.").format(name=wanted))
    if len(found) > 1:
        lines = [f"  {partner.name} · {partner.city} · {partner.uuid}" for partner in found]
        more = ["  …"] if len(lines) > _CANDIDATES_SHOWN else []
        message = _("“{name}” may be any of these. Give the UUID:").format(name=wanted)
        raise Problem("\n".join([message, *lines[:_CANDIDATES_SHOWN], *more]))
    return found[0]


def _by_uuid(directory: Directory, wanted: str) -> list[Partner]:
    try:
        uuid = str(UUID(wanted))
    except ValueError:
        return []
    return [partner for partner in directory.all() if partner.uuid == uuid]


def _by_nip(directory: Directory, wanted: str) -> list[Partner]:
    nip = format_nip(wanted)
    if not nip.isdigit():
        return []
    return [partner for partner in _search(directory, nip) if partner.nip == nip]


def _by_name(directory: Directory, wanted: str) -> list[Partner]:
    candidates = _search(directory, wanted)
    whole = [
        partner
        for partner in candidates
        if fold(wanted.strip()) in (fold(partner.name), fold(partner.short_name))
    ]
    return whole or [partner for partner in candidates if _is_named(partner, wanted)]


def _is_named(partner: Partner, wanted: str) -> bool:
    words = search_words(f"{partner.name} {partner.short_name}")
    return all(any(word.startswith(part) for word in words) for part in search_words(wanted))


def _search(directory: Directory, text: str) -> list[Partner]:
    # Without a letter or a digit the directory would find everybody.
    return directory.partners(directory.keys(text)) if search_words(text) else []


def find_partnership(partnerships: Partnerships, directory: Directory, wanted: str) -> Partnership:
    """The partnership with this UUID, with this name or, without a name, of this type's title.

    Case and accents do not matter. Raises ``Problem`` with the candidates where several are meant.
    """
    everything = partnerships.all()
    found = [one for one in everything if one.uuid == wanted.strip().lower()] or [
        one for one in everything if fold(partnerships.title(one)) == fold(wanted.strip())
    ]
    if not found:
        raise Problem(_("There is no partnership “{name}”. Give its name or UUID.").format(name=wanted))
    if len(found) > 1:
        lines = [
            f"  {partnerships.title(one)} · {directory.partner(one.partner_id).name} · {one.uuid}"
            for one in found
        ]
        more = ["  …"] if len(lines) > _CANDIDATES_SHOWN else []
        message = _("“{name}” may be any of these. Give the UUID:").format(name=wanted)
        raise Problem("\n".join([message, *lines[:_CANDIDATES_SHOWN], *more]))
    return found[0]
