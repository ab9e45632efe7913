"""Municipalities and sub-regions: they join bodies and projects, which know nothing of each other."""
