"""Where the landed migration 0003 looks for the rule; it lives in `regions`, which this room imports."""

from regions.legal import validate_enterprise_number, written_out

__all__ = ["validate_enterprise_number", "written_out"]
