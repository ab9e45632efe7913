"""Publishing and unpublishing at a moment that staff choose."""
