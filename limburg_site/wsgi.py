"""The WSGI entry point that gunicorn imports."""

import os

from django.core.wsgi import get_wsgi_application

from files.whole_bodies import whole_bodies

from .protocol import with_plain_content_type


def start():
    """Set Django up, then choose the site to serve: only now models can be asked."""
    django = get_wsgi_application()
    from regions.serving import serve_named_region

    from .at_start import FitOnly

    fit = FitOnly(django)
    serve_named_region()
    return whole_bodies(with_plain_content_type(fit))


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "limburg_site.settings")
application = start()
