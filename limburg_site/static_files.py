"""Collected static files: compressed, named by their content, and the stylesheet in one piece."""

import re

import brotli
from django.contrib.staticfiles import finders
from django.core.files.base import ContentFile
from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage

BUNDLES = ("css/site.css", "css/plain.css")
IMPORT = re.compile(r'@import url\("(?P<name>[^"]+)"\);\n?')
COMMENT_OR_SPACE = re.compile(r"/\*.*?\*/|(?<=[{};,])\s+|\s+(?=[{}])", re.DOTALL)


class QuickCompressor(Compressor):
    """Brotli at its best takes seventeen seconds over the editor's large scripts; what readers get is small."""

    @staticmethod
    def compress_brotli(data):
        return brotli.compress(data, quality=11 if len(data) < 100_000 else 7)


class BundledStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Puts what an entry stylesheet imports into it: a reader needs one request, a developer many files."""

    def stored_name(self, name):
        """A file that was not collected is a broken picture, and no broken page: its address answers 404."""
        try:
            return super().stored_name(name)
        except ValueError:
            return name

    def post_process(self, paths, dry_run=False, **options):
        for name in BUNDLES:
            if name in paths and not dry_run:
                self._write(name, bundle(name))
                # Named and compressed from here on, instead of from its source.
                paths[name] = (self, name)
        yield from super().post_process(paths, dry_run=dry_run, **options)

    def create_compressor(self, **options):
        return QuickCompressor(**options)

    def _write(self, name, text):
        self.delete(name)
        self._save(name, ContentFile(text.encode()))


def bundle(name):
    """The text of stylesheet `name` with its imports in place and without comments."""
    folder = name.rpartition("/")[0]

    def imported(match):
        return read(f"{folder}/{match['name']}")

    return COMMENT_OR_SPACE.sub("", IMPORT.sub(imported, read(name)))


def read(name):
    with open(finders.find(name), encoding="utf-8") as file:
        return file.read()
