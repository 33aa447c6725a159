"""The compiled checks are made anew when a file of theirs changes; those of a wheel, when the wheel does."""

import os

import pytest

from maillint import __version__
from maillint.engine import packs


@pytest.fixture
def site(tmp_path):
    """A ``site-packages`` with one check in it, and a function that signs its checks."""
    group = tmp_path / "maillint" / "checks" / "tone"
    group.mkdir(parents=True)
    (group / "pet-word.toml").write_text("severity = 'info'  # 简体 å", encoding="utf-8")

    def sign():
        return packs._signature((str(tmp_path / "maillint" / "checks"),))

    return tmp_path, sign


def edit(path, text):
    path.write_text(text, encoding="utf-8")
    status = path.stat()
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + 1_000_000))


def test_in_a_checkout_an_edited_check_counts_at_once(site):
    folder, sign = site
    before = sign()
    edit(folder / "maillint" / "checks" / "tone" / "pet-word.toml", "severity = 'error' # 繁體 🙂")
    assert sign() != before


def test_in_a_wheel_the_list_of_its_files_speaks_for_them(site):
    folder, sign = site
    record = folder / f"maillint-{__version__}.dist-info" / "RECORD"
    record.parent.mkdir()
    record.write_text("maillint/checks/tone/pet-word.toml,sha256=x,20\n", encoding="utf-8")
    before = sign()
    assert before == sign()
    assert len(before) == 2
    edit(record, "maillint/checks/tone/pet-word.toml,sha256=y,21\n")
    assert sign() != before


def test_a_pack_of_ones_own_is_never_taken_for_a_wheels(tmp_path):
    group = tmp_path / "etiquette" / "tone"
    group.mkdir(parents=True)
    (group / "pet-word.toml").write_text("", encoding="utf-8")
    assert packs._record(str(tmp_path / "etiquette")) is None
    assert len(packs._signature((str(tmp_path / "etiquette"),))) == 2
