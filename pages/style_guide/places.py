"""Specimens of municipalities: their list, their search, their mergers and where they take part."""

from types import SimpleNamespace as Specimen

from django.http import QueryDict
from django.utils import timezone

from organisations.dating import PartialDate
from organisations.mergers import Merger, Mergers
from organisations.models import Area
from pages.areas.search import AreaSearchForm, Found

from .specimens import project


class SpecimenMergers(Mergers):
    """Mergers that no database knows. None of the areas has a page, so that their names lead nowhere."""

    public = frozenset()

    def __init__(self, *mergers):
        self.all = mergers


def area(name="Voorbeeldgemeente", key=1):
    found = Area(pk=key, name=name, slug="voorbeeld", folded_name=name.lower())
    found.get_absolute_url = "#"
    return found


def areas(count):
    return [area(f"{chr(65 + number % 26)}-voorbeeld {number}", number + 1) for number in range(count)]


def overview(found, merger=None):
    """What the list of municipalities reads: `found` by their first letter, and what happened to them."""
    letters = {}
    for one in found:
        letters.setdefault(one.name[0], []).append(one)
    day = timezone.localdate()
    mergers = SpecimenMergers(*filter(None, [merger]))
    eve = day.replace(year=2018, month=12, day=31)
    counts = [(eve, None, len(found) + 2), (None, PartialDate("2019-01-01"), len(found))] if found else []
    return Specimen(letters=sorted(letters.items()), counts=counts, mergers=mergers, day=day)


def merger(before, after, source="voorbeeldbron"):
    return Merger(PartialDate("2019-01-01"), source, tuple(before), tuple(after))


def search(page, name=None, hits=(), alike=()):
    """The context of the search: nothing asked, something found, or a name that is refused."""
    form = AreaSearchForm(QueryDict(mutable=True) | {"naam": name} if name is not None else None)
    found = Found(name, list(hits), list(alike)) if name and form.is_valid() else None
    return {"form": form, "found": found, "overview": page}


def portrait_of(found, history=(), part_names=(), source="voorbeeldbron", unnamed=0):
    parts = [Specimen(name=name, url="#", area=found, record=period(source)) for name in part_names]
    return Specimen(
        area=found,
        exists=True,
        history=history,
        mergers=SpecimenMergers(*history),
        participations=parts,
        unnamed=[project(participant_count=n + 1) for n in range(unnamed)],
        working_for=[Specimen(name=name, get_absolute_url="#") for name in part_names],
    )


def period(source=""):
    return Specimen(known_on="", start=PartialDate("2017-02"), end="", source=source)


def place(name="Voorbeeldstreek", source="voorbeeldbron"):
    whole = Specimen(name=name, get_absolute_url="#")
    return Specimen(whole=whole, **vars(period(source)))
