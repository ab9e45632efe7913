from django.urls import path

from . import views

app_name = "areas"
urlpatterns = [
    path("", views.area_list, name="list"),
    path("streek/<slug:slug>/", views.sub_region, name="sub-region"),
    path("<slug:slug>/", views.municipality, name="detail"),
]
