"""What the text editor learns from us: tables with a caption, and to say whether a text was saved."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from djangocms_text.editors import DEFAULT_EDITOR, register_toolbar_labels

ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" fill="currentColor" viewBox="0 0 16 16">'
    '<path d="M2 1h12v2H2zM1 5h14v10H1zm1 1v3h5V6zm6 0v3h6V6zm-6 4v4h5v-4zm6 0v4h6v-4z"/></svg>'
)
LABELS = {
    "TableCaption": {
        "title": _("Caption of the table"),
        "icon": ICON,
        "form": [{"name": "caption", "type": "text", "label": _("What the table shows"), "required": False}],
    },
    # Read by static/js/saving-said.js; "%s" is an hour, `most` what may be sent with a session (body_size.py).
    "TextSaving": {
        "most": settings.UPLOAD_MAX_BYTES,
        "saved": _("Saved at %s"),
        "away": _("Not saved: the website does not answer. Your text is still here. Try again in a moment."),
        "ended": _("Not saved: you are logged out. Log in in a new tab, and try again here. Your text is still here."),
        "forbidden": _(
            "Not saved: you may not change this now. Your text is still here: copy it, and reload the page."
        ),
        "large": _("Not saved: this is too much for one text. Your text is still here: make it shorter."),
        "failed": _("Not saved: something went wrong on the website. Your text is still here. Try again in a moment."),
        "kept": _("What you wrote at %s was not saved. Do you want it back?"),
        "again": _("Try again"),
        "copy": _("Copy the text"),
        "login": _("Log in in a new tab"),
        "restore": _("Put it back"),
        "drop": _("Throw it away"),
    },
}
SCRIPTS = ("js/text-tables.js", "js/saving-said.js", "js/text-saving.js", "js/box-saving.js")


def teach_text_editor():
    """The package has a hook for scripts and labels, and no setting (djangocms_text/contrib/officepaste)."""
    DEFAULT_EDITOR.js = (*DEFAULT_EDITOR.js, *SCRIPTS)
    DEFAULT_EDITOR.css = {"all": (*DEFAULT_EDITOR.css["all"], "css/text-editor.css")}
    register_toolbar_labels(LABELS)
