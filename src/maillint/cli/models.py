"""``maillint models``: the language model behind Chinese homophones, fetched once and kept in the cache."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from typing import TYPE_CHECKING

from maillint import cachedir
from maillint.cli import debfile, download
from maillint.cli.request import UsageError
from maillint.language.spelling.lattice import model, vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable

PACKAGE = "libime-data-language-model"
LIBRARIES = {"ufal-kenlm": "kenlm", "pypinyin": "pypinyin", "OpenCC": "opencc"}
LICENCES = "LGPL-2.1-or-later; made from open-gram, CC-BY-SA-3.0"
SIZE = "14 MB to fetch, 17 MB on disk, 5 MB more for its words by sound"
ADDRESS = f"https://deb.debian.org/debian/pool/main/libi/libime/{PACKAGE}_1.0.16-1_amd64.deb"
"""Debian 12's package; what is in it is the same on every machine."""
_ADDRESS_SHA256 = "a9363f915fbefc8ae1ddab3a8147b6c77fdeaa8adb8ab580bc130601d1539665"
_KNOWN = {"e4097ca9ca1082928c2ea7d5e368080a696611efa0714dfe563c769f26a415d2": "Debian 1.0.16-1"}
"""SHA-256 of models that are known to be what they should be."""


def listing() -> str:
    """The models there are, and whether they are here."""
    path = model.path()
    if not path:
        return f"zh  Chinese homophones  not installed; maillint models install zh ({LICENCES}, 17 MB)\n"
    state = "ready" if vocabulary.is_ready() else "not prepared; maillint models install zh"
    return f"zh  Chinese homophones  {state}\n    {described(path)}\n"


def described(path: str) -> str:
    """Where a model lies, how large it is, its licences and its checksum."""
    digest = download.sha256(path)
    known = f" ({_KNOWN[digest]})" if digest in _KNOWN else ""
    return f"{path}, {os.path.getsize(path) / 1e6:.1f} MB, {LICENCES}\n    sha256 {digest}{known}"


def install(source: str | None, checksum: str | None, say: Callable[[str], object]) -> bool:
    """Bring the Chinese model onto this machine and sort its words by sound.

    Args:
        source: a Debian package file or a model file, or an https address of one; None for the system's package.
        checksum: SHA-256 that the source must have; needed for an address.
        say: prints a line.

    Returns:
        Whether all that is needed is here now.

    Raises:
        UsageError: it cannot be had this way; the text says what to do.
    """
    say(f"the language model of fcitx's libime: {SIZE}; {LICENCES}\n")
    if source or not model.path():
        with tempfile.TemporaryDirectory() as folder:
            if source:
                _take(_local(source, checksum, folder), checksum, source)
            else:
                _from_system(say, folder)
    model.path.cache_clear()
    if not model.path():
        raise UsageError("MAILLINT_ZH_MODEL says that there is no model; unset it to use the one installed")
    say(f"the model: {described(model.path())}\n")
    missing = [name for name, module in LIBRARIES.items() if not _can_import(module)]
    if missing:
        say(f"still missing: {', '.join(missing)}; pip install 'maillint[zh]', then run this again\n")
        return False
    if not vocabulary.prepare():
        say(f"its words cannot be sorted by sound: is {cachedir.folder()} writable?\n")
        return False
    say("its words are sorted by sound; Chinese messages are read by ear from now on\n")
    return True


def _can_import(name: str) -> bool:
    from importlib.util import find_spec

    return find_spec(name) is not None


def _local(source: str, checksum: str | None, folder: str) -> str:
    """The source as a file."""
    if not source.startswith("https://"):
        if "://" in source:
            raise UsageError(f"{source}: only https addresses are fetched")
        if not os.path.isfile(source):
            raise UsageError(f"there is no file {source}")
        return source
    if not checksum:
        raise UsageError("a download needs --sha256, so that what comes is what was meant")
    path = os.path.join(folder, "fetched.deb")
    download.fetch(source, path)
    return path


def _take(path: str, checksum: str | None, name: str = "") -> None:
    """Put the model that a file is or holds into the cache."""
    if checksum:
        download.hold(path, checksum, name)
    partial = f"{model.own_path()}.{os.getpid()}"
    content = b"" if model.is_model(path) else debfile.member(path, model.NAME)
    try:
        os.makedirs(cachedir.folder(), mode=0o700, exist_ok=True)
        with open(partial, "wb") as file:
            if content:
                file.write(content)
            else:
                with open(path, "rb") as whole:
                    shutil.copyfileobj(whole, file)
        if model.is_model(partial):
            os.replace(partial, model.own_path())
            return
        os.remove(partial)
    except OSError as error:
        raise UsageError(f"{cachedir.folder()} cannot be written ({error}); name one in MAILLINT_CACHE_DIR") from error
    raise UsageError(f"{name or path} holds no language model; give {PACKAGE}_*.deb or its {model.NAME}")


def _from_system(say: Callable[[str], object], folder: str) -> None:
    """Through apt: installed where we are root, else only unpacked into the cache; over HTTPS where apt cannot."""
    if shutil.which("apt-get"):
        try:
            _from_apt(say, folder)
        except UsageError as error:
            say(f"{error}\n")
        else:
            return
    say(f"downloading {ADDRESS}\n")
    path = os.path.join(folder, os.path.basename(ADDRESS))
    try:
        download.fetch(ADDRESS, path)
    except UsageError as error:
        raise UsageError(
            f"{error}.\nBehind a proxy set https_proxy. Without a net fetch that file elsewhere and run\n"
            f"  maillint models install zh --from {os.path.basename(ADDRESS)}"
        ) from error
    _take(path, _ADDRESS_SHA256)


def _from_apt(say: Callable[[str], object], folder: str) -> None:
    if os.geteuid() == 0:
        say(f"installing {PACKAGE} with apt-get\n")
        _apt("update", "-qq")
        _apt("install", "-y", "-qq", "--no-install-recommends", PACKAGE)
        return
    say(f"downloading {PACKAGE} with apt-get\n")
    _apt("download", "-qq", PACKAGE, folder=folder)
    _take(os.path.join(folder, next(name for name in os.listdir(folder) if name.endswith(".deb"))), None)


def _apt(*arguments: str, folder: str | None = None) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(  # noqa: S603
        ["apt-get", *arguments],  # noqa: S607 - whichever the system has
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise UsageError(f"apt-get {arguments[0]} failed: {reason}")
