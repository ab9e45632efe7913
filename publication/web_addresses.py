"""Addresses on the web that editors type."""

from django.db import models


class WebAddressField(models.URLField):
    """Takes `www.example.org` for `https://www.example.org`, as Django 6 does by itself: until then it warns."""

    def formfield(self, **kwargs):
        return super().formfield(**{"assume_scheme": "https"} | kwargs)

    def deconstruct(self):
        """In a migration it is Django's own field: in the database it is no other."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.URLField", args, kwargs
