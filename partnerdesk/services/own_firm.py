"""Our own firm and its pictures."""

from dataclasses import replace

from partnerdesk.domain.field import Choice, Field, FieldKind
from partnerdesk.domain.own_firm import OwnFirm, Picture
from partnerdesk.domain.partner import Gender
from partnerdesk.domain.partnership_type import Asset
from partnerdesk.domain.tags import tidy_tags
from partnerdesk.language.interface import _
from partnerdesk.language.labels import asset_label, gender_label
from partnerdesk.services.numbers import check_email, check_nip, format_nip
from partnerdesk.services.problems import InvalidInput, Problem
from partnerdesk.storage.workspace import Workspace


def firm_fields() -> tuple[Field, ...]:
    """The firm's name, address and numbers, for the first step of "Your firm"."""
    return (
        Field("name", _("Firm's name"), required=True),
        Field("street", _("Street and number")),
        Field("postal_code", _("Postal code")),
        Field("city", _("Town")),
        Field("nip", _("Tax number (NIP)"), help=_("With or without dashes.")),
        Field("phone", _("Phone")),
        Field("email", _("E-mail")),
        Field("website", _("Website")),
    )


def signatory_fields() -> tuple[Field, ...]:
    """Who signs letters, and where."""
    return (
        Field("signatory_first_name", _("First name")),
        Field("signatory_surname", _("Surname")),
        Field("signatory_job_title", _("Position")),
        Field("signatory_job_title_en", _("Position in English"), help=_("For letters in English.")),
        Field(
            "signatory_gender",
            _("Form of address"),
            FieldKind.CHOICE,
            choices=tuple(Choice(gender.value, gender_label(gender)) for gender in Gender),
        ),
        Field(
            "place",
            _("Place in letters"),
            help=_("Printed before the date, for example “Gdańsk”. If it is empty, the firm's town is used."),
        ),
    )


def offer_fields() -> tuple[Field, ...]:
    """What the firm does and for whom, by which it is compared with partners."""
    return (
        Field(
            "sells",
            _("What you sell"),
            FieldKind.TAGS,
            help=_("Several, parted by commas, for example: bouquets, wreaths."),
        ),
        Field(
            "audience",
            _("Whom you serve"),
            FieldKind.TAGS,
            help=_("Several, parted by commas, for example: wedding couples, firms."),
        ),
        Field(
            "assets",
            _("What you can bring into a partnership"),
            FieldKind.CHOICES,
            choices=tuple(Choice(asset.value, asset_label(asset)) for asset in Asset),
        ),
    )


class OwnFirmService:
    """Reads and saves our own firm."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def get(self) -> OwnFirm:
        """The firm; an empty record while nothing was entered."""
        found = self._workspace.own_firm.find()
        return found[0] if found else OwnFirm(id=1)

    def is_known(self) -> bool:
        """Whether anything was entered about the firm."""
        return self._workspace.own_firm.count() > 0

    def save(self, firm: OwnFirm, logo: bytes | None = None, signature: bytes | None = None) -> OwnFirm:
        """Save the firm, and new pictures where given (PNG or JPEG bytes).

        Raises ``InvalidInput`` for a wrong NIP or e-mail address and ``Problem`` for a picture that cannot
        be used. A name may be missing: letters say then what they lack.
        """
        faults = check_firm(firm)
        if faults:
            raise InvalidInput(faults)
        firm = replace(
            firm,
            nip=format_nip(firm.nip),
            sells=tidy_tags(firm.sells),
            audience=tidy_tags(firm.audience),
        )
        with self._workspace.change(_("Change your firm")):
            if logo is not None:
                firm = replace(firm, logo_id=self._store(logo))
            if signature is not None:
                firm = replace(firm, signature_id=self._store(signature))
            if firm.version:
                return self._workspace.own_firm.update(firm)
            return self._workspace.own_firm.insert(firm)

    def picture(self, key: int | None) -> bytes | None:
        """The bytes of a stored picture, or ``None`` where there is none."""
        return None if key is None else self._workspace.pictures.get(key).content

    def _store(self, content: bytes) -> int:
        kept = prepare_picture(content)
        return self._workspace.pictures.insert(Picture(media_type=_media_type(kept), content=kept)).key


def _media_type(content: bytes) -> str:
    return "image/png" if content.startswith(b"\x89PNG") else "image/jpeg"


def check_firm(firm: OwnFirm) -> dict[str, str]:
    """A message for each wrong field, by its key."""
    faults = {"nip": check_nip(format_nip(firm.nip)), "email": check_email(firm.email)}
    return {key: fault for key, fault in faults.items() if fault}


def prepare_picture(content: bytes) -> bytes:
    """A chosen picture made small enough to be kept. Raises ``Problem`` for one that cannot be used."""
    from partnerdesk.documents.picture import PictureError, kept_picture

    try:
        return kept_picture(content)
    except PictureError as error:
        raise Problem(
            _("This picture cannot be used. Choose a PNG or JPEG file of at most 50 megapixels.")
        ) from error
