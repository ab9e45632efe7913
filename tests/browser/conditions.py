"""What a browser is asked about a page, in its own language: each script returns the start of each element at fault."""

# The text of the success criterion (WCAG 1.4.12), as a reader's own stylesheet would say it.
TEXT_SPACING = """
* { letter-spacing: .12em !important; line-height: 1.5 !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }
"""

NAMED = """
    const named = element => element.outerHTML.slice(0, 120);
    const shown = element => element.checkVisibility({visibilityProperty: true, opacityProperty: true});
"""

# Text that its own box hides, or that leaves the window sideways. A table may be moved within a region that has a name
# and that the keyboard reaches (WCAG 1.4.10 exempts data tables).
CLIPPED = f"""() => {{
    {NAMED}
    const cut = element => {{
        const style = getComputedStyle(element);
        const hides = value => value !== "visible";
        return (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1)
            || (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1);
    }};
    const texts = [...document.querySelectorAll("body *")].filter(e => shown(e) && e.innerText && e.innerText.trim());
    const moves = element => element.closest("[role=region][tabindex='0']");
    const beside = element => element.getBoundingClientRect().right > window.innerWidth + 1;
    return texts.filter(e => !moves(e) && (cut(e) || (beside(e) && !e.closest(".skip-link")))).map(named);
}}"""

# A link is within a sentence if the nearest block around it has words of its own besides its links.
SMALL_TARGETS = f"""() => {{
    {NAMED}
    const block = element => {{
        let parent = element.parentElement;
        while (getComputedStyle(parent).display.startsWith("inline")) parent = parent.parentElement;
        return parent;
    }};
    const inSentence = element => {{
        if (getComputedStyle(element).display !== "inline") return false;
        const around = block(element).cloneNode(true);
        around.querySelectorAll("a, p, ul, dl, div, section, nav, h1, h2, h3, form").forEach(other => other.remove());
        return /\\p{{L}}{{2}}/u.test(around.textContent);
    }};
    const small = element => {{
        const {{width, height}} = element.getBoundingClientRect();
        return height < 43.5 || width < 24;
    }};
    const targets = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), summary")];
    return targets.filter(e => shown(e) && !e.matches(".skip-link") && !inSentence(e) && small(e)).map(named);
}}"""

# Text, fields, buttons and the mark differ from what lies behind them; in the menu only the present page has a line.
VANISHED = f"""() => {{
    {NAMED}
    const background = element => {{
        for (let e = element; e; e = e.parentElement) {{
            const colour = getComputedStyle(e).backgroundColor;
            if (!/^rgba.*, 0\\)$/.test(colour)) return colour;
        }}
        return "rgb(255, 255, 255)";
    }};
    const hasText = e => [...e.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
    const all = [...document.querySelectorAll("body *")].filter(shown);
    const lost = all.filter(e => hasText(e) && getComputedStyle(e).color === background(e));
    const bare = all.filter(e => e.matches("button, input") && getComputedStyle(e).borderStyle === "none");
    const underline = e => getComputedStyle(e).borderBottomColor !== background(e);
    const present = e => e.matches("[aria-current]");
    const current = all.filter(e => e.matches(".site-nav a") && underline(e) !== present(e));
    const marks = all.filter(e => e.matches(".mark") && getComputedStyle(e.firstElementChild).fill === background(e));
    return [...lost, ...bare, ...current, ...marks].map(named);
}}"""

# Asked of each thing that takes the focus, after it has it.
FOCUS_UNSEEN = f"""() => {{
    {NAMED}
    const targets = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), summary")].filter(shown);
    return targets.filter(element => {{
        element.focus();
        const style = getComputedStyle(element);
        return style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2;
    }}).map(named);
}}"""

MOVING = f"""() => {{
    {NAMED}
    const seconds = value => Math.max(...value.split(",").map(parseFloat));
    const all = [document.documentElement, ...document.querySelectorAll("body, body *")];
    const moves = element => {{
        const style = getComputedStyle(element);
        const animated = seconds(style.transitionDuration) > 0 || style.animationName !== "none";
        return animated || style.scrollBehavior === "smooth";
    }};
    return all.filter(moves).map(named).concat(document.getAnimations().map(String));
}}"""
