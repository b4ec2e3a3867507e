"""Polish and English wording: salutations, forms, typography, dates and the texts of the interface.

``inflect`` and ``guess_gender`` are loaded when they are first asked for.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from partnerdesk.language.inflection import guess_gender, inflect

__all__ = ["guess_gender", "inflect"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from partnerdesk.language import inflection

        return getattr(inflection, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
