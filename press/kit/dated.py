"""A zip whose members all have one date, given beforehand."""

import struct
from datetime import datetime, time

from zipstream import ZipStream

# Where a local file header keeps its moment: "last mod file time", then date (APPNOTE.TXT 4.3.7).
MOMENT = slice(10, 14)
EARLIEST = 1980  # the first year that a zip can name


class DatedZipStream(ZipStream):
    """zipstream-ng dates what doesn't come from a path to the moment of sending, and has no setting for it (1.9)."""

    def __init__(self, date):
        super().__init__(sized=True)
        self.moment = datetime.combine(max(date, date.replace(year=EARLIEST)), time.min)

    def _gen_file_entry(self, **entry):
        parts = super()._gen_file_entry(**entry)
        header = bytearray(next(parts))
        header[MOMENT] = dos_moment(self.moment)
        yield bytes(header)
        yield from parts
        # The directory at the end of the zip is made of these.
        self._filelist[-1].date_time = self.moment.timetuple()[:6]


def dos_moment(moment):
    """Time and date as MS-DOS packs them (APPNOTE.TXT 4.4.6)."""
    packed_time = moment.hour << 11 | moment.minute << 5 | moment.second // 2
    packed_date = (moment.year - EARLIEST) << 9 | moment.month << 5 | moment.day
    return struct.pack("<HH", packed_time, packed_date)
