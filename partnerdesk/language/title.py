"""The titles by which Polish addresses people, found in what is typed as a position."""

import re
from dataclasses import dataclass

# Position → (its genitive, as in „zastępca dyrektora”; its vocative, to a man). A woman is addressed by
# the nominative: Pani Dyrektor. Positions without a title of address (specjalista, właściciel) are absent.
_TITLES = {
    "prezes": ("prezesa", "Prezesie"),
    "dyrektor": ("dyrektora", "Dyrektorze"),
    "kierownik": ("kierownika", "Kierowniku"),
    "naczelnik": ("naczelnika", "Naczelniku"),
    "komendant": ("komendanta", "Komendancie"),
    "redaktor": ("redaktora", "Redaktorze"),
    "profesor": ("profesora", "Profesorze"),
    "doktor": ("doktora", "Doktorze"),
    "rektor": ("rektora", "Rektorze"),
    "dziekan": ("dziekana", "Dziekanie"),
    "kanclerz": ("kanclerza", "Kanclerzu"),
    "mecenas": ("mecenasa", "Mecenasie"),
    "prokurator": ("prokuratora", "Prokuratorze"),
    "sędzia": ("sędziego", "Sędzio"),
    "prezydent": ("prezydenta", "Prezydencie"),
    "burmistrz": ("burmistrza", "Burmistrzu"),
    "wójt": ("wójta", "Wójcie"),
    "sołtys": ("sołtysa", "Sołtysie"),
    "starosta": ("starosty", "Starosto"),
    "marszałek": ("marszałka", "Marszałku"),
    "wojewoda": ("wojewody", "Wojewodo"),
    "minister": ("ministra", "Ministrze"),
    "poseł": ("posła", "Pośle"),
    "senator": ("senatora", "Senatorze"),
    "ambasador": ("ambasadora", "Ambasadorze"),
    "konsul": ("konsula", "Konsulu"),
    "generał": ("generała", "Generale"),
    "pułkownik": ("pułkownika", "Pułkowniku"),
    "przewodniczący": ("przewodniczącego", "Przewodniczący"),
    "radny": ("radnego", "Radny"),
}
# What a woman may call herself → her vocative.
_WOMEN = {
    "prezeska": "Prezesko",
    "dyrektorka": "Dyrektorko",
    "kierowniczka": "Kierowniczko",
    "naczelniczka": "Naczelniczko",
    "komendantka": "Komendantko",
    "redaktorka": "Redaktorko",
    "profesorka": "Profesorko",
    "doktorka": "Doktorko",
    "rektorka": "Rektorko",
    "dziekanka": "Dziekanko",
    "kanclerka": "Kanclerko",
    "mecenaska": "Mecenasko",
    "prokuratorka": "Prokuratorko",
    "prezydentka": "Prezydentko",
    "burmistrzyni": "Burmistrzyni",
    "sołtyska": "Sołtysko",
    "starościna": "Starościno",
    "marszałkini": "Marszałkini",
    "ministra": "Ministro",
    "ministerka": "Ministerko",
    "posłanka": "Posłanko",
    "senatorka": "Senatorko",
    "ambasadorka": "Ambasadorko",
    "konsulka": "Konsulko",
    "przewodnicząca": "Przewodnicząca",
    "radna": "Radna",
    "sędzina": "Sędzio",
}
_SAME_AS = {
    "prof": "profesor",
    "dr": "doktor",
    "lek": "doktor",
    "lekarz": "doktor",
    "lekarka": "doktor",
    "adw": "mecenas",
    "adwokat": "mecenas",
    "adwokatka": "mecenas",
    "radca": "mecenas",
    "radczyni": "mecenas",
    "dyr": "dyrektor",
    "red": "redaktor",
    "prorektor": "rektor",
    "prodziekan": "dziekan",
    "podsekretarz": "minister",
}
_GENITIVES = {genitive: title for title, (genitive, _) in _TITLES.items()}
# Titles whose form for a woman is not the nominative of the man's.
_TO_A_WOMAN = {"przewodniczący": "Przewodnicząca", "radny": "Radna", "sędzia": "Sędzio"}

_DEPUTY = re.compile(r"(?:zastęp(?:ca|czyni)|zast|z-ca|p\s?o|pełniąc[ya]\s+obowiązki)\s+")
_BEFORE_A_TITLE = re.compile(
    r"(?:(?:mgr|i|ii|iii|pierwsz[ya]|główn[ya]|naczeln[ya]|generaln[ya]|honorow[ya])\s+)+"
)
_PRIEST = re.compile(r"(?:ksiądz|ks)\b\s*")
_NUN = re.compile(r"siostra\b\s*")


@dataclass(frozen=True, slots=True)
class Titles:
    """What a position gives for a salutation, in the vocative: „Prezesie” to a man, „Prezes” to a woman."""

    man: str
    woman: str


def find_titles(position: str) -> Titles | None:
    """Return the titles of the first part of a position that has any; None where none has.

    Vice-presidents and deputies are addressed as the ones they stand in for.
    """
    for part in re.split(r"[,/;&]|\s(?:i|oraz|-|–)\s", position.lower()):
        words = " ".join(part.replace(".", " ").split())
        if titles := _in_words(words) or _in_words(_BEFORE_A_TITLE.sub("", words, count=1)):
            return titles
    return None


def clergy_address(position: str) -> str | None:
    """Return how a priest or a nun is addressed instead of Pan and Pani; None for everyone else."""
    words = " ".join(position.lower().replace(".", " ").split())
    if words.startswith("proboszcz"):
        return "Szanowny Księże Proboszczu"
    if priest := _PRIEST.match(words):
        rest = words[priest.end() :]
        titles = find_titles(rest)
        if rest.startswith("proboszcz"):
            return "Szanowny Księże Proboszczu"
        return f"Szanowny Księże {titles.man}" if titles else "Szanowny Księże"
    if nun := _NUN.match(words):
        titles = find_titles(words[nun.end() :])
        if titles:
            return f"Szanowna Siostro {titles.woman}"
        return "Szanowna Siostro" if words in ("siostra", "siostra zakonna") else None
    return None


def _in_words(words: str) -> Titles | None:
    if deputy := _DEPUTY.match(words):
        return _titles(_GENITIVES.get(words[deputy.end() :].partition(" ")[0], ""))
    return _titles(re.sub(r"^(?:wice|vice|eks|były|była)[- ]?", "", words).partition(" ")[0])


def _titles(word: str) -> Titles | None:
    word = _SAME_AS.get(word, word)
    if word in _TITLES:
        return Titles(_TITLES[word][1], _TO_A_WOMAN.get(word, word.capitalize()))
    own = _WOMEN.get(word)
    return Titles(own, own) if own else None
