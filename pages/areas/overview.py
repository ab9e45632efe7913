"""All municipalities of a site: those of today by letter, the former ones, and how many there were when."""

from datetime import timedelta
from functools import cached_property
from itertools import groupby

from organisations.mergers import Mergers
from organisations.models import Area, AreaPart
from organisations.models.dated import Known


class Overview:
    """What `/gemeenten/` shows. The number of queries does not depend on the number of areas."""

    def __init__(self, site, day):
        self.site, self.day = site, day
        self.areas = list(Area.objects.filter(sites=site).order_by("folded_name", "pk"))
        self.mergers = Mergers(site)

    def of_kind(self, kind):
        return [area for area in self.areas if area.kind == kind]

    def on(self, day):
        """The municipalities that there were on `day`, as far as is known."""
        return [area for area in self.of_kind(Area.Kind.MUNICIPALITY) if area.known_about(day) is not Known.NO]

    @cached_property
    def present(self):
        return self.on(self.day)

    @cached_property
    def former(self):
        return [area for area in self.of_kind(Area.Kind.MUNICIPALITY) if area.end and area.end.last_day < self.day]

    @property
    def letters(self):
        """(letter, municipalities of today) in the order of the alphabet."""
        by_letter = groupby(self.present, key=lambda area: area.folded_name[:1].upper())
        return [(letter, list(areas)) for letter, areas in by_letter]

    @property
    def counts(self):
        """(until, since, number of municipalities): before the first merger, and from each on."""
        days = sorted({merger.date for merger in self.mergers.all})
        if not days:
            return []
        eve = days[0].first_day - timedelta(days=1)
        return [(eve, None, len(self.on(eve)))] + [(None, day, len(self.on(day.last_day))) for day in days]

    @property
    def provinces(self):
        return [area.name for area in self.of_kind(Area.Kind.PROVINCE)]

    @property
    def sub_regions(self):
        """(sub-region, number of municipalities that are known to lie, or to have lain, in it)."""
        regions = self.of_kind(Area.Kind.SUB_REGION)
        parts = AreaPart.objects.filter(whole__in=regions, part__kind=Area.Kind.MUNICIPALITY, part__sites=self.site)
        known = list(parts.values_list("whole", "part").distinct())
        return [(region, sum(whole == region.pk for whole, part in known)) for region in regions]
