"""Which forms of the administration were saved: until it hears so, the browser keeps what was typed.

A form carries a name that static/js/unsaved-fields.js gave it; the session knows the last ones that were saved.
"""

from django.contrib.messages import WARNING, get_messages

from files.whole_requests import register_last_act

FIELD, NAME = "form_name", "saved_forms"
MOST, LONGEST = 20, 40


@register_last_act
def remember(request, response):
    """A form with a mistake comes back, with 200; one that finds nothing to save leads on, with a warning."""
    name = request.POST.get(FIELD, "")[:LONGEST]
    if name and response.status_code == 302 and request.user.is_authenticated and not was_warned(request):
        request.session[NAME] = [*request.session.get(NAME, []), name][-MOST:]


def was_warned(request):
    said = get_messages(request)
    levels = [message.level for message in said]
    said.used = False  # the next page shows them
    return any(level >= WARNING for level in levels)
