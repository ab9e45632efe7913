from .invitations import LENGTH, Access, Invitation, digest, new_token
from .records import Boilerplate, Fact, PressContact

__all__ = ["LENGTH", "Access", "Boilerplate", "Fact", "Invitation", "PressContact", "digest", "new_token"]
