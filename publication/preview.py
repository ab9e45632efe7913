"""Who looks at what is not public: staff, on the CMS's own addresses, and who has a personal link."""


def is_preview(request):
    """Whether `request` is for a version in the editor or its preview, of whatever state."""
    toolbar = getattr(request, "toolbar", None)
    return bool(toolbar and (toolbar.edit_mode_active or toolbar.preview_mode_active))


def guest_of(request):
    """Who reads, by a personal link, what is under embargo, or None. Set by the view of such a link.

    It knows the addresses that hold for this reader alone: `file_address(file)` of a document's file and
    `picture_address(picture, width, extension)`.
    """
    return getattr(request, "embargo_invitation", None)
