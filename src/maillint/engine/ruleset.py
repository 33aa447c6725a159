"""The checks of a run: loaded, configured, ready for each profile."""

from __future__ import annotations

import importlib
import os
from functools import cache
from typing import TYPE_CHECKING, Any

from maillint.engine import packs
from maillint.engine.config import Config
from maillint.engine.keys import ConfigError
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


class Rules(NamedTuple):
    """The checks that are on for one profile."""

    always: tuple[tuple[Callable[[Draft], object], tuple[tuple[Spec, Rule], ...]], ...]
    """By what tells whether their need is met, which is then asked once a message: those that no phrase calls."""
    worded: dict[str, tuple[Spec, Rule]]
    """By name: those that are asked only where one of their phrases stands."""


class Ruleset:
    """A pack under a configuration."""

    def __init__(self, pack: Pack, config: Config, only: frozenset[str] | None = None) -> None:
        self.pack = pack
        self.config = config
        self.only = only
        """The checks that this run asks for, those that are locked apart; None for all."""

    @cached_property
    def specs(self) -> tuple[Spec, ...]:
        """The checks that run at all: asked for, and neither ignored nor, unless asked for, preview."""
        out = self.left_out(lambda config: config["ignore"])
        if self.only is not None:
            out |= {spec.name for spec in self.pack.specs} - self.only - self.held.keys()
        return tuple(spec for spec in self.pack.specs if spec.name not in out and self._is_wanted(spec))

    @cached_property
    def held(self) -> Mapping[str, Config]:
        """The checks that are locked, and the configuration each is judged under; see ``engine.locks``."""
        if not self.config.locks:
            return {}
        from maillint.engine import locks

        return locks.held(self.config, self.pack.specs)

    @cached_property
    def of_held(self) -> Ruleset:
        """The locked checks alone."""
        return Ruleset(self.pack, self.config, frozenset())

    def left_out(self, names: Callable[[Config], Iterable[str]]) -> set[str]:
        """The checks that a configuration leaves out; of a locked one, he who locked it has the say.

        Args:
            names: takes checks and groups to leave out from a configuration.
        """
        out = self.expand(names(self.config))
        for check, view in self.held.items():
            out.discard(check)
            if check in self.expand(names(view)):
                out.add(check)
        return out

    def expand(self, names: Iterable[str]) -> set[str]:
        """The checks that names of checks and groups stand for; unknown names stand for none."""
        wanted = set(names)
        if not wanted:
            return wanted
        return {spec.name for spec in self.pack.specs if spec.name in wanted or spec.group in wanted}

    def _is_wanted(self, spec: Spec) -> bool:
        return _is_on(spec, self.config) or (spec.name in self.held and _is_on(spec, self.held[spec.name]))

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
    def _by_profile(self) -> dict[tuple[str, ...], Rules]:
        return {}

    def rules(self, profile: str, *held: str) -> Rules:
        """The checks that are on for a profile, and for the profiles that hold for the locked ones, in order."""
        key = (profile, *held)
        if key not in self._by_profile:
            special = {check: (whom, view) for whom, (check, view) in zip(held, self.held.items(), strict=True)}
            made = ((spec, self._rule(spec, *special.get(spec.name, (profile, self.config)))) for spec in self.specs)
            pairs = [(spec, rule) for spec, rule in made if rule is not None]
            worded = {spec.name: (spec, rule) for spec, rule in pairs if spec.has_phrases and not spec.otherwise}
            by_need: dict[str, list[tuple[Spec, Rule]]] = {}
            for pair in pairs:
                if pair[0].name not in worded:
                    by_need.setdefault(pair[0].needs, []).append(pair)
            always = tuple((predicate(need), tuple(own)) for need, own in by_need.items())
            self._by_profile[key] = Rules(always, worded)
        return self._by_profile[key]

    def _rule(self, spec: Spec, profile: str, view: Config) -> Rule | None:
        return configure(spec, profile, self.config["checks"].get(spec.name, {}), internal(view))


def _is_on(spec: Spec, config: Config) -> bool:
    """Whether a check is past its trial, or wanted all the same."""
    settings = config["checks"].get(spec.name, {})
    return bool(not settings.get("preview", spec.preview) or config["preview"] or "severity" in settings)


def internal(config: Config) -> frozenset[str]:
    """The configured domains beside the writer's own whose readers are colleagues."""
    return frozenset(domain.lower() for domain in config["internal-domains"])


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
    if any(config[key] for key in ("checks", "ignore", "recipients", "rewrite")) or config.locks:
        from maillint.engine import settings

        settings.hold(config, {spec.name: spec for spec in pack.specs})
    if config.locks:
        from maillint.engine import locks

        pack = pack._replace(caps={**pack.caps, **locks.caps(config, pack.specs)})
    return Ruleset(pack, config)


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
    module = _module(group, code)
    if not hasattr(module, "find"):
        from maillint.engine.checkfile import CheckFileError

        raise CheckFileError(f"{code}: has no function find(draft, rule, hits)")
    found: Finder = module.find
    return found


@cache
def _module(group: str, code: str) -> ModuleType:
    """The Python of a check.

    Raises:
        CheckFileError: it cannot be loaded; the text names file and line.
    """
    stem = os.path.basename(code).removesuffix(".py")
    try:
        if code.startswith(packs.BUILT_IN):
            return importlib.import_module(f"maillint.checks.{group}.{stem}")
        return _from_file(group, stem, code)
    except (Exception, SystemExit) as error:
        from maillint.engine import checkfile, crash

        raise checkfile.CheckFileError(crash.told(code, error)) from error


def _from_file(group: str, stem: str, code: str) -> ModuleType:
    from importlib.util import module_from_spec, spec_from_file_location

    module_spec = spec_from_file_location(f"maillint_pack_{group}_{stem}", code)
    assert module_spec is not None
    assert module_spec.loader is not None
    module = module_from_spec(module_spec)
    module_spec.loader.exec_module(module)
    return module
