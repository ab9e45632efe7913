"""An address that changes leaves a redirect behind (301)."""

from django.contrib.redirects.middleware import RedirectFallbackMiddleware
from django.contrib.redirects.models import Redirect
from django.contrib.sites.shortcuts import get_current_site
from django.db.models.signals import post_save, pre_save
from django.dispatch import receiver
from django.http import HttpResponsePermanentRedirect

from .models import Addressed


def leave_behind(site, old, new):
    """Send readers of `site` from path `old` to path `new`; chains are shortened and loops undone."""
    if old == new:
        return
    Redirect.objects.filter(site=site, old_path=new).delete()
    Redirect.objects.filter(site=site, new_path=old).update(new_path=new)
    Redirect.objects.update_or_create(site=site, old_path=old, defaults={"new_path": new})


def leads_to(site, path):
    """Where readers of `site` are sent who ask for `path`; None where no redirect was left behind."""
    former = Redirect.objects.filter(site=site, old_path=path).exclude(new_path="")
    return former.values_list("new_path", flat=True).first()


class MovedPermanently(Exception):
    """Raised by a view whose page has another address now, in `path`."""

    def __init__(self, path):
        super().__init__(path)
        self.path = path


@receiver(pre_save)
def remember_addresses(sender, instance, raw=False, **kwargs):
    """Only what readers could know is remembered: the slug of a draft was never an address."""
    if not issubclass(sender, Addressed) or raw or instance.pk is None:
        return
    before = sender.objects.filter(pk=instance.pk).first()
    changed = before is not None and before.slug != instance.slug and before.readers_know()
    instance._former_paths = before.public_paths() if changed else []


@receiver(post_save)
def redirect_former_addresses(sender, instance, raw=False, **kwargs):
    former = getattr(instance, "_former_paths", None) if issubclass(sender, Addressed) else None
    if not former or raw:
        return
    for site in instance.sites.all():
        for old, new in zip(former, instance.public_paths(), strict=True):
            leave_behind(site, old, new)
    instance._former_paths = []


class FormerAddressMiddleware(RedirectFallbackMiddleware):
    """Django compares the address with its query; a link with `?utm_source=` added leads on as well."""

    def process_response(self, request, response):
        response = super().process_response(request, response)
        if response.status_code != 404 or not request.META.get("QUERY_STRING"):
            return response
        found = leads_to(get_current_site(request), request.path)
        return self.response_redirect_class(found) if found else response

    def process_exception(self, request, exception):
        """A list under the former name of a body has too many addresses to write a redirect down for each."""
        if isinstance(exception, MovedPermanently):
            return HttpResponsePermanentRedirect(exception.path)
        return None
