"""What people with bad intentions or bad luck upload: (kind, name, how it is made, whether it is taken).

What is taken is harmless: it is stored under its checksum, and handed out as what it is, for no browser to run.
"""

from tests.factories import image_bytes, pdf_bytes, pptx_bytes

from . import acting_pdfs, harmless_pdfs, images, packages, parts, pdfs

HTML = b"<!doctype html><title>x</title><script>alert(1)</script>"
SCRIPT = b"fetch('/beheer/').then(r => r.text()).then(alert)"
SVG = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>alert(1)</script></svg>"
PROGRAM = b"MZ\x90\0" + bytes(200)
XXE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">'
MACROS = (b"presentationml.presentation.main+xml", b"presentationml.presentation.macroEnabled.main+xml")
NAMES = (
    "../../../etc/cron.d/x",
    "..\\..\\windows\\x",
    "/etc/passwd",
    "nul\0byte",
    "links\u202efdp.exe",
    "a" * 300,
    "CON",
    "aux.",
    " spaties ",
    '"><script>alert(1)</script>',
    "regel\r\nSet-Cookie: x=1",
    "%2e%2e%2fx",
    "é\u0301\U0001f600",
)
REFUSED, TAKEN = False, True


def of_documents():
    for name in ("x.pdf", "x.pptx", "x.docx"):
        for words, data in (("html", HTML), ("js", SCRIPT), ("svg", SVG), ("exe", PROGRAM), ("png", image_bytes())):
            yield f"wrong type: {words}", name, lambda data=data: data, REFUSED
    yield "wrong extension", "x.html", pdf_bytes, REFUSED
    yield "wrong extension", "x.pptx", pdf_bytes, REFUSED
    yield "wrong extension", "x.pdf", pptx_bytes, REFUSED
    yield "polyglot", "x.pdf", lambda: HTML + pdf_bytes(), REFUSED
    yield "polyglot", "x.pdf", lambda: pdf_bytes() + HTML, TAKEN
    yield "polyglot", "x.pdf", lambda: pdf_bytes() + pptx_bytes(), TAKEN
    yield "polyglot", "x.pptx", lambda: HTML + pptx_bytes(), REFUSED
    yield "cut off", "x.pdf", lambda: pdf_bytes()[:200], REFUSED
    yield "cut off", "x.pdf", lambda: b"%PDF-1.7", REFUSED
    yield "cut off", "x.pptx", lambda: pptx_bytes()[:9000], REFUSED
    yield "broken table of a pdf", "x.pdf", lambda: pdfs.pdf(xref_at=99_999_999), TAKEN
    yield "broken table of a pdf", "x.pdf", lambda: pdfs.pdf(xref_at=3), TAKEN
    yield "encrypted pdf", "x.pdf", lambda: pdfs.encrypted(b"geheim"), REFUSED
    yield "encrypted pdf", "x.pdf", lambda: pdfs.encrypted(b""), REFUSED
    yield "endless pdf: pages", "x.pdf", pdfs.many_pages, None
    yield "endless pdf: circle", "x.pdf", pdfs.pages_in_a_circle, None
    yield "endless pdf: bookmarks", "x.pdf", pdfs.bookmarks_in_a_circle, TAKEN
    yield "endless pdf: depth", "x.pdf", pdfs.nested, None
    yield "endless pdf: page", "x.pdf", pdfs.gigantic_page, TAKEN
    yield "endless pdf: objects", "x.pdf", pdfs.objects_that_unpack, REFUSED
    yield "endless pdf: content", "x.pdf", pdfs.content_that_unpacks, None
    for action in (
        b"<</S/JavaScript/JS(app.alert\\(1\\))>>",
        b"<</S/J#61vaScript/JS(x)>>",
        b"<</S/Launch/F(cmd.exe)>>",
        b"<</S/SubmitForm/F(https://example.org/)>>",
        b"<</S/ImportData/F(x)>>",
    ):
        yield "pdf that acts", "x.pdf", lambda action=action: pdfs.opening(action), REFUSED
    yield "pdf that acts", "x.pdf", pdfs.compressed_action, REFUSED
    for what, make in acting_pdfs.KINDS:
        yield f"pdf that acts: {what}", "x.pdf", make, REFUSED
    for what, make in harmless_pdfs.KINDS:
        yield f"harmless pdf: {what}", "x.pdf", make, TAKEN
    yield from of_packages()
    for what, name, make in parts.HOSTILE:
        yield f"part: {what}", name, make, REFUSED
    for what, name, make in parts.HARMLESS:
        yield f"harmless part: {what}", name, make, TAKEN
    yield "no bytes", "x.pdf", lambda: b"", REFUSED
    yield "no bytes", "x.pptx", lambda: b"", REFUSED
    for name in NAMES:
        yield "name", f"{name}.pdf", pdf_bytes, None
    yield "name", ".pdf", pdf_bytes, None


def of_packages():
    yield "zip bomb", "x.pptx", packages.bomb, REFUSED
    yield "zip bomb", "x.pptx", lambda: packages.bomb(parts=40), REFUSED
    yield "zip bomb", "x.pptx", packages.many_parts, REFUSED
    yield "zip bomb", "x.pptx", packages.lying_about_its_size, REFUSED
    yield "nested zip", "x.pptx", packages.zips, REFUSED
    yield "nested zip", "x.docx", packages.zips, REFUSED
    yield "nested zip", "x.pptx", lambda: packages.with_part("ppt/embeddings/x.zip", packages.zips()), REFUSED
    yield "xml bomb", "x.pptx", lambda: packages.document_type(packages.BILLION, "&j;"), REFUSED
    yield "xml bomb", "x.pptx", lambda: packages.document_type(packages.BILLION, "&j;", encoding="utf-16"), REFUSED
    yield "xml bomb", "x.pptx", lambda: packages.document_type(packages.BILLION, "&j;", "_rels/.rels"), REFUSED
    yield "xml that reads files", "x.pptx", lambda: packages.document_type(XXE, "&a;"), REFUSED
    yield "deep xml", "x.pptx", packages.deep_xml, REFUSED
    yield "macros", "x.pptx", lambda: packages.with_part("ppt/vbaProject.bin", PROGRAM), REFUSED
    yield "macros", "x.pptx", lambda: packages.with_part("ppt/activeX/activeX1.bin", PROGRAM), REFUSED
    yield "macros", "x.pptx", lambda: packages.edited("[Content_Types].xml", *MACROS), REFUSED
    act = b'<a:hlinkClick xmlns:a="x" action="ppaction://program"/></p:sld>'
    yield "macros", "x.pptx", lambda: packages.edited("ppt/slides/slide1.xml", b"</p:sld>", act), REFUSED
    for kind, target in (
        ("image", "https://example.org/spoor.png"),
        ("oleObject", "file:///c:/x.exe"),
        ("attachedTemplate", "https://example.org/x.dotm"),
        ("hyperlink", "file://server/share"),
        ("hyperlink", "javascript:alert(1)"),
    ):
        yield "outside link", "x.pptx", lambda kind=kind, target=target: packages.external(kind, target), REFUSED
    yield "outside link", "x.pptx", lambda: packages.external("hyperlink", "https://example.org/"), TAKEN


def of_pictures():
    for name in ("x.jpg", "x.png", "x.webp"):
        for words, data in (("html", HTML), ("js", SCRIPT), ("svg", SVG), ("exe", PROGRAM), ("pdf", pdf_bytes())):
            yield f"wrong type: {words}", name, lambda data=data: data, REFUSED
    yield "script in svg", "x.svg", lambda: SVG, REFUSED
    yield "wrong extension", "x.html", image_bytes, REFUSED
    yield "wrong extension", "x.jpg", image_bytes, REFUSED
    yield "wrong extension", "x.php.png", image_bytes, TAKEN
    yield "cut off", "x.jpg", lambda: image_bytes(format="JPEG")[:900], REFUSED
    yield "cut off", "x.png", lambda: image_bytes()[:200], REFUSED
    yield "cut off", "x.webp", lambda: image_bytes(format="WEBP")[:60], REFUSED
    yield "damaged picture", "x.png", lambda: images.damaged(image_bytes(), 20), REFUSED
    yield "damaged picture", "x.jpg", lambda: images.damaged(image_bytes(format="JPEG"), 3), None
    yield "picture bomb: 13000 × 13000", "x.png", lambda: images.png(13_000, 13_000, rows=13_000), REFUSED
    yield "picture bomb: header", "x.png", lambda: images.png(2**31 - 1, 2**31 - 1), REFUSED
    yield "picture bomb: header", "x.jpg", lambda: images.jpeg_that_says(65_500, 65_500), REFUSED
    yield "picture bomb: header", "x.webp", lambda: images.webp_of(16_000, 16_000), REFUSED
    yield "picture bomb: text", "x.png", images.text_bomb, None
    yield "picture bomb: profile", "x.png", images.profile_bomb, None
    yield "picture bomb: coefficients", "x.jpg", lambda: images.progressive_jpeg(6300), None
    for name in ("x.gif", "x.png"):
        yield "gif bomb", name, lambda: images.gif_of(65_000, 65_000), REFUSED
    for name in ("x.tiff", "x.png"):
        yield "tiff bomb", name, lambda: images.tiff_of(60_000, 60_000), REFUSED
    yield "polyglot", "x.png", lambda: image_bytes() + HTML, TAKEN
    yield "polyglot", "x.jpg", lambda: image_bytes(format="JPEG") + b"PK\3\4" + SCRIPT, TAKEN
    yield "no bytes", "x.png", lambda: b"", REFUSED
    for name in NAMES:
        yield "name", f"{name}.png", image_bytes, None
