"""The checks of a run: loaded, configured, ready for each profile."""

from __future__ import annotations

import importlib
import os
from functools import cache
from typing import TYPE_CHECKING, Any

from maillint.engine import packs
from maillint.engine.config import Config, ConfigError
from maillint.engine.names import hint
from maillint.engine.needs import predicate
from maillint.engine.phrases import PhraseIndex
from maillint.finding import Confidence
from maillint.records import NamedTuple, cached_property
from maillint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from types import ModuleType

    from maillint.engine.packs import Pack, Spec
    from maillint.engine.wordlist import OwnWords
    from maillint.finding import Finding
    from maillint.message.draft import Draft
    from maillint.rule import Hit

    Finder = Callable[[Draft, Rule, Sequence[Hit]], Iterator[Finding]]

_SETTINGS = ("severity", "confidence", "cost", "preview")


class Rules(NamedTuple):
    """The checks that are on for one profile."""

    always: tuple[tuple[Callable[[Draft], object], tuple[tuple[Spec, Rule], ...]], ...]
    """By what tells whether their need is met, which is then asked once a message: those that no phrase calls."""
    worded: dict[str, tuple[Spec, Rule]]
    """By name: those that are asked only where one of their phrases stands."""


class Ruleset:
    """A pack under a configuration."""

    def __init__(self, pack: Pack, config: Config) -> None:
        self.pack = pack
        self.config = config

    @cached_property
    def specs(self) -> tuple[Spec, ...]:
        """The checks that run at all: neither ignored nor, unless asked for, preview."""
        ignored = self.expand(self.config["ignore"])
        return tuple(spec for spec in self.pack.specs if spec.name not in ignored and self._is_wanted(spec))

    def expand(self, names: Iterable[str]) -> set[str]:
        """The checks that names of checks and groups stand for; unknown names stand for none."""
        wanted = set(names)
        if not wanted:
            return wanted
        return {spec.name for spec in self.pack.specs if spec.name in wanted or spec.group in wanted}

    def _is_wanted(self, spec: Spec) -> bool:
        settings = self.config["checks"].get(spec.name, {})
        return bool(not spec.preview or self.config["preview"] or "severity" in settings)

    @cached_property
    def phrases(self) -> PhraseIndex:
        """The phrases of all checks, found in one scan."""
        return PhraseIndex(self.pack.table, self.specs)

    @cached_property
    def once(self) -> frozenset[str]:
        """Checks whose findings cost only once a message."""
        return frozenset(spec.name for spec in self.specs if spec.per == "message")

    @cached_property
    def own_words(self) -> OwnWords:
        """The words of the lists in force, read when something first looks like a slip.

        Raises:
            ConfigError: a list cannot be read.
        """
        from maillint.engine.wordlist import load

        return load(self.config["words"])

    @cached_property
    def yielding(self) -> frozenset[str]:
        """Checks whose findings give way to those of their group on the same words."""
        return frozenset(spec.name for spec in self.specs if spec.yields)

    @cached_property
    def internal(self) -> frozenset[str]:
        """The configured domains beside the writer's own whose readers are colleagues."""
        return frozenset(domain.lower() for domain in self.config["internal-domains"])

    @cached_property
    def _by_profile(self) -> dict[str, Rules]:
        return {}

    def rules(self, profile: str) -> Rules:
        """The checks that are on for a profile."""
        if profile not in self._by_profile:
            checks = self.config["checks"]
            made = ((spec, configure(spec, profile, checks.get(spec.name, {}), self.internal)) for spec in self.specs)
            pairs = [(spec, rule) for spec, rule in made if rule is not None]
            worded = {spec.name: (spec, rule) for spec, rule in pairs if spec.has_phrases and not spec.otherwise}
            by_need: dict[str, list[tuple[Spec, Rule]]] = {}
            for pair in pairs:
                if pair[0].name not in worded:
                    by_need.setdefault(pair[0].needs, []).append(pair)
            always = tuple((predicate(need), tuple(own)) for need, own in by_need.items())
            self._by_profile[profile] = Rules(always, worded)
        return self._by_profile[profile]


def load(config: Config | None = None) -> Ruleset:
    """The built-in checks and the configured packs under a configuration.

    Raises:
        CheckFileError: a check's file breaks the format.
        ConfigError: the configuration names a check, an option or a pack that does not exist.
    """
    config = config or Config()
    folders = tuple(config["packs"])
    for folder in folders:
        if not os.path.isdir(folder):
            raise ConfigError(f"{config.origins['packs']}: the pack {folder} is no folder")
    pack = packs.load(folders)
    _hold(config, {spec.name: spec for spec in pack.specs})
    return Ruleset(pack, config)


def _hold(config: Config, known: Mapping[str, Spec]) -> None:
    _hold_ignored(config, known)
    if not config["checks"]:
        return
    from maillint.engine.checkfile import SEVERITIES, fits

    for name in config["checks"]:
        if name not in known:
            raise ConfigError(_no_check(_origin(config, name), name, known))
    for name, settings in config["checks"].items():
        types = known[name].option_types
        for option, value in settings.items():
            origin = config.origins.get(f"checks.{name}.{option}", "")
            if option not in types and option not in _SETTINGS:
                near = hint(option, (*types, *_SETTINGS))
                raise ConfigError(f"{origin}: checks.{name} has no option {option!r}{near}")
            if option in types and not fits(types[option], value):
                raise ConfigError(f"{origin}: checks.{name}.{option} must be of type {types[option]}, not {value!r}")
        if settings.get("severity", "off") not in (*SEVERITIES, "off"):
            origin = config.origins.get(f"checks.{name}.severity", "")
            raise ConfigError(f"{origin}: checks.{name}.severity may be {', '.join(SEVERITIES)} or off")


def _hold_ignored(config: Config, known: Mapping[str, Spec]) -> None:
    groups = {spec.group for spec in known.values()}
    named = [("ignore", name) for name in config["ignore"]]
    named += [("recipients", name) for entry in config["recipients"] for name in entry.get("ignore", ())]
    for key, name in named:
        if name not in known and name not in groups:
            raise ConfigError(_no_check(config.origins[key], name, known))


def _no_check(origin: str, name: str, known: Mapping[str, Spec]) -> str:
    return f"{origin}: there is no check {name!r}{hint(name, known)}"


def _origin(config: Config, name: str) -> str:
    return next((origin for key, origin in config.origins.items() if key.startswith(f"checks.{name}.")), "")


def configure(
    spec: Spec, profile: str, settings: Mapping[str, Any], internal_domains: frozenset[str] = frozenset()
) -> Rule | None:
    """The rule a check is under a profile and a user's settings; None when that switches it off."""
    chosen: dict[str, Any] = {"severity": spec.severity, "confidence": spec.confidence, "cost": spec.cost}
    chosen |= spec.options
    by_profile = dict(spec.profiles.get(profile, {}))
    chosen |= by_profile.pop("options", {})
    chosen |= by_profile
    chosen |= settings
    severity = packs.severity_of(chosen["severity"])
    if severity is None:
        return None
    return Rule(
        name=spec.name,
        severity=severity,
        confidence=Confidence(chosen["confidence"]),
        cost=float(chosen["cost"]),
        zones=frozenset(spec.zones),
        options={name: chosen[name] for name in spec.options},
        internal_domains=internal_domains,
    )


def finder(spec: Spec) -> Finder | None:
    """The function of a check that thinks; None for one that is phrases only. Imported on first need."""
    return _finder(spec.group, spec.code) if spec.code else None


def is_ready(spec: Spec) -> bool:
    """Whether all is here that a check asks outside of maillint: what its own ``is_ready()`` says, where it has one."""
    return not spec.code or bool(getattr(_module(spec.group, spec.code), "is_ready", lambda: True)())


@cache
def _finder(group: str, code: str) -> Finder:
    found: Finder = _module(group, code).find
    return found


@cache
def _module(group: str, code: str) -> ModuleType:
    stem = os.path.basename(code).removesuffix(".py")
    if code.startswith(packs.BUILT_IN):
        return importlib.import_module(f"maillint.checks.{group}.{stem}")
    return _from_file(group, stem, code)


def _from_file(group: str, stem: str, code: str) -> ModuleType:
    from importlib.util import module_from_spec, spec_from_file_location

    module_spec = spec_from_file_location(f"maillint_pack_{group}_{stem}", code)
    assert module_spec is not None
    assert module_spec.loader is not None
    module = module_from_spec(module_spec)
    module_spec.loader.exec_module(module)
    return module
