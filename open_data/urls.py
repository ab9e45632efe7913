from django.urls import path

from . import views

app_name = "data"
urlpatterns = [
    path("", views.index, name="index"),
    path("gemeenten/", views.areas, name="areas"),
    path("begrippen/", views.term_lists, name="term-lists"),
    path("begrippen/<slug:slug>/", views.terms, name="terms"),
    path("<slug:name>.<slug:extension>", views.data_file, name="file"),
]
