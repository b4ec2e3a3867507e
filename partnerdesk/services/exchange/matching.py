"""Which partners of a file are in the directory already, and by what that is known."""

from collections import defaultdict

from partnerdesk.domain.folding import fold
from partnerdesk.domain.partner import Partner
from partnerdesk.domain.partner_marks import name_mark, partner_marks
from partnerdesk.language.interface import _
from partnerdesk.services.directory import PartnerFile
from partnerdesk.storage.queries import KnownPartner, marks_of_partners, partners_by_key
from partnerdesk.storage.workspace import Workspace

# Marks in the order of trust; "name" comes last and by rules of its own.
_TRUSTED = ("nip", "krs", "regon", "email", "phone")


class Matcher:
    """Knows the marks of all partners outside the bin, read once."""

    def __init__(self, workspace: Workspace) -> None:
        self._partners: dict[int, KnownPartner] = partners_by_key(workspace)
        self._identities = {partner.uuid: partner.key for partner in self._partners.values()}
        self._marks: dict[tuple[str, str], list[int]] = defaultdict(list)
        for key, kind, value in marks_of_partners(workspace):
            self._marks[kind, value].append(key)

    def match(self, file: PartnerFile, identity: str = "") -> tuple[KnownPartner, str] | None:
        """The partner that is there already and the sentence that says how it was known.

        Two firms with different NIPs are never the same.
        """
        if identity in self._identities:
            return self._partners[self._identities[identity]], _("Exported from here")
        partner = file.partner
        marks = partner_marks(partner, file.contacts)
        for kind in _TRUSTED:
            for value in sorted(value for marked, value in marks if marked == kind):
                for key in self._marks.get((kind, value), ()):
                    known = self._partners[key]
                    if kind == "nip" or not _other_nip(partner, known):
                        return known, _reason(kind)
        return self._by_name(partner)

    def _by_name(self, partner: Partner) -> tuple[KnownPartner, str] | None:
        town = fold(partner.city)
        found = []
        for key in self._marks.get(("name", name_mark(partner.name)), ()):
            known = self._partners[key]
            there = fold(known.city)
            if not _other_nip(partner, known) and (not town or not there or town == there):
                found.append((bool(town) and town == there, known))
        if not found:
            return None
        same_town, known = max(found, key=lambda entry: entry[0])
        return known, _("Same name and town") if same_town else _("Same name")


def _other_nip(partner: Partner, known: KnownPartner) -> bool:
    return bool(partner.nip and known.nip and partner.nip != known.nip)


def _reason(kind: str) -> str:
    return {
        "nip": _("Same NIP"),
        "krs": _("Same KRS number"),
        "regon": _("Same REGON"),
        "email": _("Same e-mail address"),
        "phone": _("Same phone number"),
    }[kind]
