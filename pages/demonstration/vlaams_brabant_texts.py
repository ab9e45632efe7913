"""The texts of the site of ERSV Vlaams-Brabant, as plain data (see content.py for their form).

Every fact comes from the owner's own page or from the sources that stand beside it; the sentences are ours. Addresses
of other sites are not known, so that only their names stand here.
"""

from . import content as limburg

OWN_PAGE = "Vroegere pagina van ERSV Vlaams-Brabant"
INTERLEUVEN_SAYS = "Interleuven"
FORUM_SAYS = "Toekomstforum Halle-Vilvoorde"

REGION = {
    "slug": "vlaams-brabant",
    "name": "ERSV Vlaams-Brabant",
    "tagline": "Overleg over werk en economie in de regio’s Leuven en Halle-Vilvoorde",
    "accent": "bluebell",
    "drawing": "hills",
    "legal_name": "ERSV Vlaams-Brabant vzw",
}

STATUS = {"status": "unknown", "status_note": "Onze bron zegt niet hoe het nu gaat."}
NOTHING_MORE = {"contact_points": [], "links": [], **STATUS}
STREEKBELEID_SITE = {"name": "ERSV Vlaams-Brabant - Versterkt Streekbeleid", "url": ""}
TASKFORCE_SITE = {"name": "Taskforce Spitsregio Leuven op de website van Versterkt Streekbeleid", "url": ""}
FORUM_SITE = {"name": "Toekomstforum-website", "url": ""}

VEHICLE = (
    "<p>Het Erkend Regionaal Samenwerkingsverband (ERSV) Vlaams-Brabant is in de praktijk het juridisch vehikel van "
    "dit overleg.</p>"
)

ERSV = {
    "slug": "ersv-vlaams-brabant",
    "abbreviation": "ERSV",
    "name": "ERSV Vlaams-Brabant",
    "full_name": "Erkend Regionaal Samenwerkingsverband Vlaams-Brabant",
    "kind": "organisation",
    "legal_form": "vzw",
    "summary": "ERSV Vlaams-Brabant is een vereniging zonder winstoogmerk. Ze promoot twee Europese projecten en geeft "
    "het streekoverleg een juridisch dak.",
    "body": [
        (
            "text",
            "<h2>Wat doet ERSV Vlaams-Brabant?</h2>"
            "<p>ERSV staat voor Erkend Regionaal Samenwerkingsverband. Het is een vereniging zonder winstoogmerk "
            "(vzw). Ze promoot twee projecten van het Europees Sociaal Fonds (ESF): een voor de regio Leuven, een "
            "voor de regio Halle-Vilvoorde.</p>"
            "<p>Twee overlegtafels en twee werkgroepen hebben geen eigen rechtspersoon. In de praktijk is deze vzw "
            "hun juridisch vehikel.</p>"
            '<p><a href="/economie-en-landbouw/economisch-beleid/ersv/">Lees alles over het ERSV in '
            "Vlaams-Brabant</a></p>",
        ),
    ],
    "contact_points": [limburg.EXAMPLE_CONTACT],
    "links": [STREEKBELEID_SITE],
    **STATUS,
}

TASKFORCE = {
    "slug": "taskforce-spitsregio-leuven",
    "name": "Taskforce Spitsregio Leuven",
    "kind": "organ",
    "summary": "De Taskforce bereidt het beleid rond werk en economie in de regio Leuven voor. Ze brengt verslag "
    "uit aan het Burgemeestersoverleg Oost-Brabant.",
    "body": [
        (
            "text",
            "<h2>Wie doet mee?</h2>"
            "<ul><li>Besturen: steden en gemeenten, en de provincie.</li>"
            "<li>Vakbonden: ACV (Algemeen Christelijk Vakverbond), ABVV (Algemeen Belgisch Vakverbond) en ACLVB "
            "(Algemene Centrale der Liberale Vakbonden van België).</li>"
            "<li>Werkgevers: Voka, UNIZO (Unie van Zelfstandige Ondernemers) en Boerenbond.</li>"
            "<li>Deskundigen, bijvoorbeeld van VDAB (Vlaamse Dienst voor Arbeidsbemiddeling en "
            "Beroepsopleiding).</li></ul>",
        ),
        ("text", f"<p>Hoeveel mensen elk van hen afvaardigt, is niet bekend.</p>{VEHICLE}"),
    ],
    **NOTHING_MORE,
    "links": [TASKFORCE_SITE],
}

FORUM = {
    "slug": "toekomstforum-halle-vilvoorde",
    "name": "Toekomstforum Halle-Vilvoorde",
    "kind": "organ",
    "summary": "In het Toekomstforum overleggen de burgemeesters van Halle-Vilvoorde. Zes werkgroepen diepen elk een "
    "thema uit.",
    "body": [
        (
            "facts",
            "Het Toekomstforum in cijfers en data",
            [
                ("Begonnen", "25 februari 2015", FORUM_SAYS),
                ("Deelnemers", "35 gemeenten", FORUM_SAYS),
                ("Toekomstplan", "2014", OWN_PAGE),
                ("Vernieuwd", "5 juni 2019", FORUM_SAYS),
            ],
        ),
        (
            "text",
            "<p>Onze oudste bron noemt zes werkgroepen. Een latere bron telt er zeven. Welke erbij kwam en wanneer, is "
            f"niet bekend.</p>{VEHICLE}",
        ),
    ],
    **NOTHING_MORE,
    "links": [FORUM_SITE],
}

MAYORS = {
    "slug": "burgemeestersoverleg-oost-brabant",
    "name": "Burgemeestersoverleg Oost-Brabant",
    "kind": "organ",
    "summary": "Dertig burgemeesters overleggen hier over hun streek. De Taskforce Spitsregio Leuven bereidt er het "
    "sociaaleconomisch beleid voor.",
    "body": [
        (
            "facts",
            "Wat we weten",
            [("Bestaat sinds", "2013", INTERLEUVEN_SAYS), ("Leden", "30 burgemeesters", INTERLEUVEN_SAYS)],
        )
    ],
    **NOTHING_MORE,
}

INTERLEUVEN = {
    "slug": "interleuven",
    "name": "Interleuven",
    "kind": "organisation",
    "summary": "Interleuven ondersteunt het Burgemeestersoverleg Oost-Brabant.",
    "body": [],
    **NOTHING_MORE,
}

HAVILAND = {
    "slug": "haviland",
    "name": "Haviland",
    "kind": "organisation",
    "summary": "Haviland ondersteunt het Toekomstforum Halle-Vilvoorde.",
    "body": [],
    **NOTHING_MORE,
}


def working_group(slug, theme, vehicle=""):
    return {
        "slug": f"themawerkgroep-{slug}",
        "name": f"Themawerkgroep {theme}",
        "kind": "working_group",
        "summary": f"Deze werkgroep van het Toekomstforum Halle-Vilvoorde volgt het thema {theme.lower()}.",
        "body": [("text", f"<p>Wie in deze werkgroep zit en hoe vaak ze samenkomt, is niet bekend.</p>{vehicle}")],
        **NOTHING_MORE,
    }


THEMES = {
    "werk-en-economie": "Werk en Economie",
    "mobiliteit": "Mobiliteit",
    "onderwijs": "Onderwijs",
    "veiligheid": "Veiligheid",
    "wonen": "Wonen",
    "zorg-en-welzijn": "Zorg en welzijn",
}
SUPPORTED = {"mobiliteit", "werk-en-economie"}
WORKING_GROUPS = [working_group(slug, theme, VEHICLE if slug in SUPPORTED else "") for slug, theme in THEMES.items()]
BODIES = [ERSV, TASKFORCE, FORUM, MAYORS, INTERLEUVEN, HAVILAND, *WORKING_GROUPS]


def member(name, full_name=""):
    summary = f"{name} zit mee aan tafel in streekoverleg."
    return {"name": name, "full_name": full_name, "kind": "organisation", "summary": summary}


# They sit in the Taskforce and have no page here.
MEMBERS = {
    "acv": member("ACV", "Algemeen Christelijk Vakverbond"),
    "abvv": member("ABVV", "Algemeen Belgisch Vakverbond"),
    "aclvb": member("ACLVB", "Algemene Centrale der Liberale Vakbonden van België"),
    "voka": member("Voka"),
    "unizo": member("UNIZO", "Unie van Zelfstandige Ondernemers"),
    "boerenbond": member("Boerenbond"),
    "provincie-vlaams-brabant": member("Provincie Vlaams-Brabant"),
    "vdab": member("VDAB", "Vlaamse Dienst voor Arbeidsbemiddeling en Beroepsopleiding"),
}

VEHICLE_FOR = [
    "taskforce-spitsregio-leuven",
    "toekomstforum-halle-vilvoorde",
    *[f"themawerkgroep-{slug}" for slug in sorted(SUPPORTED)],
]

RELATIONS = [
    *[("ersv-vlaams-brabant", "juridisch-vehikel", slug, OWN_PAGE) for slug in VEHICLE_FOR],
    *[(group["slug"], "werkgroep-van", "toekomstforum-halle-vilvoorde", OWN_PAGE) for group in WORKING_GROUPS],
    ("taskforce-spitsregio-leuven", "koppelt-terug-naar", "burgemeestersoverleg-oost-brabant", OWN_PAGE),
    ("interleuven", "ondersteunt", "burgemeestersoverleg-oost-brabant", INTERLEUVEN_SAYS),
    ("haviland", "ondersteunt", "toekomstforum-halle-vilvoorde", FORUM_SAYS),
    *[(slug, "zetelt-in", "taskforce-spitsregio-leuven", INTERLEUVEN_SAYS) for slug in MEMBERS],
]


def esf_project(slug, region):
    return {
        "slug": slug,
        "title": f"Versterkt Streekbeleid {region}",
        "aim": f"Een project van het Europees Sociaal Fonds (ESF) voor de {region}. ERSV Vlaams-Brabant, het Erkend "
        "Regionaal Samenwerkingsverband, promoot het.",
        "region": region.capitalize(),
        "eu_support": True,
        "funder": "Europees Sociaal Fonds (ESF)",
        "programme": "Oproep “Versterkt Streekbeleid”",
        "source": OWN_PAGE,
    }


PROJECTS = [
    esf_project("versterkt-streekbeleid-leuven", "regio Leuven"),
    esf_project("versterkt-streekbeleid-halle-vilvoorde", "regio Halle-Vilvoorde"),
]

NEWS = [
    {
        "slug": "toekomstforum-2015",
        "kind": "retrospective",
        "title": "In 2015 ging het Toekomstforum Halle-Vilvoorde van start",
        "date": "today",
        "lead": "Op 25 februari 2015 begon het Toekomstforum Halle-Vilvoorde. Er doen 35 gemeenten aan mee.",
        "body": [
            (
                "facts",
                "Het Toekomstforum in data",
                [
                    ("2014", "Het Toekomstplan", OWN_PAGE),
                    ("25 februari 2015", "Het Toekomstforum begint", FORUM_SAYS),
                    ("5 juni 2019", "Vernieuwd", FORUM_SAYS),
                ],
            )
        ],
        "quotations": [],
        "picture": None,
        "picture_caption": "",
        "organisations": ["toekomstforum-halle-vilvoorde"],
        "documents": [],
        "source": FORUM_SAYS,
    }
]

HOME = {
    "title": "ERSV Vlaams-Brabant",
    "menu_title": "Start",
    "description": "Wie overlegt er in de regio’s Leuven en Halle-Vilvoorde over werk en economie?",
}
HOME_BLOCKS = [
    (
        "text",
        "<h2>Samen aan tafel voor Leuven en Halle-Vilvoorde</h2>"
        "<p>Burgemeesters, vakbonden, werkgevers en de provincie praten in Vlaams-Brabant over werk en economie. Het "
        "Erkend Regionaal Samenwerkingsverband (ERSV) geeft dat overleg een juridisch dak.</p>"
        '<p><a href="/economie-en-landbouw/economisch-beleid/ersv/">Lees wat het ERSV doet</a></p>',
    ),
    ("bodies", "Wie is wie?", ["ersv-vlaams-brabant", "taskforce-spitsregio-leuven", "toekomstforum-halle-vilvoorde"]),
    ("news", "Terugblik", 3),
]

ECONOMY = {
    "slug": "economie-en-landbouw",
    "title": "Economie en landbouw",
    "description": "Wat deze site over economie en landbouw vertelt.",
    "in_navigation": True,
    "body": [
        (
            "text",
            "<p>Over dit thema staat hier één onderwerp. Over landbouw is er op deze site nog niets.</p>"
            '<ul><li><a href="/economie-en-landbouw/economisch-beleid/">Economisch beleid</a></li></ul>',
        )
    ],
}
POLICY = {
    "slug": "economisch-beleid",
    "title": "Economisch beleid",
    "description": "Wat deze site over economisch beleid vertelt.",
    "body": [
        (
            "text",
            "<p>Hier leest u over het overleg tussen besturen, vakbonden en werkgevers.</p>"
            '<ul><li><a href="/economie-en-landbouw/economisch-beleid/ersv/">Het Erkend Regionaal '
            "Samenwerkingsverband (ERSV)</a></li></ul>",
        )
    ],
}
ERSV_PAGE = {
    "slug": "ersv",
    "title": "ERSV: Taskforce Spitsregio Leuven en Toekomstforum Halle-Vilvoorde",
    "menu_title": "ERSV",
    "description": "Wat het Erkend Regionaal Samenwerkingsverband in Vlaams-Brabant doet, en voor wie.",
    "body": [
        (
            "text",
            "<h2>Erkend Regionaal Samenwerkingsverband (ERSV) Vlaams-Brabant vzw</h2>"
            "<p>Het ERSV is een vereniging zonder winstoogmerk (vzw). Ze zet twee projecten van het Europees Sociaal "
            "Fonds (ESF) in de kijker. Beide heten “Versterkt Streekbeleid”, elk voor een eigen regio.</p>",
        ),
        (
            "facts",
            "Twee ESF-projecten “Versterkt Streekbeleid”",
            [
                ("Eerste project", "Versterkt Streekbeleid voor de regio Leuven", OWN_PAGE),
                ("Tweede project", "Versterkt Streekbeleid voor de regio Halle-Vilvoorde", OWN_PAGE),
                ("Steun", "Europees Sociaal Fonds (ESF)", OWN_PAGE),
            ],
        ),
        (
            "text",
            "<p>Twee overlegtafels en twee werkgroepen kunnen in de praktijk op de vzw rekenen. Zij is hun juridisch "
            "vehikel: wat een rechtspersoon moet doen, doet de vzw voor hen.</p>",
        ),
        ("bodies", "Juridisch vehikel voor", VEHICLE_FOR),
        (
            "text",
            "<h2>Taskforce Spitsregio Leuven</h2>"
            "<h3>Burgemeestersoverleg - Taskforce Spitsregio Leuven</h3>"
            '<p>De burgemeesters van de streek komen samen in het <a href="/organisaties/'
            'burgemeestersoverleg-oost-brabant/">Burgemeestersoverleg Oost-Brabant</a>. Hun sociaaleconomisch '
            "streekbeleid wordt voorbereid in een Taskforce. Die Taskforce:</p>"
            "<ul><li>brengt telkens verslag uit aan het Burgemeestersoverleg, waar ze vast op de agenda staat;</li>"
            "<li>is een nieuw partnerschap van steden en gemeenten, vakbonden, werkgeversorganisaties, provincie en "
            "deskundigen;</li>"
            "<li>maakt één visie op het sociaaleconomisch beleid van de regio, met doelstellingen en acties die "
            "gedragen en meetbaar zijn en die iedereen kan opvolgen;</li>"
            "<li>geeft werk en economie evenveel aandacht, en kijkt ook naar mobiliteit, onderwijs, ruimtelijke "
            "ordening en welzijn;</li>"
            "<li>wil wegen op beslissingen die de regio vooruithelpen, en vooral samen acties opzetten.</li></ul>"
            "<p>De inzet is duidelijk: Leuven is een spitsregio en wil dat blijven.</p>",
        ),
        ("links", "", [("Meer over de " + TASKFORCE_SITE["name"], "")]),
        (
            "text",
            "<h2>Toekomstforum Halle-Vilvoorde</h2>"
            "<p>Ook de burgemeesters van Halle-Vilvoorde overleggen al lang met elkaar. Hun platform heet "
            '<a href="/organisaties/toekomstforum-halle-vilvoorde/">Toekomstforum Halle-Vilvoorde</a>. Zo maken ze '
            "werk van de prioriteiten die ze in 2014 samen in het Toekomstplan zetten.</p>",
        ),
        ("bodies", "De zes themawerkgroepen van het Toekomstforum", [group["slug"] for group in WORKING_GROUPS]),
        (
            "text",
            "<p>Er is ook een actieplan, met als motto “Onze regio, onze toekomst”. De burgemeesters leggen de lat "
            "hoog. Ze vragen een aanpak op maat van hun streek, voor de problemen van een grootstad en voor andere "
            "vragen over haar ontwikkeling.</p>",
        ),
        ("links", "", [("Meer over het Toekomstforum Halle-Vilvoorde op de " + FORUM_SITE["name"], "")]),
        (
            "text",
            "<h2>Extra informatie</h2>"
            '<p>Alles over de vzw zelf staat op de pagina van <a href="/organisaties/ersv-vlaams-brabant/">ERSV '
            "Vlaams-Brabant</a>.</p>",
        ),
        ("contact", "Contact", "ersv-vlaams-brabant"),
        ("links", "Externe websites", [(STREEKBELEID_SITE["name"], "")]),
    ],
}
LINE = [ECONOMY, POLICY, ERSV_PAGE]

CONTACT = limburg.CONTACT | {"description": "Hoe u ERSV Vlaams-Brabant bereikt."}
CONTACT["body"] = [
    (
        "text",
        "<p>Hebt u een vraag over onze werking of over een tekst op deze site? Laat het ons weten.</p>"
        "<h2>Voorbeeld van een contactpunt</h2>"
        "<p>Dit zijn geen echte gegevens. De echte gegevens zijn nog aan te vullen.</p>",
    ),
    ("contact", "Voorbeeld", "ersv-vlaams-brabant"),
]
# The same words hold here, but for the name of who is responsible.
PRIVACY = limburg.PRIVACY | {
    "body": [(kind, html.replace("Limburg", "Vlaams-Brabant")) for kind, html in limburg.PRIVACY["body"]]
}
DUTIES = {"contact": CONTACT, "toegankelijkheid": limburg.ACCESSIBILITY, "privacy": PRIVACY}
