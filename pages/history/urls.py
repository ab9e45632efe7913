from django.urls import path

from . import views

app_name = "history"
urlpatterns = [
    path("", views.timeline, name="timeline"),
    path("soort/<slug:kind>/", views.timeline, name="kind"),
]
