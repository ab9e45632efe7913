from django.urls import path, register_converter

from . import views


class Checksum:
    """Enough of a checksum that nobody guesses it."""

    regex = "[0-9a-f]{12,40}"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


register_converter(Checksum, "checksum")

app_name = "pictures"
urlpatterns = [
    path("<int:pk>/<checksum:checksum>/<int:width>.<slug:extension>", views.picture_derivative, name="derivative"),
    path("<int:pk>/<checksum:checksum>/download/<slug:size_name>/", views.picture_download, name="download"),
]
