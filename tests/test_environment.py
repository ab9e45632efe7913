"""The start-up of the site as the environment steers it, tried in processes of their own."""

import os
import stat
import subprocess
import sys

import pytest

from limburg_site.environment import BASE_DIR, VARIABLES

pytestmark = pytest.mark.once


@pytest.fixture
def start(tmp_path):
    """Start Python as a fresh machine would, with the given variables; files go to a folder of the test."""
    names = {variable.name for variable in VARIABLES}
    fresh = {name: value for name, value in os.environ.items() if name not in names}

    def start(*arguments, **variables):
        variables = {"DATA_DIR": str(tmp_path / "data")} | variables
        return subprocess.Popen(
            [sys.executable, *arguments],
            cwd=BASE_DIR,
            env=fresh | variables,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    return start


@pytest.fixture
def check(start):
    """Return the exit code and the words of the check that script/server makes first."""

    def check(**variables):
        process = start("-m", "limburg_site.environment", **variables)
        words = process.communicate()[1]
        return process.returncode, words.strip()

    return check


@pytest.fixture
def setting(start):
    def setting(name, **variables):
        return start("-c", f"from limburg_site.settings import {name}; print({name})", **variables).communicate()[0][
            :-1
        ]

    return setting


PRODUCTION = {"DATABASE_URL": "postgres://user:secret@db.example.org/site", "SECRET_KEY": "een-geheim-" * 5}


def test_the_embedded_default_needs_no_variable(check):
    assert check() == (0, "")


def test_production_starts_with_a_database_and_a_secret(check):
    assert check(**PRODUCTION) == (0, "")


def test_debug_is_off_unless_asked_for(setting):
    assert setting("DEBUG") == "False"
    assert setting("DEBUG", DEBUG="yes") == "True"


def test_without_a_secret_production_does_not_start(check):
    code, words = check(**PRODUCTION | {"SECRET_KEY": ""})
    assert (code, words) == (1, "SECRET_KEY is compulsory when DATABASE_URL is set.")


@pytest.mark.parametrize("secret", ["kort", "s" * 50, "ab" * 40, "django-insecure-" + "een-geheim-" * 5])
def test_with_a_secret_that_can_be_guessed_production_does_not_start(check, start, secret):
    code, words = check(**PRODUCTION | {"SECRET_KEY": secret})
    assert code == 1 and words.startswith("SECRET_KEY can be guessed: take 50 random characters")
    assert secret not in words
    process = start("manage.py", "check", **PRODUCTION | {"SECRET_KEY": secret})
    assert "SECRET_KEY can be guessed" in process.communicate()[1] and process.returncode == 1


@pytest.mark.parametrize("hosts", ["*", "www.example.org,*", " * ", ".", "*.example.org"])
def test_production_answers_to_no_name_that_anybody_makes_up(check, hosts):
    code, words = check(**PRODUCTION | {"ALLOWED_HOSTS": hosts})
    assert code == 1 and words.startswith("ALLOWED_HOSTS names each host: ")
    assert check(**PRODUCTION | {"ALLOWED_HOSTS": "www.example.org,.example.org"}) == (0, "")


def test_without_a_secret_no_command_of_production_runs_either(start):
    process = start("manage.py", "check", **PRODUCTION | {"SECRET_KEY": ""})
    words = process.communicate()[1]
    assert process.returncode != 0
    assert words.strip().endswith("SECRET_KEY is compulsory when DATABASE_URL is set.")


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("PORT", "abc", "PORT must be a whole number, not 'abc'."),
        ("PORT", "-1", "PORT must be a whole number, not '-1'."),
        ("WEB_WORKERS", "0", "WEB_WORKERS must be 1 or more, not '0'."),
        ("DEBUG", "maybe", "DEBUG must be true or false, not 'maybe'."),
        ("LOG_LEVEL", "loud", "LOG_LEVEL must be one of DEBUG, INFO, WARNING, ERROR, CRITICAL, not 'loud'."),
        ("EMAIL_URL", "pigeon://loft", "EMAIL_URL can't be read; write special characters as %40 and so on."),
    ],
)
def test_a_value_of_the_wrong_type_is_told_in_one_sentence(check, name, value, sentence):
    assert check(**{name: value}) == (1, sentence)


@pytest.mark.parametrize("url", ["mysql://user:secret@host/name", "postgres://user:secret@host:port/name", "secret"])
def test_a_wrong_database_address_is_refused_without_repeating_its_password(check, url):
    code, words = check(DATABASE_URL=url, SECRET_KEY="een-geheim-" * 5)
    assert code == 1
    assert words.startswith("DATABASE_URL ")
    assert "secret@host:port" not in words and "mysql" not in words


def test_an_empty_variable_is_as_good_as_none(setting):
    assert setting("SITE_ID", SITE_ID="", DEBUG="", PORT="") == "1"


def test_a_secret_may_start_with_a_dollar_sign(setting):
    assert setting("SECRET_KEY", SECRET_KEY="$HOME") == "$HOME"


def test_a_list_is_separated_by_commas(setting):
    assert setting("ALLOWED_HOSTS", ALLOWED_HOSTS="a.example, b.example,") == "['a.example', 'b.example']"


def test_the_embedded_secret_is_made_once_and_its_owner_alone_can_read_it(setting, tmp_path):
    first, second = setting("SECRET_KEY"), setting("SECRET_KEY")
    assert first == second
    assert len(first) > 50
    secret = tmp_path / "data" / "secret-key"
    assert stat.S_IMODE(secret.stat().st_mode) == 0o600
    assert sorted(path.name for path in secret.parent.iterdir()) == ["secret-key", "site.sqlite3"]


def test_processes_that_start_at_once_share_one_embedded_secret(start):
    program = "from limburg_site.environment import Environment; print(Environment().secret_key())"
    processes = [start("-c", program) for _ in range(8)]
    assert len({process.communicate()[0] for process in processes}) == 1


def test_a_data_folder_that_is_a_file_is_told_in_one_sentence(check, tmp_path):
    (tmp_path / "taken").touch()
    code, words = check(DATA_DIR=str(tmp_path / "taken"))
    assert (code, words) == (1, f"DATA_DIR: {tmp_path / 'taken'} is not a folder.")


def test_the_embedded_site_answers_on_this_machine_and_gives_an_address_that_a_browser_can_open(setting):
    assert setting("ALLOWED_HOSTS", HOST="::1") == "['localhost', '127.0.0.1', '[::1]', '[::1]']"
    assert setting("SITE_URL", HOST="::1", PORT="8001") == "http://[::1]:8001"
    assert setting("SITE_URL", HOST="::") == "http://localhost:8000"


def test_production_demands_https_unless_told_otherwise(start):
    program = "from limburg_site import settings; print(getattr(settings, 'SECURE_SSL_REDIRECT', False))"
    assert start("-c", program).communicate()[0] == "False\n"
    assert start("-c", program, **PRODUCTION).communicate()[0] == "True\n"
    assert start("-c", program, **PRODUCTION, HTTPS="off").communicate()[0] == "False\n"


PUBLIC = [
    {"SITE_URL": "https://www.ersv.be"},
    {"ALLOWED_HOSTS": "localhost,www.ersv.be"},
    {"ALLOWED_HOSTS": ".ersv.be"},
    {"ALLOWED_HOSTS": "*"},
    {"ALLOWED_HOSTS": "8.8.8.8"},
    {"SITE_URL": "https://[2001:4860:4860::8888]/"},
]
NEAR = [
    {"ALLOWED_HOSTS": "localhost,127.0.0.1,[::1],192.168.1.7,server,server.local,site.test"},
    {"SITE_URL": "http://localhost:8001"},
    {"SITE_URL": "http://[::1]:8000"},
]


@pytest.mark.parametrize("variables", PUBLIC, ids=str)
def test_the_demonstration_is_not_served_under_a_public_name_by_a_slip_of_the_pen(check, variables):
    code, words = check(**variables)
    assert (code, words.startswith("DATABASE_URL is empty")) == (1, True)
    assert "Traceback" not in words


BY_NAME = PRODUCTION | {"DATABASE_URL": "sqlite:"}


def test_the_embedded_database_asked_for_by_name_serves_a_public_name(check):
    assert check(**BY_NAME, ALLOWED_HOSTS="www.ersv.be", SITE_URL="https://www.ersv.be") == (0, "")


@pytest.mark.parametrize(
    ("variables", "words"),
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY is compulsory"),
        ({"SECRET_KEY": "kort"}, "SECRET_KEY can be guessed"),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS names each host"),
    ],
    ids=str,
)
def test_the_embedded_database_asked_for_by_name_is_production_in_all_else(check, variables, words):
    code, told = check(**BY_NAME | variables)
    assert code == 1 and told.startswith(words)


def test_nothing_of_the_demonstration_holds_for_the_embedded_database_asked_for_by_name(setting):
    names = ("SECURE_SSL_REDIRECT", "SECOND_FACTOR_REQUIRED", "EMBEDDED", "DEMONSTRATION", "ALLOWED_HOSTS", "SITE_URL")
    assert [setting(name, **BY_NAME) for name in names] == ["True", "True", "True", "False", "[]", ""]
    assert [setting(name) for name in names[1:4]] == ["False", "True", "True"]


@pytest.mark.parametrize("url", ["www.ersv.be", "ersv.be:443", "//www.ersv.be", "https:/www.ersv.be", "http://[::1"])
@pytest.mark.parametrize("variables", [{}, PRODUCTION], ids=["embedded", "production"])
def test_an_address_of_the_site_that_is_none_is_refused(check, url, variables):
    sentence = f"SITE_URL must be an address such as https://www.example.org, not {url!r}."
    assert check(**variables, SITE_URL=url) == (1, sentence)


@pytest.mark.parametrize("variables", NEAR, ids=str)
def test_names_that_nobody_outside_reaches_need_no_database(check, variables):
    assert check(**variables) == (0, "")


@pytest.mark.parametrize(
    ("name", "meant"),
    [("DATABASE_URI", "DATABASE_URL"), ("ALLOWED_HOST", "ALLOWED_HOSTS"), ("SECRETKEY", "SECRET_KEY")],
)
def test_a_misspelt_variable_is_named_with_the_one_that_was_meant(check, name, meant):
    assert check(**{name: "x"}) == (1, f"{name} is no variable of this site. Did you mean {meant}?")


def test_a_variable_of_somebody_else_that_resembles_one_of_ours_is_no_reason(check):
    assert check(**PRODUCTION, DATABASE_URI="of another program") == (0, "")
    assert check(HTTPS_PROXY="x", TEST_DATABASE_URL="x", HOSTNAME="x", DEBUGGER="x", SITE_NAME="x") == (0, "")
