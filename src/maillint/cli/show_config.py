"""``maillint config show``: every key in force, its value, and which file set it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maillint.engine.config import BUILT_IN, COMMAND_LINE, FOUND
from maillint.engine.keys import NESTED
from maillint.report.strings import enumerated, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maillint.engine import Config


def entries(config: Config) -> Iterator[tuple[str, Any, str]]:
    """Key, value and origin of everything, the settings of checks one by one."""
    for key, value in config.values.items():
        if key != "checks" and key not in NESTED:
            yield key, value, config.origins[key]
    for table in NESTED:
        for key, value in config[table].items():
            yield f"{table}.{key}", value, config.origins[f"{table}.{key}"]
    for name, settings in sorted(config["checks"].items()):
        for option, value in settings.items():
            path = f"checks.{name}.{option}"
            yield path, value, config.origins.get(path, "")


def text(config: Config, language: str = "en") -> str:
    """One line a key, as toml, with the file that set it behind a #."""
    lines = [(f"{key} = {toml(value)}", _origin(origin, language)) for key, value, origin in entries(config)]
    longest = min(48, max(len(line) for line, _ in lines))
    shown = "".join(f"{line.ljust(longest)}  # {origin}\n" for line, origin in lines)
    return shown + "".join(f"# {line}\n" for line in (*_locks(config, language), *_lists(config, language)))


_TEXTS = {
    BUILT_IN: ("built-in", "内置", "內建"),
    FOUND: ("found", "自动找到", "自動找到"),
    COMMAND_LINE: ("command line", "命令行", "命令列"),
    "locked": ("locked by {file}: {keys}", "由 {file} 锁定：{keys}", "由 {file} 鎖定：{keys}"),
    "words": ("{path}: {n} word(s)", "{path}：{n} 个词", "{path}：{n} 個詞"),
}


def _origin(origin: str, language: str) -> str:
    names = origin.split(", ")
    return enumerated(language, [spoken(_TEXTS, language, name) if name in _TEXTS else name for name in names])


def _locks(config: Config, language: str) -> Iterator[str]:
    """What each file has locked."""
    by_file: dict[str, list[str]] = {}
    for key, file in config.locks.items():
        by_file.setdefault(file, []).append(key)
    for file, keys in by_file.items():
        yield spoken(_TEXTS, language, "locked", file=file, keys=enumerated(language, keys))


def _lists(config: Config, language: str) -> Iterator[str]:
    for path, number in lists(config):
        yield spoken(_TEXTS, language, "words", path=path, n=number)


def lists(config: Config) -> Iterator[tuple[str, int]]:
    """Each list of own words in force, and how many words it has."""
    for path in config["words"]:
        from maillint.engine.wordlist import parse, read

        yield path, len(parse(read(path)).kept)


def document(config: Config) -> str:
    """The same as JSON."""
    from maillint.report.to_json import dumps

    values = {key: {"value": value, "origin": origin} for key, value, origin in entries(config)}
    words = [{"path": path, "words": number} for path, number in lists(config)]
    told = {"version": 1, "files": list(config.files), "values": values, "locks": dict(config.locks), "words": words}
    return dumps(told) + "\n"


def toml(value: Any) -> str:
    """A value as toml writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        inner = ", ".join(f"{key} = {toml(item)}" for key, item in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, list):
        return f"[{', '.join(toml(item) for item in value)}]"
    if isinstance(value, str):
        from json import dumps

        return dumps(value, ensure_ascii=False)
    return str(value)
