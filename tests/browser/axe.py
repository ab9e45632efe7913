"""axe with every rule that it has: best practices, AAA and what it still calls experimental included."""

from axe_playwright_python.sync_playwright import Axe


def violations(page):
    """A sentence for each rule that `page` breaks. A page with a strict policy needs `bypass_csp` in its context."""
    page.evaluate(Axe().axe_script)
    rules = page.evaluate("axe.getRules().map(rule => rule.ruleId)")
    options = {"resultTypes": ["violations"], "rules": {rule: {"enabled": True} for rule in rules}}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{v['id']}: {v['help']} [{v['nodes'][0]['html'][:160]}]" for v in found]


def version(page):
    page.evaluate(Axe().axe_script)
    return page.evaluate("axe.version")
