"""No file and no folder can be opened any more, nor an address or a process outside (landlock(7), Linux 5.13).

https://docs.kernel.org/userspace-api/landlock.html. A set of rules that allows nothing: what is open stays open.
"""

import ctypes
import os

from .kernel import call

CREATE_RULESET, RESTRICT_SELF = 444, 446  # the same on every architecture
ASK_VERSION = 1
# The rights that each version of the interface knows, as many as it has bits; it refuses those that it does not know.
RIGHTS_ON_FILES = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
TCP_FROM, SCOPES_FROM = 4, 6
BIND_AND_CONNECT, SOCKETS_AND_SIGNALS = 0b11, 0b11


class Attributes(ctypes.Structure):
    _fields_ = [("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scopes", ctypes.c_uint64)]


def close_all_files():
    """Needs `no new privileges` first; raises OSError where the kernel has no Landlock, or has it switched off."""
    version = call("syscall", CREATE_RULESET, None, 0, ASK_VERSION)
    rules = attributes(version)
    size = 8 * (1 + (version >= TCP_FROM) + (version >= SCOPES_FROM))
    descriptor = call("syscall", CREATE_RULESET, ctypes.byref(rules), ctypes.c_size_t(size), 0)
    try:
        call("syscall", RESTRICT_SELF, descriptor, 0)
    finally:
        os.close(descriptor)


def attributes(version):
    bits = RIGHTS_ON_FILES[min(version, max(RIGHTS_ON_FILES))]
    network = BIND_AND_CONNECT if version >= TCP_FROM else 0
    return Attributes((1 << bits) - 1, network, SOCKETS_AND_SIGNALS if version >= SCOPES_FROM else 0)
