import sys

from files.limits import MEGABYTE, confine, given_file

from .refusals import Refusal, refuse

MEMORY = 240 * MEGABYTE


def main(extension):
    if extension == "pdf":
        from .pdf import read
    else:
        from .office import read
    # A pdf is mapped into memory, where it lies on disk, and copied once (pdf_objects.py).
    file = given_file()
    size = file.seek(0, 2)
    file.seek(0)
    confine(memory=MEMORY + (2 * size if extension == "pdf" else 0), cpu_seconds=8)
    try:
        read(file, extension)
    except Refusal as refusal:
        refuse(refusal)


main(sys.argv[1])
