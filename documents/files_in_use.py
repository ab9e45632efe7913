"""The bytes that some version of a document still names, whatever its state."""

from files.unused import register_use

from .models import DocumentFile


@register_use("documents")
def named_by_a_version():
    names = set(DocumentFile.objects.values_list("file", flat=True))
    return lambda path: path.as_posix() in names
