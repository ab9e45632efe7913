"""Names by their marks: found and taken out of texts by who does not know them."""

import copy
import hmac
from dataclasses import dataclass

from .spelling import TAG, is_part_of_address, joined, readings

# What stands in the place of a name. Content, which is Dutch whatever the language of who reads it.
REMOVED, REMOVED_FROM_ADDRESS = "[verwijderd]", "verwijderd"
SHORTEST = 3  # letters


def mark_of(name, key):
    """What the list of erasures keeps of `name`: how long it is, and a hash that only who has `key` can make."""
    letters = joined(name)
    return {"letters": len(letters), "hash": digest(letters, key)}


def digest(letters, key):
    return hmac.digest(key, letters.encode("utf-8", "surrogatepass"), "sha256").hex()


@dataclass(frozen=True)
class Sought:
    """Names, known by their marks alone."""

    key: bytes
    marks: tuple

    @property
    def longest(self):
        return max(mark["letters"] for mark in self.marks)

    def is_one(self, letters):
        known = [mark["hash"] for mark in self.marks if mark["letters"] == len(letters)]
        return bool(known) and digest(letters, self.key) in known

    def places(self, text):
        """(start, end) of each name in `text`, in their order."""
        found = sorted(span for reading in readings(text) for span in self.in_reading(reading))
        kept = []
        for start, end in found:
            if not kept or start >= kept[-1][1]:
                kept.append((start, end))
        return kept

    def in_reading(self, reading):
        words, longest = reading.words(), self.longest
        for number, (_word, start, _end) in enumerate(words):
            letters = ""
            for word, _start, end in words[number:]:
                letters += word
                if len(letters) > longest:
                    break
                if self.is_one(letters):
                    yield reading.place(start, end)

    def taken_out(self, text, *, longest=None, of_address=False):
        """`text` without the names; never longer than `longest` characters."""
        for removed, in_address in ((REMOVED, REMOVED_FROM_ADDRESS), ("…", REMOVED_FROM_ADDRESS[:1]), ("", "")):
            result = self.replaced(text, in_address if of_address else removed, in_address)
            if longest is None or len(result) <= longest:
                return result
        return result[:longest]

    def replaced(self, text, removed, in_address):
        """Tags within a name stay: they belong to what stands around it."""
        for start, end in reversed(self.places(text)):
            word = in_address if is_part_of_address(text, start, end) else removed
            text = text[:start] + word + "".join(TAG.findall(text[start:end])) + text[end:]
        # What stood around a name can be one itself.
        return self.replaced(text, removed, in_address) if self.places(text) else text

    def taken_out_of_structure(self, value):
        """Of JSON: a name can stand in one string, or go on in the next of its kind, as across two lines."""
        whole = [copy.deepcopy(value)]
        for name in dict.fromkeys(name for name, _owner, _key in strings(whole)):
            own = [(owner, key) for label, owner, key in strings(whole) if label == name]
            for owner, key in own:
                owner[key] = self.taken_out(owner[key])
            for separator in ("", " "):
                self.take_out_across(own, separator)
        return whole[0]

    def take_out_across(self, own, separator):
        parts = [owner[key] for owner, key in own]
        for start, end in reversed(self.places(separator.join(parts))):
            begin, removed = 0, REMOVED
            for number, part in enumerate(parts):
                first, last = max(start - begin, 0), min(end - begin, len(part))
                begin += len(part) + len(separator)
                if first < last:
                    parts[number], removed = part[:first] + removed + part[last:], ""
        for (owner, key), part in zip(own, parts, strict=True):
            owner[key] = part


def strings(value, name=""):
    """(name, owner, key) of each string in JSON, in order; the items of a list have the name of the list."""
    for key, part in value.items() if isinstance(value, dict) else enumerate(value):
        label = key if isinstance(value, dict) else name
        if isinstance(part, str):
            yield label, value, key
        elif isinstance(part, (dict, list)):
            yield from strings(part, label)
