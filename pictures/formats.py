"""The kinds of pictures: what is taken, and what is made of it. Without Django: the confined process reads it too."""

# Pillow's format of an original: its extension, its media type and how it is saved without losing anything.
# The options of JPEG are for a file that Pillow reads though it is not built as the standard says.
ORIGINALS = {
    "JPEG": ("jpg", "image/jpeg", {"quality": "keep"}),
    "PNG": ("png", "image/png", {}),
    "WEBP": ("webp", "image/webp", {"lossless": True}),
}
# 8: a quarter of the time of 6, for three hundredths more bytes. One thread: each takes memory for itself.
AVIF = {"format": "AVIF", "quality": 45, "speed": 8, "subsampling": "4:2:0", "max_threads": 1}
FORMATS = {
    "avif": ("image/avif", AVIF),
    "jpg": ("image/jpeg", {"format": "JPEG", "quality": 80, "progressive": True, "optimize": True}),
}
# 768: what a common phone asks for (412 px, 1.75 dots each).
WIDTHS = (320, 640, 768, 960, 1280, 1920)
CARD = (420, 630)  # px, of a picture at the right of a card (cards.py)
