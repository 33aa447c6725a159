"""The rewriter of ``[rewrite]``: made from the configuration when ``fix`` may use it, and what is said of it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from maillint.cli.fix_texts import say
from maillint.cli.guard import tell
from maillint.cli.request import UsageError
from maillint.engine import tables
from maillint.engine.config import BUILT_IN, COMMAND_LINE, site_file, user_file
from maillint.passwords import PasswordError, password
from maillint.rewrite.model.client import Model, ModelError, checked
from maillint.rewrite.model.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from maillint.engine import Config
    from maillint.finding import Finding
    from maillint.report.view import Look


def writer(config: Config, look: Look) -> Writer | None:
    """The rewriter that the configuration names; None where it names none, as it does by default.

    Args:
        config: the configuration for the draft.
        look: in which language findings are told, to the model too.

    Raises:
        UsageError: it cannot be used as it is configured.
    """
    settings = tables.filled(config, "rewrite")
    if settings["engine"] == "off":
        return None
    try:
        key = password(settings["key"]) if settings["key"] else ""
        model = Model(settings["url"].rstrip("/"), settings["model"], settings["timeout"], key, settings["proxy"])
        checked(model.url)
    except PasswordError as error:
        raise UsageError(f"rewrite.key: {error}") from error
    except ModelError as error:
        raise UsageError(say("en", f"model.{error.reason}", detail=error.detail)) from error
    if not model.name:
        raise UsageError("rewrite.model: say which model is asked")
    return Writer(_Asker(model, look), settings["checks"], _teller(look))


class _Asker:
    """Asks the model, and says before the first question where the text goes."""

    def __init__(self, model: Model, look: Look) -> None:
        self._model = model
        self._look = look
        self._has_told = False

    def __call__(self, system: str, user: str) -> str:
        if not self._has_told:
            tell(say(self._look.language, "model.goes", url=self._model.url, model=self._model.name))
            self._has_told = True
        return self._model.ask(system, user)


def _teller(look: Look) -> Any:
    def told(finding: Finding) -> str:
        catalog = look.catalog
        parts = (catalog.message(finding) or catalog.title(finding.check), catalog.advice(finding))
        return " ".join(part for part in parts if part)

    return told


def failed(writer: Writer, look: Look) -> str:
    """Why the model gave nothing, and how many of its answers were not shown; empty when there is nothing to say."""
    lines = []
    if writer.failure:
        lines.append(say(look.language, f"model.{writer.failure.reason}", detail=writer.failure.detail))
    if writer.refused:
        kinds = list(dict.fromkeys(kind for _, found in writer.refused for kind in found))
        names = [say(look.language, f"guard.{kind}") for kind in kinds]
        joined = ", ".join(names) if look.language == "en" else "、".join(names)
        lines.append(say(look.language, "model.refused", n=len(writer.refused), why=joined))
    return "".join(f"{line}\n" for line in lines)


def hold_origins(config: Config, explicit: str | None) -> None:
    """A configuration that lies beside a draft may have come with it: it must not say where the text is sent.

    Args:
        config: the configuration for the draft.
        explicit: the file that ``--config`` named.

    Raises:
        UsageError: it does.
    """
    own = {BUILT_IN, COMMAND_LINE, *map(os.path.abspath, (site_file(), user_file(), *([explicit] if explicit else ())))}
    origins: Mapping[str, str] = config.origins
    for key in tables.TABLES["rewrite"]:
        origin = origins.get(f"rewrite.{key}", BUILT_IN)
        if origin not in own and os.path.abspath(origin) not in own:
            raise UsageError(
                f"{origin}: [rewrite] counts in your own configuration ({user_file()}), the organisation's, or a file "
                "named with --config; this one lies with the draft"
            )
