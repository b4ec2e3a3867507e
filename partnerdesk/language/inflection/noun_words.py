"""Common nouns of positions and organisations whose forms no ending tells, for use without the dictionary."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Things, masculine: the accusative is the nominative. Those of the first list have the genitive in -u.
THINGS_U = _words(
    """
    bank bar browar budynek butik catering cech chór departament dom dwór dystrykt dział festiwal fundusz
    gabinet handel holding hotel inspektorat instytut internat klasztor klub kolektyw kombinat komisariat
    komitet koncern kongres konkurs konsulat lokal magazyn market obiekt obszar oddział ogród okręg outlet
    ośrodek park parking pałac pensjonat port portal powiat program projekt pub punkt referat region rynek
    rząd salon sejm sekretariat sektor senat serwis sklep skład startup sztab sąd targ tartak teatr transport
    uniwersytet urząd warsztat wydział zakład zarząd zbór zespół związek
    """
)

THINGS_A = _words(
    """
    dworzec kiosk kościół młyn ośrodek ratusz szpital zamek żłobek
    """
)

# Nominative → stem of the other forms.
STEMS = {
    "zespół": "zespoł",
    "kościół": "kościoł",
    "dwór": "dwor",
    "ogród": "ogrod",
    "zbór": "zbor",
    "związek": "związk",
    "ośrodek": "ośrodk",
    "żłobek": "żłobk",
    "rynek": "rynk",
    "budynek": "budynk",
    "zamek": "zamk",
    "urząd": "urzęd",
    "dworzec": "dworc",
    "handel": "handl",
    "członek": "członk",
    "poseł": "posł",
    "marszałek": "marszałk",
    "ojciec": "ojc",
    "pracownik": "pracownik",
    "szef": "szef",
    "przyjaciel": "przyjaciel",
    "klucz": "klucz",
    "wydział": "wydział",
    "cukier": "cukr",
    "minister": "ministr",
    "majster": "majstr",
    "burmistrz": "burmistrz",
    "kupiec": "kupc",
    "krawiec": "krawc",
    "szewc": "szewc",
    "gość": "gości",
}
THINGS = THINGS_U | THINGS_A
# Positions whose forms are their own.
SPECIAL = {
    ("pan", "m"): ("pana", "panu", "pana", "panem", "panu", "panie"),
    ("pani", "f"): ("pani", "pani", "panią", "panią", "pani", "pani"),
    ("państwo", "pl"): ("państwa", "państwu", "państwa", "państwem", "państwu", "państwo"),
    ("sędzia", "m"): ("sędziego", "sędziemu", "sędziego", "sędzią", "sędzi|sędzim", "sędzio"),
    ("sędzia", "f"): ("sędzi", "sędzi", "sędzię", "sędzią", "sędzi", "sędzio"),
    ("ksiądz", "m"): ("księdza", "księdzu", "księdza", "księdzem", "księdzu", "księże"),
    ("ojciec", "m"): ("ojca", "ojcu", "ojca", "ojcem", "ojcu", "ojcze"),
    ("brat", "m"): ("brata", "bratu", "brata", "bratem", "bracie", "bracie"),
    ("człowiek", "m"): ("człowieka", "człowiekowi", "człowieka", "człowiekiem", "człowieku", "człowieku"),
    ("miasto", "n"): ("miasta", "miastu", "miasto", "miastem", "mieście", "miasto"),
    ("syn", "m"): ("syna", "synowi", "syna", "synem", "synu", "synu"),
    ("mąż", "m"): ("męża", "mężowi", "męża", "mężem", "mężu", "mężu"),
    ("sąsiad", "m"): ("sąsiada", "sąsiadowi", "sąsiada", "sąsiadem", "sąsiedzie", "sąsiedzie"),
    ("dzień", "m"): ("dnia", "dniowi", "dzień", "dniem", "dniu", "dniu"),
    ("tydzień", "m"): ("tygodnia", "tygodniowi", "tydzień", "tygodniem", "tygodniu", "tygodniu"),
    ("euro", "n"): ("euro", "euro", "euro", "euro", "euro", "euro"),
    ("panna", "f"): ("panny", "pannie", "pannę", "panną", "pannie", "panno"),
    ("panowie", "pl"): ("panów", "panom", "panów", "panami", "panach", "panowie"),
    ("panie", "pl"): ("pań", "paniom", "panie", "paniami", "paniach", "panie"),
    ("książę", "m"): ("księcia", "księciu", "księcia", "księciem", "księciu", "książę"),
    ("hrabia", "m"): ("hrabiego", "hrabiemu", "hrabiego", "hrabią", "hrabi|hrabim", "hrabio"),
    ("dziecko", "n"): ("dziecka", "dziecku", "dziecko", "dzieckiem", "dziecku", "dziecko"),
    ("ludzie", "pl"): ("ludzi", "ludziom", "ludzi", "ludźmi", "ludziach", "ludzie"),
    ("uczniowie", "pl"): ("uczniów", "uczniom", "uczniów", "uczniami", "uczniach", "uczniowie"),
    ("firmy", "pl"): ("firm", "firmom", "firmy", "firmami", "firmach", "firmy"),
    ("goście", "pl"): ("gości", "gościom", "gości", "gośćmi", "gościach", "goście"),
    ("rodzice", "pl"): ("rodziców", "rodzicom", "rodziców", "rodzicami", "rodzicach", "rodzice"),
    ("studenci", "pl"): ("studentów", "studentom", "studentów", "studentami", "studentach", "studenci"),
    ("sąsiedzi", "pl"): ("sąsiadów", "sąsiadom", "sąsiadów", "sąsiadami", "sąsiadach", "sąsiedzi"),
    ("klienci", "pl"): ("klientów", "klientom", "klientów", "klientami", "klientach", "klienci"),
    ("partnerzy", "pl"): ("partnerów", "partnerom", "partnerów", "partnerami", "partnerach", "partnerzy"),
    ("pracownicy", "pl"): (
        "pracowników",
        "pracownikom",
        "pracowników",
        "pracownikami",
        "pracownikach",
        "pracownicy",
    ),
    ("usługi", "pl"): ("usług", "usługom", "usługi", "usługami", "usługach", "usługi"),
    ("zakłady", "pl"): ("zakładów", "zakładom", "zakłady", "zakładami", "zakładach", "zakłady"),
    ("warsztaty", "pl"): ("warsztatów", "warsztatom", "warsztaty", "warsztatami", "warsztatach", "warsztaty"),
    ("delikatesy", "pl"): (
        "delikatesów",
        "delikatesom",
        "delikatesy",
        "delikatesami",
        "delikatesach",
        "delikatesy",
    ),
    ("targi", "pl"): ("targów", "targom", "targi", "targami", "targach", "targi"),
    ("wodociągi", "pl"): ("wodociągów", "wodociągom", "wodociągi", "wodociągami", "wodociągach", "wodociągi"),
    ("nauczyciele", "pl"): (
        "nauczycieli",
        "nauczycielom",
        "nauczycieli",
        "nauczycielami",
        "nauczycielach",
        "nauczyciele",
    ),
    ("dyrektorzy", "pl"): (
        "dyrektorów",
        "dyrektorom",
        "dyrektorów",
        "dyrektorami",
        "dyrektorach",
        "dyrektorzy",
    ),
    ("koledzy", "pl"): ("kolegów", "kolegom", "kolegów", "kolegami", "kolegach", "koledzy"),
    ("przyjaciele", "pl"): (
        "przyjaciół",
        "przyjaciołom",
        "przyjaciół",
        "przyjaciółmi",
        "przyjaciołach",
        "przyjaciele",
    ),
    ("właściciele", "pl"): (
        "właścicieli",
        "właścicielom",
        "właścicieli",
        "właścicielami",
        "właścicielach",
        "właściciele",
    ),
}
# Nouns that are adjectives by form.
ADJECTIVAL = _words(
    """
    bratowa budowniczy chorąży dowodząca dowodzący dyżurna dyżurny gajowy kadrowa kadrowy krawcowa krewny
    królowa księgowa księgowy księżna leśnicza leśniczy motorniczy naczelna naczelny oddziałowa oddziałowy
    podkomorzy podleśniczy poszkodowany położna pracująca pracujący prowadząca prowadzący przewodnicząca
    przewodniczący przełożona przełożony radna radny sprawujący szefowa uczona uczony zarządzająca
    zarządzający znajoma znajomy łowczy
    """
)

# Men's positions lent by English, the last word of a phrase and the one that is declined.
ENGLISH_HEADS = _words(
    """
    accountant administrator analyst architect assistant broker buyer coach consultant controller coordinator
    copywriter dealer designer developer director engineer leader lider manager master menadżer menager
    menedżer merchandiser owner partner planer planner producer recruiter researcher scientist specialist
    strategist supervisor tester trainer
    """
)

# The genitives that look like adjectives in the nominative, and the like.
NO_ADJECTIVES = _words(
    """
    apteki budowa budowy ceny doliny dostawy drużyny dyrektora dziedziny dzielnicy dąbrowy energii firmy
    floty giełdy gminy godziny grupy głowa głowy hali hurtowni jakości kadry kasy kawiarni kina klienta kliny
    kolonii krainy książki kuchni kultury maszyny medycyny mowa mowy muzyki naprawy nauki obrony ochrony
    odnowa odnowy okna opieki oprawy oświaty pana panna panny piana poczty podstawy policji poprawy połowy
    pracy prawy prezesa rady restauracji rodziny rozmowa rozmowy rośliny sali sanna sceny siły sprawa sprawy
    sprzedaży straży strony sukna syna szkoły sztuki telefony tkaniny umowa umowy uprawy wanna wanny wina
    wiosny wody wojny wymiany wystawy zabawy zarządu zastawy zmiany
    """
)

# From these on nothing is declined: „specjalistka ds. marketingu”, „Szkoła Podstawowa im. Jana Brzechwy”.
STOPS = _words(
    """
    & a/s alias and d/s dla do ds for im imienia in na nad nr o od of p.w po pod przy pw s.a sp the u ul vel
    w we z za ze św
    """
)

# Nouns that stand beside another and are declined with it: lekarz dentysta.
BESIDE = _words(
    """
    dentysta kierownik projektant radca redaktor rezydent specjalista stażysta weterynarz właściciel
    """
)

# Titles of men in -a that women bear, too.
MENS_IN_A = _words(
    """
    doradca kierowca poeta radca sprzedawca starosta wicestarosta wicewojewoda wojewoda zarządca
    """
)

# Frequent adjectives that no ending gives away, without it.
ADJECTIVE_STEMS = _words(
    """
    biał biegł boż budowlan czarn czerwon czwart dobr drewnian drug dług krótk mał mił młod młodsz niebiesk
    nisk niższ now ochotnicz pierwsz rodzinn sam star starsz stał trzec wielk wysok wyższ zastępc zielon złot
    święt
    """
)

FEMININE_CONSONANTS = _words(
    """
    część kolej krew moc myśl młodzież noc podróż pomoc rzecz sieć straż twarz łódź
    """
)
# Nouns for people, masculine, beside positions.
PEOPLE = _words(
    """
    absolwent autor brat czytelnik doradca dostawca dystrybutor gospodarz gość inwestor kandydat kierowca
    klient kolega konkurent kontrahent koordynator kupiec lekarz lider mieszkaniec mistrz mąż nauczyciel
    odbiorca opiekun pacjent partner pasażer patron pośrednik pracownik producent przyjaciel rolnik sponsor
    sprzedawca student syn sąsiad słuchacz turysta uczestnik uczeń widz wolontariusz wspólnik współautor
    właściciel
    """
)
