"""The sites of an account."""

from django.conf import settings
from django.contrib.sites.models import Site

from accounts.models import Workplace
from publication.belonging import register_workplaces


@register_workplaces
def sites_of(account):
    """Keys, or None for all sites: those that are to come as well. Kept with the account for as long as a request."""
    if account.is_superuser:
        return None
    if not hasattr(account, "_works_on"):
        account._works_on = stored(account)
    return account._works_on


def stored(account):
    place = Workplace.objects.filter(account=account.pk).prefetch_related("sites").first()
    if place is None:
        return frozenset()
    return None if place.every_site else frozenset(site.pk for site in place.sites.all())


def own_sites(account):
    """The Sites themselves."""
    keys = sites_of(account)
    return Site.objects.all() if keys is None else Site.objects.filter(pk__in=keys)


def site_for(account):
    """The one in whose name `account` is written to: this one, or the first that it works on; None without any."""
    sites = own_sites(account)
    return sites.filter(pk=settings.SITE_ID).first() or sites.first()


def works_where(account, other):
    """Whether `account` works on every site of `other`."""
    own, others = sites_of(account), stored(other)
    return own is None or (others is not None and others <= own)


def settle(account, sites, every_site):
    """Give `account` these sites and no others."""
    place, _made = Workplace.objects.update_or_create(account=account, defaults={"every_site": every_site})
    place.sites.set(sites)
    vars(account).pop("_works_on", None)
