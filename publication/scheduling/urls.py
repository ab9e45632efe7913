"""The screens of what is planned, for staff; under /beheer/planning/."""

from django.contrib import admin
from django.urls import path

from .calendar import calendar
from .changing import change_all_the_same
from .screen import schedule_version

urlpatterns = [
    path("", admin.site.admin_view(calendar), name="schedule-calendar"),
    path("<int:year>-<int:month>/", admin.site.admin_view(calendar), name="schedule-month"),
    path("<int:pk>/wijzigen/", admin.site.admin_view(change_all_the_same), name="schedule-changing"),
    path("versie/<int:pk>/", admin.site.admin_view(schedule_version), name="schedule-version"),
]
