"""What a pdf may do: lead to another place in itself or to a page on the web, and no more (ISO 32000-2, 12.6.4)."""

import pikepdf

from .links import is_safe
from .pdf_objects import dictionaries
from .refusals import Refusal

# They stay within the file; /URI is looked at for where it leads.
ACTIONS = {"/GoTo", "/GoToDp", "/Hide", "/Named", "/ResetForm", "/SetOCGState", "/Thread", "/Trans", "/URI"}
# Named here as well, for an action that stands where we know of none.
OTHER_ACTIONS = {
    "/GoTo3DView",
    "/GoToE",
    "/GoToR",
    "/ImportData",
    "/JavaScript",
    "/Launch",
    "/Movie",
    "/Rendition",
    "/RichMediaExecute",
    "/Sound",
    "/SubmitForm",
}
# The first four are the standard's (table 215).
NAMED = {"/NextPage", "/PrevPage", "/FirstPage", "/LastPage", "/GoBack", "/GoForward", "/Find", "/Print"}
PLACES = {"/A", "/PA", "/OpenAction", "/Next"}
# Marks on a page and fields of a form (12.5.6); none that plays, shows in three dimensions or carries a file.
MARKS = """
    Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Caret Stamp Ink Popup
    Widget Watermark PrinterMark TrapNet Redact
"""
ANNOTATIONS = {f"/{name}" for name in MARKS.split()}


def refuse_what_acts(file):
    """Raise Refusal, with the name of what was found, for a pdf that holds more than it may."""
    for entries, is_stream in dictionaries(file):
        judge(entries, is_stream)


def judge(entries, is_stream):
    judge_scripts(entries)
    judge_files(entries, is_stream)
    judge_annotation(entries)
    if has(entries, "/S", *OTHER_ACTIONS):
        refuse_action(entries["/S"])
    for action in actions_of(entries):
        judge_action(action)
    if "/URI" in entries:
        judge_address(entries["/URI"])


def judge_scripts(entries):
    if "/JavaScript" in entries:
        raise Refusal("script", "JavaScript")
    if "/JS" in entries and isinstance(entries["/JS"], (pikepdf.String, pikepdf.Stream)):
        raise Refusal("script", "JavaScript")
    if "/XFA" in entries:
        raise Refusal("script", "XFA")
    if has(entries, "/Subtype", "/PS"):
        raise Refusal("script", "PostScript")


def judge_files(entries, is_stream):
    """Files within the file (7.11.4), and what is fetched from elsewhere."""
    if "/EF" in entries or has(entries, "/Type", "/EmbeddedFile"):
        raise Refusal("embedded", name_of_file(entries) or "/EmbeddedFile")
    if has(entries, "/Type", "/Filespec", "/F") or (is_stream and entries.keys() & {"/F", "/FFilter", "/OPI", "/Ref"}):
        raise Refusal("outside", name_of_file(entries) or "/Filespec")


def has(entries, key, *names):
    return key in entries and is_one_of(entries[key], names)


def is_one_of(value, names):
    return isinstance(value, pikepdf.Name) and str(value) in names


def name_of_file(entries):
    names = (entries.get(key) for key in ("/UF", "/F"))
    return next((str(name) for name in names if isinstance(name, pikepdf.String)), "")


def judge_annotation(entries):
    is_one = has(entries, "/Type", "/Annot") or ("/Rect" in entries and "/Subtype" in entries)
    if is_one and not has(entries, "/Subtype", *ANNOTATIONS):
        raise Refusal("media", str(entries.get("/Subtype", "/Annot")))


def actions_of(entries):
    """The actions that stand in the places for them; a structure element keeps its attributes under /A (14.7.6)."""
    for key in PLACES & entries.keys():
        value = entries[key]
        yield from filter(is_action, value if isinstance(value, pikepdf.Array) else [value])
    if isinstance(entries.get("/AA"), pikepdf.Dictionary):
        yield from filter(is_action, entries["/AA"].values())


def is_action(value):
    return isinstance(value, pikepdf.Dictionary) and "/S" in value and "/O" not in value


def judge_action(action):
    if not is_one_of(action.S, ACTIONS):
        refuse_action(action.S)
    if action.S == "/Named" and not is_one_of(action.get("/N"), NAMED):
        refuse_action(action.get("/N", "/Named"))
    if "/F" in action:
        raise Refusal("outside", name_of_file(action) or str(action.S))


def refuse_action(name):
    raise Refusal("script" if name == "/JavaScript" else "action", str(name))


def judge_address(value):
    """Of a link, or the one that all links of the file start from."""
    address = value.get("/Base", "") if isinstance(value, pikepdf.Dictionary) else value
    if not is_safe(str(address)):
        raise Refusal("link", str(address))
