"""Names of people as they are typed."""

import re


def tidy_name(name: str) -> str:
    """Return the name without needless spaces, its words capitalised if it is all in one letter case."""
    name = " ".join(name.split())
    if name.islower() or (name.isupper() and len(name) > 1):
        return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), name)
    return name
