"""The WSGI entry point that gunicorn imports."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "limburg_site.settings")
application = get_wsgi_application()
