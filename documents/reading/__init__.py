"""Reads a pdf or an Office file within limits: is it sound, how long is it, what does it say, how does it look.

Run as `python -m documents.reading pdf|pptx|docx|xlsx` by `files.confined`, with the file as standard input. It
imports neither Django nor settings, and reports, in this order, as JSON:

    {"refused": a key of REFUSALS in documents/findings.py, "found": its name in the file}   and nothing more, or
    {"pages": 12 or null}
    {"outline": {"bookmarks": [{"level", "title", "page"}], "pages": [{"number", "title", "text": []}], "cut"}}
    {"preview": {"width", "height", "jpeg": base64}}
"""
