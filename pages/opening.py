"""The home page; on a site that has none yet a plain one that says so, never what the CMS has for its developers."""

from cms.utils.urlutils import admin_reverse
from cms.views import details
from django.shortcuts import render

WELCOME = "cms/welcome.html"


def home(request):
    response = details(request, slug="")
    return under_construction(request) if is_of_nobody(request, response) else response


def is_of_nobody(request, response):
    """Whether the CMS found no page: it welcomes, or sends everybody to the list of pages. That is for staff."""
    if getattr(response, "template_name", "") == WELCOME:
        return True
    return not request.user.is_staff and response.get("Location") == admin_reverse("cms_pagecontent_changelist")


def under_construction(request):
    response = render(request, "pages/opening.html", status=503)
    response["Retry-After"] = "3600"
    response["Cache-Control"] = "no-store"
    response._has_been_logged = True  # as Django marks it: no error of ours, however often it is asked
    return response
