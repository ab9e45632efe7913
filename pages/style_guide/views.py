from django.contrib.admin.views.decorators import staff_member_required
from django.contrib.auth.models import User
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.letters import invitation, password_link

from .extremes import extremes
from .guide import components, forms


@staff_member_required
def style_guide(request):
    context = {
        "title": _("Style guide"),
        "lead": _("Every component of the site with its states. The texts are examples."),
        "components": components() | forms(),
        "letters": letters(),
        "other": (_("The same with extreme content"), reverse("style-guide-extremes")),
    }
    return page(request, context)


@staff_member_required
def extreme_content(request):
    context = {
        "title": _("Extreme content"),
        "lead": _("What happens to each component with nothing in it, with far too much, and with very long words."),
        "components": extremes(),
        "other": (_("Back to the style guide"), reverse("style-guide")),
    }
    return page(request, context)


def page(request, context):
    """Without the toolbar of the CMS: nothing here can be edited, and readers see the components without it."""
    request.toolbar.show_toolbar = False
    return TemplateResponse(request, "pages/style_guide.html", context)


def letters():
    """The mails to staff, to somebody who does not exist."""
    account = User(pk=0, username="voorbeeld@example.org", email="voorbeeld@example.org", first_name="Voorbeeld")
    return [invitation(account, inviter=account), password_link(account)]
