"""Two sites from one clone, and a third after the recipe of docs/nieuwe-regio.md: real processes, no code."""

import http.client
import re
import shlex
import subprocess
import sys

import pytest

from limburg_site.environment import BASE_DIR
from tests.browser.collected_site import served
from tests.servers import collect_static_files, embedded_database, environment, free_port

pytestmark = pytest.mark.once

RECIPE = BASE_DIR / "docs" / "nieuwe-regio.md"


@pytest.fixture(scope="module")
def folder(django_db_setup, tmp_path_factory):
    """The DATA_DIR of a set-up clone, without the editors' files, whose compression takes long."""
    folder = tmp_path_factory.mktemp("sites")
    embedded_database(django_db_setup, folder)
    assert manage(folder, "load_demonstration")[0] == 0
    collect_static_files(folder)
    return folder


def manage(folder, *command, **variables):
    """Exit code and words of a command of manage.py."""
    process = subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=BASE_DIR,
        env=environment(DATA_DIR=str(folder), **variables),
        capture_output=True,
        text=True,
    )
    return process.returncode, process.stdout + process.stderr


def ask(port, path):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        return response.status, response.read().decode()
    finally:
        connection.close()


def test_two_sites_run_at_once_from_one_clone(folder):
    limburg, second = free_port(), free_port()
    with served(folder, limburg), served(folder, second, SITE="vlaams-brabant"):
        for port, accent, name in (
            (limburg, "heather", "ERSV, RESOC en SERR Limburg"),
            (second, "bluebell", "ERSV Vlaams-Brabant"),
        ):
            status, page = ask(port, "/contact/")
            assert (status, f'data-accent="{accent}"' in page, name in page) == (200, True, True)
            assert f'<link rel="canonical" href="http://127.0.0.1:{port}/contact/">' in page
            assert f"http://127.0.0.1:{port}/organisaties/" in ask(port, "/sitemap.xml")[1]
            stylesheet = re.search(r'<link rel="stylesheet" href="([^"]+)">', page)[1]
            assert ask(port, stylesheet)[0] == 200
        assert ask(limburg, "/economie-en-landbouw/economisch-beleid/ersv/")[0] == 404
        assert ask(second, "/economie-en-landbouw/economisch-beleid/ersv/")[0] == 200


def test_a_name_says_the_site_whatever_its_key(folder):
    port = free_port()
    with served(folder, port, SITE="limburg", SITE_ID="99"):
        assert "ERSV, RESOC en SERR Limburg" in ask(port, "/contact/")[1]


def test_an_unknown_name_is_refused_with_the_known_ones(folder):
    code, words = manage(folder, "prepare_site", SITE="nergens")
    assert (code, words) == (1, "SITE names no region: 'nergens'. Known are: limburg, vlaams-brabant.\n")


def test_the_recipe_for_a_third_region_works_word_for_word(folder):
    commands = re.findall(r"^    .*manage\.py (add_region .*)$", RECIPE.read_text(), re.MULTILINE)
    arguments = shlex.split(commands[0])
    code, words = manage(folder, *arguments)
    assert (code, words) == (
        0,
        "ERSV Voorbeeldstreek is there. Serve it with SITE=voorbeeldstreek and a PORT of its own.\n",
    )
    port = free_port()
    with served(folder, port, SITE="voorbeeldstreek"):
        for path in ("/", "/contact/", "/toegankelijkheid/", "/privacy/", "/organisaties/", "/nieuws/", "/documenten/"):
            status, page = ask(port, path)
            assert (status, "ERSV Voorbeeldstreek" in page, 'data-accent="beech"' in page) == (200, True, True)
            assert not re.search("Limburg|Vlaams-Brabant", page)
        for path in ("/organisaties/ersv-limburg/", "/economie-en-landbouw/economisch-beleid/ersv/"):
            assert ask(port, path)[0] == 404
    assert manage(folder, *arguments)[0] == 1


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        (["Wat Dan Ook", "--name", "X", "--domain", "x.example.org"], "Wat Dan Ook|slug|streepjes"),
        (["limburg", "--name", "X", "--domain", "x.example.org"], "bestaat al"),
        (["nieuw", "--name", "X", "--domain", "limburg.example.org"], "bestaat al"),
    ],
)
def test_a_region_that_cannot_be_is_refused_with_a_sentence_and_leaves_nothing(folder, wrong, named):
    code, words = manage(folder, "add_region", *wrong)
    assert code == 1 and re.search(named, words) and "Traceback" not in words
    assert "Known are: limburg, v" in manage(folder, "prepare_site", SITE="x")[1]
