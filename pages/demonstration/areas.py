"""The municipalities of Limburg through two rounds of mergers, and the sub-regions as far as they are known."""

from django.utils.text import slugify

from organisations.models import Area, AreaChange, AreaPart, OrganizationContent

from .content import LIRES, MUNICIPALITIES

PROVINCE = "Limburg"
# The slug of the province; that of a municipality or sub-region is its name.
PROVINCE_SLUG = "provincie-limburg"


def names_in(text):
    """The names of a list as a source prints it, with commas."""
    return [name.strip() for name in text.split(",")]


# What has been a municipality all along: since when, our sources do not say.
UNCHANGED = names_in("""
    Alken, As, Beringen, Bocholt, Bree, Diepenbeek, Dilsen-Stokkem, Genk, Gingelom, Halen, Hamont-Achel, Hasselt,
    Hechtel-Eksel, Heers, Herk-de-Stad, Herstappe, Heusden-Zolder, Houthalen-Helchteren, Kinrooi, Lanaken,
    Leopoldsburg, Lommel, Lummen, Maaseik, Maasmechelen, Nieuwerkerken, Peer, Riemst, Sint-Truiden, Voeren,
    Wellen, Zonhoven, Zutendaal
""")

# Date of the merger, the last day before it, what ended, and what holds it since.
MERGERS = [
    ("2019-01-01", "2018-12-31", ["Meeuwen-Gruitrode", "Opglabbeek"], "Oudsbergen"),
    ("2019-01-01", "2018-12-31", ["Neerpelt", "Overpelt"], "Pelt"),
    ("2025-01-01", "2024-12-31", ["Bilzen", "Hoeselt"], "Bilzen-Hoeselt"),
    ("2025-01-01", "2024-12-31", ["Tongeren", "Borgloon"], "Tongeren-Borgloon"),
    ("2025-01-01", "2024-12-31", ["Tessenderlo", "Ham"], "Tessenderlo-Ham"),
    ("2025-01-01", "2024-12-31", ["Kortessem"], "Hasselt"),
]

SUB_REGIONS = ["Noord-Limburg", "Midden-Limburg", "West-Limburg", "Zuid-Limburg", "Maasland"]
IN_NORTH = names_in("""
    Bocholt, Bree, Hamont-Achel, Hechtel-Eksel, Lommel, Meeuwen-Gruitrode, Neerpelt, Overpelt, Peer
""")
IN_NORTH_KNOWN_ON = "2005"


# The bodies whose name and task are for the whole province.
FOR_THE_PROVINCE = ["ersv-limburg", "resoc-limburg", "serr-limburg"]


def load(loader):
    areas = Areas(loader.site)
    areas.load()
    bodies = [loader.bodies[slug] for slug in FOR_THE_PROVINCE]
    for content in OrganizationContent.everything.filter(organization__in=bodies):
        content.areas.add(areas.province)


class Areas:
    def __init__(self, site):
        self.site, self.by_name = site, {}

    def load(self):
        self.province = self.area(PROVINCE, Area.Kind.PROVINCE, slug=PROVINCE_SLUG)
        for name in UNCHANGED:
            self.municipality(name)
        for merger in MERGERS:
            self.merger(*merger)
        for name in SUB_REGIONS:
            region = self.area(name, Area.Kind.SUB_REGION, source=LIRES)
            AreaPart.objects.create(part=region, whole=self.province, source=LIRES)
        for name in IN_NORTH:
            AreaPart.objects.create(
                part=self.by_name[name],
                whole=self.by_name["Noord-Limburg"],
                known_on=IN_NORTH_KNOWN_ON,
                source="nog aan te vullen",
            )

    def area(self, name, kind, slug="", **fields):
        area = Area.objects.create(name=name, kind=kind, slug=slug or slugify(name), **fields)
        area.sites.add(self.site)
        self.by_name[name] = area
        return area

    def municipality(self, name, **fields):
        area = self.area(name, Area.Kind.MUNICIPALITY, source=MUNICIPALITIES, **fields)
        AreaPart.objects.create(part=area, whole=self.province, source=MUNICIPALITIES)
        return area

    def merger(self, date, eve, ended, after):
        """What goes on under its name, as Hasselt does, stands on both sides."""
        parts = [self.municipality(name, end=eve) for name in ended]
        goes_on = self.by_name.get(after)
        change = AreaChange.objects.create(date=date, source=MUNICIPALITIES)
        change.originals.set([*parts, goes_on] if goes_on else parts)
        change.results.set([goes_on or self.municipality(after, start=date)])
