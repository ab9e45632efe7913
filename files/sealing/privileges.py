"""Who the process is, and what it could become (prctl(2), credentials(7))."""

import os

from .kernel import control

NOBODY = 65534
SET_DUMPABLE, SET_NO_NEW_PRIVILEGES = 4, 38


def become_nobody():
    """What was started by root goes on as nobody; an ordinary user stays who it is, for it may not become another."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setresgid(NOBODY, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, NOBODY)


def give_up_privileges():
    """No program that is started gives rights that this one lacks, and no other process of this user looks into it."""
    control(SET_NO_NEW_PRIVILEGES, 1)
    control(SET_DUMPABLE, 0)
