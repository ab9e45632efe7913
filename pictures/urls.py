from django.urls import path

from . import views

app_name = "pictures"
urlpatterns = [
    path("<int:pk>/<slug:checksum>/<int:width>.<slug:extension>", views.picture_derivative, name="derivative"),
    path("<int:pk>/<slug:checksum>/download/<slug:size_name>/", views.picture_download, name="download"),
]
