"""Lines of text that stand across each other, as a browser lays them out."""

# Boxes of text are taller than their lines where these stand close: only what covers a good part of a line counts.
OVERLAPPING = """() => {
    const shown = e => e.checkVisibility({visibilityProperty: true, opacityProperty: true});
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const lines = [];
    while (walker.nextNode()) {
        const node = walker.currentNode;
        const parent = node.parentElement;
        if (!node.textContent.trim() || parent.closest("script, style, .skip-link") || !shown(parent)) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) {
            if (box.width > 2 && box.height > 2) lines.push({box, node, text: node.textContent.trim().slice(0, 40)});
        }
    }
    lines.sort((a, b) => a.box.top - b.box.top);
    const found = [];
    lines.forEach((line, i) => {
        for (let j = i + 1; j < lines.length && lines[j].box.top < line.box.bottom; j++) {
            const other = lines[j];
            if (other.node === line.node) continue;
            const across = Math.min(line.box.right, other.box.right) - Math.max(line.box.left, other.box.left);
            const down = Math.min(line.box.bottom, other.box.bottom) - other.box.top;
            if (across > 2 && down > .5 * Math.min(line.box.height, other.box.height)) {
                found.push(`“${line.text}” lies across “${other.text}”`);
            }
        }
    });
    return [...new Set(found)];
}"""
