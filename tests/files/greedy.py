"""A confined process that takes what it can get: memory with "memory", time with "time"."""

import sys

from files.limits import MEGABYTE, confine, report


def take_memory():
    taken = []
    try:
        while True:
            taken.append(bytearray(MEGABYTE))
    except MemoryError:
        count = len(taken)
        taken.clear()
        report(megabytes=count)


def take_time():
    while True:
        pass


if __name__ == "__main__":
    confine(memory=180 * MEGABYTE, cpu_seconds=1)
    report(began=True)
    {"memory": take_memory, "time": take_time}[sys.argv[1]]()
