"""The stylesheets work in Chrome 70 and Safari 12, keep their colours in one place and their classes in order."""

import re
from pathlib import Path

import pytest

from tests.css_lint import lint

pytestmark = pytest.mark.once

ROOT = Path(__file__).resolve().parent.parent
STYLES = ROOT / "static" / "css"
COMPONENTS = STYLES / "components"
# Says of many components what is left of them on paper.
OF_ALL = ("print.css",)


def root_of(sheet):
    return sheet.stem if sheet.parent == COMPONENTS and sheet.name not in OF_ALL else None


@pytest.mark.parametrize("sheet", sorted(STYLES.rglob("*.css")), ids=lambda sheet: sheet.name)
def test_a_stylesheet_is_usable_in_old_browsers_and_keeps_the_house_rules(sheet):
    found = lint(str(sheet.relative_to(ROOT)), sheet.read_text(), root_of(sheet))

    assert not found, "\n" + "\n".join(map(str, found))


def test_every_component_with_a_stylesheet_is_in_a_template_and_in_an_entry_sheet():
    templates = "\n".join(path.read_text() for path in (ROOT / "templates").rglob("*") if path.is_file())
    entries = "\n".join((STYLES / name).read_text() for name in ("site.css", "plain.css"))
    for sheet in COMPONENTS.glob("*.css"):
        assert f"components/{sheet.name}" in entries, f"neither site.css nor plain.css imports {sheet.name}"
        if root_of(sheet):
            words = f"no template uses the class {sheet.stem}: remove {sheet.name} or rename it"
            assert re.search(rf'class="([^"]*\s)?{sheet.stem}["\s]', templates), words


BAD = {
    "flex gap": ".x { display: flex; gap: 1rem }",
    "gap alone": ".x { gap: 1rem }",
    "grid gap": ".x { display: grid; gap: 1rem }",
    "grid gap too late": ".x { display: grid; gap: 1rem; grid-gap: 1rem }",
    "nesting": ".x { color: inherit; .y & { margin: 0 } }",
    "container": "@container (min-width: 3rem) { .x { margin: 0 } }",
    "layer": "@layer a { .x { margin: 0 } }",
    "range": "@media (width > 30rem) { .x { margin: 0 } }",
    ":has": ".x:has(a) { margin: 0 }",
    ":is": ".x :is(h1, h2) { margin: 0 }",
    "list in :not": ".x:not(.y, .z) { margin: 0 }",
    ":focus-visible in a list": ".x:focus { margin: 0 } .x:focus-visible, .x:hover { margin: 0 }",
    ":focus-visible alone": ".x:focus-visible { margin: 0 }",
    ":focus too late": ".x:focus-visible { margin: 0 } .x:focus { margin: 0 }",
    ":focus of another": ".x a:focus { margin: 0 } .x:focus-visible { margin: 0 }",
    ":focus in @supports": "@supports (inset: 0) { .x:focus { margin: 0 } } .x:focus-visible { margin: 0 }",
    "an unknown pseudo-class in a list": ".x:hover, .x:user-invalid { margin: 0 }",
    "an unknown pseudo-element in a list": ".x, .x::file-selector-button { margin: 0 }",
    ":where": ".x:where(.y) { margin: 0 }",
    "spoken alternative": '.x { content: "/" / "" }',
    "spoken alternative too early": '.x { content: "/" / ""; content: "/" }',
    "padding-block": ".x { padding-block: 1rem }",
    "margin-inline before its fallback": ".x { margin-inline: auto; margin: auto }",
    "inset-inline": ".x { inset-inline: 0 }",
    "corner of a line": ".x { border-start-start-radius: 1rem }",
    "max": ".x { width: max(1rem, 5vw) }",
    "overflow: clip": ".x { overflow: clip }",
    "overflow-x: clip": ".x { overflow-x: clip }",
    "sticky": ".x { position: sticky }",
    "appearance": ".x { appearance: none }",
    "rotate": ".x { rotate: 45deg }",
    "row-gap in flex": ".x { display: flex; row-gap: 1rem }",
    "aspect-ratio": ".x { aspect-ratio: 3 / 2 }",
    "inset": ".x { inset: 0 }",
    "clamp": ".x { font-size: clamp(1rem, 2vw, 2rem) }",
    "min within calc": ".x { width: calc(1rem + min(3rem, 5vw)) }",
    "clamp after clamp": ".x { width: clamp(1px, 2px, 3px); width: clamp(1px, 2px, 4px) }",
    "clamp in a custom property": ".x { --size: 1rem; --size: clamp(1rem, 2vw, 2rem) }",
    "margin-inline": ".x { margin-inline: auto }",
    "padding-inline-start": ".x { padding-inline-start: 1rem }",
    "border-inline-start": ".x { border-inline-start: 1px solid }",
    "inline-size": ".x { max-inline-size: 1rem }",
    "hyphens": ".x { hyphens: auto }",
    "unit": ".x { height: 100dvh }",
    "in @supports not": "@supports not (inset: 0) { .x { inset: 0 } }",
    "hash": ".x { color: #123 }",
    "named colour": ".x { border: 1px solid red }",
    "colour function": ".x { background: linear-gradient(rgb(1, 2, 3), transparent) }",
    "another root": ".y { margin: 0 }",
    "another root in a list": ".x a, .y { margin: 0 }",
    "a root that goes on": ".x-list { margin: 0 }",
    "no root": "h1 { margin: 0 }",
    "unreadable": ".x { margin 0 }",
}

GOOD = {
    "grid": ".x { display: grid; grid-gap: 1rem; gap: 1rem; grid-template-columns: minmax(0, 1fr) }",
    "columns": ".x { columns: 2; column-gap: 1rem }",
    "flex gap, asked for": "@supports (inset: 0) { .x { display: flex; gap: 1rem } }",
    "container, asked for": "@supports (container-type: size) { @container (min-width: 3rem) { .x { margin: 0 } } }",
    ":has, asked for": "@supports selector(:has(a)) { .x:has(a) { margin: 0 } }",
    "clamp": ".x { width: 1rem; width: clamp(1rem, 2vw, 2rem) }",
    "custom property, asked for": "@supports (width: clamp(1px, 1px, 1px)) { .x { --a: clamp(1px, 2px, 3px) } }",
    "inset": ".x { top: 0; left: 0; inset: 0 }",
    "margin": ".x { margin-left: 1rem; margin-inline-start: 1rem }",
    "margin of WebKit": ".x { -webkit-margin-start: 1rem; margin-inline-start: 1rem }",
    "size": ".x { max-width: 1rem; max-inline-size: 1rem }",
    "aspect-ratio": ".x { height: 3rem; aspect-ratio: 3 / 2 }",
    "hyphens": ".x { -webkit-hyphens: auto; hyphens: auto }",
    ":focus-visible": ".x:focus { margin: 0 } .x:focus-visible { margin: 0 }",
    ":focus-visible within": ".x a:focus, .x b:focus { margin: 0 } .x a:focus-visible { margin: 0 }",
    "no ring for the mouse": ".x:focus { margin: 0 } .x:focus:not(:focus-visible) { margin: 0 }",
    "an unknown pseudo-element alone": ".x::file-selector-button { margin: 0 }",
    "known pseudo-classes in a list": ".x:hover, .x:nth-child(2)::before, .x:not(:last-child) { margin: 0 }",
    "spoken alternative": '.x { content: "/"; content: "/" / "" }',
    "overflow: clip": ".x { overflow: hidden; overflow: clip }",
    "text-overflow: clip": ".x { text-overflow: clip }",
    "sticky": ".x { position: -webkit-sticky; position: sticky }",
    "appearance": ".x { -webkit-appearance: none; appearance: none }",
    "padding-block": ".x { padding: 1rem 0; padding-block: 1rem }",
    "accent-color": ".x { accent-color: currentColor }",
    "colours": ".x { background: transparent; border: 1px solid currentColor; color: var(--red); fill: CanvasText }",
    "parts of the root": ".x__part, .x--other .y, a.x { margin: 0 }",
    "paper": "@media print { .x { margin: 0 } }",
    "frames and faces": "@keyframes x { from { opacity: 0 } } @page { margin: 2cm }",
}


@pytest.mark.parametrize("source", BAD.values(), ids=BAD)
def test_the_lint_finds(source):
    found = lint("x.css", source, "x")

    assert found and all(finding.line == 1 for finding in found)


@pytest.mark.parametrize("source", GOOD.values(), ids=GOOD)
def test_the_lint_leaves_alone(source):
    assert [str(finding) for finding in lint("x.css", source, "x")] == []


def test_tokens_may_hold_colours():
    assert not lint("static/css/tokens.css", ":root { --red: #f00; --half: rgba(0, 0, 0, .5) }")


def test_tokens_hold_colours_that_older_browsers_read():
    assert "Safari 12.1" in str(lint("static/css/tokens.css", ":root { --half: rgb(0 0 0 / 50%) }")[0])
