"""What Chrome 70 and Safari 12 can't do, and what the house doesn't want, in a stylesheet. No browser is needed.

Those two browsers are not to be had any more. Versions: MDN's browser-compat-data. What a browser ignores without
harm (`text-wrap`, `text-underline-offset`, `accent-color`, media features for preferences) is left alone.
"""

import re
from dataclasses import dataclass, field

import tinycss2
from tinycss2.color3 import parse_color

# Functions and units in values; an older browser drops the declaration.
NEWER_VALUES = {
    **dict.fromkeys(("clamp", "min", "max"), "Chrome 79, Safari 13.1"),
    **dict.fromkeys(("color-mix", "oklch", "oklab", "lch", "lab", "light-dark"), "Chrome 111, Safari 15"),
    **dict.fromkeys(("dvh", "svh", "lvh", "dvw", "svw", "lvw", "cqi", "cqb", "cqw", "cqh"), "Chrome 105, Safari 15.4"),
    **dict.fromkeys(("lh", "rlh"), "Chrome 109, Safari 16.4"),
    "anywhere": "Chrome 80, Safari 15.4",
    "flow-root": "Safari 13",
    "clip": "Chrome 90, Safari 16",
    "sticky": "Safari 13",
    "subgrid": "Chrome 117, Safari 16",
}
KEYWORDS = {"anywhere", "flow-root", "clip", "subgrid", "sticky"}
COMMAS, SPACED = {"rgb", "rgba", "hsl", "hsla"}, "a colour without commas"
NEWER_VALUES |= {"/": "Chrome 77, Safari 17.4", SPACED: "Safari 12.1"}
# Properties: the pattern of the name, what an older browser needs before it, that in words, since when it doesn't.
NEWER_PROPERTIES = (
    (r"(margin|padding)-(inline|block)", r"{0}(-.+)?", "{0} or its sides", "Chrome 87, Safari 14.1"),
    (r"(margin|padding)-(inline|block)-(start|end)", r"(-webkit-)?{0}(-.+)?", "{0} or its side", "Safari 12.1"),
    (r"(border)-(inline|block)(-.+)?", r"{0}(-.+)?", "{0} or its side", "Safari 12.1"),
    (r"inset(-.+)?", r"top|right|bottom|left", "top, right, bottom or left", "Chrome 87, Safari 14.1"),
    (r"(min-|max-|)inline-size", r"{0}width", "{0}width", "Safari 12.1"),
    (r"(min-|max-|)block-size", r"{0}height", "{0}height", "Safari 12.1"),
    (r"aspect-ratio", r"height|padding-(top|bottom)", "height or padding-top", "Chrome 88, Safari 15"),
    (r"border-(start|end)-(start|end)-radius", r"border(-.+)?-radius", "border-radius", "Chrome 89, Safari 15"),
    (r"(hyphens|backdrop-filter|appearance)", r"-webkit-{0}", "-webkit-{0}", "Chrome 76 to 84, Safari 15.4 to 18"),
    (r"(translate|rotate|scale)", r"transform", "transform", "Chrome 104, Safari 14.1"),
)
# A selector that the browser doesn't know takes the whole rule with it: these stand in a rule of their own …
ALONE = {"focus-visible": "Chrome 86, Safari 15.4", "marker": "Chrome 86"}
# … as does each one that is not among these, which both know …
KNOWN_PSEUDO = {
    *("active", "any-link", "checked", "disabled", "empty", "enabled", "first-child", "first-of-type", "focus"),
    *("focus-within", "hover", "invalid", "lang", "last-child", "last-of-type", "link", "not", "nth-child"),
    *("nth-last-child", "nth-of-type", "only-child", "required", "root", "target", "valid", "visited"),
    *("after", "before", "first-letter", "first-line", "placeholder", "selection"),
}
# … and these have no meaning without support, so that the rule stands in @supports selector(…).
NEWER_SELECTORS = {"is": "Chrome 88, Safari 14", "where": "Chrome 88, Safari 14", "has": "Chrome 105, Safari 15.4"}
NEWER_BLOCKS = {"container": "Chrome 105, Safari 16", "layer": "Chrome 99, Safari 15.4", "scope": "Chrome 118"}

COLOUR_FUNCTIONS = {"rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color", "color-mix"}
GROUPS = {"media", "supports", "container", "layer", "scope"}


@dataclass(frozen=True)
class Finding:
    file: str
    line: int
    words: str

    def __str__(self):
        return f"{self.file}:{self.line}: {self.words}"


@dataclass(frozen=True)
class Rule:
    """One style rule. `asked` tells whether it stands in a block of @supports."""

    selector: list
    declarations: list
    nested: list
    line: int
    asked: bool

    @property
    def names(self):
        return {declaration.lower_name for declaration in self.declarations}

    def before(self, declaration):
        return self.declarations[: self.declarations.index(declaration)]

    def value_of(self, name):
        return {text(d.value) for d in self.declarations if d.lower_name == name}


@dataclass
class Sheet:
    file: str
    source: str
    findings: list = field(default_factory=list)

    def found(self, node, words):
        self.findings.append(Finding(self.file, getattr(node, "source_line", None) or node.line, words))

    def rules(self):
        parsed = tinycss2.parse_stylesheet(self.source, skip_comments=True, skip_whitespace=True)
        yield from self._rules(parsed, asked=False)

    def _rules(self, nodes, asked):
        for node in nodes:
            if node.type == "error":
                self.found(node, f"this can't be read: {node.message}")
            elif node.type == "qualified-rule":
                yield self._rule(node, asked)
            elif node.type == "at-rule" and node.lower_at_keyword in GROUPS:
                self._check_block(node, asked)
                yield from self._rules(contents(node), asked or asks(node))

    def _rule(self, node, asked):
        body = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
        declarations = [part for part in body if part.type == "declaration"]
        nested = [part for part in body if part.type in ("qualified-rule", "at-rule")]
        for part in body:
            if part.type == "error":
                self.found(part, f"this can't be read: {part.message}")
        return Rule(node.prelude, declarations, nested, node.source_line, asked)

    def _check_block(self, node, asked):
        name = node.lower_at_keyword
        if name in NEWER_BLOCKS and not asked:
            self.found(
                node, f"@{name} came with {NEWER_BLOCKS[name]}: put it in @supports, with a plain rule before it."
            )
        if name == "media" and re.search(r"[<>]", text(node.prelude)):
            self.found(node, "ranges in @media came with Chrome 104, Safari 16.4: write (min-width: …).")


def contents(node):
    return tinycss2.parse_rule_list(node.content or [], skip_comments=True, skip_whitespace=True)


def asks(node):
    """Whether older browsers skip this block; those of `@supports not` they do read."""
    return node.lower_at_keyword == "supports" and not text(node.prelude).strip().startswith("not")


def text(tokens):
    return tinycss2.serialize(tokens).strip()


def selectors(rule):
    """The selectors of the rule, one by one: a comma within brackets parts nothing."""
    parts = [[]]
    for token in rule.selector:
        if token == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return [text(part) for part in parts]


def every(tokens):
    """The tokens, and those within functions and brackets."""
    for token in tokens:
        yield token
        yield from every(getattr(token, "arguments", None) or getattr(token, "content", None) or [])


def lint(file, source, root=None):
    """Findings in one stylesheet. `root` is the class that a component's rules begin with; None for other sheets."""
    sheet, so_far = Sheet(file, source), set()
    for rule in sheet.rules():
        check_selector(sheet, rule)
        check_focus(sheet, rule, so_far)
        so_far |= set() if rule.asked else set(selectors(rule))
        for part in rule.nested:
            sheet.found(part, "nested rules came with Chrome 120, Safari 17.2: write the whole selector.")
        for declaration in rule.declarations:
            check_gap(sheet, rule, declaration)
            check_property(sheet, rule, declaration)
            check_value(sheet, rule, declaration)
            if not file.endswith("tokens.css"):
                check_colour(sheet, declaration)
        if root:
            check_root(sheet, rule, root)
    return sheet.findings


def check_selector(sheet, rule):
    tokens = list(every(rule.selector))
    for name in (t.lower_name for t in tokens if t.type == "function"):
        if name in NEWER_SELECTORS and not rule.asked:
            sheet.found(
                rule, f":{name}() came with {NEWER_SELECTORS[name]}: write the selectors out, or use @supports."
            )
    for token in tokens:
        if token.type == "function" and token.lower_name == "not" and "," in text(token.arguments):
            sheet.found(rule, "a list in :not() came with Chrome 88: write :not(a):not(b).")
    for name in pseudo(rule.selector):
        if name not in KNOWN_PSEUDO | NEWER_SELECTORS.keys() and len(selectors(rule)) > 1:
            since = f"came with {ALONE[name]}" if name in ALONE else "is unknown to older browsers"
            sheet.found(rule, f":{name} {since} and takes the list along: give it a rule of its own.")


def pseudo(tokens):
    """The names of pseudo-classes and -elements, those within brackets included."""
    tokens = list(tokens)
    for before, token in zip([None, *tokens], tokens, strict=False):
        if before == ":" and token.type in ("ident", "function"):
            yield token.lower_value if token.type == "ident" else token.lower_name
        yield from pseudo(getattr(token, "arguments", None) or [])


def check_focus(sheet, rule, so_far):
    """What has the focus must be seen in every browser: who lacks :focus-visible reads the rule for :focus."""
    for selector in selectors(rule):
        without = selector.replace(":focus-visible", ":focus")
        if selector != without and ":not(:focus-visible)" not in selector and without not in so_far:
            sheet.found(rule, f"older browsers show no focus here: put a rule for {without} before it.")


def check_gap(sheet, rule, declaration):
    name = declaration.lower_name
    if name not in ("gap", "row-gap", "column-gap") or rule.asked:
        return
    if name == "column-gap" and rule.names & {"columns", "column-count", "column-width"}:
        return
    if not rule.value_of("display") & {"grid", "inline-grid"}:
        advice = "use margins, or put it in @supports (inset: 0), which came no sooner"
        sheet.found(declaration, f"{name} outside a grid came with Chrome 84, Safari 14.1: {advice}.")
    elif f"grid-{name}" not in {d.lower_name for d in rule.before(declaration)}:
        sheet.found(declaration, f"put grid-{name}, with the same value, before {name}.")


def check_property(sheet, rule, declaration):
    if rule.asked:
        return
    for pattern, fallback, advice, since in NEWER_PROPERTIES:
        match = re.fullmatch(pattern, declaration.lower_name)
        wanted = match and fallback.format(*match.groups())
        if match and not any(re.fullmatch(wanted, d.lower_name) for d in rule.before(declaration)):
            plain = advice.format(*match.groups())
            sheet.found(declaration, f"{declaration.name} came with {since}: put {plain} before it, or use @supports.")


def check_value(sheet, rule, declaration):
    newer = newer_values(declaration)
    if not newer or rule.asked:
        return
    words = f"{newer} in {declaration.name} came with {NEWER_VALUES[newer]}"
    if declaration.name.startswith("--"):
        # An older browser takes any value for a custom property, and fails where it is used.
        sheet.found(declaration, f"{words}: a plain value before it doesn't help here; set it anew in @supports.")
    elif not any(d.lower_name == declaration.lower_name and not newer_values(d) for d in rule.before(declaration)):
        sheet.found(declaration, f"{words}: put a plain value of {declaration.name} before it.")


def newer_values(declaration):
    """The first newer function, unit or keyword in the value, or an empty string."""
    for token in every(declaration.value):
        name = {"function": "lower_name", "dimension": "lower_unit", "ident": "lower_value"}.get(token.type)
        value = getattr(token, name) if name else ""
        # `min` and the like are functions, `clip` and the like keywords: a word is newer in one sense only.
        if value in NEWER_VALUES and (token.type == "ident") == (value in KEYWORDS) and not is_old(value, declaration):
            return value
    return spoken_alternative(declaration) or spaced_colour(declaration)


def is_old(value, declaration):
    """Whether a newer word is an old one here: `text-overflow: clip`."""
    return value == "clip" and not declaration.lower_name.startswith("overflow")


def spoken_alternative(declaration):
    """The stroke of `content: "→" / ""`, after which stands what is read aloud instead."""
    return "/" if declaration.lower_name == "content" and "/" in declaration.value else ""


def spaced_colour(declaration):
    """A colour function without commas, as `rgb(0 0 0 / 50%)`."""
    functions = (token for token in every(declaration.value) if token.type == "function")
    return next((SPACED for f in functions if f.lower_name in COMMAS and "," not in f.arguments), "")


def check_colour(sheet, declaration):
    for token in every(declaration.value):
        named = (
            token.type == "ident" and token.lower_value not in ("transparent", "currentcolor") and parse_color(token)
        )
        if named or token.type == "hash" or (token.type == "function" and token.lower_name in COLOUR_FUNCTIONS):
            sheet.found(declaration, f"{text([token])} is a raw colour: give it a name in tokens.css and use var().")


def check_root(sheet, rule, root):
    for selector in selectors(rule):
        first = re.search(r"\.([\w-]+)", selector)
        if not first or not re.fullmatch(rf"{root}(__[\w-]+|--[\w-]+)?", first.group(1)):
            advice = f"begin it with .{root} or .{root}__…, or move it to the stylesheet of its own component"
            sheet.found(rule, f"“{selector}” does not belong to {root}: {advice}.")
