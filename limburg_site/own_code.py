"""Which code is ours: what stands in the clone, without the packages that its `.venv` holds."""

import inspect
from traceback import walk_tb

from files import whole_requests

from .environment import BASE_DIR

# They call the view, so that they stand in each traceback, above it.
MIDDLEWARE = {str(BASE_DIR / "limburg_site" / "bad_input.py"), whole_requests.__file__}
PACKAGES = ("site-packages", "dist-packages")


def is_ours(view):
    """Whether the view, with or without its decorators, is written here; a class may be, where its methods are not."""
    faces = (view, inspect.unwrap(view), getattr(view, "view_class", None))
    modules = filter(None, map(inspect.getmodule, faces))
    return any(is_own_file(getattr(module, "__file__", None) or "") for module in modules)


def frames_of_ours(exception):
    """The places of our code that the traceback of `exception` passes, below the middleware."""
    files = [frame.f_code.co_filename for frame, _line in walk_tb(exception.__traceback__)]
    return [file for file in files if is_own_file(file) and file not in MIDDLEWARE]


def is_own_file(file):
    return file.startswith(f"{BASE_DIR}/") and not any(f"/{folder}/" in file for folder in PACKAGES)
