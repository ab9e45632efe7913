"""Which site's things a list of the administration shows."""

from django.contrib import admin
from django.contrib.sites.models import Site
from django.contrib.sites.shortcuts import get_current_site
from django.utils.translation import gettext_lazy as _

EVERYTHING, NOWHERE = "all", "none"


class SiteFilter(admin.SimpleListFilter):
    """Staff work on the site that they logged in to: its things come first, the others are a choice away."""

    title = _("site")
    parameter_name = "site"

    def lookups(self, request, model_admin):
        self.here = get_current_site(request)
        others = Site.objects.exclude(pk=self.here.pk)
        return [*((str(site.pk), site.name) for site in others), (NOWHERE, _("On no site")), (EVERYTHING, _("All"))]

    def choices(self, changelist):
        """As Django's, but without a choice the list is that of this site."""
        this_site, *others = super().choices(changelist)
        yield this_site | {"display": self.here.name, "selected": self.chosen() is None}
        yield from others

    def queryset(self, request, queryset):
        chosen = self.chosen()
        if chosen == EVERYTHING:
            return queryset
        if chosen == NOWHERE:
            return queryset.filter(sites=None)
        return queryset.filter(sites=chosen or self.here.pk)

    def chosen(self):
        """The value in the address, if it is one of the choices."""
        return self.value() if self.value() in dict(self.lookup_choices) else None
