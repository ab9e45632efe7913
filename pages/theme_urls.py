from django.urls import path

from . import themes

app_name = "themes"
urlpatterns = [
    path("", themes.theme_list, name="list"),
    path("<slug:slug>/", themes.theme_detail, name="detail"),
]
