"""Surnames whose stem cannot be told by the ending, where the dictionary is not at hand."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Surname → the stem of its forms. Two stems mean that both are in use: Kozła and Kozioła.
STEMS = {
    "kozioł": "kozł|kozioł",
    "kocioł": "kotł|kocioł",
    "kozieł": "kozł|kozieł",
    "orzeł": "orł|orzeł",
    "osioł": "osł|osioł",
    "dzięcioł": "dzięcioł",
    "szczygieł": "szczygł",
    "węgieł": "węgł",
    "gołąb": "gołębi|gołąb",
    "jastrząb": "jastrzębi|jastrząb",
    "dąb": "dęb|dąb",
    "ząb": "zęb|ząb",
    "krąg": "kręg|krąg",
    "karp": "karpi|karp",
    "paw": "pawi|paw",
    "żuraw": "żurawi",
    "drop": "dropi|drop",
    "szczaw": "szczawi",
    "modrzew": "modrzewi",
    "cietrzew": "cietrzewi",
    "stępień": "stępni|stępieni",
    "kwiecień": "kwietni|kwiecieni",
    "styczeń": "styczni|styczeni",
    "grudzień": "grudni|grudzieni",
    "wrzesień": "wrześni|wrzesieni",
    "sierpień": "sierpni|sierpieni",
    "kamień": "kamieni",
    "jeleń": "jeleni",
    "korzeń": "korzeni",
    "pierścień": "pierścieni",
    "grzebień": "grzebieni",
    "cień": "cieni",
    "pień": "pni|pieni",
    "promień": "promieni",
    "strumień": "strumieni",
    "płomień": "płomieni",
    "jesień": "jesieni",
    "marzec": "marc|marzec",
    "wróbel": "wróbl",
    "bąbel": "bąbl",
    "węgiel": "węgl",
    "figiel": "figl",
    "kisiel": "kisiel",
    "chmiel": "chmiel",
    "hegel": "hegl",
    "mendel": "mendl",
    "cukier": "cukr",
    "majcher": "majchr",
    "wicher": "wichr|wicher",
    "lew": "lew|lw",
    "pies": "ps|pies",
    "owies": "ows",
    "ocet": "oct",
    "łeb": "łb",
    "mech": "mech",
    "mróz": "mroz",
    "głód": "głod",
    "bór": "bor",
    "wół": "woł",
    "róg": "rog",
    "nóż": "noż",
    "miód": "miod",
    "lód": "lod",
    "gród": "grod",
    "zdrój": "zdroj",
    "wieczór": "wieczor",
    "gwóźdź": "gwoździ",
    "sobór": "sobor",
    "król": "król",
    "stróż": "stróż",
    "góral": "góral",
    "ogórek": "ogórk",
    "wójt": "wójt",
    "kościół": "kościoł",
    "mól": "mol",
    "paweł": "pawł",
    "gaweł": "gawł",
    "szewc": "szewc",
    "grek": "grek",
    "bek": "bek",
    "lek": "lek",
    "bernacik": "bernacik",
    "niedźwiedź": "niedźwiedzi",
    "łabędź": "łabędzi",
    "śledź": "śledzi",
    "kmieć": "kmieci",
    "łokieć": "łokci",
    "paznokieć": "paznokci",
    "dzięgiel": "dzięgiel|dzięgl",
    "wiedeń": "wiedni",
    "kruszec": "kruszc",
    "wieczorek": "wieczork",
    "kacper": "kacpr",
    "kasper": "kasper|kaspr",
    "kasprzyk": "kasprzyk",
    "aleksander": "aleksandr|aleksander",
    "sylwester": "sylwestr|sylwester",
    "szuster": "szustr|szuster",
    "luter": "lutr",
    "bober": "bobr|bober",
    "hebel": "hebl|hebel",
    "kubeł": "kubł",
    "supeł": "supł",
    "poseł": "posł",
    "dzień": "dni",
    "kier": "kier",
    "deszcz": "deszcz",
    "pieprz": "pieprz",
    "wieprz": "wieprz",
    "kupiec": "kupc",
    "dziadek": "dziadk",
    "szpak": "szpak",
}
# Stems that both the dictionaries and the bearers agree on.
SURE_STEMS = frozenset(stem for stem in STEMS if "|" not in STEMS[stem])
# -e- that stays in surnames of one syllable before it falls, and in foreign ones.
STEADY_EK = _words(
    """
    barek bek derek dubček grek hek jelinek lek malek mamlek mek rek sek tarek zek
    """
)

# Women's surnames in -a that are adjectives; whoever is called so, too, may decline it as a noun.
ADJECTIVES_F = _words(
    """
    biała bielska biła bliska bogata boska boża bukowa bystra chuda cicha ciężka czarna czerwona dobra dolna
    duża dzika dębowa długa gorzka gorąca gruba górna gładka głucha hrabna jabłonowa jasna kalinowa krzepka
    krzywa krótka kwaśna lekka leśna leżąca lipna lipowa luba lysa malinowa mała miła mokra mroźna mądra
    młoda niebieska niska nowa nowotna ostra pijana piękna podgórna polna polska prosta płaska płytka ruda
    rumiana ruska rzadka różana siwa stara stroma sucha szara szczęsna sędziwa słodka słoneczna tania twarda
    wesoła wielka wolna wysoka wąska zielona zimna złota ładna łysa śliczna śliska święta żelazna żurawna
    żywa żyzna żółta
    """
)

# Nouns in -owa, -ewa and -na, which women do not decline as adjectives.
NOUNS_F = _words(
    """
    alkowa bruzgowa brzezina budowa casanova cerkiewna ceynowa cholewa cordova częstochowa córdova dąbrowa
    genova gotowa grodowa głowa kordowa krowa lewa mewa mowa nova obmowa osnowa plewa podkowa podlipna połowa
    sowa villanova wdowa wymowa zachowa zadowa
    """
)

# Foreign surnames in a mute -e.
MUTE_E = _words(
    """
    baudelaire blake bogarde bonaparte boone bourne boyle browne bruce byrne caine clarke cole cooke crowe
    cruise delaware descharme doyle drake duke fontaine george goode greene hawke hume joyce kane lacombe
    lafontaine laforge lagrange laplace laurence lavigne lawrence lefebvre lefèbvre lemaitre lemaître locke
    love lovelace malle marlowe maurice molière montaigne moore morse nightingale osborne paine pierce pike
    poole price reeve rice robespierre rousselle rowe sartre savoye shakespeare spence stone stowe thorne
    verne voltaire wallace wayne welle white wilde wolfe woodhouse wright-moore yale
    """
)

SOUNDED_E = _words(
    """
    benke bode boye buske böhme czaje dante franke fricke giese goethe gödde göthe hanke heine henke hesse
    heyse hoppe kolbe krause kruse köhne lange laube linde lüdtke meinecke miele mielke nietzsche raabe
    radtke ranke ratzke rilke rohde sachse schulze schütte thiele titze tönnie wende wilke ziege
    """
)

# English surnames in -y after a consonant: Kennedy'ego.
ENGLISH_Y = _words(
    """
    avery barry berry bixby bradbury crosby curry darby darcy derby dewsbury emery gentry gregory hardy
    hendry henry jeffry kelly kennedy kerry kingsbury kirby mccarthy murphy o'reilly perry reilly rigby ruby
    salisbury sherry terry twiggy wally whitby
    """
)

# Well-known surnames in -ca whose -c- is no k.
IN_CA = _words(
    """
    babica bylica dzielica górnica koczyca kozica kośnica kubica lorenca makowica pawlica sitnica ulica
    """
)
# Like irregular nouns: some decline them as the noun, some by the ending, whatever a dictionary says.
DIVIDED = _words("hrabia sędzia ksiądz wół książę margrabia burgrabia")
