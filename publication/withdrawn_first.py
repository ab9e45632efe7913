"""What readers see is withdrawn first, and deleted then: by no screen, no list and not with what it stands below."""

from .reach import is_published


class WithdrawnFirst:
    """Mixin for an administration: `contents_of(obj)` are the rows of the versions that would go with `obj`.

    Django asks for each thing that a deletion takes along, whichever screen or list it began on.
    """

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and (obj is None or not is_published(self.contents_of(obj)))
