"""Memberships as a table for a spreadsheet: one row each, with Dutch columns, read and written without loss."""

from .file_format import MembershipCSV, decoded
from .resource import MembershipResource

__all__ = ["MembershipCSV", "MembershipResource", "decoded"]
