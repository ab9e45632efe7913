"""Takes from a process what it could reach beside its open files: for good, and for all that it might start.

Each seal is the kernel's (Linux). Where it has none of a kind the others still hold; `manage.py check --deploy` says
which hold on a machine. They overlap on purpose: a file is out of reach by Landlock and by the filter.
"""

from . import landlock, namespaces, privileges, system_calls

# In this order: the later ones take away what the earlier ones need.
SEALS = {
    "network": namespaces.leave_the_network,
    "user": privileges.become_nobody,
    "privileges": privileges.give_up_privileges,
    "files": landlock.close_all_files,
    "calls": system_calls.allow_few,
}


def seal():
    """Put on what this kernel has; return the names of the seals that hold."""
    return [name for name, put_on in SEALS.items() if holds(put_on)]


def holds(put_on):
    try:
        put_on()
    except OSError:  # of a kernel, a container or a service that does not have or allow it
        return False
    return True
