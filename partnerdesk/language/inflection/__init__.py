"""Polish inflection: names, titles, nouns, persons, greetings and organisations in every case.

The user's own form goes first, then policy, the dictionary of Morfeusz 2 where it is installed, the ending
rules, and last the text unchanged. Every form says how sure it is: from ``CERTAIN`` on it may be put in
silently, from ``DOUBTFUL`` on marked, below it is to be asked for.
"""

from partnerdesk.language.inflection.engine import inflect
from partnerdesk.language.inflection.gender import GenderGuess, guess_gender, weigh_gender
from partnerdesk.language.inflection.model import (
    CERTAIN,
    DOUBTFUL,
    Case,
    GrammaticalGender,
    Inflection,
    Kind,
    Source,
)

__all__ = [
    "CERTAIN",
    "DOUBTFUL",
    "Case",
    "GenderGuess",
    "GrammaticalGender",
    "Inflection",
    "Kind",
    "Source",
    "guess_gender",
    "inflect",
    "weigh_gender",
]
