"""Dated facts that no other record of the demonstration holds."""

from organisations.models import Milestone

from .content import DECREE, HOME_PAGE, LIRES, SALK

MILESTONES = [
    {
        "date": "2004-05-07",
        "kind": "decree",
        "title": "Vlaams decreet over ERSV, SERR en RESOC",
        "text": "Het decreet regelt drie soorten streekoverleg. Dat zijn het Erkend Regionaal Samenwerkingsverband "
        "(ERSV), de Sociaal-Economische Raad van de Regio (SERR) en het Regionaal Economisch en Sociaal "
        "Overlegcomité (RESOC).",
        "source": DECREE,
        "organisations": ["ersv-limburg", "resoc-limburg", "serr-limburg"],
    },
    {
        "date": "2004-10-22",
        "kind": "decree",
        "title": "Het decreet van 7 mei 2004 treedt in werking",
        "source": DECREE,
        "organisations": ["ersv-limburg", "resoc-limburg", "serr-limburg"],
    },
    {
        "date": "2008",
        "kind": "pact",
        "title": "Streekpact voor de jaren 2008 tot en met 2013",
        "text": "Dit pact ging het streekpact van 2014 vooraf. De precieze datum is niet bekend.",
        "source": SALK,
        "organisations": ["resoc-limburg"],
    },
    {
        "date": "2012-10-24",
        "kind": "event",
        "title": "De sluiting van Ford Genk wordt aangekondigd",
        "source": SALK,
        "organisations": [],
    },
    {
        "date": "2013-02-01",
        "kind": "plan",
        "title": "Rapport van SALK",
        "text": "SALK staat voor Strategisch Actieplan voor Limburg in het Kwadraat.",
        "source": SALK,
        "organisations": [],
    },
    {
        "date": "2013-07-16",
        "kind": "plan",
        "title": "Uitvoeringsplan van SALK",
        "text": "Negen maanden eerder was de sluiting van Ford Genk aangekondigd.",
        "source": SALK,
        "organisations": [],
    },
    {
        "date": "2014-03-11",
        "kind": "pact",
        "title": "Streekpact voor de jaren 2014 tot en met 2019 goedgekeurd",
        "text": "Van de toen 44 gemeenten steunden er 42 het pact. Welke 42 dat waren, is niet bekend.",
        "source": SALK,
        "organisations": ["resoc-limburg"],
    },
    {
        "date": "2017-02-06",
        "kind": "event",
        "title": "Startmoment van LIRES in het provinciehuis in Hasselt",
        "text": "LIRES staat voor Limburgse Regionale Economische Samenwerking. Onder andere gedeputeerde Erik Gerits, "
        "professor Luc Soete en Idea Consult spraken er.",
        "source": f"{HOME_PAGE}; {LIRES}",
        "organisations": ["ersv-limburg"],
    },
    {
        "date": "2020-08-01",
        "kind": "event",
        "title": "De Vlaamse subsidie voor ERSV, SERR en RESOC stopt",
        "text": "Hoe het daarna verderging, is hier niet bekend.",
        "source": "een secundaire bron (nog aan te vullen)",
        "secondary": True,
        "organisations": ["ersv-limburg", "resoc-limburg", "serr-limburg"],
    },
]


def load(loader):
    for fields in MILESTONES:
        milestone = Milestone.objects.create(**{k: v for k, v in fields.items() if k != "organisations"})
        milestone.sites.add(loader.site)
        milestone.organisations.set(loader.bodies[slug] for slug in fields["organisations"])
