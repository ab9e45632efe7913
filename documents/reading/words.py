"""Text from a file as it can be shown: without what no reader sees, and not without end."""

import unicodedata

MOST_PAGES = 400
MOST_CHARACTERS = 400_000
LONGEST_TITLE = 200


def clean(text):
    """`text` in one line, without control characters, marks of direction and halves of characters."""
    kept = "".join(" " if c.isspace() else c for c in text if c.isspace() or unicodedata.category(c)[0] != "C")
    return " ".join(kept.split())


def paragraphs(text):
    """The lines of a pdf joined into paragraphs: a line goes on where no sentence ends and no capital follows."""
    found = []
    for line in text.replace("\ufffe\r\n", "").replace("\x02\r\n", "").splitlines():
        line = clean(line)
        if found and line[:1].islower() and not found[-1].endswith((".", "!", "?", ":", ";")):
            found[-1] = f"{found[-1]} {line}"
        elif line:
            found.append(line)
    return found


class Outline:
    """Fills with pages until it is as long as a page of ours may be."""

    def __init__(self, bookmarks=()):
        self.facts = {"bookmarks": list(bookmarks), "pages": [], "cut": False}
        self.left = MOST_CHARACTERS

    def add(self, number, title, lines):
        """Add a page or slide; returns whether another one can follow."""
        length = sum(map(len, lines))
        if number > MOST_PAGES or length > self.left:
            self.facts["cut"] = True
            return False
        self.left -= length
        self.facts["pages"].append({"number": number, "title": clean(title)[:LONGEST_TITLE], "text": lines})
        return True

    def says_something(self):
        return any(page["title"] or page["text"] for page in self.facts["pages"])
