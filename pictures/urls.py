from django.urls import path

from . import views

app_name = "pictures"
urlpatterns = [
    path("<int:pk>/<slug:checksum>/<int:width>.<slug:extension>", views.picture_derivative, name="derivative"),
]
