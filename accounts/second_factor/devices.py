"""The device of a person: an app that makes codes, and ten codes on paper for when it is lost."""

import secrets

from django.db import transaction
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

CODES = 10
# Without signs that are mistaken for one another on paper; 10 of 31 signs are 49 bits.
ALPHABET, LENGTH = "abcdefghjkmnpqrstuvwxyz23456789", 10


def has_device(user):
    return TOTPDevice.objects.filter(user=user, confirmed=True).exists()


def unconfirmed(user):
    """The device that `user` is about to register: the same until it is confirmed, so that a reload changes nothing."""
    device = TOTPDevice.objects.filter(user=user, confirmed=False).first()
    return device or TOTPDevice.objects.create(user=user, name="app", confirmed=False)


@transaction.atomic
def renew(user):
    """Another device to register than the one that waited, with another key."""
    TOTPDevice.objects.filter(user=user, confirmed=False).delete()
    return unconfirmed(user)


@transaction.atomic
def register(device):
    """Put the confirmed `device` in the place of any other; returns ten new codes, which are shown once."""
    device.confirmed = True
    device.save()
    TOTPDevice.objects.filter(user=device.user).exclude(pk=device.pk).delete()
    return new_codes(device.user)


def new_codes(user):
    StaticDevice.objects.filter(user=user).delete()
    paper = StaticDevice.objects.create(user=user, name="codes")
    codes = ["".join(secrets.choice(ALPHABET) for _sign in range(LENGTH)) for _code in range(CODES)]
    StaticToken.objects.bulk_create(StaticToken(device=paper, token=code) for code in codes)
    return codes


def forget(user):
    """Take away every device of `user`; whether there was one."""
    had = has_device(user)
    TOTPDevice.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()
    return had
