from django.contrib.auth import hashers

from .password_turns import turn


class Argon2PasswordHasher(hashers.Argon2PasswordHasher):
    """Django's own, two at a time. A request has its turn already (`limburg_site/waiting_line.py`)."""

    def encode(self, password, salt):
        with turn():
            return super().encode(password, salt)

    def verify(self, password, encoded):
        with turn():
            return super().verify(password, encoded)
