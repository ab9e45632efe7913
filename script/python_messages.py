"""The words that Python files hand to gettext, read from their syntax trees.

xgettext knows only the names that it was told, and reads no f-string before version 0.22.
"""

import ast
from dataclasses import dataclass

# Place of the context, of the message and of its plural among the arguments.
PLACES = {
    "gettext": (None, 0, None),
    "ngettext": (None, 0, 1),
    "pgettext": (0, 1, None),
    "npgettext": (0, 1, 2),
}
TRANSLATION = "django.utils.translation"


@dataclass(frozen=True)
class Found:
    """A call of gettext: its words, or `problem` where no catalogue can have them."""

    line: int
    context: str | None = None
    message: str = ""
    plural: str = ""
    problem: str = ""

    @property
    def key(self):
        return (self.context, self.message)


def messages(source):
    """What the module with the text `source` says through gettext, and what it says so that nobody can translate it."""
    tree = ast.parse(source)
    names, modules = imported(tree)
    within = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (kind := kind_of(node.func, names, modules)):
            yield read(node, PLACES[kind], id(node) in within)


def imported(tree):
    """The names under which the module has functions of gettext, and those under which it has their module."""
    names, modules = {}, set()
    for node in ast.walk(tree):
        if not isinstance(node, ast.ImportFrom):
            continue
        for alias in node.names:
            kind = alias.name.removesuffix("_lazy").removesuffix("_noop")
            if node.module == TRANSLATION and kind in PLACES:
                names[alias.asname or alias.name] = kind
            if f"{node.module}.{alias.name}" == TRANSLATION:
                modules.add(alias.asname or alias.name)
    return names, modules


def kind_of(function, names, modules):
    if isinstance(function, ast.Name):
        return names.get(function.id)
    if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name) and function.value.id in modules:
        kind = function.attr.removesuffix("_lazy").removesuffix("_noop")
        return kind if kind in PLACES else None
    return None


def read(call, places, is_within_f_string):
    if is_within_f_string:
        return Found(call.lineno, problem="gettext within an f-string, which xgettext does not read")
    words = [None if place is None else literal(call.args, place) for place in places]
    if any(word is None and place is not None for word, place in zip(words, places, strict=True)):
        return Found(call.lineno, problem="gettext of something that is not written out")
    return Found(call.lineno, words[0], words[1], words[2] or "")


def literal(arguments, place):
    if place >= len(arguments) or not isinstance(arguments[place], ast.Constant):
        return None
    return arguments[place].value
