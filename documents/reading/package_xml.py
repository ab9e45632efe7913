"""The XML of an Office file: types and relations that are taken, links that lead to the web, fields that fetch nothing.

It is read as it streams by, so that no tree of it stands in memory. Attributes are looked at as a program reads them:
`&#58;` is a colon.
"""

import re

from lxml import etree

from .links import is_safe
from .refusals import Refusal
from .relation_types import FETCHES, RELATIONS

XML = {"part", "relations", "types", "drawing", "picture"}
TAKEN_TYPE = re.compile(
    r"(application/(xml|inkml\+xml|x-font[\w-]*|vnd\.openxmlformats-(officedocument|package)\.[\w.+-]+"
    r"|vnd\.ms-(office|word|excel|powerpoint)\.[\w.+-]+)|image/[\w.+-]+|audio/[\w.+-]+|video/[\w.+-]+)",
    re.IGNORECASE,
)
RUNS = re.compile(
    r"macro|vba|activex|oleobject|controlproperties|webextension|attachedtoolbars|keymapcustomizations|dialogsheet",
    re.IGNORECASE,
)
# What a click in a slide show does (MS-OE376, 2.1.1186); a file that it opens stands in a relation.
SHOW = re.compile(
    r"ppaction://(hlinksldjump|hlinkshowjump|hlinkfile|hlinkpres|customshow|media|noaction)\b", re.IGNORECASE
)
FIELD = re.compile(
    r"[\s\"]*(DDEAUTO|DDE|INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|LINK|DATABASE|MACROBUTTON|RD)\b", re.IGNORECASE
)
FIELD_LINK = re.compile(r'\s*HYPERLINK\s+"?(?P<address>[^"\s]+)', re.IGNORECASE)
FORMULA = re.compile(r"\b(WEBSERVICE|IMAGE|RTD|CALL|REGISTER(\.ID)?|EXEC|DDE)\s*\(|\|\s*'", re.IGNORECASE)
ELSEWHERE = re.compile(r"//|\\\\|^[a-z]+:", re.IGNORECASE)


def judge_xml(data, name, kind):
    """Raise Refusal for what the part called `name` may not say."""
    judge = {"relations": Relations, "types": Types, "drawing": Drawing, "picture": Picture}.get(kind, Part)(name)
    # Excel writes drawings that are not well-formed.
    parser = etree.XMLParser(
        target=judge, resolve_entities=False, no_network=True, load_dtd=False, recover=kind == "drawing"
    )
    try:
        etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise Refusal("broken") from error


def local(tag):
    return tag.rpartition("}")[2]


class Part:
    """Hears each element of one part."""

    def __init__(self, name):
        self.name, self.words, self.listens = name, [], ""

    def doctype(self, name, public, system):
        """The format forbids a document type (ECMA-376, part 2, 8.1.4), and with it entities."""
        raise Refusal("broken")

    def start(self, tag, attributes):
        name = local(tag)
        for key, value in attributes.items():
            if value.lower().startswith("ppaction:") and not SHOW.match(value):
                raise Refusal("action", value)
            if name == "fldSimple" and local(key) == "instr":
                judge_field(value)
        if name in ("instrText", "f"):
            self.listens = name
        elif name == "fldChar":
            self.end_of_field()

    def data(self, text):
        if self.listens:
            self.words.append(text)

    def end(self, tag):
        """A field's instruction may lie in pieces, up to the sign that ends it; a formula is one element."""
        if local(tag) == "f" and self.listens == "f":
            formula, self.words = "".join(self.words), []
            if FORMULA.search(formula):
                raise Refusal("outside", formula)
        self.listens = ""

    def end_of_field(self):
        instruction, self.words = "".join(self.words), []
        judge_field(instruction)

    def comment(self, text):
        pass

    def pi(self, target, data=None):
        pass

    def close(self):
        self.end_of_field()


def judge_field(instruction):
    """Of a text (ECMA-376, part 1, 17.16.5)."""
    if FIELD.match(instruction):
        raise Refusal("outside", instruction)
    link = FIELD_LINK.match(instruction)
    if link and not link["address"].startswith("\\") and not is_safe(link["address"]):
        raise Refusal("link", link["address"])


class Relations(Part):
    def start(self, tag, attributes):
        if local(tag) != "Relationship":
            return
        kind = local_type(attributes.get("Type", ""))
        target = attributes.get("Target", "").strip()
        if kind in FETCHES:
            raise Refusal("outside", target or kind)
        if kind not in RELATIONS:
            raise Refusal("part", kind or target)
        external = attributes.get("TargetMode", "").strip().lower() == "external"
        if external and kind != "hyperlink":
            raise Refusal("outside", target)
        if (external or ":" in target) and not is_safe(target):
            raise Refusal("link", target)


def local_type(address):
    """The last word of a type: they differ in what stands before it by the edition of the standard."""
    return address.strip().rstrip("/").rpartition("/")[2].lower()


class Types(Part):
    def start(self, tag, attributes):
        value = attributes.get("ContentType")
        if value is not None and (not TAKEN_TYPE.fullmatch(value.strip()) or RUNS.search(value)):
            raise Refusal("part", value)


class Drawing(Part):
    """VML, an older language for drawings: `src` is a picture, `href` a link."""

    def start(self, tag, attributes):
        for key, value in attributes.items():
            if local(key) == "src" and ELSEWHERE.search(value):
                raise Refusal("outside", value)
            if local(key) == "href" and not is_safe(value):
                raise Refusal("link", value)


class Picture(Part):
    """SVG: still, and of itself."""

    def start(self, tag, attributes):
        if local(tag).lower() in ("script", "foreignobject", "iframe", "embed", "object"):
            raise Refusal("part", f"{self.name} ({local(tag)})")
        for key, value in attributes.items():
            if local(key).lower().startswith("on"):
                raise Refusal("part", f"{self.name} ({local(key)})")
            if local(key) in ("href", "src") and not value.strip().startswith(("#", "data:image/")):
                raise Refusal("outside", value)
