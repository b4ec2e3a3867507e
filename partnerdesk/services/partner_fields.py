"""What is known of a partner and its people, as described fields in the language of the screen."""

from partnerdesk.domain.field import Choice, Field, FieldKind
from partnerdesk.domain.partner import ChannelKind, Gender, LegalForm, Stage
from partnerdesk.domain.partnership_type import Asset
from partnerdesk.language.interface import _
from partnerdesk.language.labels import (
    asset_label,
    channel_label,
    gender_label,
    legal_form_label,
    stage_label,
)


def partner_fields() -> tuple[Field, ...]:
    """What is known of a partner, in the order of the form, in the language of the screen.

    The owner's own fields are not among them (see :mod:`partnerdesk.services.custom_fields`).
    """
    stages = tuple(Choice(stage.value, stage_label(stage)) for stage in Stage)
    forms = tuple(Choice(form.value, legal_form_label(form)) for form in LegalForm)
    assets = tuple(Choice(asset.value, asset_label(asset)) for asset in Asset)
    languages = (Choice("pl", _("Polish")), Choice("en", _("English")))
    return (
        Field("name", _("Name"), required=True),
        Field("short_name", _("Short name"), help=_("As people call it; used inside letters.")),
        Field("stage", _("Stage"), FieldKind.CHOICE, required=True, choices=stages),
        Field("tags", _("Tags"), FieldKind.TAGS, help=_("Several, parted by commas.")),
        Field("responsible", _("Responsible with us"), help=_("Who of your people looks after this firm.")),
        Field("is_key_client", _("Key client"), FieldKind.YES_NO),
        Field("legal_form", _("Legal form"), FieldKind.CHOICE, choices=forms),
        Field("nip", _("Tax number (NIP)"), help=_("With or without dashes.")),
        Field("regon", _("REGON")),
        Field("krs", _("KRS")),
        Field("street", _("Street and number")),
        Field("postal_code", _("Postal code")),
        Field("city", _("Town")),
        Field("country", _("Country"), help=_("Only for letters abroad.")),
        Field("addresses", _("Other addresses"), FieldKind.ROWS, columns=address_fields()),
        Field("email", _("E-mail")),
        Field("phone", _("Phone")),
        Field("website", _("Website")),
        Field("channels", _("Other phones, e-mails and websites"), FieldKind.ROWS, columns=channel_fields()),
        Field("industry", _("Industry")),
        Field("sells", _("Sells"), FieldKind.TAGS, help=_("Several, parted by commas.")),
        Field(
            "audience",
            _("Whom it serves"),
            FieldKind.TAGS,
            help=_("The best partner serves the people you serve. Several, parted by commas."),
        ),
        Field("is_competitor", _("Competes with us"), FieldKind.YES_NO),
        Field("assets", _("What it could bring in"), FieldKind.CHOICES, choices=assets),
        Field("source", _("How we know it"), help=_("For example a fair, a client, the internet.")),
        Field("language", _("Language of letters"), FieldKind.CHOICE, required=True, choices=languages),
        Field("first_day", _("Working together since"), FieldKind.DATE),
        Field("notes", _("Notes"), FieldKind.LONG_TEXT),
    )


def address_fields() -> tuple[Field, ...]:
    """What is known of one more address."""
    return (
        Field("label", _("What it is"), help=_("For example a warehouse or the invoice address.")),
        Field("street", _("Street and number")),
        Field("postal_code", _("Postal code")),
        Field("city", _("Town")),
        Field("country", _("Country")),
    )


def channel_fields() -> tuple[Field, ...]:
    """What is known of one more way to reach a firm."""
    kinds = tuple(Choice(kind.value, channel_label(kind)) for kind in ChannelKind)
    return (
        Field("kind", _("Kind"), FieldKind.CHOICE, required=True, choices=kinds),
        Field("value", _("Number or address"), required=True),
        Field("label", _("Whose or what for")),
    )


def contact_fields() -> tuple[Field, ...]:
    """What is known of a person at a partner, in the language of the screen."""
    genders = tuple(Choice(gender.value, gender_label(gender)) for gender in Gender)
    return (
        Field("first_name", _("First name")),
        Field("surname", _("Surname")),
        Field("job_title", _("Position")),
        Field("gender", _("Form of address"), FieldKind.CHOICE, choices=genders),
        Field("email", _("E-mail")),
        Field("phone", _("Phone")),
        Field("name_day", _("Name day"), FieldKind.ANNUAL_DAY),
        Field("birthday", _("Birthday"), FieldKind.ANNUAL_DAY),
        Field("salutation", _("Own salutation"), help=_("Used in letters instead of the usual one.")),
        Field("is_decision_maker", _("Decides"), FieldKind.YES_NO),
    )
