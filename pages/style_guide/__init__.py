"""What staff see at /beheer/stijlgids/: every component with its states, and what extreme content makes of it.

The specimens are made here and stored nowhere; each is marked as an example. The partials are those of readers.
"""
