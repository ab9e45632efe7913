"""Which forms of the administration were saved: until it hears so, the browser keeps what was typed.

A form carries a name that static/js/unsaved-fields.js gave it; the session knows the last ones that were saved.
"""

from files.whole_requests import register_last_act

FIELD, NAME = "form_name", "saved_forms"
MOST, LONGEST = 20, 40


@register_last_act
def remember(request, response):
    name = request.POST.get(FIELD, "")[:LONGEST]
    if name and request.user.is_authenticated and was_saved(request, response):
        request.session[NAME] = [*request.session.get(NAME, []), name][-MOST:]


def was_saved(request, response):
    """A form with a mistake comes back, with 200; one that finds nothing to save leads on without having written."""
    return response.status_code == 302 and request.has_written and not getattr(request, "text_not_saved", False)


def text_not_saved(request):
    """To be told where something was written, and what was typed beside it was not."""
    request.text_not_saved = True
