import os

from maillint import cache


def counting(calls, value):
    def make():
        calls.append(1)
        return value

    return make


def test_a_value_is_made_once_for_the_same_content(tmp_path):
    calls = []
    for _ in range(3):
        assert cache.fetch("checks", ("a", 1), counting(calls, {"å": [1, "下周三"]})) == {"å": [1, "下周三"]}
    assert len(calls) == 1
    cache.fetch("checks", ("a", 2), counting(calls, {}))
    assert len(calls) == 2


def test_a_broken_file_only_costs_time(tmp_path):
    cache.fetch("checks", (), lambda: [1])
    for entry in os.scandir(tmp_path / "cache"):
        with open(entry.path, "r+b") as file:
            file.seek(6)
            file.write(b"\xff\xff")
    assert cache.fetch("checks", (), lambda: [2]) == [2]


def test_a_place_that_cannot_be_written_only_costs_time(tmp_path):
    (tmp_path / "cache").write_text("a file where the folder should be")
    assert cache.fetch("checks", (), lambda: "値") == "値"


def test_old_files_do_not_pile_up(tmp_path):
    for number in range(30):
        cache.fetch("prose", (number,), lambda: None)
    assert len(os.listdir(tmp_path / "cache")) <= 8
