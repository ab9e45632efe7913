from .invitations import LENGTH, Access, Invitation, digest, new_seed, token_from
from .records import Boilerplate, Fact, PressContact

__all__ = ["LENGTH", "Access", "Boilerplate", "Fact", "Invitation", "PressContact", "digest", "new_seed", "token_from"]
