"""Lists with filters and pages as paths (`/nieuws/organisatie/resoc-limburg/2017/pagina/2/`).

Paths, not query strings: a cache or a mirror can hold each, and each has one spelling.
"""

from dataclasses import dataclass, replace

from django.core.paginator import EmptyPage, Paginator
from django.http import Http404
from django.urls import re_path, reverse
from django.utils.translation import gettext_lazy as _

from publication.former_addresses import MovedPermanently, leads_to

PER_PAGE = 20

PATTERN = (
    r"^(?:soort/(?P<kind>[-a-z0-9_]+)/)?(?:organisatie/(?P<body>[-a-z0-9_]+)/)?"
    r"(?:(?P<year>[0-9]{4})/)?(?:pagina/(?P<page>[2-9]|[1-9][0-9]{1,4})/)?$"
)


def list_path(view, name="list"):
    """The url pattern of a list: every combination of its filters and pages, in one order."""
    return re_path(PATTERN, view, name=name)


@dataclass(frozen=True)
class Selection:
    """What a reader chose: slugs and a year; None is "all"."""

    namespace: str
    kind: str | None = None
    body: str | None = None
    year: str | None = None

    def path(self, page=1):
        """The one address of page `page` of this selection."""
        parts = [("soort/", self.kind), ("organisatie/", self.body), ("", self.year)]
        if page > 1:
            parts.append(("pagina/", page))
        return reverse(f"{self.namespace}:list") + "".join(f"{name}{value}/" for name, value in parts if value)


@dataclass(frozen=True)
class Choice:
    """One link of a filter."""

    label: str
    url: str
    current: bool


class Listing:
    """A list of published contents that a reader narrows by kind, body and year.

    `contents` is the published query set; `kinds` a mapping of value to label, or empty where the list has
    no such filter. Raises Http404 for a selection or page that does not exist, and MovedPermanently for one
    that stands under the former slug of a body.
    """

    def __init__(self, selection, contents, page, site, kinds=None):
        self.selection, self.kinds, self.site = selection, kinds or {}, site
        self.everything = contents
        self.bodies = dict(self._bodies())
        self.years = [str(day.year) for day in contents.dates("date", "year", order="DESC")]
        self.selection = replace(selection, body=self._present_body())
        self._refuse_unknown()
        try:
            self.page = Paginator(self._narrowed(), PER_PAGE).page(int(page or 1))
        except EmptyPage:
            raise Http404 from None
        if self.selection != selection:
            raise MovedPermanently(self.canonical_path)

    def _present_body(self):
        """The slug that readers chose, or the one that the body has now."""
        chosen, body = self.selection.body, self._body_model()
        if not chosen or chosen in self.bodies:
            return chosen
        present = leads_to(self.site, body(slug=chosen).get_absolute_url())
        return next((slug for slug in self.bodies if body(slug=slug).get_absolute_url() == present), chosen)

    def _body_model(self):
        return self.everything.model._meta.get_field("organisations").related_model

    def _bodies(self):
        """Slug and name of each public body that something in the list is about, in the order of the names."""
        public = self._body_model().content_model().everything.published(self.site)
        rows = self.everything.filter(organisations__contents__in=public).values_list(
            "organisations__slug", "organisations__contents__name"
        )
        return rows.order_by("organisations__contents__name").distinct()

    def _refuse_unknown(self):
        chosen = self.selection
        known = (
            (chosen.kind, self.kinds),
            (chosen.body, self.bodies),
            (chosen.year, self.years),
        )
        if any(value and value not in options for value, options in known):
            raise Http404

    def _narrowed(self):
        contents, chosen = self.everything, self.selection
        if chosen.kind:
            contents = contents.filter(**{self._kind_field(): chosen.kind})
        if chosen.body:
            contents = contents.filter(organisations__slug=chosen.body)
        if chosen.year:
            contents = contents.filter(date__year=chosen.year)
        return contents

    def _kind_field(self):
        return "type" if hasattr(self.everything.model, "type") else "kind"

    def filters(self):
        """Title and choices of each filter that has something to choose."""
        groups = (
            (_("Kind"), "kind", self.kinds),
            (_("Organisation"), "body", self.bodies),
            (_("Year"), "year", {year: year for year in self.years}),
        )
        return [(title, self._choices(name, options)) for title, name, options in groups if len(options) > 1]

    def _choices(self, name, options):
        current = getattr(self.selection, name)
        everything = Choice(_("All"), replace(self.selection, **{name: None}).path(), current is None)
        return [everything] + [
            Choice(label, replace(self.selection, **{name: value}).path(), value == current)
            for value, label in options.items()
        ]

    @property
    def title_parts(self):
        """What was chosen, in words, for the heading and the title of the page."""
        chosen = self.selection
        parts = [self.kinds.get(chosen.kind), self.bodies.get(chosen.body), chosen.year]
        return [str(part) for part in parts if part]

    @property
    def canonical_path(self):
        return self.selection.path(self.page.number)

    @property
    def previous_path(self):
        return self.selection.path(self.page.number - 1) if self.page.has_previous() else None

    @property
    def next_path(self):
        return self.selection.path(self.page.number + 1) if self.page.has_next() else None
