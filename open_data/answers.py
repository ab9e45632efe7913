"""The data as an answer: kept and asked for again as pages are, and open to the scripts of other sites."""

from hashlib import sha256

from django.http import HttpResponse

from .formats import CSV


def data_answer(request, data, form, file_name):
    """`data` in bytes. Other sites may read it in their readers' browsers; limburg_site/security.py sees to that."""
    request.is_open_data = True
    response = HttpResponse(data, content_type=form.content_type)
    response["Cache-Control"] = "no-cache"
    response["ETag"] = f'"{sha256(data).hexdigest()[:32]}"'
    if form is CSV:
        response["Content-Disposition"] = f'attachment; filename="{file_name}.{form.extension}"'
    return response
