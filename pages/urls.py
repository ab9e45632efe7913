"""The pages of the CMS, at what no section has taken.

Not `cms.urls`: that adds a second login and takes dots and double slashes for the names of pages.
"""

from cms.views import details
from django.urls import path, re_path

urlpatterns = [
    re_path(r"^(?P<slug>[-0-9A-Za-z_]+(?:/[-0-9A-Za-z_]+)*)/$", details, name="pages-details-by-slug"),
    path("", details, {"slug": ""}, name="pages-root"),
]
