"""Where a list says where its lines come from."""


def common_source(sources):
    """The source that every line has, to be said once below the list; "" where they differ or there is one line."""
    sources = list(sources)
    return sources[0] if len(sources) > 1 and len(set(sources)) == 1 else ""
