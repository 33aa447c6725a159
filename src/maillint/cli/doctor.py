"""``maillint doctor``: is everything here that maillint needs, and what to do where it is not."""

from __future__ import annotations

import os
import platform
import sys
from dataclasses import dataclass
from importlib import import_module, metadata
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from maillint import __version__, cachedir
from maillint.cli.doctor_texts import TEXTS
from maillint.engine import ConfigError, load
from maillint.engine.checkfile import CheckFileError
from maillint.engine.config import discover
from maillint.engine.ruleset import is_ready
from maillint.language import spelling
from maillint.report import languages
from maillint.report.strings import enumerated, spoken
from maillint.report.width import pad

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
_MARK = 8
"""Columns of the word that says whether all is well."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing looked at; ``remedy`` says what to do, and is empty when all is well."""

    name: str
    state: str
    remedy: str = ""


class Doctor:
    """Looks at everything for drafts at a path, and tells it in a language."""

    def __init__(self, path: str, language: str) -> None:
        self._path = path
        self._language = language

    def examined(self) -> Iterator[Line]:
        """All that is worth looking at."""
        yield self._line("maillint", "at", version=__version__, path=os.path.dirname(os.path.dirname(__file__)))
        yield self._line("python", "at", version=platform.python_version(), path=sys.executable)
        yield from map(self._library, _LIBRARIES)
        yield self._configuration()
        yield self._checks()
        yield self._cache()
        yield self._spelling()
        yield self._chinese()
        yield self._languagetool()
        yield self._terminal()

    def text(self, lines: list[Line]) -> str:
        """The lines and their sum."""
        problems = sum(bool(line.remedy) for line in lines)
        total = self._say("total", n=problems) if problems else self._say("well")
        return "".join(f"{line}\n" for line in (*map(self._shown, lines), total))

    def _say(self, key: str, **args: Any) -> str:
        return spoken(TEXTS, self._language, key, **args)

    def _line(self, name: str, state: str, remedy: str = "", **args: Any) -> Line:
        """A line from keys of texts; what is none of them stands for itself."""
        name, remedy = (self._say(key) if key in TEXTS else key for key in (name, remedy))
        return Line(name, self._say(state, **args) if state in TEXTS else state, remedy)

    def _shown(self, line: Line) -> str:
        mark = pad(self._say("problem" if line.remedy else "ok"), _MARK)
        shown = self._say("line", name=line.name, state=line.state)
        return f"{mark} {self._say('remedy', line=shown, remedy=line.remedy) if line.remedy else shown}"

    def _library(self, name: str) -> Line:
        try:
            version = metadata.version(name)
            if _LIBRARIES[name]:
                import_module(_LIBRARIES[name])
        except metadata.PackageNotFoundError:
            command = f"{sys.executable} -m pip install {name}"
            return self._line(name, "absent", self._say("install", command=command))
        except Exception as error:  # noqa: BLE001 - whatever a broken installation raises
            remedy = f"{sys.executable} -m pip install --force-reinstall {name}"
            return self._line(name, "broken", remedy, why=error)
        return Line(name, version)

    def _configuration(self) -> Line:
        try:
            config = discover(self._path)
        except ConfigError as error:
            return self._line("configuration", str(error), "correct")
        return self._line("configuration", enumerated(self._language, list(config.files)) or "default")

    def _checks(self) -> Line:
        try:
            ruleset = load(discover(self._path))
            for spec in ruleset.specs:
                is_ready(spec)
        except (ConfigError, CheckFileError) as error:
            return self._line("checks", str(error), "try")
        on, every = len(ruleset.specs), len(ruleset.pack.specs)
        return self._line("checks", "on", on=on, off=every - on) if every else self._line("checks", "none", "again")

    def _cache(self) -> Line:
        folder = cachedir.folder()
        try:
            os.makedirs(folder, mode=0o700, exist_ok=True)
            size = sum(entry.stat().st_size for entry in os.scandir(folder) if entry.is_file())
        except OSError as error:
            return self._line("cache", f"{folder} ({error.strerror})", "slower")
        if not os.access(folder, os.W_OK):
            return self._line("cache", "read-only", "slower", folder=folder)
        return self._line("cache", f"{folder}, {size / 1e6:.1f} MB")

    def _spelling(self) -> Line:
        if spelling.is_ready() or spelling.prepare():
            return self._line("spelling", "ready")
        return self._line("spelling", "unbuilt", "unseen")

    def _chinese(self) -> Line:
        """The model is an extra, so that its absence is no problem."""
        from maillint.cli.models import LIBRARIES
        from maillint.language.spelling.lattice import model, vocabulary

        path = model.path()
        if not path:
            return self._line("chinese", "by-list")
        missing = [library for library, module in LIBRARIES.items() if not find_spec(module)]
        if missing:
            names = enumerated(self._language, missing)
            return self._line("chinese", "lacks", "pip install 'maillint[zh]'", path=path, names=names)
        if not vocabulary.prepare():
            return self._line("chinese", "unprepared", "see-cache", path=path)
        return self._line("chinese", "by-ear", path=path)

    def _languagetool(self) -> Line:
        """Off by default, so that it is amiss only where the configuration asks for it."""
        name = "LanguageTool"
        try:
            config = discover(self._path)
        except ConfigError:
            return self._line(name, "unknown")
        settings = config["checks"].get("spelling-grammar", {})
        if settings.get("severity", "off") == "off":
            return self._line(name, "off")
        if not find_spec("language_tool_python"):
            return self._line(name, "no-client", "pip install 'maillint[languagetool]'")
        return self._server(name, str(settings.get("remote", "")))

    def _server(self, name: str, remote: str) -> Line:
        from maillint.cli.languagetool import described, is_answering
        from maillint.language.spelling import languagetool

        if not remote:
            is_well = is_answering(languagetool.local_address())
            return self._line(name, described(self._language), "" if is_well else "without")
        address = self._say("here" if languagetool.is_loopback(remote) else "elsewhere", address=remote)
        if is_answering(remote.rstrip("/").removesuffix("/v2")):
            return self._line(name, address)
        return self._line(name, "silent", "without-remote", address=address)

    def _terminal(self) -> Line:
        encoding = getattr(sys.stdout, "encoding", None) or "unknown"
        language = languages.from_environment(os.environ)
        remedy = "" if "utf" in encoding.lower() else "escapes"
        return self._line("terminal", "encoding", remedy, encoding=encoding, spoken=language)


def run(path: str, language: str, write: Callable[[str], object]) -> int:
    """Print the state of everything; 1 when something needs a hand."""
    doctor = Doctor(path, language)
    lines = list(doctor.examined())
    write(doctor.text(lines))
    return int(any(line.remedy for line in lines))
