"""The WSGI entry point that gunicorn imports."""

import os

from django.core.wsgi import get_wsgi_application

from .protocol import with_plain_content_type

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "limburg_site.settings")
application = with_plain_content_type(get_wsgi_application())
