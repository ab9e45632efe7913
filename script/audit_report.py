"""The audit as a page of the documentation."""

from audit_findings import LCP_SECONDS

from tests.browser.weights import (
    FIRST_VIEW_BYTES,
    FIRST_VIEW_REQUESTS,
    SMALL_PHONE,
    WHOLE_PAGE_BYTES,
    kilobytes,
)

HEADINGS = (
    "Template",
    "Path",
    "Lighthouse",
    "LCP (s)",
    "CLS",
    "axe",
    "Nu",
    "First view (kB)",
    "Requests",
    "Whole page (kB)",
)
PAGE = """# The audit

Written by `script/audit` on {day:%-d %B %Y}, from the demonstration content: change nothing by hand.
With {versions}; {connection}.

{table}

- **Lighthouse**: performance · accessibility · best practices · SEO, on a simulated slow phone. LCP and CLS are
  its own; of up to three runs the fastest. Errors and the pages of staff lose no point for not being in search engines.
- **axe**: rules broken, of all that it has (AAA and experimental too), at 360 and 1280 px, light and dark together.
- **First view**: all but the pictures of the content, compressed, headers included; **Requests** counts the same.
- **Whole page**: scrolled to its end, {width} px wide, with {density} device pixels for each.

Budgets: 4 × 100; LCP ≤ {lcp} s over TLS and HTTP/2; CLS, axe and Nu 0; first view ≤ {first} kB in ≤ {requests}
requests; whole page ≤ {whole} kB.

## Broken budgets

{broken}

## Gaps

{gaps}
"""
NOT_SEEN = """- What no address shows by itself: `tests/browser/situations.py` has it, for the tests alone.
- A real phone, a real network, and a browser other than Chromium."""
UNENCRYPTED = "- **LCP over TLS and HTTP/2**: this machine had no caddy. The LCP above is of plain HTTP/1.1: no budget."


def report(rows, versions, day, encrypted):
    broken = problems(rows, encrypted)
    return PAGE.format(
        day=day,
        versions=", ".join(f"{name} {version}" for name, version in versions.items()),
        connection="over TLS and HTTP/2" if encrypted else "over plain HTTP/1.1",
        table=table(rows),
        width=SMALL_PHONE["viewport"]["width"],
        density=SMALL_PHONE["device_scale_factor"],
        lcp=LCP_SECONDS,
        first=FIRST_VIEW_BYTES // 1000,
        requests=FIRST_VIEW_REQUESTS,
        whole=WHOLE_PAGE_BYTES // 1000,
        broken="\n".join(f"- {in_code(problem)}" for problem in broken) or "None.",
        gaps=NOT_SEEN if encrypted else f"{UNENCRYPTED}\n{NOT_SEEN}",
    )


def problems(rows, encrypted):
    """A sentence for each problem, with the names of all templates that have it."""
    found = {}
    for row in rows:
        for problem in row.problems(encrypted):
            found.setdefault(problem, []).append(row.address.name)
    return [f"{problem} ({', '.join(names)})" for problem, names in found.items()]


def table(rows):
    lines = [HEADINGS, ["---"] * 3 + ["--:"] * (len(HEADINGS) - 3), *map(cells, rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def cells(row):
    address, weight, scores = row.address, row.weight, row.lighthouse
    return [
        address.name,
        f"`{address.path}`",
        row.scores,
        f"{scores.lcp:.2f}",
        f"{scores.cls:.3g}",
        str(len(row.axe)),
        str(len(row.nu)),
        kilobytes(weight.first_view),
        str(weight.first_requests),
        kilobytes(weight.whole),
    ]


def in_code(problem):
    """A finding quotes HTML, which a reader of Markdown would not see otherwise."""
    return problem.replace("[<", "`<").replace(">]", ">`") if "[<" in problem else problem
