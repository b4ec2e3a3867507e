"""Faults of a template that would show only once it is filled."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from partnerdesk.language.formats import plural_categories
from partnerdesk.language.template import CASES, OTHERWISE, Part, Place, Placeholder, Select, Template, Words
from partnerdesk.language.variable import Variable, VariableKind


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault and where it stands."""

    message: str
    place: Place

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


def check(template: Template, known: Mapping[str, Variable], language: str) -> list[Problem]:
    """Return the template's faults, in the order of the text; none means it can always be filled.

    Found are unknown variables and cases, choices of wordings with a key missing or one that never occurs,
    and optional variables printed where they may be empty.
    """
    return list(_Checker(known, language).problems(template.parts, frozenset()))


class _Checker:
    def __init__(self, known: Mapping[str, Variable], language: str) -> None:
        self._known = known
        self._language = language

    def problems(self, parts: tuple[Part, ...], given: frozenset[str]) -> Iterator[Problem]:
        """Check parts of a text in which the variables named by ``given`` are certainly not empty."""
        for part in parts:
            if isinstance(part, Words):
                continue
            variable = self._known.get(part.name)
            if variable is None:
                yield Problem(f"nothing is known as “{part.name}”", part.place)
            elif isinstance(part, Placeholder):
                yield from _placeholder_problems(part, variable, given)
            else:
                yield from self._select_problems(part, variable, given)

    def _select_problems(
        self, select: Select, variable: Variable, given: frozenset[str]
    ) -> Iterator[Problem]:
        keys = [key for key, _ in select.wordings]
        needed = _needed_keys(variable, keys, self._language)
        if not needed:
            yield Problem(f"“{select.name}” has nothing to choose by", select.place)
        elif OTHERWISE not in keys and (missing := [key for key in needed if key not in keys]):
            yield Problem(f"“{select.name}” has no wording for “{', '.join(missing)}”", select.place)
        elif extra := [key for key in keys if key not in (*needed, *variable.choices, OTHERWISE)]:
            yield Problem(f"“{select.name}” is never “{', '.join(extra)}”", select.place)
        for key, wording in select.wordings:
            certain = key != "none" and (key != OTHERWISE or "none" in keys)
            yield from self.problems(wording, given | {select.name} if certain else given)


def _placeholder_problems(
    placeholder: Placeholder, variable: Variable, given: frozenset[str]
) -> Iterator[Problem]:
    name, case = placeholder.name, placeholder.case
    if variable.kind in (VariableKind.YES_NO, VariableKind.SENDER, VariableKind.ADDRESSEE):
        yield Problem(f"“{name}” can be chosen by, but not printed", placeholder.place)
    elif case is not None and case not in CASES:
        yield Problem(f"there is no case “{case}” ({', '.join(CASES)})", placeholder.place)
    elif case is not None and variable.kind not in (VariableKind.FORMS, VariableKind.NAME):
        yield Problem(f"“{name}” has no forms", placeholder.place)
    elif case is None and variable.kind is VariableKind.FORMS:
        yield Problem(f"“{name}” needs a case ({', '.join(CASES)})", placeholder.place)
    elif variable.optional and name not in given:
        yield Problem(f"“{name}” may be empty here: print it inside “given” only", placeholder.place)


def _needed_keys(variable: Variable, keys: list[str], language: str) -> tuple[str, ...]:
    """Return the keys that a choice must provide for; for a choice field, in the way that it goes by."""
    none = ("none",) if variable.optional else ()
    match variable.kind:
        case VariableKind.TEXT | VariableKind.DATE | VariableKind.NAME:
            return (*none, "given")
        case VariableKind.NUMBER:
            return ("none", *plural_categories(language))
        case VariableKind.CHOICE:
            return (*none, "given") if "given" in keys else (*none, *variable.choices)
        case VariableKind.YES_NO:
            return ("yes", "no")
        case VariableKind.SENDER | VariableKind.ADDRESSEE:
            return variable.choices
        case VariableKind.FORMS:
            return ()
