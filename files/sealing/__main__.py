"""Reports which seals hold on this machine: {"seals": [...]}."""

from files.limits import MEGABYTE, confine, report

report(seals=confine(memory=60 * MEGABYTE))
