"""Greeting the addressee."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partnerdesk.domain.letter_template import Addressee
from partnerdesk.language.salutation import contact_in_case, contact_name, safe_contact, salutation

M, F, GROUP = Addressee.M, Addressee.F, Addressee.GROUP


@settings(deadline=None)
@given(
    st.sampled_from(["pl", "en"]),
    st.sampled_from(Addressee),
    st.text(max_size=20),
    st.text(max_size=20),
    st.text(max_size=40),
    st.booleans(),
)
def test_a_greeting_is_never_empty_and_never_ends_in_a_gap(
    language: str, addressee: Addressee, first_name: str, surname: str, position: str, warm: bool
) -> None:
    greeting = salutation(language, addressee, first_name, surname, position, warm=warm)
    assert greeting.startswith(("Szanown", "Drog", "Drodzy", "Dear "))
    assert greeting == greeting.strip()


@pytest.mark.parametrize(
    ("addressee", "first_name", "position", "greeting"),
    [
        (M, "Wiktor", "", "Szanowny Panie Wiktorze"),
        (M, "wiktor", "", "Szanowny Panie Wiktorze"),
        (M, "  Piotr  ", "", "Szanowny Panie Piotrze"),
        (M, "ŁUKASZ", "", "Szanowny Panie Łukaszu"),
        (M, "Pan Jan", "", "Szanowny Panie Janie"),
        (M, "Jan Paweł", "", "Szanowny Panie Janie Pawle"),
        (M, "Jan M.", "", "Szanowny Panie Janie"),
        (M, "Kuba", "właściciel", "Szanowny Panie Kubo"),
        (M, "Bruno", "", "Szanowny Panie Bruno"),
        (M, "Antoni", "", "Szanowny Panie Antoni"),
        (M, "Oleksandr", "kierowca", "Szanowny Panie Oleksandrze"),
        (M, "Jürgen", "", "Szanowny Panie Jürgenie"),
        (M, "Hugh", "", "Szanowny Panie"),
        (M, "J.", "", "Szanowny Panie"),
        (M, "", "", "Szanowny Panie"),
        (F, "Anna", "", "Szanowna Pani Anno"),
        (F, "anna-maria", "", "Szanowna Pani Anno-Mario"),
        (F, "Maria", "księgowa", "Szanowna Pani Mario"),
        (F, "Kasia", "", "Szanowna Pani Kasiu"),
        (F, "Nicole", "", "Szanowna Pani Nicole"),
        (F, "Mila", "", "Szanowna Pani"),
        (F, "", "asystentka prezesa", "Szanowna Pani"),
        (M, "Wiktor", "Prezes", "Szanowny Panie Prezesie"),
        (M, "Wiktor", " prezes zarządu ", "Szanowny Panie Prezesie"),
        (M, "Wiktor", "Wiceprezes Zarządu", "Szanowny Panie Prezesie"),
        (M, "Wiktor", "vice-prezes", "Szanowny Panie Prezesie"),
        (F, "Anna", "Prezes Zarządu", "Szanowna Pani Prezes"),
        (F, "Anna", "prezeska", "Szanowna Pani Prezesko"),
        (M, "Jan", "członek zarządu", "Szanowny Panie Janie"),
        (M, "Jan", "asystent prezesa", "Szanowny Panie Janie"),
        (M, "Jan", "Dyrektor", "Szanowny Panie Dyrektorze"),
        (M, "Jan", "DYREKTOR GENERALNY", "Szanowny Panie Dyrektorze"),
        (M, "Jan", "dyrektor ds. sprzedaży i marketingu", "Szanowny Panie Dyrektorze"),
        (M, "Jan", "naczelny dyrektor", "Szanowny Panie Dyrektorze"),
        (M, "Jan", "zastępca dyrektora", "Szanowny Panie Dyrektorze"),
        (M, "Jan", "p.o. dyrektora", "Szanowny Panie Dyrektorze"),
        (F, "Anna", "Dyrektor Handlowa", "Szanowna Pani Dyrektor"),
        (F, "Anna", "dyrektorka", "Szanowna Pani Dyrektorko"),
        (F, "Karolina", "właścicielka, dyrektor", "Szanowna Pani Dyrektor"),
        (M, "Jan", "kierownik budowy", "Szanowny Panie Kierowniku"),
        (F, "Ewa", "zastępczyni kierownika działu", "Szanowna Pani Kierownik"),
        (M, "Jan", "redaktor naczelny", "Szanowny Panie Redaktorze"),
        (F, "Ewa", "redaktor naczelna", "Szanowna Pani Redaktor"),
        (M, "Jan", "prof. dr hab.", "Szanowny Panie Profesorze"),
        (F, "Ewa", "profesor", "Szanowna Pani Profesor"),
        (M, "Jan", "dr n. med.", "Szanowny Panie Doktorze"),
        (M, "Jan", "radca prawny", "Szanowny Panie Mecenasie"),
        (F, "Ewa", "adwokatka", "Szanowna Pani Mecenas"),
        (M, "Jan", "prorektor", "Szanowny Panie Rektorze"),
        (M, "Jan", "Burmistrz Miasta i Gminy", "Szanowny Panie Burmistrzu"),
        (F, "Ewa", "burmistrz", "Szanowna Pani Burmistrz"),
        (F, "Ewa", "burmistrzyni", "Szanowna Pani Burmistrzyni"),
        (M, "Jan", "Wójt Gminy", "Szanowny Panie Wójcie"),
        (M, "Jan", "II zastępca prezydenta", "Szanowny Panie Prezydencie"),
        (M, "Jan", "starosta", "Szanowny Panie Starosto"),
        (M, "Jan", "przewodniczący rady", "Szanowny Panie Przewodniczący"),
        (F, "Ewa", "przewodniczący rady", "Szanowna Pani Przewodnicząca"),
        (F, "Ewa", "sędzia", "Szanowna Pani Sędzio"),
        (M, "Jan", "poseł na Sejm", "Szanowny Panie Pośle"),
        (M, "Jan", "ks. proboszcz", "Szanowny Księże Proboszczu"),
        (M, "Jan", "ksiądz", "Szanowny Księże"),
        (M, "Jan", "ks. dyrektor", "Szanowny Księże Dyrektorze"),
        (F, "Ewa", "siostra dyrektor", "Szanowna Siostro Dyrektor"),
        (F, "Ewa", "siostra oddziałowa", "Szanowna Pani Ewo"),
        (M, "Max", "CEO", "Szanowny Panie"),
        (GROUP, "", "", "Szanowni Państwo"),
        (GROUP, "Anna", "prezes", "Szanowni Państwo"),
    ],
)
def test_polish_greetings(addressee: Addressee, first_name: str, position: str, greeting: str) -> None:
    assert salutation("pl", addressee, first_name, "Kowalski", position) == greeting


@pytest.mark.parametrize(
    ("addressee", "first_name", "position", "greeting"),
    [
        (M, "Wiktor", "prezes", "Drogi Wiktorze"),
        (F, "Anna", "", "Droga Anno"),
        (M, "Hugh", "prezes", "Szanowny Panie Prezesie"),
        (F, "", "", "Szanowna Pani"),
        (GROUP, "", "", "Drodzy Państwo"),
    ],
)
def test_warm_polish_greetings_take_the_first_name_alone(
    addressee: Addressee, first_name: str, position: str, greeting: str
) -> None:
    assert salutation("pl", addressee, first_name, "Kowalski", position, warm=True) == greeting


@pytest.mark.parametrize(
    ("addressee", "first_name", "surname", "partner", "warm", "greeting"),
    [
        (M, "Jan", "Kowalski", "Delo S.A.", False, "Dear Mr Kowalski"),
        (F, "Anna", "Kowalska", "", False, "Dear Ms Kowalska"),
        (M, "Wiktor", "Kowalski", "", True, "Dear Wiktor"),
        (F, "Anna", "", "", False, "Dear Anna"),
        (M, "J.", "", "", False, "Dear Sir"),
        (F, "", "", "", False, "Dear Madam"),
        (F, "", "nowak-kowalska", "", True, "Dear Ms Nowak-Kowalska"),
        (GROUP, "", "", "Delo S.A.", False, "Dear Delo team"),
        (GROUP, "", "", "", False, "Dear Sir or Madam"),
    ],
)
def test_english_greetings(
    addressee: Addressee, first_name: str, surname: str, partner: str, warm: bool, greeting: str
) -> None:
    assert salutation("en", addressee, first_name, surname, "", partner=partner, warm=warm) == greeting


def test_a_contact_is_named_with_the_form_of_address() -> None:
    assert contact_name("pl", F, "anna", "Kowalska") == "Pani Anna Kowalska"
    assert contact_name("pl", M, "Pan Jan", "Kowalski") == "Pan Jan Kowalski"
    assert contact_name("en", F, "", "Kowalska") == "Ms Kowalska"
    assert contact_name("pl", GROUP, "Jan", "Kowalski") == ""
    assert contact_name("pl", M, "", "") == ""


@pytest.mark.parametrize(
    ("addressee", "first_name", "surname", "case", "form"),
    [
        (F, "Anna", "Kowalska", "dat", "Pani Annie Kowalskiej"),
        (F, "anna", "Nowak", "ins", "Panią Anną Nowak"),
        (M, "Jan", "Zając", "gen", "Pana Jana Zająca"),
        (M, "Jan", "Kowalski", "nom", "Pan Jan Kowalski"),
        # Gołębia or Gołąba: the form of address alone is right in any case.
        (M, "Jan", "Gołąb", "dat", "Panu"),
        (M, "", "", "dat", "Panu"),
        (GROUP, "Jan", "Kowalski", "dat", "Państwu"),
    ],
)
def test_a_contact_stands_in_the_case_that_the_sentence_needs(
    addressee: Addressee, first_name: str, surname: str, case: str, form: str
) -> None:
    assert safe_contact("pl", addressee, first_name, surname, case) == form


def test_a_form_that_the_user_settled_is_certain() -> None:
    settled = {"dat": "Panu Janowi Gołąbowi"}
    assert contact_in_case("pl", M, "Jan", "Gołąb", "dat", overrides=settled).form == settled["dat"]
    assert contact_in_case("pl", M, "Jan", "Gołąb", "dat").alternatives
    assert contact_in_case("en", F, "Anna", "Kowalska", "dat").form == "Ms Anna Kowalska"


def test_a_language_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValueError, match="de"):
        salutation("de", M, "Jan", "", "")
