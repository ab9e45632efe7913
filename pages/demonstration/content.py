"""The texts of the demonstration site of ERSV, RESOC and SERR Limburg, as plain data.

Every fact comes from the owner's own home page of 2017 or from the sources that stand beside it; the sentences
are ours. What is not known stays empty, or says "nog aan te vullen". Nothing about a real body or person is
made up: the contact points are marked as examples, the files and pictures as our own.

A body of text is a list of blocks: ("text", html), ("facts", heading, [(label, value, source)]),
("links", heading, [(name, address or "")]) and ("quote", text, speaker, role, source).
"""

DECREE = "Belgisch Staatsblad, numac 2004036335"
COMPOSITION = "werk.be en de vroegere site ersvlimburg.be"
MINUTES = "Verslag van 10 mei 2005"
CHAIRS = "made-in.be, pomlimburg.be en, van 10 mei 2019, limburgnieuws.be"
LIRES = "pomlimburg.be"
SALK = "limburg.be en voka.be"
MUNICIPALITIES = "Federale lijst van gemeenten (refnis 2025)"
HOME_PAGE = "Vroegere startpagina van ERSV, RESOC en SERR Limburg"
UNKNOWN_SOURCE = "Bron nog aan te vullen"

STATUS_NOTE = (
    "Volgens een secundaire bron stopte de Vlaamse subsidie op 1 augustus 2020 (bron nog aan te vullen). "
    "Hoe het daarna verderging, is hier niet bekend."
)

REGION = {
    "slug": "limburg",
    "accent": "heather",
    "drawing": "limburg",
    "name": "ERSV, RESOC en SERR Limburg",
    "tagline": "Overleg en advies over werk en economie in Limburg",
    "legal_name": "ERSV Limburg vzw",
    "seat": "",
    "enterprise_number": "",
    "court": "",
    "email": "",
    "telephone": "",
}

OWN_DRAWING = {
    "credit": "eigen tekening",
    "licence": "CC0-1.0",
    "reusable": True,
    "decorative": False,
    "made_on": "2026-11-22",
}

PICTURES = {
    "limburgse-streken": {
        "file": "limburgse-streken.jpg",
        "caption": "Heide, Maas, boomgaarden en mijnterrils in één landschap.",
        "who_and_where": "Niemand in beeld; een verzonnen landschap in Limburg.",
        "alt": "Tekening van een Limburgs landschap met paarse heide, een bocht van de Maas en boomgaarden in bloei. "
        "Een mijnterril en een schachtbok staan voor de lage zon.",
        "focal_point": (1400, 620),
        **OWN_DRAWING,
    },
    "mijnterril": {
        "file": "mijnterril.jpg",
        "caption": "Een mijnterril met een schachtbok in het avondlicht.",
        "who_and_where": "Niemand in beeld; een verzonnen plek in de mijnstreek.",
        "alt": "Tekening van een steile mijnterril in het avondlicht, met het silhouet van een schachtbok ervoor.",
        "focal_point": (1300, 760),
        **OWN_DRAWING,
    },
    "maas-en-bloesem": {
        "file": "maas-en-bloesem.jpg",
        "caption": "De Maas tussen weiden en bloesem.",
        "who_and_where": "Niemand in beeld; een verzonnen plek aan de Maas.",
        "alt": "Tekening van de Maas die door groene weiden slingert, gezien tussen takken vol bloesem.",
        "focal_point": (1200, 800),
        **OWN_DRAWING,
    },
    "heide": {
        "file": "heide.jpg",
        "caption": "Bloeiende heide met dennen en een ven.",
        "who_and_where": "Niemand in beeld; een verzonnen plek op de heide.",
        "alt": "Tekening van bloeiende heide met een zandpad, een paar dennen en een ven in het ochtendlicht.",
        "focal_point": (1100, 800),
        **OWN_DRAWING,
    },
}

EXAMPLE_CONTACT = {
    "label": "Voorbeeld: algemene vragen",
    "name": "Voorbeeld (echte gegevens nog aan te vullen)",
    "email": "voorbeeld@example.org",
    "telephone": "011 00 00 00",
    "address": "",
}

ERSV = {
    "slug": "ersv-limburg",
    "abbreviation": "ERSV",
    "name": "ERSV Limburg",
    "full_name": "Erkend Regionaal Samenwerkingsverband Limburg",
    "kind": "organisation",
    "legal_form": "vzw",
    "status": "unknown",
    "status_note": STATUS_NOTE,
    "summary": "ERSV Limburg is de vereniging achter het overleg over werk en economie in Limburg. Ze beheert geld en "
    "personeel van het Regionaal Economisch en Sociaal Overlegcomité (RESOC) en de Sociaal-Economische Raad van de "
    "Regio (SERR).",
    "body": [
        (
            "text",
            "<h2>Wat doet ERSV Limburg?</h2>"
            "<p>ERSV staat voor Erkend Regionaal Samenwerkingsverband. Het is een vereniging zonder winstoogmerk "
            "(vzw). Vlaanderen heeft ze erkend om het sociaaleconomisch overleg in Limburg te ondersteunen.</p>"
            "<p>Overleggen doet ERSV Limburg niet zelf. Dat gebeurt in twee organen:</p>"
            "<ul><li><strong>RESOC Limburg</strong>, het Regionaal Economisch en Sociaal Overlegcomité;</li>"
            "<li><strong>SERR Limburg</strong>, de Sociaal-Economische Raad van de Regio.</li></ul>"
            "<p>ERSV Limburg geeft die twee een juridisch dak. De vzw beheert het geld en neemt het personeel in "
            "dienst.</p>"
            "<h2>Eén werking met POM Limburg</h2>"
            "<p>ERSV Limburg en POM Limburg hebben een gezamenlijke structuur en werking. POM is de afkorting van "
            "Provinciale Ontwikkelingsmaatschappij. Samen hebben ze diensten in verschillende domeinen.</p>",
        ),
        (
            "facts",
            "Wat de wet zegt",
            [
                ("Decreet", "Vlaams decreet van 7 mei 2004 over ERSV, SERR en RESOC", DECREE),
                ("Artikelen over ERSV", "3 tot en met 11", DECREE),
                ("In werking sinds", "22 oktober 2004", DECREE),
                ("Soort", "Organisatie: een ERSV is een rechtspersoon en handelt zelf", COMPOSITION),
            ],
        ),
    ],
    "contact_points": [EXAMPLE_CONTACT],
    "links": [{"name": "LIRES bij POM Limburg", "url": "https://pomlimburg.be/kennis/lires/"}],
}

RESOC = {
    "slug": "resoc-limburg",
    "abbreviation": "RESOC",
    "name": "RESOC Limburg",
    "full_name": "Regionaal Economisch en Sociaal Overlegcomité Limburg",
    "kind": "organ",
    "legal_form": "",
    "status": "unknown",
    "status_note": STATUS_NOTE,
    "summary": "RESOC Limburg brengt werkgevers, vakbonden, gemeenten en provincie aan één tafel. Samen maken zij het "
    "streekpact: een visie op lange termijn voor werk en economie in Limburg.",
    "body": [
        (
            "text",
            "<h2>Wat doet RESOC Limburg?</h2>"
            "<p>RESOC staat voor Regionaal Economisch en Sociaal Overlegcomité. Aan deze tafel praten drie groepen "
            "over de toekomst van Limburg: werkgeversorganisaties, werknemersorganisaties en lokale besturen.</p>"
            "<p>Hun overleg leidt tot een <strong>streekpact</strong>. Daarin staat waar Limburg over zes jaar wil "
            "staan met zijn economie en zijn arbeidsmarkt. De gemeenteraden en de provincieraad keuren het pact "
            "goed.</p>"
            "<p>RESOC Limburg is een orgaan: een groep mensen die samen standpunten inneemt. Het is geen "
            "rechtspersoon. ERSV Limburg, het Erkend Regionaal Samenwerkingsverband, ondersteunt het.</p>",
        ),
        (
            "text",
            "<p>De 16 leden van werkgevers en vakbonden zitten ook in SERR Limburg, de Sociaal-Economische Raad van de "
            "Regio.</p>",
        ),
        (
            "facts",
            "De streekpacten",
            [
                ("2008–2013", "Voorganger van het streekpact 2014–2019", SALK),
                ("2014–2019", "Goedgekeurd op 11 maart 2014, gesteund door 42 van de toen 44 gemeenten", SALK),
            ],
        ),
        (
            "facts",
            "Wat de wet zegt",
            [
                ("Decreet", "Vlaams decreet van 7 mei 2004 over ERSV, SERR en RESOC", DECREE),
                ("Artikelen over RESOC", "18 tot en met 26", DECREE),
                ("In werking sinds", "22 oktober 2004", DECREE),
            ],
        ),
    ],
    "contact_points": [],
    "links": [],
}

SERR = {
    "slug": "serr-limburg",
    "abbreviation": "SERR",
    "name": "SERR Limburg",
    "full_name": "Sociaal-Economische Raad van de Regio Limburg",
    "kind": "organ",
    "legal_form": "",
    "status": "unknown",
    "status_note": STATUS_NOTE,
    "summary": "In SERR Limburg overleggen werkgevers en vakbonden, elk met acht leden. De raad geeft overheden advies "
    "over economie en werk in Limburg.",
    "body": [
        (
            "text",
            "<h2>Wat doet SERR Limburg?</h2>"
            "<p>SERR staat voor Sociaal-Economische Raad van de Regio. De raad heeft twee taken:</p>"
            "<ul><li>Hij brengt de sociale partners van Limburg samen: werkgeversorganisaties en "
            "werknemersorganisaties.</li>"
            "<li>Hij adviseert de overheden over hun beleid rond economie en werk.</li></ul>"
            "<p>SERR Limburg is een orgaan en geen rechtspersoon. ERSV Limburg, het Erkend Regionaal "
            "Samenwerkingsverband, ondersteunt de raad.</p>",
        ),
        (
            "text",
            "<p>De leden worden aangesteld via de Sociaal-Economische Raad van Vlaanderen (SERV).</p>"
            "<p>De 16 leden zetelen ook in RESOC Limburg, het Regionaal Economisch en Sociaal Overlegcomité. Daar "
            "schuiven gemeenten en provincie mee aan.</p>"
            "<h2>Elk jaar een andere voorzitter</h2>"
            "<p>In mei krijgt de raad een nieuwe voorzitter, telkens voor één jaar. Wie er na 2022 voorzitter werd, "
            "is niet bekend.</p>",
        ),
        (
            "facts",
            "Wat de wet zegt",
            [
                ("Decreet", "Vlaams decreet van 7 mei 2004 over ERSV, SERR en RESOC", DECREE),
                ("Artikelen over SERR", "12 tot en met 17", DECREE),
                ("In werking sinds", "22 oktober 2004", DECREE),
            ],
        ),
    ],
    "contact_points": [],
    "links": [],
}

POM = {
    "slug": "pom-limburg",
    "abbreviation": "POM",
    "name": "POM Limburg",
    "full_name": "Provinciale Ontwikkelingsmaatschappij Limburg",
    "kind": "organisation",
    "legal_form": "",
    "status": "unknown",
    "status_note": "Deze site volgt de werking van POM Limburg niet.",
    "summary": "POM Limburg is de Provinciale Ontwikkelingsmaatschappij. Ze deelt haar structuur en haar werking met "
    "het Erkend Regionaal Samenwerkingsverband (ERSV) Limburg.",
    "body": [
        (
            "text",
            "<h2>Waarom staat POM Limburg op deze site?</h2>"
            "<p>POM is de afkorting van Provinciale Ontwikkelingsmaatschappij. POM Limburg werkt als één geheel met "
            "ERSV Limburg, het Erkend Regionaal Samenwerkingsverband. Binnen die werking zijn verschillende diensten "
            "actief, elk in een eigen domein.</p>"
            "<p>Op haar eigen site stelt POM Limburg ook LIRES voor. Die naam staat voor Limburgse Regionale "
            "Economische Samenwerking.</p>",
        ),
    ],
    "contact_points": [],
    "links": [{"name": "LIRES bij POM Limburg", "url": "https://pomlimburg.be/kennis/lires/"}],
}

ORGANISATIONS = [ERSV, RESOC, SERR, POM]

RELATIONS = [
    {"subject": "ersv-limburg", "type": "ondersteunt", "object": "resoc-limburg", "source": HOME_PAGE},
    {"subject": "ersv-limburg", "type": "ondersteunt", "object": "serr-limburg", "source": HOME_PAGE},
    {"subject": "ersv-limburg", "type": "werkt-geintegreerd-met", "object": "pom-limburg", "source": HOME_PAGE},
    {"subject": "serr-limburg", "type": "zetelt-in", "object": "resoc-limburg", "source": COMPOSITION},
]

DOCUMENTS = [
    {
        "slug": "persbericht-lires",
        "title": "Persbericht bij de start van LIRES (voorbeeld)",
        "type": "persbericht",
        "date": "2017-02-06",
        "language": "nl",
        "organisations": ["ersv-limburg"],
        "summary": "Voorbeelddocument: het echte persbericht is nog niet beschikbaar. Deze versie vat samen wat bekend "
        "is over de start van de Limburgse Regionale Economische Samenwerking (LIRES).",
        "contributors": "",
        "credit": "Voorbeelddocument van deze site",
        "licence": "CC0-1.0",
        "files": ["persbericht-lires.pdf"],
    },
    {
        "slug": "presentatie-lires",
        "title": "Presentatie van het startmoment van LIRES (voorbeeld)",
        "type": "presentatie",
        "date": "2017-02-06",
        "language": "nl",
        "organisations": ["ersv-limburg"],
        "summary": "Voorbeelddocument: de echte presentatie is nog niet beschikbaar. De dia’s tonen kort wat bekend is "
        "over de start van de Limburgse Regionale Economische Samenwerking (LIRES).",
        "contributors": "onder andere gedeputeerde Erik Gerits, prof. Luc Soete en Idea Consult",
        "credit": "Voorbeelddocument van deze site",
        "licence": "CC0-1.0",
        "files": ["presentatie-lires.pdf", "presentatie-lires.pptx"],
    },
]

LAUNCH = {
    "slug": "lires-startmoment",
    "kind": "news",
    "title": "Actiegericht sociaaleconomisch beleid voor de Limburgse streken",
    "date": "2017-02-06",
    "lead": "Op 6 februari 2017 ging LIRES van start in het provinciehuis in Hasselt. De letters staan voor Limburgse "
    "Regionale Economische Samenwerking. Het plan wil de streken van Limburg meer economische en stedelijke "
    "draagkracht geven.",
    "body": [
        (
            "text",
            "<h2>Projecten die een streek vooruithelpen</h2>"
            "<p>Het startmoment was er voor de Limburgse steden en gemeenten. LIRES "
            "zoekt strategische <strong>hefboomprojecten</strong>. Zo’n project moet veel betekenen voor de "
            "ontwikkeling van een streek. Het moet er ook blijvend aanwezig zijn.</p>"
            "<h2>Van analyse naar project</h2>"
            "<ol><li>Eerst komt er per streek een analyse van het economisch potentieel.</li>"
            "<li>Die analyse vertrekt van de businesscases van SALK, het Strategisch Actieplan voor Limburg in het "
            "Kwadraat. Voorbeelden zijn maakeconomie, logistiek, agrofood en cleantech. Andere invalshoeken blijven "
            "mogelijk.</li>"
            "<li>Onafhankelijke experten voeren de verkenning uit. Zij bekijken zowel de businesscases als de "
            "streken.</li>"
            "<li>Samen met de burgemeesters worden daarna de projecten gekozen en uitgewerkt.</li></ol>"
            "<p>Op het startmoment spraken onder andere gedeputeerde Erik Gerits, professor Luc Soete en Idea "
            "Consult.</p>",
        ),
        (
            "facts",
            "LIRES in feiten",
            [
                ("Indiener", "ERSV Limburg (Erkend Regionaal Samenwerkingsverband), in april 2016", LIRES),
                ("Goedgekeurd", "Juni 2016", LIRES),
                (
                    "Europese steun",
                    "Europees Sociaal Fonds (ESF), project 6297 in de oproep “Versterkt Streekbeleid”",
                    LIRES,
                ),
                ("Looptijd", "1 augustus 2016 tot 31 oktober 2020", LIRES),
                ("Deelnemers", "39 gemeenten", LIRES),
                ("Streken", "Noord-, Midden-, West- en Zuid-Limburg en Maasland", LIRES),
            ],
        ),
        ("links", "Meer over LIRES", [("LIRES bij POM Limburg", "https://pomlimburg.be/kennis/lires/")]),
    ],
    "quotations": [
        {
            "text": "We moeten gaan voor één sterk Limburg met sterke deelregio’s. […] Eigenlijk kan het LIRES gezien "
            "worden als een uitdieping van het SALK in de Limburgse streken, rekening houdend met de specifieke "
            "opportuniteiten en uitdagingen van iedere deelregio.",
            "speaker": "Erik Gerits",
            "role": "gedeputeerde van Economie",
        }
    ],
    "picture": "limburgse-streken",
    "picture_caption": "De Limburgse streken. Hier hoort de foto van het startmoment (foto: HBvL). Die mogen wij niet "
    "tonen.",
    "organisations": ["ersv-limburg"],
    "documents": ["persbericht-lires", "presentatie-lires"],
    "photos": ["limburgse-streken"],
    "source": f"{HOME_PAGE}; {LIRES}",
}

DECREE_OF_2004 = {
    "slug": "decreet-2004",
    "kind": "retrospective",
    "title": "In 2004 kreeg het streekoverleg een eigen decreet",
    "date": "today",
    "lead": "Het Vlaamse decreet over het streekoverleg dateert van 7 mei 2004. Op 22 oktober van dat jaar trad het "
    "in werking. Het geeft elk van de drie een eigen rol.",
    "body": [
        (
            "text",
            "<h2>Drie namen, drie rollen</h2>"
            "<p>Het decreet maakt een onderscheid tussen wie ondersteunt en wie overlegt.</p>"
            "<ul><li><strong>ERSV</strong> is het Erkend Regionaal Samenwerkingsverband. Deze vereniging zonder "
            "winstoogmerk (vzw) beheert geld en personeel.</li>"
            "<li><strong>SERR</strong> is de Sociaal-Economische Raad van de Regio. Daarin zitten werkgevers en "
            "vakbonden.</li>"
            "<li><strong>RESOC</strong> is het Regionaal Economisch en Sociaal Overlegcomité. Daar komen gemeenten en "
            "provincie erbij.</li></ul>",
        ),
        (
            "facts",
            "Waar staat wat in het decreet?",
            [
                ("ERSV", "Artikel 3 tot en met 11", DECREE),
                ("SERR", "Artikel 12 tot en met 17", DECREE),
                ("RESOC", "Artikel 18 tot en met 26", DECREE),
                ("Nummer in het Belgisch Staatsblad", "numac 2004036335", DECREE),
            ],
        ),
    ],
    "quotations": [],
    "picture": None,
    "picture_caption": "",
    "organisations": ["ersv-limburg", "resoc-limburg", "serr-limburg"],
    "documents": [],
    "source": DECREE,
}

RESOC_OF_2005 = {
    "slug": "resoc-limburg-2005",
    "kind": "retrospective",
    "title": "Wie leidde RESOC Limburg in mei 2005?",
    "date": "today",
    "lead": "Het verslag van 10 mei 2005 noemt vier namen. Marc Vandeput was toen voorzitter van RESOC Limburg, het "
    "Regionaal Economisch en Sociaal Overlegcomité.",
    "body": [
        (
            "facts",
            "De rollen op 10 mei 2005",
            [
                ("Voorzitter", "Marc Vandeput, namens de provincie", MINUTES),
                ("Ondervoorzitter", "Mathieu Verjans, namens het ACV", MINUTES),
                ("Coördinator", "Yves Houben", MINUTES),
                ("Directeur ad interim", "Tjeu Arits", MINUTES),
            ],
        ),
        (
            "text",
            "<p>De voorzitter kwam dus van de provincie en de ondervoorzitter van een vakbond. Sinds wanneer zij hun "
            "rol hadden en tot wanneer, staat niet in onze bronnen.</p>",
        ),
    ],
    "quotations": [],
    "picture": "heide",
    "picture_caption": "De Limburgse heide in bloei.",
    "organisations": ["resoc-limburg"],
    "documents": [],
    "source": MINUTES,
}

SALK_OF_2013 = {
    "slug": "ford-genk-salk-2013",
    "kind": "retrospective",
    "title": "Na het nieuws over Ford Genk kreeg Limburg in 2013 een plan",
    "date": "today",
    "lead": "Op 24 oktober 2012 raakte bekend dat Ford Genk zou sluiten. Nog geen negen maanden later lag er een "
    "uitvoeringsplan klaar: SALK, het Strategisch Actieplan voor Limburg in het Kwadraat.",
    "body": [
        (
            "facts",
            "Van aankondiging tot plan",
            [
                ("24 oktober 2012", "De sluiting van Ford Genk wordt aangekondigd", SALK),
                ("1 februari 2013", "Het rapport volgt", SALK),
                ("16 juli 2013", "Het uitvoeringsplan volgt", SALK),
            ],
        ),
        (
            "text",
            "<h2>Wat volgde</h2>"
            "<p>Op SALK bouwde later een ander plan verder: LIRES, de Limburgse Regionale Economische Samenwerking. "
            "Dat ging op 6 februari 2017 van start. Het bekeek de businesscases van SALK per streek.</p>",
        ),
    ],
    "quotations": [],
    "picture": "mijnterril",
    "picture_caption": "Een mijnterril en een schachtbok.",
    "organisations": ["ersv-limburg"],
    "documents": [],
    "source": SALK,
}

PACT_OF_2014 = {
    "slug": "streekpact-2014",
    "kind": "retrospective",
    "title": "In 2014 steunden 42 van de 44 gemeenten het streekpact",
    "date": "today",
    "lead": "Op 11 maart 2014 kreeg Limburg een nieuw streekpact. Het gold voor de jaren 2014 tot en met 2019. Van de "
    "toen 44 gemeenten steunden er 42 het pact.",
    "body": [
        (
            "text",
            "<h2>Wat is een streekpact?</h2>"
            "<p>Een streekpact is een visie op lange termijn voor de economie en de arbeidsmarkt van een streek. Het "
            "komt van RESOC, het Regionaal Economisch en Sociaal Overlegcomité. De gemeenteraden en de provincieraad "
            "keuren het goed.</p>"
            "<p>Het vorige pact van Limburg liep van 2008 tot en met 2013.</p>",
        ),
        (
            "facts",
            "Het streekpact in cijfers",
            [
                ("Goedgekeurd", "11 maart 2014", SALK),
                ("Looptijd", "2014–2019", SALK),
                ("Steun", "42 van de toen 44 gemeenten", SALK),
                ("Namen van de 42 gemeenten", "Niet bekend", ""),
            ],
        ),
    ],
    "quotations": [],
    "picture": None,
    "picture_caption": "",
    "organisations": ["resoc-limburg"],
    "documents": [],
    "source": SALK,
}

MERGERS = {
    "slug": "gemeenten-2019-2025",
    "kind": "retrospective",
    "title": "Van 44 naar 38 gemeenten: de fusies van 2019 en 2025",
    "date": "today",
    "lead": "Limburg telde tot eind 2018 nog 44 gemeenten. Door twee rondes van fusies zijn het er sinds 1 januari "
    "2025 nog 38.",
    "body": [
        (
            "facts",
            "Op 1 januari 2019: van 44 naar 42",
            [
                ("Oudsbergen", "Meeuwen-Gruitrode en Opglabbeek", MUNICIPALITIES),
                ("Pelt", "Neerpelt en Overpelt", MUNICIPALITIES),
            ],
        ),
        (
            "facts",
            "Op 1 januari 2025: van 42 naar 38",
            [
                ("Bilzen-Hoeselt", "Bilzen en Hoeselt", MUNICIPALITIES),
                ("Tongeren-Borgloon", "Tongeren en Borgloon", MUNICIPALITIES),
                ("Tessenderlo-Ham", "Tessenderlo en Ham", MUNICIPALITIES),
                ("Hasselt", "Hasselt, met Kortessem erbij", MUNICIPALITIES),
            ],
        ),
        (
            "text",
            "<h2>Let op bij oude cijfers</h2>"
            "<p>Leest u over vroeger, dan komt u andere aantallen tegen. Toen het streekpact van 2014 er kwam, telde "
            "Limburg nog 44 gemeenten.</p>",
        ),
    ],
    "quotations": [],
    "picture": "maas-en-bloesem",
    "picture_caption": "De Maas en de bloesem.",
    "organisations": ["resoc-limburg"],
    "documents": [],
    "source": MUNICIPALITIES,
}

NEWS = [LAUNCH, DECREE_OF_2004, RESOC_OF_2005, PACT_OF_2014, SALK_OF_2013, MERGERS]

FEATURED = "lires-startmoment"

HOME = {
    "title": "ERSV, RESOC en SERR Limburg",
    "menu_title": "Start",
    "description": "Wie overlegt er in Limburg over werk en economie? Lees wat ERSV, RESOC en SERR Limburg zijn en wat "
    "ze doen.",
    "welcome": "<h2>Welkom</h2>"
    "<p>Werkgevers, vakbonden, gemeenten en provincie praten in Limburg samen over werk en economie. Op deze site "
    "leest u wie er aan tafel zit en wat elk van hen doet.</p>",
    "bodies_heading": "Wie is wie?",
    "news_heading": "Nieuws en terugblik",
}

CONTACT = {
    "title": "Contact",
    "description": "Hoe u ERSV, RESOC en SERR Limburg bereikt.",
    "body": [
        (
            "text",
            "<p>Hebt u een vraag over onze werking? Of over een document of een foto op deze site? Laat "
            "het ons weten.</p>"
            "<h2>Voorbeeld van een contactpunt</h2>"
            "<p>Dit zijn geen echte gegevens. Ze tonen alleen hoe een contactpunt eruitziet. De echte gegevens zijn "
            "nog aan te vullen.</p>",
        ),
        (
            "facts",
            "Voorbeeld: algemene vragen",
            [
                ("E-mail (voorbeeld)", "voorbeeld@example.org", ""),
                ("Telefoon (voorbeeld)", "011 00 00 00", ""),
                ("Adres", "Nog aan te vullen", ""),
            ],
        ),
        (
            "text",
            "<h2>Voor de pers</h2>"
            '<p>Persberichten, foto’s en het perscontact vindt u op de <a href="/pers/">perspagina</a>. Bij elk '
            "bestand staat wie het maakte en of u het mag hergebruiken.</p>"
            "<h2>Iets gezien dat niet klopt?</h2>"
            "<p>Ziet u een fout in een naam, een datum of een bron? Meld ons dan op welke pagina ze staat. Wij zoeken "
            "het uit en verbeteren wat fout is.</p>",
        ),
    ],
}

ACCESSIBILITY = {
    "title": "Toegankelijkheidsverklaring",
    "description": "Hoe toegankelijk deze site is, wat nog niet in orde is en waar u een probleem meldt.",
    "body": [
        (
            "text",
            "<p>Wij willen dat iedereen deze site kan gebruiken. Wij volgen daarbij het Vlaamse "
            "Bestuursdecreet, artikel II.16. Deze verklaring geldt voor deze site.</p>"
            "<h2>Nalevingsstatus</h2>"
            "<p>Deze site voldoet <strong>gedeeltelijk</strong> aan de Europese norm EN 301 549. Ze voldoet ook "
            "gedeeltelijk aan de Web Content Accessibility Guidelines (WCAG), niveau AA. Wat niet voldoet of nog niet "
            "getest is, staat hieronder.</p>"
            "<h2>Niet-toegankelijke inhoud</h2>"
            "<h3>Nog niet in orde of nog niet zeker</h3>"
            "<ul><li><strong>Presentaties (pptx).</strong> Wij hebben ze niet getest met een schermlezer. U kunt "
            "dezelfde dia’s ook lezen als pdf met een logische structuur.</li>"
            "<li><strong>Documenten (pdf).</strong> Ze hebben een titel, een taal en een structuur. We hebben niet elk "
            "bestand getoetst aan een norm voor toegankelijke pdf’s.</li>"
            "<li><strong>Gebruikers.</strong> Mensen met een beperking hebben deze site nog niet voor ons "
            "getest.</li></ul>"
            "<h3>Onevenredige last</h3>"
            "<p>Wij beroepen ons niet op een onevenredige last.</p>"
            "<h3>Buiten de wet</h3>"
            "<p>Links naar andere sites vallen niet onder deze verklaring. Wij beheren die sites niet.</p>"
            "<h2>Hoe deze verklaring tot stand kwam</h2>"
            "<p>Wij stelden deze verklaring op 22 november 2026 op. Ze steunt op een eigen test met axe-core, een "
            "programma dat pagina’s controleert in de browser Chromium. Zo’n test vindt niet alle problemen. Een "
            "externe audit is er niet geweest.</p>"
            "<p>De vorm volgt het Europese model uit Uitvoeringsbesluit (EU) 2018/1523.</p>"
            "<h2>Feedback en contact</h2>"
            "<p>Lukt er iets niet op deze site? Of hebt u een tekst in een andere vorm nodig? Laat het ons weten en "
            "noem de pagina waar het over gaat.</p>"
            "<ul><li>E-mail (voorbeeld, nog aan te vullen): voorbeeld@example.org</li>"
            "<li>Telefoon (voorbeeld, nog aan te vullen): 011 00 00 00</li></ul>"
            "<h2>Handhavingsprocedure</h2>"
            "<p>Krijgt u geen antwoord, of bent u er niet tevreden mee? Dan kunt u een klacht indienen bij de bevoegde "
            "instantie. De naam en het adres van die instantie zijn nog aan te vullen.</p>",
        ),
    ],
}

PRIVACY = {
    "title": "Privacy en cookies",
    "description": "Welke gegevens deze site bewaart, waarom, en welke rechten u hebt.",
    "body": [
        (
            "text",
            "<p>U kunt deze site lezen zonder iets over uzelf te vertellen. Het Erkend Regionaal "
            "Samenwerkingsverband (ERSV) Limburg is verantwoordelijk voor "
            "de gegevens op deze site.</p>"
            "<h2>Als u de site leest</h2>"
            "<ul><li>U krijgt geen cookies.</li>"
            "<li>De pagina’s bevatten geen scripts.</li>"
            "<li>Uw browser haalt alles bij ons. Er kijkt geen ander bedrijf mee.</li></ul>"
            "<p>Onze server houdt een logboek bij. Daarin staan het tijdstip en de opgevraagde pagina, geen IP-adres. "
            "Wij gebruiken het om fouten en misbruik te vinden. Hoelang wij het bewaren, is nog aan te vullen.</p>"
            "<h2>Als u ons schrijft of belt</h2>"
            "<p>Wij gebruiken uw gegevens alleen om u te antwoorden.</p>"
            "<h2>Namen op deze site</h2>"
            "<p>Wij noemen mensen die een publieke rol hebben of hadden, zoals een voorzitter. Zulke namen en functies "
            "komen uit gepubliceerde bronnen of uit verslagen. De bron staat erbij.</p>"
            "<h2>Als u als journalist een persoonlijke link krijgt</h2>"
            "<p>Wij bewaren uw naam, uw e-mailadres en het medium waarvoor u werkt. Opent u de link? Dan noteren wij "
            "wanneer u wat bekijkt of downloadt. Onze redactie ziet dat. Wij wissen het na 90 dagen. Uw gegevens "
            "wissen wij 90 dagen nadat de link vervalt.</p>"
            "<h2>Als u voor ons aan de site werkt</h2>"
            "<p>Redacteurs melden zich aan met een account. Dan gebruiken wij:</p>"
            "<ul><li>een sessiecookie en een beveiligingscookie: zonder die twee werkt het aanmelden niet;</li>"
            "<li>een logboek van mislukte aanmeldingen, met naam, IP-adres en tijdstip: zo merken wij een inbraak;</li>"
            "<li>de geschiedenis van elke tekst: wie wat wanneer wijzigde.</li></ul>"
            "<h2>Uw rechten</h2>"
            "<p>De Algemene Verordening Gegevensbescherming (AVG) geeft u rechten. U mag uw gegevens inkijken, laten "
            "verbeteren of laten wissen. U mag ook vragen om het gebruik te beperken, of er bezwaar tegen maken. En u "
            "mag een kopie vragen om mee te nemen.</p>"
            "<p>Schrijf ons daarvoor via de contactpagina. Bent u niet tevreden met ons antwoord? Dan kunt u een "
            "klacht indienen bij de bevoegde toezichthouder.</p>",
        ),
    ],
}

PAGES = {"home": HOME, "contact": CONTACT, "toegankelijkheid": ACCESSIBILITY, "privacy": PRIVACY}
