import sys

from files.limits import MEGABYTE, confine, given_file

from .refusals import Refusal, refuse


def main(extension):
    if extension == "pdf":
        from .pdf import read
    else:
        from .office import read
    # The file itself counts once where it is mapped into memory: it lies on disk.
    file = given_file()
    size = file.seek(0, 2)
    file.seek(0)
    confine(memory=180 * MEGABYTE + (size if extension == "pdf" else 0))
    try:
        read(file, extension)
    except Refusal as refusal:
        refuse(refusal)


main(sys.argv[1])
