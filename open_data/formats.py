"""The formats of the data and their media types."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Format:
    """`media_type` as IANA registered it, `parameters` as the answer adds to it."""

    extension: str
    label: str
    media_type: str
    parameters: str = ""

    @property
    def content_type(self):
        return self.media_type + self.parameters


TURTLE = Format("ttl", _("Turtle"), "text/turtle", "; charset=utf-8")
JSON_LD = Format("jsonld", _("JSON-LD"), "application/ld+json")
CSV = Format("csv", _("CSV"), "text/csv", "; charset=utf-8; header=present")

GRAPHS = (JSON_LD, TURTLE)
ALL = {form.extension: form for form in (*GRAPHS, CSV)}
