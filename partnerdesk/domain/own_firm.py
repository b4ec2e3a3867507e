"""The firm that uses the program, and its pictures."""

from dataclasses import dataclass

from partnerdesk.domain.partner import Gender
from partnerdesk.domain.partnership_type import Asset
from partnerdesk.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture(Record):
    """One picture kept in the workspace: PNG or JPEG bytes. Pictures are never changed, only replaced."""

    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFirm(Record):
    """Our own firm as it signs letters; a workspace holds one. Empty text means "not given".

    The signatory's position is kept in Polish and, for English letters, in English. ``sells``,
    ``audience`` and ``assets`` say the same of us as of a partner, so that both can be compared.
    """

    name: str = ""
    street: str = ""
    postal_code: str = ""
    city: str = ""
    nip: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    place: str = ""
    signatory_first_name: str = ""
    signatory_surname: str = ""
    signatory_job_title: str = ""
    signatory_job_title_en: str = ""
    signatory_gender: Gender | None = None
    logo_id: int | None = None
    signature_id: int | None = None
    sells: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    assets: tuple[Asset, ...] = ()

    def signatory_position(self, language: str) -> str:
        """The signatory's position as a letter in "pl" or "en" gives it."""
        return self.signatory_job_title if language == "pl" else self.signatory_job_title_en

    @property
    def signatory_name(self) -> str:
        """Who signs, as far as it is known."""
        return " ".join(part for part in (self.signatory_first_name, self.signatory_surname) if part)
