"""A filter that lets few system calls through, and answers "not permitted" to the rest (seccomp(2), Linux 3.5).

https://docs.kernel.org/userspace-api/seccomp_filter.html. Written as the kernel's own instructions (classic BPF), so
that it needs no library: load a word, jump if it equals, return a verdict.
"""

import ctypes
import errno
import os
import platform
import struct

from .call_numbers import ARCHITECTURES, CLONE, CLONE3, FCNTL, HARMLESS, PRLIMIT, TGKILL
from .kernel import control

SET_SECCOMP, MODE_FILTER = 22, 2
LOAD, EQUALS, ANY_BIT, RETURN = 0x20, 0x15, 0x45, 0x06
ALLOW, KILL, ERROR = 0x7FFF0000, 0x80000000, 0x00050000
NUMBER, ARCHITECTURE, FIRST_ARGUMENT = 0, 4, 16  # in `struct seccomp_data`, whose arguments are of eight bytes
THREAD = 0x00010000  # of clone(2): a thread, and no process
DUPLICATE, LOOK_AT_FLAGS = (0, 1030), (1, 2, 3)  # of fcntl(2)


class Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p)]


def allow_few():
    """Raises OSError where the kernel has no filters, or we don't know the numbers of its calls."""
    if platform.machine() not in ARCHITECTURES:
        raise OSError(errno.ENOSYS, "no list of system calls for this architecture")
    code = b"".join(program(*ARCHITECTURES[platform.machine()], os.getpid()))
    control(SET_SECCOMP, MODE_FILTER, Program(len(code) // 8, code))


def program(architecture, column, process):
    yield instruction(LOAD, ARCHITECTURE)
    yield instruction(EQUALS, architecture, no=0, yes=1)
    yield instruction(RETURN, KILL)
    yield instruction(LOAD, NUMBER)
    for numbers in HARMLESS.values():
        yield instruction(EQUALS, numbers[column], no=1)
        yield instruction(RETURN, ALLOW)
    yield from only_with(FCNTL[column], 1, EQUALS, *DUPLICATE, *LOOK_AT_FLAGS)
    yield from only_with(TGKILL[column], 0, EQUALS, process)
    yield from only_with(PRLIMIT[column], 0, EQUALS, 0)
    yield from only_with(CLONE[column], 0, ANY_BIT, THREAD)
    # Its flags lie in memory, where no filter looks; the C library goes back to `clone` (glibc 2.34).
    yield instruction(EQUALS, CLONE3[column], no=1)
    yield instruction(RETURN, ERROR | errno.ENOSYS)
    yield instruction(RETURN, ERROR | errno.EPERM)


def only_with(number, argument, test, *values):
    """Allow the call `number` where its `argument` (from 0) passes the test with one of `values`."""
    yield instruction(EQUALS, number, no=2 + 2 * len(values))
    yield instruction(LOAD, FIRST_ARGUMENT + 8 * argument)  # its lower half, as both architectures store it
    for value in values:
        yield instruction(test, value, no=1)
        yield instruction(RETURN, ALLOW)
    yield instruction(RETURN, ERROR | errno.EPERM)


def instruction(code, value, yes=0, no=0):
    """`struct sock_filter`: how many instructions to skip where a test says yes or no."""
    return struct.pack("=HBBI", code, yes, no, value)
