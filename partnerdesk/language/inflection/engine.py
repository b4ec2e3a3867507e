"""The way of a text through the sources of forms, the surest first."""

import re
from collections.abc import Mapping

from partnerdesk.language.inflection.analyser import OWN, Analyser, Own, chosen
from partnerdesk.language.inflection.model import Case, GrammaticalGender, Inflection, Kind, Source

# Longer texts are no names.
_LONGEST = 300


def inflect(
    text: str,
    case: Case | str,
    gender: GrammaticalGender | str,
    kind: Kind | str,
    *,
    overrides: Mapping[str, str] | None = None,
    analyser: Analyser | Own | None = OWN,
) -> Inflection:
    """Return a Polish text, given in the nominative, in a case.

    ``overrides`` are the forms that the user settled for this text, by case; they go before all. Next come
    fixed policy, the dictionary, the ending rules; what nothing fits comes back unchanged, its confidence
    low. ``analyser`` is another dictionary than the program's own, or None for rules alone. A case, gender
    or kind that does not exist raises ValueError.
    """
    case, gender, kind = Case(case), GrammaticalGender(gender), Kind(kind)
    if overrides and (own := overrides.get(case)):
        return Inflection(own, 1.0, Source.OVERRIDE)
    text = " ".join(text.split())
    if not text:
        return Inflection("", 0.0, Source.UNCHANGED)
    if case is Case.NOM and kind is not Kind.SALUT:
        return Inflection(text, 1.0, Source.POLICY)
    if len(text) > _LONGEST or not re.search(r"[^\W\d_]", text):
        return Inflection(text, 0.0, Source.UNCHANGED)
    return _inflected(text, case, gender, kind, chosen(analyser))


def _inflected(
    text: str, case: Case, gender: GrammaticalGender, kind: Kind, analyser: Analyser | None
) -> Inflection:
    # The rules are many patterns to compile: the app starts without them.
    from partnerdesk.language.inflection.greetings import inflect_greeting
    from partnerdesk.language.inflection.names import inflect_name
    from partnerdesk.language.inflection.persons import inflect_person
    from partnerdesk.language.inflection.phrases import inflect_phrase

    match kind:
        case Kind.FIRST | Kind.LAST | Kind.PATR:
            return inflect_name(text, case, kind, gender, analyser)
        case Kind.PERSON:
            return inflect_person(text, case, gender, analyser)
        case Kind.SALUT:
            return inflect_greeting(text, gender, analyser)
        case Kind.TITLE:
            return inflect_phrase(text, case, gender, analyser, person=True)
        case Kind.NOUN:
            return inflect_phrase(text, case, gender, analyser, person=False)
        case Kind.ORG:
            return inflect_phrase(text, case, gender, analyser, person=False, name=True)
