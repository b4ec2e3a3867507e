"""Stems of the adjectives by which institutions are called, and which are hardly a part of a name."""

STEMS = frozenset(
    """
    adwokack agroturystyczn akademick akcyjn apostolsk archeologiczn archidiecezjaln architektoniczn
    artystyczn audytorsk autobusow badawcz bankow bałtyck bieszczadzk botaniczn brokersk budowlan celn
    centraln certyfikacyjn charytatywn chirurgiczn chóraln ciepłownicz cukiernicz cywiln dentystyczn
    detaliczn diecezjaln doktoranck dolnośląsk doradcz dramatyczn drogow drukarsk działkow dziecięc
    dzielnicow dziennikarsk dęt edukacyjn ekologiczn eksportow elektroniczn elektryczn emeryck energetyczn
    europejsk ewangelick faktoringow farmaceutyczn filharmoniczn filmow finansow fizjoterapeutyczn
    florystyczn fotograficzn fryzjersk gastronomiczn gazow gdańsk geodezyjn gminn gospodarcz graficzn
    grekokatolick górnicz górnośląsk główn handlow harcersk historyczn hotelow hurtow hutnicz importow
    informatyczn instalacyjn integracyjn internetow inwestycyjn inżynieryjn jagiellońsk jawn jeździeck
    jubilersk językow kadrow karpack kaszubsk katedraln katolick klasztorn kliniczn kolejow komandytow
    kombatanck komputerow komunaln komunikacyjn koncertow konferencyjn kongresow konsultingow kosmetyczn
    krajow krajoznawcz krakowsk krawieck kultural kulturaln kurkow leasingow lekarsk lekkoatletyczn leśn
    literack logistyczn logopedyczn lokaln lotnicz lubelsk ludow maklersk maltańsk maturaln mazowieck mazursk
    małopolsk meblow mechaniczn medyczn metalow miejsk mieszkaniow międzynarodow mięsn mobiln morsk
    motoryzacyjn muzealn muzyczn młodzieżow naczeln narodow naukow niepełnosprawn niepubliczn notarialn
    obrachunkow obwodow ochotnicz odzieżow ogrodnicz ogóln ogólnokształcąc okręgow okulistyczn onkologiczn
    operow opiekuńcz optyczn organow osiedlow oświatow parafialn partnersk państwow pedagogiczn pediatryczn
    piekarnicz piłkarsk plastyczn pocztow podatkow podhalańsk podstawow pogrzebow policealn policyjn
    politechniczn polsk pomorsk powiatow poznańsk pożarn pożyczkow prasow prawn prawosławn produkcyjn
    projektow prost przedszkoln przemysłow psychologiczn publiczn rachunkow radiow ratownicz ratunkow
    regionaln rehabilitacyjn rejonow reklamow remontow rodzinn rolnicz rzemieślnicz rzeszowsk rzymsk
    rzymskokatolick samochodow samorządow sanatoryjn sanitarn senioraln skarbow socjaln sołeck specjaln
    spedycyjn sportow społeczn spożywcz spółdzielcz stacjonarn stolarsk stomatologiczn strażack studenck
    szachow szkoleniow szkoln taksówkow taneczn targow tańecz teatraln techniczn telekomunikacyjn telewizyjn
    terenow transportow turystyczn tłumaczeniow ubezpieczeniow uniwersyteck usługow uzdrowiskow warszawsk
    wczasow weseln weterynaryjn wiejsk wielobranżow windykacyjn wodn wodociągow wojewódzk wojskow wrocławsk
    wschodni wyborcz wydawnicz wystawiennicz wyższ wędkarsk zachodni zakonn zawodow zdrowotn ziołow łódzk
    śląsk średni światow żeglarsk żydowsk
    """.split()  # noqa: SIM905 - a list of words reads better so
)
