"""What a plan of something else freezes of a document that goes with it: the files that readers get."""

from publication.scheduling.digest import next_to_appear, register_behind

from .models import Document, DocumentContent


@register_behind(Document)
def files_of_a_document(document, whole):
    content = next_to_appear(DocumentContent, document=document)
    return content and sorted(content.files.values_list("format", "checksum"))
