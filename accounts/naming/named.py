"""All that a request names, and whether it changes something of it or only shows it."""

from cms.models import CMSPlugin
from django.contrib.admin.models import LogEntry
from djangocms_text.forms import ActionTokenValidationForm

from .keys import found
from .references import referred
from .routes import by_address, model_of
from .sent import TO_CHANGE, TO_READ, by_names, chosen, selected, typed, values_of

# Beside: what a form chooses and what the start lists, which keep to the sites of a person by themselves.
CHANGED, READ, BESIDE = "changed", "read", "beside"


def named(request):
    """Pairs of a thing that exists and of what `request` may do with it; a thing may come more than once."""
    match, values = request.resolver_match, values_of(request)
    things = (
        (CHANGED, by_address(match)),
        (CHANGED, by_names(TO_CHANGE, values)),
        (CHANGED, by_token(request)),
        (READ, by_names(TO_READ, values)),
        (READ, selected(model_of(match), values)),
        (READ, typed(values)),
        (READ, referred(request.GET.get("g", ""))),
        (BESIDE, chosen(values)),
        (BESIDE, lately_changed(request)),
    )
    return ((thing, how) for how, several in things for thing in several)


def by_token(request):
    """The text that the editor was opened for and gives back."""
    if request.resolver_match.view_name == "admin:djangocms_text_textplugin_revert_on_cancel":
        form = ActionTokenValidationForm(request.POST)
        if form.is_valid():
            yield from found(CMSPlugin, form.get_id_from_token(request.session.session_key) or "")


def lately_changed(request):
    """What the start of the administration names as done by its user (Django shows ten)."""
    if request.resolver_match.view_name == "admin:index":
        for entry in LogEntry.objects.filter(user=request.user).select_related("content_type")[:10]:
            yield from found(entry.content_type and entry.content_type.model_class(), entry.object_id)
