"""A file that was chosen in a form that comes back with an error: kept for a day, for the same person and form."""

import io
import logging
import os
import secrets
import time
from contextvars import ContextVar
from pathlib import Path

from django import forms
from django.conf import settings
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

logger = logging.getLogger(__name__)
SALT = "files.kept_uploads"
SECONDS = 24 * 3600
SUFFIX = "-kept"

_request = ContextVar("request_with_uploads", default=None)


class UploaderMiddleware:
    """Lets a form know who sends it and where, as widgets get no request; and whatever the form, what was kept of it
    is among its files."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        token = _request.set(request)
        try:
            return self.get_response(request)
        finally:
            _request.reset(token)

    def process_view(self, request, view, args, kwargs):
        names = [name for name in request.POST if name.endswith(SUFFIX)] if request.method == "POST" else ()
        if names and sender():
            bring_back(request, names)


def bring_back(request, names):
    """Put what was kept where it stood; what is chosen now takes its place."""
    for name in names:
        field, tokens = name.removesuffix(SUFFIX), filter(None, request.POST.getlist(name))
        if field not in request.FILES and (found := [find(token) for token in tokens]):
            request.FILES.setlist(field, found)


def sender():
    request = _request.get()
    return [request.user.pk, request.path] if request and request.user.is_authenticated else None


class KeptUpload(UploadedFile):
    def __init__(self, token, key, name, content_type):
        path = folder() / key
        super().__init__(path.open("rb"), name, content_type, path.stat().st_size)
        self.token = token


class LostUpload(UploadedFile):
    """Stands for a file that was kept and is gone: no form may take that for no file."""

    def __init__(self):
        super().__init__(io.BytesIO(), "-", size=0)


def folder():
    return Path(settings.UPLOADS_ROOT)


def keep(upload):
    """The token with which the form finds `upload` again; "" where nobody is logged in."""
    if isinstance(upload, KeptUpload):
        return upload.token
    if sender() is None:
        return ""
    for path in left_over():
        path.unlink(missing_ok=True)
    key = secrets.token_hex(16)
    try:
        write(upload, key)
    except OSError:
        # The form says why it came back; that the disk is full as well is for the log.
        logger.exception("An upload could not be kept")
        return ""
    return signing.dumps([key, upload.name, upload.content_type, sender()], salt=SALT)


def write(upload, key):
    folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(folder() / key, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as kept:
        upload.seek(0)
        for chunk in upload.chunks():
            kept.write(chunk)


def find(token):
    try:
        key, name, content_type, whose = signing.loads(token, salt=SALT, max_age=SECONDS)
        return KeptUpload(token, key, name, content_type) if whose == sender() else LostUpload()
    except (signing.BadSignature, FileNotFoundError):
        return LostUpload()


def left_over():
    """The kept uploads that no form finds again any more."""
    limit = time.time() - SECONDS
    return [path for path in folder().glob("*") if path.stat().st_mtime < limit]


class KeptFileInput(forms.FileInput):
    """Names the file that was chosen before, beside the field for another. Each form has one of its own."""

    upload = None

    def value_from_datadict(self, data, files, name):
        self.upload = super().value_from_datadict(data, files, name)
        return self.upload

    def render(self, name, value, attrs=None, renderer=None):
        attrs = {"data-keeps": "", **(attrs or {})}
        is_kept = self.upload and not getattr(self.upload, "refused", False)
        token = keep(self.upload) if is_kept else ""
        if not token:
            return super().render(name, value, attrs, renderer)
        attrs.pop("required", None)
        return format_html(
            '{}<input type="hidden" name="{}" value="{}"><strong>{}</strong>',
            super().render(name, value, attrs, renderer),
            name + SUFFIX,
            token,
            _("Chosen: %(name)s") % {"name": self.upload.name},
        )


class KeepsUploads:
    """Mixin for a form with files. One that was refused itself is not kept."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, forms.FileField):
                field.widget = KeptFileInput(attrs=field.widget.attrs)
                field.widget.is_required = field.required

    def full_clean(self):
        super().full_clean()
        for name in self._errors.keys() & self.fields.keys():
            upload = self[name].data
            if isinstance(upload, LostUpload):
                lost = _("The file that you chose before is not here any more. Choose it again.")
                self._errors[name] = self.error_class([lost], renderer=self.renderer)
            if isinstance(upload, UploadedFile):
                upload.refused = True
