from django.contrib.admin.views.decorators import staff_member_required
from django.urls import path

from . import views
from .pictures import specimen_picture

urlpatterns = [
    path("", views.style_guide, name="style-guide"),
    path("uitersten/", views.extreme_content, name="style-guide-extremes"),
    path(
        "<slug:shape>-<int:width>.<slug:extension>", staff_member_required(specimen_picture), name="style-guide-picture"
    ),
]
