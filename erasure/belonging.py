"""An erasure takes from all sites."""

from publication.belonging import everywhere, register_belonging

from .models import Erasure

register_belonging(Erasure)(everywhere)
