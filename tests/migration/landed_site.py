"""A site as a landed state of the code left it: taken out of a database, put back into another, looked at.

It runs as a program, in the folder of the code that it is for, so that an old checkout can use it as well:

    python landed_site.py save FOLDER    # every row, the migrations they belong to, and the files
    python landed_site.py load FOLDER    # into an empty database, at those migrations and not later
    python landed_site.py look           # what the site shows and holds, as JSON
"""

import hashlib
import html
import json
import re
import shutil
import sys
from datetime import UTC, date, datetime
from pathlib import Path

# What the end of every `migrate` makes anew, and what no reader or editor would miss.
PASSING_APPS = {"admin", "axes", "easy_thumbnails", "sessions"}
PASSING_MODELS = {"auth.Permission", "auth.Group_permissions"}


def set_up():
    import django

    sys.path[0] = str(Path.cwd())
    django.setup()


def stored_models(apps):
    """The models with a table of their own, tables of links included, by their label."""
    models = apps.get_models(include_auto_created=True)
    kept = [m for m in models if m._meta.managed and not m._meta.proxy and m._meta.app_label not in PASSING_APPS]
    return {model._meta.label: model for model in kept if model._meta.label not in PASSING_MODELS}


def columns(model):
    return [field.column for field in model._meta.local_concrete_fields]


def plain(value):
    """As SQLite gives it: without booleans, in UTC, dates as text."""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, datetime):
        aware = value if value.tzinfo else value.replace(tzinfo=UTC)
        return aware.astimezone(UTC).replace(tzinfo=None).isoformat(" ")
    return value.isoformat() if isinstance(value, date) else value


def rows_of(model):
    from django.db import connection

    names = ", ".join(connection.ops.quote_name(name) for name in columns(model))
    table = connection.ops.quote_name(model._meta.db_table)
    key = connection.ops.quote_name(model._meta.pk.column)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {names} FROM {table} ORDER BY {key}")  # noqa: S608 - names of our own models
        return [[plain(value) for value in row] for row in cursor.fetchall()]


def all_rows():
    from django.apps import apps

    found = {label: (columns(model), rows_of(model)) for label, model in sorted(stored_models(apps).items())}
    return {label: {"columns": names, "rows": rows} for label, (names, rows) in found.items() if rows}


def save(folder):
    from django.conf import settings
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    folder.mkdir(parents=True)
    leaves = sorted(MigrationLoader(connection).graph.leaf_nodes())
    write(folder / "migrations.json", json.dumps(leaves, indent=1))
    # A line for each row: what two states have in common is then the same for git as well.
    write(folder / "rows.json", re.sub(r"(?<=[\[\]]), \[", ",\n[", json.dumps(all_rows(), ensure_ascii=False)))
    write(folder / "shown.json", json.dumps(look(), ensure_ascii=False, indent=1))
    for name in ("documents", "pictures"):
        shutil.copytree(Path(settings.MEDIA_ROOT, name), folder / "files" / name)


def write(path, text):
    path.write_text(text + "\n", encoding="utf-8")


def load(folder):
    from django.conf import settings
    from django.db import connection, transaction
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    landed = [tuple(node) for node in json.loads((folder / "migrations.json").read_text())]
    state = executor.migrate([node for node in landed if node in executor.loader.graph.nodes])
    models = stored_models(state.apps)
    rows = json.loads((folder / "rows.json").read_text(encoding="utf-8"))
    with transaction.atomic():  # keys are checked at its end: the order of the tables is of no matter
        for label in rows:
            empty(connection, models[label])
        for label, table in rows.items():
            insert(connection, models[label], table)
    reset_sequences(connection, [models[label] for label in rows])
    shutil.copytree(folder / "files", settings.MEDIA_ROOT)


def empty(connection, model):
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {connection.ops.quote_name(model._meta.db_table)}")  # noqa: S608


def insert(connection, model, table):
    fields = {field.column: field for field in model._meta.local_concrete_fields}
    booleans = {name for name in table["columns"] if fields[name].get_internal_type() == "BooleanField"}
    names = ", ".join(connection.ops.quote_name(name) for name in table["columns"])
    marks = ", ".join(["%s"] * len(table["columns"]))
    statement = f"INSERT INTO {connection.ops.quote_name(model._meta.db_table)} ({names}) VALUES ({marks})"  # noqa: S608
    with connection.cursor() as cursor:
        for row in table["rows"]:
            pairs = zip(table["columns"], row, strict=True)
            cursor.execute(statement, [bool(v) if name in booleans and v is not None else v for name, v in pairs])


def reset_sequences(connection, models):
    from django.core.management.color import no_style

    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)


def look():
    """The heading of every public page, the checksum of every file, where every former address leads."""
    from django.conf import settings
    from django.contrib.redirects.models import Redirect
    from django.contrib.sites.models import Site
    from django.test import Client, override_settings
    from django.test.utils import setup_test_environment

    setup_test_environment()
    plain_static = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    former = Redirect.objects.filter(site=Site.objects.get_current()).values_list("old_path", flat=True)
    with override_settings(STORAGES=settings.STORAGES | plain_static):
        client = Client()
        locations = re.findall("<loc>https?://[^/]*(.*?)</loc>", client.get("/sitemap.xml").content.decode())
        pages = {path: client.get(path) for path in sorted(locations)}
        text = "".join(page.content.decode() for page in pages.values())
        links = set(re.findall(r'href="(/documenten/[^"]+\.\w+)"', text))
        pictures = set(re.findall(r'src="(/beelden/[^"]+)"', text))
        return {
            "pages": {path: heading(page) for path, page in pages.items() if page.status_code == 200},
            "files": {link: checksum(client.get(link)) for link in sorted(links)},
            "pictures": [client.get(picture).status_code for picture in sorted(pictures)],
            "former": {path: client.get(path).get("Location", "") for path in sorted(former)},
        }


def heading(page):
    """What an editor wrote above the page; the heading of a list is written in the code."""
    found = re.search("<h1[^>]*>(.*?)</h1>", page.content.decode(), re.DOTALL)
    return html.unescape(found[1].strip()) if found and page.resolver_match.url_name != "list" else ""


def checksum(response):
    return hashlib.sha256(b"".join(response)).hexdigest() if response.status_code == 200 else ""


def main(task, folder=None):
    set_up()
    if task == "save":
        save(Path(folder))
    elif task == "load":
        load(Path(folder))
    else:
        json.dump({"shown": look(), "rows": all_rows()}, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
