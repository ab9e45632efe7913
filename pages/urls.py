"""The pages of the CMS, at what no section has taken.

Not `cms.urls`: that adds a second login and takes dots and double slashes for the names of pages.
"""

from cms.views import details
from django.urls import path, re_path

from .cards import page_card
from .opening import home

SLUGS = "[-0-9A-Za-z_]+(?:/[-0-9A-Za-z_]+)*"

urlpatterns = [
    path("beelden/kaart.jpg", page_card, name="page-card"),
    re_path(rf"^beelden/kaart/(?P<path>{SLUGS})\.jpg$", page_card, name="page-card"),
    re_path(rf"^(?P<slug>{SLUGS})/$", details, name="pages-details-by-slug"),
    path("", home, name="pages-root"),
]
