"""What became of municipalities: which went up in which, told from either side."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q

from .models import Area, AreaChange


@dataclass(frozen=True)
class Merger:
    """One AreaChange with its areas; an area that goes on under its name stands on both sides."""

    date: str
    source: str
    before: tuple
    after: tuple

    @property
    def ended(self):
        return tuple(area for area in self.before if area not in self.after)

    @property
    def begun(self):
        return tuple(area for area in self.after if area not in self.before)


class Mergers:
    """All mergers that a site has to do with, in the order of time. Four queries, however many there are."""

    def __init__(self, site):
        self.site = site
        concerned = AreaChange.objects.filter(Q(originals__sites=site) | Q(results__sites=site)).distinct()
        self.all = [
            Merger(change.date, change.source, tuple(change.originals.all()), tuple(change.results.all()))
            for change in concerned.prefetch_related("originals", "results").order_by("date", "pk")
        ]

    @cached_property
    def public(self):
        """Keys of the areas that have a page on this site."""
        return set(Area.objects.filter(sites=self.site).values_list("pk", flat=True))

    def named(self, areas):
        """(name, address or None) of each of `areas`: an area of another site has no page here."""
        return [(area.name, area.get_absolute_url() if area.pk in self.public else None) for area in areas]

    def end_of(self, area):
        """The Merger in which `area` ended, or None."""
        return next((merger for merger in self.all if area in merger.ended), None)

    def start_of(self, area):
        """The Merger out of which `area` came, or None."""
        return next((merger for merger in self.all if area in merger.begun), None)

    def successors(self, area):
        """The areas that `area` belongs to at last, over all mergers since."""
        heirs, seen = [area], set()
        while any(self.end_of(heir) for heir in heirs if heir not in seen):
            heirs = [after for heir in heirs for after in self._next(heir, seen)]
        return unique(heir for heir in heirs if heir != area)

    def _next(self, area, seen):
        """What took the place of `area`; itself where nothing did, or where the records go round in a circle."""
        end = self.end_of(area)
        if end is None or area in seen:
            return [area]
        seen.add(area)
        return end.after

    def predecessors(self, area):
        """The areas that went up in `area`, directly or through others, the latest first."""
        found, waiting = [], [area]
        while waiting:
            whole = waiting.pop(0)
            for merger in reversed(self.all):
                if whole in merger.after:
                    new = [part for part in merger.ended if part not in found and part != area]
                    found += new
                    waiting += new
        return found


def unique(areas):
    return list(dict.fromkeys(areas))
