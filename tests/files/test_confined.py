"""What reads hostile files gets little memory and little time, and what it found until then is kept."""

import io

from files.confined import read_confined


def greedy(what):
    return read_confined("tests.files.greedy", io.BytesIO(b"x"), what)


def test_a_confined_process_gets_no_more_memory_than_it_is_given():
    found = greedy("memory")

    assert found["began"]
    assert 0 < found["megabytes"] <= 180


def test_a_confined_process_is_stopped_when_its_time_is_up():
    assert greedy("time") == {"began": True}
