"""What a request names: read once, for who asks whether it is theirs and for who asks whether it is under embargo."""

from .named import BESIDE, CHANGED, READ, named
from .routes import by_address, model_of
from .sent import has_unclear

__all__ = ["BESIDE", "CHANGED", "READ", "by_address", "has_unclear", "model_of", "named"]
