"""Who sits in RESOC Limburg and SERR Limburg, as far as the sources say: the records and how they are made.

The members are bodies of no site: they have a name and no page here.
"""

from organisations.models import (
    Bench,
    BenchKind,
    Classification,
    Membership,
    Organization,
    OrganizationContent,
    Person,
    Relation,
    RelationType,
    Role,
)

from .content import CHAIRS, COMPOSITION, MINUTES

SORTS = {
    "ersv-limburg": "erkend-regionaal-samenwerkingsverband",
    "resoc-limburg": "overlegcomite",
    "serr-limburg": "sociaal-economische-raad",
    "pom-limburg": "provinciale-ontwikkelingsmaatschappij",
}

# Slug: name, full name, sort.
MEMBERS = {
    "voka-kvk": ("Voka-KvK", "", "werkgeversorganisatie"),
    "boerenbond": ("Boerenbond", "", "werkgeversorganisatie"),
    "unizo": ("UNIZO", "Unie van Zelfstandige Ondernemers", "werkgeversorganisatie"),
    "vkw-limburg": ("VKW Limburg", "Verbond van Kristelijke Werkgevers Limburg", "werkgeversorganisatie"),
    "acv": ("ACV", "Algemeen Christelijk Vakverbond", "werknemersorganisatie"),
    "abvv": ("ABVV", "Algemeen Belgisch Vakverbond", "werknemersorganisatie"),
    "aclvb": ("ACLVB", "Algemene Centrale der Liberale Vakbonden", "werknemersorganisatie"),
    "provincie-limburg": ("provincie Limburg", "", "provincie"),
    "serv": ("SERV", "Sociaal-Economische Raad van Vlaanderen", "sociaal-economische-raad"),
}

# Body: sort of bench, its own name, seats, and who has how many: (member, who shares them, seats).
BENCHES = {
    "resoc-limburg": [
        ("lokale-besturen", "gemeenten", 8, []),
        ("lokale-besturen", "provincieraad", 8, []),
        (
            "werkgeversorganisaties",
            "",
            8,
            [("voka-kvk", [], 4), ("boerenbond", [], 1), ("unizo", ["vkw-limburg"], 3)],
        ),
        ("werknemersorganisaties", "", 8, [("acv", [], 5), ("abvv", [], 2), ("aclvb", [], 1)]),
    ],
    "serr-limburg": [("werkgeversorganisaties", "", 8, []), ("werknemersorganisaties", "", 8, [])],
}

# Role, person, function, delegating body, dates.
ROLES_OF_2005 = [
    ("voorzitter", "Marc Vandeput", "", "provincie-limburg"),
    ("ondervoorzitter", "Mathieu Verjans", "", "acv"),
    ("coordinator", "Yves Houben", "", None),
    ("directeur", "Tjeu Arits", "ad interim", None),
]

# In the order of the sources: the first has no date, and Joke Man is known only as the one before Bart Lodewyckx.
CHAIRS_OF_SERR = [
    ("Johann Leten", "", {}),
    ("Jean Vranken", "", {"known_on": "2013"}),
    ("Jean Vranken", "voorzitter ACV Limburg", {"start": "2017-05", "end": "2018-05"}),
    ("Bart Lodewyckx", "gedelegeerd bestuurder UNIZO Limburg", {"start": "2018-05", "end": "2019-05"}),
    ("Pierre Vrancken", "voorzitter ABVV Limburg", {"start": "2019-05", "end": "2020-05"}),
    ("Johann Leten", "gedelegeerd bestuurder Voka Limburg", {"start": "2020-05", "end": "2021-05"}),
    ("Jean Vranken", "", {"start": "2021-05"}),
    ("Joke Man", "ACV", {"known_on": "2022"}),
    ("Bart Lodewyckx", "", {"start": "2022"}),
]


def load(loader):
    """Give the bodies of `loader` their sorts, seats and people."""
    for slug, sort in SORTS.items():
        contents = OrganizationContent.everything.filter(organization=loader.bodies[slug])
        contents.update(classification=Classification.objects.get(slug=sort))
    members = {slug: member_body(loader, slug, *words) for slug, words in MEMBERS.items()}
    for slug, benches in BENCHES.items():
        for position, bench in enumerate(benches):
            add_bench(loader.bodies[slug], position, members, *bench)
    for role, name, function, delegating in ROLES_OF_2005:
        by, dates = members.get(delegating), {"known_on": "2005-05-10"}
        add_person(loader.bodies["resoc-limburg"], role, name, function, MINUTES, delegated_by=by, **dates)
    for position, (name, function, dates) in enumerate(CHAIRS_OF_SERR):
        add_person(loader.bodies["serr-limburg"], "voorzitter", name, function, CHAIRS, position=position, **dates)
    Relation.objects.create(
        subject=members["serv"],
        type=RelationType.objects.get(slug="stelt-leden-aan"),
        object=loader.bodies["serr-limburg"],
        source=COMPOSITION,
    )


def member_body(loader, slug, name, full_name, sort):
    """A published body that no site shows; the one that is there already, where another region brought it."""
    body, is_new = Organization.objects.get_or_create(slug=slug)
    if is_new:
        content = OrganizationContent.everything.create(
            organization=body, name=name, full_name=full_name, classification=Classification.objects.get(slug=sort)
        )
        loader.publish(content)
    return body


def add_bench(body, position, members, kind, name, seats, holders):
    kind = BenchKind.objects.get(slug=kind)
    bench = Bench.objects.create(
        organization=body, kind=kind, name=name, seats=seats, position=position, source=COMPOSITION
    )
    for place, (member, sharing, held) in enumerate(holders):
        membership = Membership.objects.create(
            body=body, bench=bench, member=members[member], seats=held, position=place, source=COMPOSITION
        )
        membership.shared_with.set(members[slug] for slug in sharing)


def add_person(body, role, name, function, source, **fields):
    person, _ = Person.objects.get_or_create(name=name)
    Membership.objects.create(
        body=body,
        person=person,
        role=Role.objects.get(slug=role),
        function=function,
        source=source,
        state=Membership.State.OCCUPIED,
        **fields,
    )
