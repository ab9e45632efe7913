"""The bytes that some version of a document still names, whatever its state."""

from files.unused import register_use

from .models import DocumentFile, FormerFile


@register_use("documents")
def named_by_a_version():
    rows = (model.objects.values_list("file", flat=True) for model in (DocumentFile, FormerFile))
    names = set().union(*rows)
    return lambda path: path.as_posix() in names


@register_use("document-previews")
def of_a_file_of_a_version():
    names = set(DocumentFile.objects.values_list("preview", flat=True))
    return lambda path: path.as_posix() in names
