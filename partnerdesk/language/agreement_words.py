"""The standing words of an agreement sheet in each language; they follow the sheet, not the screen."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AgreementWords:
    """Headings and labels; braces hold places for words of the sheet.

    ``rhythms`` says how often something comes again, by the values of ``ReviewRhythm`` and ``Recurrence``.
    """

    file_title: str
    overline: str
    we: str
    partner: str
    represented_by: str
    in_short: str
    terms: str
    promises: str
    promised_by: str
    promise: str
    due: str
    in_charge: str
    governance: str
    we_see_to: str
    they_see_to: str
    last_word: str
    both_together: str
    decisions: str
    disputes: str
    review: str
    exit: str
    validity: str
    first_day: str
    last_day: str
    until_recalled: str
    cautions: str
    warning: str
    place_and_day: str
    signature: str
    again: str
    rhythms: dict[str, str]


_PL = AgreementWords(
    file_title="ustalenia",
    overline="Ustalenia o współpracy",
    we="dalej: „my”, „nasza firma”",
    partner="dalej: „partner”",
    represented_by="Reprezentuje: {name}",
    in_short="Na czym polega współpraca",
    terms="Warunki",
    promises="Kto co obiecuje",
    promised_by="Obiecuje: {name}",
    promise="Co",
    due="Termin",
    in_charge="Kto się tym zajmie",
    governance="Jak współpracujemy",
    we_see_to="Nasza firma zajmuje się",
    they_see_to="Partner zajmuje się",
    last_word="Ostatnie słowo ma",
    both_together="obie strony razem",
    decisions="Jak podejmujemy decyzje",
    disputes="Co robimy w razie sporu",
    review="Wspólny przegląd wyników",
    exit="Jak się rozstajemy",
    validity="Czas obowiązywania",
    first_day="Od",
    last_day="Do",
    until_recalled="bez daty końcowej",
    cautions="O czym warto wiedzieć przed podpisaniem",
    warning=(
        "Ten arkusz jest podsumowaniem ustaleń obu firm i nie jest poradą prawną. Wskazówki o przepisach są "
        "ogólne; w razie wątpliwości warto zapytać prawnika lub księgowego."
    ),
    place_and_day="miejscowość i data",
    signature="podpis",
    again="{rhythm} od {day}",
    rhythms={
        "weekly": "co tydzień",
        "monthly": "co miesiąc",
        "quarterly": "co kwartał",
        "half_yearly": "co pół roku",
        "yearly": "co rok",
    },
)

_EN = AgreementWords(
    file_title="agreement",
    overline="Partnership agreement in brief",
    we="below: “we”, “our firm”",
    partner="below: “the partner”, “they”",
    represented_by="Represented by {name}",
    in_short="What the partnership is",
    terms="Terms",
    promises="Who promises what",
    promised_by="Promised by {name}",
    promise="What",
    due="When",
    in_charge="Seen to by",
    governance="How we work together",
    we_see_to="We see to",
    they_see_to="The partner sees to",
    last_word="The last word has",
    both_together="both sides together",
    decisions="How we decide",
    disputes="If we disagree",
    review="Results are reviewed together",
    exit="How we part",
    validity="Validity",
    first_day="From",
    last_day="Until",
    until_recalled="no end date",
    cautions="Worth knowing before signing",
    warning=(
        "This sheet is a summary of what both firms have agreed, and it is no legal advice. The remarks on "
        "the law are general; in case of doubt it is worth asking a lawyer or an accountant."
    ),
    place_and_day="place and date",
    signature="signature",
    again="{rhythm} from {day}",
    rhythms={
        "weekly": "every week",
        "monthly": "every month",
        "quarterly": "every quarter",
        "half_yearly": "every half-year",
        "yearly": "every year",
    },
)


def agreement_words(language: str) -> AgreementWords:
    """The words in "pl" or "en"; raises ``KeyError`` for any other language."""
    return {"pl": _PL, "en": _EN}[language]
