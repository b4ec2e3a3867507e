"""Words that stand before a person's names: forms of address, titles, abbreviations; and what joins names."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ADDRESS = _words(
    """
    brat ksiądz ojciec pan pani panie panna panowie państwo siostra
    """
)
POLITE = _words(
    """
    czcigodna czcigodni czcigodny drodzy droga drogi drogie kochana kochani kochany mili miła miły
    przewielebna przewielebny szanowna szanowne szanowni szanowny wielce wielebna wielebny
    """
)
# These stay as they are.
ABBREVIATIONS = _words(
    """
    adw. arch. asp. bryg. dent. dypl. dyr. ekon. em. farm. gen. hab. hm. hum. insp. inż. jr. kan. kier. kom.
    kpt. ks. lek. lic. mec. med. n. nadzw. o. p.o. phm. podkom. por. ppor. pr. prez. prof. r.pr. red. ref.
    rez. s. sr. st. techn. wet. z-ca zast. zw. śp. św.
    """
)
# These end in their word's last letter: of a man they take a full stop in the other cases.
BY_LAST_LETTER = _words(
    """
    abp bp dr mgr mjr nadbryg ppłk płk
    """
)
PARTICLES = _words(
    """
    af al av ben bin da dalla das de degli del della den der des di do dos du e el ibn la le les ten ter van
    von y zu zur
    """
)
AND = _words(
    """
    & i oraz
    """
)
TITLES = _words(
    """
    administrator administratorka admirał adwokat adwokatka ambasador aptekarz architekt architektka
    arcybiskup artysta artystka asystent asystentka bibliotekarka bibliotekarz biskup burmistrz burmistrzyni
    członek członkini docent doktor doktorka doradca doradczyni druh druhna dyrektor dyrektorka dyrygent
    dziekan ekscelencja eminencja generał gwardian hrabia inspektor inspektorka inżynier kanclerz kanonik
    kapelan kapitan kardynał katecheta katechetka kierowniczka kierownik kolega koleżanka komandor komendant
    komisarz konsul konsultant konsultantka koordynator koordynatorka książę księgowa księgowy kurator
    kuratorka kustosz kustoszka lekarka lekarz leśniczy magister major mama manager managerka marszałek
    mecenas menadżer menadżerka menedżer menedżerka minister ministerka ministra mistrz naczelniczka
    naczelnik nadleśniczy nauczyciel nauczycielka notariusz opat partner partnerka pastor pedagog pełnomocnik
    porucznik poseł posłanka prałat prefekt premier prezes prezeska prezeso prezydent proboszcz prodziekan
    profesor profesorka prokurator promotor prorektor prowincjał przeor przewodnicząca przewodniczący
    przełożona przełożony psycholog pułkownik rabin radca radna radny redaktor redaktorka rektor reżyser
    reżyserka rzeczniczka rzecznik sekretarka sekretarz senator senatorka skarbniczka skarbnik sołtys
    sołtyska specjalista specjalistka sponsor starosta starościna superior szef szefowa sędzia tata trener
    trenerka wiceburmistrz wicedyrektor wicekanclerz wicemarszałek wiceminister wicepremier wiceprezes
    wiceprezeska wiceprezydent wiceprzewodniczący wicestarosta wicewojewoda wikariusz wojewoda wspólniczka
    wspólnik współwłaściciel współwłaścicielka wójt właściciel właścicielka
    """
)
# What goes on with a title before it, in capitals as in „Redaktor Naczelny Jan Nowak”.
AFTER_A_TITLE = _words(
    """
    finansowa finansowy generalna generalny gminy główna główny handlowa handlowy honorowa honorowy miasta
    miejski naczelna naczelny powiatu prawny rady sejmu senatu województwa zarządu zarządzająca zarządzający
    """
)
# The first parts of noble double surnames, of which usage declines some and leaves others.
ARMS = _words(
    """
    abdank boy bończa bór ciołek doliwa dołęga grot gryf jasieńczyk jastrzębiec jelita junosza korwin leliwa
    lis nałęcz nowina ostoja pilawa pomian poraj prus rawicz rola sas szreniawa topór tępa ślepowron
    """
)
