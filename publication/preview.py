"""Staff look at a version on the CMS's own addresses, where readers never are."""


def is_preview(request):
    """Whether `request` is for a version in the editor or its preview, of whatever state."""
    toolbar = getattr(request, "toolbar", None)
    return bool(toolbar and (toolbar.edit_mode_active or toolbar.preview_mode_active))
