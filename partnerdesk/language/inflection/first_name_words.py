"""First names whose gender or forms cannot be told by the ending."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FEMALE_WITHOUT_A = _words(
    """
    afrodyte agnes alice amelie amy ann anne antoinette ashley astrid audrey ayşe barbie beatrice beatrix
    beatrycze berenike betty bridget brigid brigitte carmel carmen caroline catherine cecile celine chantal
    charlotte chloe chloé christine cindy claire clarice colette céline dafne daisy danae danielle daphne
    deborah denise desiree dolores doris dorothy edeltraud edith eileen elaine eleanor elen elisabeth elise
    elizabeth ellen elodie emily emmanuelle erin estelle ester esther eve evelyn ewelin florence frances
    françoise freya gabrielle genevieve gertrud ginger gladys grace gretchen gudrun gwen hannah hazel heather
    hebe heidi helen helene hildegard holly hélène ines inez ingeborg ingrid inés irene iris irmgard isabel
    isabelle ivonne ivy iwonne jacqueline jane janet janice jasmine jeanette jennifer jenny jessie jill joan
    joanne jocelyn josephine joy joyce judith judy judyt julie june kaliope karen karin karmen karolin kate
    katherine kathleen kathy kelly kimberly kirsten kleo kristen kristin leah lilian liliane lillian lily
    linde lindsay ljubow lois lorraine lotte louise lourdes lubov lubow lucy madeleine maite marcelle
    margaret margit margot marguerite marie marilyn marion marjorie mary maud may megan melanie mercedes
    meryl michelle miriam mirjam misty molly monique muriel nadine nancy nanette naomi natalie nathalie nel
    nelly nicole nikol nikole nino niobe noemi noor nour noémi odette olive olympe patty paulette peggy
    penelope phyllis pilar piper psyche rachael rachel raquel rebekah rosalie rose rosemary rosvita roxanne
    rut ruth sally salome sandy sarah scarlett selene sharon shirley sigrid sigrun simone solange soledad
    sophie stephanie sue susan suzanne sybil sylvie thérèse tiffany tracy trinity ursel valerie veronique
    violet virginie vivian vivien véronique waltraud wendy wilhelmine yvette yvonne zoe zoé zoë
    """
)
MALE_IN_A = _words(
    """
    akira aleksa alosza barnaba bonawentura boryna danka dawyda dyzma elia ezra foma grisza hamza hrycia ilia
    ilja illia illja isa jarema jehuda jona joshua joszua jozua juda kola kosma kostia kuba kuźma losza luca
    luka mikoła misza mitia musa mustafa mykola mykoła nehemia nikita noa oleksa ołeksa pasza reza saba sasza
    savva sawa sawwa sima sula taha tola wania wowa wołodia yehuda zachariasza zawisza
    """
)
EITHER = _words(
    """
    alex alexis andrea angel ariel ashley camille casey charlie chris dominique jamie jean jordan kai kelly
    kim lee leslie mika morgan nikola noa noor nour robin sam sasha sasza sima simone stacy sława taylor
    tracy yael zhenya żenia
    """
)
# Women's pet names in -ia, -ja or -la have -u in the vocative and -i in the genitive; these do not.
FEMALE_LATIN_SIA = _words(
    """
    anastasia anastazja artemisia aspasia eufrasia nastasia theodosia
    """
)
# Men's names that are adjectives: Jerzy, Jerzego.
ADJECTIVES = _words(
    """
    ambroży ananiaszy antoni bazyli bonifacy cezary chryzanty cyryli ewarysty fortunaty gaudenty gerwazy
    gwalbert hieronimy hilary hipolity horacy idzi ignacy innocenty inocenty jerzy kaliksty klemensy
    konstanty ksawery laurenty lucjany makary maurycy metody nestory pankracy prokopy protazy saturny serwacy
    seweryny walenty walery wincenty
    """
)
# English names in -y take an apostrophe: Tony'ego.
ENGLISH_Y = _words(
    """
    andy anthony barry benny billy bobby bradly buddy cody danny dany denny eddy emery freddy garry gary
    gregory harry henry jeremy jerry jimmy johnny kenny kerry kirby larry lenny marty monty percy perry randy
    ricky rory rudy sammy scotty teddy terry timmy timothy toby tommy tony tracy willy zachary
    """
)
# A mute -e: the forms take an apostrophe where the consonant does not change (Mike'a, Philippe'a).
MUTE_E = _words(
    """
    alexandre ambroise andre-claude antoine baptiste blake bruce camille chase christophe clarence claude
    clive cole dale dave dominique drake duane duke dwayne etienne eugene fabrice frederique gabe george
    guillaume hippolyte horace hugue jake jerome joyce jude jérôme kane kyle lance lawrence luke maurice
    maxime mike patrice pete philippe pierre rene-claude serge shane stephane steve stéphane terence terrence
    théodore vince wade wallace wayne zane étienne
    """
)
# Borne in Poland as Latin words: Bruno, Brunona, in speech also Bruna.
IN_ON = _words(
    """
    bruno dydo guido gwido hugo ivo iwo juno kleto otto wito
    """
)
# The -e- of -ek, -er, -el, -ec falls out of Polish names; of these it does not.
STEADY_E = _words(
    """
    abdulmalek alec barek bek czech derek lech malek melchizedek miecz tarek
    """
)
FLEETING_ER = _words(
    """
    aleksander alexander ewander gasper kacper kasper leander lisander luter silvester silwester sylvester
    sylwester zylwester
    """
)
SPECIAL_MEN = {
    "lew": ("Lwa", "Lwowi", "Lwa", "Lwem", "Lwie", "Lwie"),
    "lev": ("Leva|Lva", "Levowi|Lvowi", "Leva|Lva", "Levem|Lvem", "Levie|Lvie", "Levie|Lvie"),
    "karel": (
        "Karela|Karla",
        "Karelowi|Karlowi",
        "Karela|Karla",
        "Karelem|Karlem",
        "Karelu|Karlu",
        "Karelu|Karlu",
    ),
    "pavel": (
        "Pavla|Pavela",
        "Pavlowi|Pavelowi",
        "Pavla|Pavela",
        "Pavlem|Pavelem",
        "Pavlu|Pavelu",
        "Pavlu|Pavelu",
    ),
    "pawel": ("Pawla", "Pawlowi", "Pawla", "Pawlem", "Pawlu", "Pawlu"),
    "havel": ("Havla", "Havlowi", "Havla", "Havlem", "Havlu", "Havlu"),
    "jacques": ("Jacques'a", "Jacques'owi", "Jacques'a", "Jacques'em", "Jacques'u", "Jacques'u"),
    "georges": ("Georges'a", "Georges'owi", "Georges'a", "Georges'em", "Georges'u", "Georges'u"),
    "gilles": ("Gilles'a", "Gilles'owi", "Gilles'a", "Gilles'em", "Gilles'u", "Gilles'u"),
    "yves": ("Yves'a", "Yves'owi", "Yves'a", "Yves'em", "Yves'ie|Yvie", "Yves'ie|Yvie"),
    "charles": (
        "Charlesa|Charles'a",
        "Charlesowi|Charles'owi",
        "Charlesa|Charles'a",
        "Charlesem|Charles'em",
        "Charlesie|Charles'u",
        "Charlesie|Charles'u",
    ),
    "james": ("Jamesa", "Jamesowi", "Jamesa", "Jamesem", "Jamesie", "Jamesie"),
    "louis": (
        "Louisa|Louis'go",
        "Louisowi|Louis'mu",
        "Louisa|Louis'go",
        "Louisem|Louis'm",
        "Louisie|Louis'm",
        "Louisie|Louis",
    ),
    "ilia": ("Ilii", "Ilii", "Ilię", "Ilią", "Ilii", "Ilio|Ilia"),
    "ilja": ("Ilji|Ilii", "Ilji|Ilii", "Ilję", "Ilją", "Ilji|Ilii", "Iljo|Ilja"),
    "illia": ("Illii", "Illii", "Illię", "Illią", "Illii", "Illio|Illia"),
    "wania": ("Wani", "Wani", "Wanię", "Wanią", "Wani", "Waniu"),
    "kostia": ("Kosti", "Kosti", "Kostię", "Kostią", "Kosti", "Kostiu"),
    "jules": ("Jules'a", "Jules'owi", "Jules'a", "Jules'em", "Jules'u", "Jules'u"),
    "hugues": ("Hugues'a", "Hugues'owi", "Hugues'a", "Hugues'em", "Hugues'u", "Hugues'u"),
    "abel": ("Abla|Abela", "Ablowi|Abelowi", "Abla|Abela", "Ablem|Abelem", "Ablu|Abelu", "Ablu|Abelu"),
    "leo": ("Leona|Lea", "Leonowi|Leowi", "Leona|Lea", "Leonem|Leem", "Leonie|Leo", "Leo|Leonie"),
    "apollo": (
        "Apollina|Apolla",
        "Apollinowi|Apollowi",
        "Apollina|Apolla",
        "Apollinem|Apollem",
        "Apollinie|Apollu",
        "Apollo",
    ),
    "joe": ("Joego|Joe", "Joemu|Joe", "Joego|Joe", "Joem|Joe", "Joem|Joe", "Joe"),
    "józef": ("Józefa", "Józefowi", "Józefa", "Józefem", "Józefie", "Józefie"),
    "max": ("Maksa|Maxa", "Maksowi|Maxowi", "Maksa|Maxa", "Maksem|Maxem", "Maksie|Maxie", "Maksie|Maxie"),
    "alex": (
        "Aleksa|Alexa",
        "Aleksowi|Alexowi",
        "Aleksa|Alexa",
        "Aleksem|Alexem",
        "Aleksie|Alexie",
        "Aleksie|Alexie",
    ),
    "felix": (
        "Feliksa|Felixa",
        "Feliksowi|Felixowi",
        "Feliksa|Felixa",
        "Feliksem|Felixem",
        "Feliksie|Felixie",
        "Feliksie|Felixie",
    ),
    "bartłomiej": (
        "Bartłomieja",
        "Bartłomiejowi",
        "Bartłomieja",
        "Bartłomiejem",
        "Bartłomieju",
        "Bartłomieju",
    ),
    "chrystus": ("Chrystusa", "Chrystusowi", "Chrystusa", "Chrystusem", "Chrystusie", "Chryste"),
    "józio": ("Józia", "Józiowi", "Józia", "Józiem", "Józiu", "Józiu"),
}
SURE_SPECIAL_MEN = _words(
    """
    bartłomiej georges gilles havel jacques james kostia lew wania
    """
)
# Women's names whose vocative is divided, or which forms differ from their ending's.
DIVIDED_VOCATIVE = _words(
    """
    fabiola katia ksenia lesia lucia marcia mila nadia nastia noa olesia pola tania tonia xenia zoja żenia
    """
)
SPECIAL_VOCATIVE = {
    "teodosia": "o",
    "anastasia": "o",
    "wirginia": "o",
    "virginia": "o",
    "bella": "o",
    "katia": "u",
    "wiola": "u",
    "sonia": "u",
}
# South Slavic names whose -c- is no k.
SOUNDED_C = _words("anica danica jelica ljubica lubica milica slavica stanica zorica lica ivica")
