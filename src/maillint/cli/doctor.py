"""``maillint doctor``: is everything here that maillint needs, and what to do where it is not."""

from __future__ import annotations

import os
import platform
import sys
from dataclasses import dataclass
from importlib import import_module, metadata
from importlib.util import find_spec
from typing import TYPE_CHECKING

from maillint import __version__, cachedir
from maillint.engine import ConfigError, load
from maillint.engine.checkfile import CheckFileError
from maillint.engine.config import discover
from maillint.engine.ruleset import is_ready
from maillint.language import spelling
from maillint.report import languages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_LIBRARIES = {
    "fast-mail-parser": "fast_mail_parser",
    "mail-parser": "mailparser",
    "ahocorasick_rs": "ahocorasick_rs",
    "autocorrect-py": "autocorrect_py",
    "wordfreq": "wordfreq",
    "typos": "",
    "dateparser": "dateparser",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing looked at; ``remedy`` says what to do, and is empty when all is well."""

    name: str
    state: str
    remedy: str = ""

    def text(self) -> str:
        """As it is printed."""
        mark = "problem" if self.remedy else "ok"
        return f"{mark:<8} {self.name}: {self.state}" + (f"; {self.remedy}" if self.remedy else "")


def examined(path: str) -> Iterator[Line]:
    """All that is worth looking at, for drafts at ``path``."""
    yield Line("maillint", f"{__version__} in {os.path.dirname(os.path.dirname(__file__))}")
    yield Line("python", f"{platform.python_version()} in {sys.executable}")
    yield from map(_library, _LIBRARIES)
    yield _configuration(path)
    yield _checks(path)
    yield _cache()
    yield _spelling()
    yield _chinese()
    yield _languagetool(path)
    yield _terminal()


def _library(name: str) -> Line:
    try:
        version = metadata.version(name)
        if _LIBRARIES[name]:
            import_module(_LIBRARIES[name])
    except metadata.PackageNotFoundError:
        return Line(name, "is not installed", f"install it: {sys.executable} -m pip install {name}")
    except Exception as error:  # noqa: BLE001 - whatever a broken installation raises
        return Line(name, f"cannot be loaded ({error})", f"{sys.executable} -m pip install --force-reinstall {name}")
    return Line(name, version)


def _configuration(path: str) -> Line:
    try:
        config = discover(path)
    except ConfigError as error:
        return Line("configuration", str(error), "correct the file; 'maillint config show' tells when it is right")
    return Line("configuration", ", ".join(config.files) or "built-in defaults, no file")


def _checks(path: str) -> Line:
    try:
        ruleset = load(discover(path))
        for spec in ruleset.specs:
            is_ready(spec)
    except (ConfigError, CheckFileError) as error:
        return Line("checks", str(error), "correct the file; 'maillint test-checks' tries its examples")
    on, all_ = len(ruleset.specs), len(ruleset.pack.specs)
    if not all_:
        return Line("checks", "there are none", "install maillint again; its checks are missing")
    return Line("checks", f"{on} on, {all_ - on} off (ignored or on trial)")


def _cache() -> Line:
    folder = cachedir.folder()
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        size = sum(entry.stat().st_size for entry in os.scandir(folder) if entry.is_file())
    except OSError as error:
        return Line("cache", f"{folder} ({error.strerror})", _CACHE_REMEDY)
    if not os.access(folder, os.W_OK):
        return Line("cache", f"{folder} cannot be written", _CACHE_REMEDY)
    return Line("cache", f"{folder}, {size / 1e6:.1f} MB")


def _spelling() -> Line:
    if spelling.is_ready() or spelling.prepare():
        return Line("spelling index", "ready")
    return Line("spelling index", "cannot be built", "misspelt words go unseen; see wordfreq, typos and cache above")


def _chinese() -> Line:
    """The model is an extra, so that its absence is no problem."""
    from maillint.cli.models import LIBRARIES
    from maillint.language.spelling.lattice import model, vocabulary

    name, path = "Chinese homophones", model.path()
    if not path:
        return Line(name, "by the list only; 'maillint models install zh' fetches the model that hears more (17 MB)")
    missing = [library for library, module in LIBRARIES.items() if not find_spec(module)]
    if missing:
        return Line(name, f"{path} lacks {', '.join(missing)}", "pip install 'maillint[zh]'")
    if not vocabulary.prepare():
        return Line(name, f"{path} cannot be prepared", "see cache above")
    return Line(name, f"by the list and by ear, with {path}")


def _languagetool(path: str) -> Line:
    """Off by default, so that it is amiss only where the configuration asks for it."""
    from maillint.cli.languagetool import described, is_answering
    from maillint.language.spelling import languagetool

    name = "LanguageTool"
    try:
        config = discover(path)
    except ConfigError:
        return Line(name, "unknown while the configuration is wrong")
    settings = config["checks"].get("spelling-grammar", {})
    if settings.get("severity", "off") == "off":
        return Line(name, "off; docs/languagetool.md tells how to use it")
    if not find_spec("language_tool_python"):
        return Line(name, "language-tool-python is not installed", "pip install 'maillint[languagetool]'")
    remote = str(settings.get("remote", ""))
    if not remote:
        is_well = is_answering(languagetool.local_address())
        return Line(name, described(), "" if is_well else "messages are judged without it")
    where = "on this machine" if languagetool.is_loopback(remote) else "elsewhere: text leaves this machine"
    if is_answering(remote.rstrip("/").removesuffix("/v2")):
        return Line(name, f"{remote}, {where}")
    return Line(name, f"{remote} does not answer ({where})", "messages are judged without it; see the option remote")


_CACHE_REMEDY = "every start is slower; give write permission, or name another folder in MAILLINT_CACHE_DIR"


def _terminal() -> Line:
    encoding = getattr(sys.stdout, "encoding", None) or "unknown"
    language = languages.from_environment(os.environ)
    state = f"encoding {encoding}, language {language} (from the locale)"
    if "utf" in encoding.lower():
        return Line("terminal", state)
    return Line("terminal", state, "Chinese shows as escapes; use a UTF-8 locale, such as LANG=C.UTF-8")


def text(lines: list[Line]) -> str:
    """The lines and their sum."""
    problems = sum(bool(line.remedy) for line in lines)
    total = "all is well" if not problems else f"{problems} problem{'s' * (problems > 1)}"
    return "".join(f"{line}\n" for line in (*(line.text() for line in lines), total))


def run(path: str, write: Callable[[str], object]) -> int:
    """Print the state of everything; 1 when something needs a hand."""
    lines = list(examined(path))
    write(text(lines))
    return int(any(line.remedy for line in lines))
