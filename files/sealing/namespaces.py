"""A network with nothing in it, not even the loopback of the machine (network_namespaces(7), user_namespaces(7))."""

import os

from .kernel import call

NEW_IPC, NEW_USER, NEW_NETWORK = 0x08000000, 0x10000000, 0x40000000


def leave_the_network():
    """Raises OSError where the kernel keeps such namespaces from ordinary users; the system calls are closed then too.

    Only the superuser needs no namespace of users for it.
    """
    call("unshare", NEW_NETWORK | NEW_IPC | (0 if os.geteuid() == 0 else NEW_USER))
