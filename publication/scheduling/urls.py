"""The screens of what is planned, for staff; under /beheer/planning/."""

from django.contrib import admin
from django.urls import path

from .calendar import calendar
from .screen import schedule_version

urlpatterns = [
    path("", admin.site.admin_view(calendar), name="schedule-calendar"),
    path("<int:year>-<int:month>/", admin.site.admin_view(calendar), name="schedule-month"),
    path("versie/<int:pk>/", admin.site.admin_view(schedule_version), name="schedule-version"),
]
