from __future__ import annotations

import hashlib
import io
import tarfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from maillint.cli import download, models, request
from maillint.language.spelling.lattice import model, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

MODEL = b"mmap lm http://kheafield.com/code format version 5\n\0" + "<unk>\0附件\0复建\0查收\0".encode()


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A cache of its own, and a machine without the model."""
    monkeypatch.setattr("maillint.cachedir.folder", lambda: str(tmp_path / "cache"))
    monkeypatch.setattr(model, "folder", lambda: str(tmp_path / "cache"))
    monkeypatch.setattr(vocabulary, "folder", lambda: str(tmp_path / "cache"))
    monkeypatch.setattr(model, "_SYSTEM", (str(tmp_path),))
    monkeypatch.setattr(vocabulary, "prepare", lambda: True)
    monkeypatch.delenv("MAILLINT_ZH_MODEL")
    model.path.cache_clear()
    yield
    model.path.cache_clear()


def package(path: Path, member: str = "./usr/lib/x86_64-linux-gnu/libime/zh_CN.lm") -> str:
    """A Debian package (deb(5)) with one file in it."""
    inner = io.BytesIO()
    with tarfile.open(fileobj=inner, mode="w:xz") as tar:
        info = tarfile.TarInfo(member)
        info.size = len(MODEL)
        tar.addfile(info, io.BytesIO(MODEL))
    parts = b"!<arch>\n"
    for name, content in (("debian-binary", b"2.0\n"), ("control.tar.xz", b"odd"), ("data.tar.xz", inner.getvalue())):
        header = f"{name:<16}{0:<12}{0:<6}{0:<6}{100644:<8}{len(content):<10}`\n"
        parts += header.encode() + content + b"\n" * (len(content) % 2)
    path.write_bytes(parts)
    return str(path)


def test_nothing_is_there_at_first(maillint, desk):
    answer = maillint("models")
    assert answer.status == request.PASSED
    assert "not installed; maillint models install zh" in answer.out
    assert "LGPL-2.1-or-later" in answer.out


def test_a_package_is_unpacked_into_the_cache(maillint, desk, tmp_path):
    answer = maillint("models", "install", "zh", "--from", package(tmp_path / "模型.deb"))
    assert (answer.status, answer.err) == (request.PASSED, "")
    assert hashlib.sha256(MODEL).hexdigest() in answer.out
    assert (tmp_path / "cache" / "zh_CN.lm").read_bytes() == MODEL
    assert str(tmp_path / "cache") in maillint("models").out


def test_a_model_file_is_copied(maillint, desk, tmp_path):
    (tmp_path / "å.lm").write_bytes(MODEL)
    checksum = hashlib.sha256(MODEL).hexdigest().upper()
    assert maillint("models", "install", "zh", "--from", str(tmp_path / "å.lm"), "--sha256", checksum).status == 0
    assert model.words(model.path()) == ["附件", "复建", "查收"]


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("none.deb", "there is no file none.deb"),
        ("https://mirror.example/a.deb", "needs --sha256"),
        ("http://mirror.example/a.deb", "only https"),
        ("mail/short.eml", "holds no language model"),
        ("empty.deb", "holds no language model"),
    ],
)
def test_what_cannot_be_used_is_said(maillint, desk, source, told):
    package(desk / "empty.deb", "./usr/share/doc/zh_CN.lm.txt")
    (desk / "mail" / "short.eml").write_bytes(b"\n")
    answer = maillint("models", "install", "zh", "--from", source)
    assert answer.status == request.USAGE
    assert told in answer.err
    assert not model.path()


def test_a_wrong_checksum_installs_nothing(maillint, desk, tmp_path):
    answer = maillint("models", "install", "zh", "--from", package(tmp_path / "a.deb"), "--sha256", "00")
    assert answer.status == request.USAGE
    assert "nothing was installed" in answer.err
    assert not model.path()


def test_without_apt_the_package_comes_over_https(maillint, desk, monkeypatch, tmp_path):
    fetched = []

    def fetch(address: str, path: str) -> None:
        fetched.append(address)
        package(Path(path))

    monkeypatch.setattr(models.shutil, "which", lambda _: None)
    monkeypatch.setattr(models.download, "fetch", fetch)
    answer = maillint("models", "install", "zh")
    assert answer.status == request.USAGE
    assert "has the SHA-256" in answer.err
    monkeypatch.setattr(models, "_ADDRESS_SHA256", download.sha256(package(tmp_path / "same.deb")))
    assert maillint("models", "install", "zh").status == request.PASSED
    assert fetched == [models.ADDRESS] * 2
    assert model.path()


def test_without_apt_and_net_it_says_what_to_do(maillint, desk, monkeypatch):
    monkeypatch.setattr(models.shutil, "which", lambda _: None)
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")
    monkeypatch.setattr("urllib.request._opener", None)  # it keeps the proxies of whoever came first
    answer = maillint("models", "install", "zh")
    assert answer.status == request.USAGE
    assert "cannot be fetched" in answer.err
    assert "--from libime-data-language-model_1.0.16-1_amd64.deb" in answer.err


def test_where_apt_fails_https_takes_over(maillint, desk, monkeypatch):
    def apt(*arguments: str, folder: str | None = None) -> None:
        raise request.UsageError(f"apt-get {arguments[0]} failed: E: no such package")

    monkeypatch.setattr(models, "_apt", apt)
    monkeypatch.setattr(models.shutil, "which", lambda _: "/usr/bin/apt-get")
    monkeypatch.setattr(models.download, "fetch", lambda _, path: package(Path(path)))
    monkeypatch.setattr(models.download, "hold", lambda *_: None)
    answer = maillint("models", "install", "zh")
    assert answer.status == request.PASSED
    assert "E: no such package" in answer.out
    assert models.ADDRESS in answer.out


def test_a_cache_that_cannot_be_written_is_said(maillint, desk, tmp_path):
    (tmp_path / "cache").write_text("a file in the way", encoding="utf-8")
    answer = maillint("models", "install", "zh", "--from", package(tmp_path / "a.deb"))
    assert answer.status == request.USAGE
    assert "cannot be written" in answer.err
    assert "MAILLINT_CACHE_DIR" in answer.err


def test_a_model_that_is_switched_off_is_said(maillint, desk, tmp_path, monkeypatch):
    monkeypatch.setenv("MAILLINT_ZH_MODEL", "")
    answer = maillint("models", "install", "zh", "--from", package(tmp_path / "a.deb"))
    assert answer.status == request.USAGE
    assert "unset it" in answer.err


def test_size_and_licences_are_said_before_anything_is_fetched(maillint, desk):
    answer = maillint("models", "install", "zh", "--from", "none.deb")
    assert answer.out.startswith("the language model of fcitx's libime: 14 MB to fetch, 17 MB on disk")
    assert "LGPL-2.1-or-later; made from open-gram, CC-BY-SA-3.0" in answer.out


def test_apt_is_asked_where_there_is_one(maillint, desk, monkeypatch, tmp_path):
    asked = []

    def apt(*arguments: str, folder: str | None = None) -> None:
        asked.append(arguments[0])
        if folder:
            package(tmp_path / folder / "fetched.deb")

    monkeypatch.setattr(models, "_apt", apt)
    monkeypatch.setattr(models.shutil, "which", lambda _: "/usr/bin/apt-get")
    monkeypatch.setattr(models.os, "geteuid", lambda: 1000)
    assert maillint("models", "install", "zh").status == request.PASSED
    assert asked == ["download"]
    assert model.path()


def test_missing_libraries_are_named(maillint, desk, monkeypatch, tmp_path):
    monkeypatch.setattr(models, "_can_import", lambda name: name != "kenlm")
    answer = maillint("models", "install", "zh", "--from", package(tmp_path / "a.deb"))
    assert answer.status == request.FINDINGS
    assert "still missing: ufal-kenlm; pip install 'maillint[zh]'" in answer.out


def test_only_known_models_are_installed(maillint, desk):
    assert maillint("models", "install", "en").status == request.USAGE
