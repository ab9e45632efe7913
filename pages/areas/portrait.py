"""One area with all that is known of it on a site, and what is not."""

from functools import cached_property

from organisations.mergers import Mergers
from organisations.models import Area, AreaPart
from organisations.models.dated import Known

from . import participation


class Portrait:
    """A municipality or sub-region. The number of queries depends on none of its rows."""

    def __init__(self, area, site, day):
        self.area, self.site, self.day = area, site, day
        self.mergers = Mergers(site)
        self.predecessors = self.mergers.predecessors(area)
        self.end, self.start = self.mergers.end_of(area), self.mergers.start_of(area)

    @property
    def exists(self):
        return self.area.known_about(self.day) is not Known.NO

    @property
    def history(self):
        """The mergers of this area and of the ones that went up in it, in the order of time."""
        areas = {self.area, *self.predecessors}
        return [merger for merger in self.mergers.all if areas & {*merger.before, *merger.after}]

    @cached_property
    def places(self):
        """What this area and the ones that went up in it lie in, or lay in."""
        places = AreaPart.objects.filter(part__in=[self.area, *self.predecessors]).select_related("whole")
        return list(places.order_by("whole__name", "start", "pk"))

    def _wholes(self, area, kind):
        return [place for place in self.places if place.part_id == area.pk and place.whole.kind == kind]

    @property
    def sub_regions(self):
        return self._wholes(self.area, Area.Kind.SUB_REGION)

    @property
    def provinces(self):
        return self._wholes(self.area, Area.Kind.PROVINCE)

    @property
    def former_sub_regions(self):
        """(former municipality, its places in a sub-region), where a source names them."""
        found = [(area, self._wholes(area, Area.Kind.SUB_REGION)) for area in self.predecessors]
        return [(area, places) for area, places in found if places]

    @cached_property
    def participations(self):
        areas = [self.area, *self.predecessors]
        return participation.in_bodies(areas, self.site) + participation.in_projects(areas, self.site)

    @cached_property
    def unnamed(self):
        return participation.unnamed([self.area, *self.predecessors], self.site)

    @cached_property
    def working_for(self):
        """Bodies whose area of work is this area or one in which it lies."""
        wholes = [place.whole_id for place in self.places if place.part_id == self.area.pk]
        return participation.working_for([self.area.pk, *wholes], self.site)

    @cached_property
    def parts(self):
        """The municipalities of a sub-region, as far as they are known."""
        parts = AreaPart.objects.filter(whole=self.area, part__kind=Area.Kind.MUNICIPALITY, part__sites=self.site)
        return list(parts.select_related("part").order_by("known_on", "start", "part__folded_name"))
