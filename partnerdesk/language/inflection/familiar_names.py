"""Well-known first names, by which a first name is told from a surname without the dictionary."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FAMILIAR_MEN = _words(
    """
    adam adrian alan albert aleks aleksander aleksiej aleksy alojzy andrij andrzej antek antoni arek
    arkadiusz artur bartek bartosz bartłomiej benedykt bernard bogdan bogumił bogusław bohdan bolek bolesław
    borys bożydar bronisław bruno błażej cezary cyprian cyryl czesław częstobor damian daniel darek dariusz
    dawid denis dionizy dmitrij dmytro dominik donat edmund edward emil emilian ernest eryk eugeniusz
    ezechiel fabian feliks ferdynand filip florian franciszek franek fryderyk gabriel gerard gienek gniewomir
    grzegorz grzesiek gustaw heniek henryk hieronim hubert hugo ignacy igor ihor ireneusz iwan iwo jacek
    jakub jan janek janusz jarek jarosław jaś jerzy jewgienij joachim julian juliusz jurek jurij józef
    jędrzej kacper kajetan kamil karol kazik kazimierz klemens konrad konstanty kornel kosma krystian
    krzysiek krzysztof krzyś ksawery kuba lech lechosław leon leonard leopold leszek lesław lew lolek lucjan
    lucjusz ludwik maciej maciek maksymilian marcel marceli marcin marek marian mariusz mateusz maurycy
    michaił michał michałek mieczysław mieszko mietek mikołaj milan mirek mirosław miłosz mychajło mykoła
    narcyz natan nikodem nikołaj norbert oktawian olaf oleg olek oleksandr olgierd oliwier oskar ostap oswald
    otto ołeh patryk paweł pawełek pawło petro piotr piotrek przemek przemysław radek radosław rafał rajmund
    remigiusz robert roland roman romek rysiek ryszard sebastian sergiusz serhij seweryn siergiej stanisław
    staszek staś stefan stefek sylwester szczepan szymon sławek sławomir tadek tadeusz taras teodor teofil
    tobiasz tomasz tomek tymek tymon tymoteusz tytus wacław waldemar walenty walery wasyl wawrzyniec wiesiek
    wiesław wiktor wilhelm wincenty wit witold wojciech wojtek wołodymyr władek władimir władysław
    włodzimierz xawery zbigniew zbyszek zbyszko zdzisław zenek zenon ziemowit zygfryd zygmunt łukasz ścibor
    """
)
FAMILIAR_WOMEN = _words(
    """
    ada adela adrianna aga agata agnieszka agusia ala alberta aldona aleksandra alicja alina amelia anastazja
    aneta angelika angelina ania aniela anita anna antonina apolonia ariana asia aurelia barbara basia
    basieńka beata beatka beatrycze bernadeta berta bianka blanka bogna bogumiła bogusława bożena bożenka
    bronisława brygida brygita carmen cecylia cecylka celina czesława dagmara danka danuta daria debora
    delfina diana dobrosława dominika dorota dorotka edyta ela eleonora eliza elwira elżbieta emilia emma
    ernestyna ester estera eugenia eulalia ewa ewcia ewelina ewunia faustyna felicja feliksa flora florentyna
    franciszka gabriela gaja genowefa gertruda gosia grażyna halina halszka hania hanka hanna hałyna hela
    helena henryka honorata ida iga ilona ines inez irena irmina iryna iwona iza izabela izabella jadwiga
    jadzia jagienka jagna jagoda janina janka jasia jelena joanna jola jolanta jowita judyta julia julianna
    julija julita justyna józefa józefina józia kaja kalina kamelia kamila karina karmen karolcia karolina
    kasia katarzyna kateryna kazimiera kinga klara klaudia kleopatra konstancja kornela kornelia krysia
    krystiana krystyna ksenia laura lena leokadia lidia lilia liliana lilianna lilka liwia lola lucyna
    ludmiła ludmyła ludomira ludwika lukrecja lusia madzia magda magdalena maja malwina marcela marcelina
    maria marianna marija mariola marlena marta martyna maryla marysia marzanna marzena matylda małgorzata
    małgosia mela melania michalina milena miriam mirosława miłosława monika nadia nadzieja natalia natalija
    natasza nel nela nina niusia noemi ofelia oksana oktawia ola olena olga olha olimpia oliwia otylia pamela
    patrycja paula paulina pelagia petronela pola regina renata renatka renia roksana roma rozalia rut ruth
    ryszarda róża sabina salomea sandra sara serafina sonia stanisława stasia stefania stella switłana
    sylwana sylwia sławomira tamara tatiana tekla teodora teresa tetiana tina tola tosia ula urszula violetta
    wacława walentyna wanda wera weronika wiara wiesława wiktoria wilhelmina wioletta władysława władzia
    zdzisława zenona zofia zosia zuzanna zuzia zyta łucja świetlana żaneta
    """
)
