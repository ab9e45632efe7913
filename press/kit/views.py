from django.contrib.sites.shortcuts import get_current_site
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from news.views import page_context, published_news
from press.invitations import by_invitation
from press.models import Access

from . import kit_of, streamed
from .texts import texts_of


@require_safe
def press_kit(request, slug):
    content = get_object_or_404(published_news(get_current_site(request)), news_item__slug=slug)
    return send_kit(request, content, cache_control="no-cache")


@require_safe
@by_invitation
def guest_kit(request, content):
    """As everybody gets it at the end of the embargo, without what waits with another release."""
    guest = request.embargo_invitation
    answer = send_kit(request, content, cache_control="private, no-store", guest=guest)
    if request.method == "GET":
        guest.note(Access.Kind.KIT)
    return answer


def send_kit(request, content, cache_control, guest=None):
    site = get_current_site(request)
    try:
        kit = kit_of(content, site, guest)
    except FileNotFoundError:
        raise Http404("a file of the kit is missing") from None
    if not kit:
        raise Http404
    return streamed(request, kit, texts_of(kit, request, site, page_context(request, content)), cache_control)
