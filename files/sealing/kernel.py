"""What the standard library has no name for: calls of the C library, and of the kernel by their numbers."""

import ctypes
import os

LIBRARY = ctypes.CDLL(None, use_errno=True)


def call(name, *arguments):
    """Call a function of the C library; raise OSError where it says -1."""
    result = getattr(LIBRARY, name)(*arguments)
    if result == -1:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), name)
    return result


def control(option, *values):
    """prctl(2)"""
    values = [*values, 0, 0, 0, 0][:4]
    return call("prctl", option, *(ctypes.c_void_p(v) if isinstance(v, int) else ctypes.byref(v) for v in values))
