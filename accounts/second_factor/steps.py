"""The addresses of the steps that a person goes through before going on."""

from urllib.parse import urlencode


def leading_to(step, following):
    """The address of `step`, a path, that goes on to the path `following`, where there is one."""
    return f"{step}?{urlencode({'next': following}, safe='/')}" if following else step
