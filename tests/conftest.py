"""What all tests share: the --update flag for golden files, and a world without the user's settings and models."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """``pytest --update`` writes golden files anew; read the diff before committing it."""
    parser.addoption("--update", action="store_true", help="write golden files anew instead of comparing with them")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """``golden(path, text)``: the file says exactly ``text``; with --update it is made to."""

    def hold(path: Path, text: str) -> None:
        if request.config.getoption("--update"):
            path.write_text(text, encoding="utf-8")
        assert path.exists(), f"{path} is missing: run with --update"
        assert text == path.read_text(encoding="utf-8")

    return hold


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout: README.md, samples/, docs/, checks/."""
    return ROOT


@pytest.fixture(autouse=True, scope="session")
def _own_world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No settings, cache, colours or language of whoever runs the tests."""
    world = tmp_path_factory.mktemp("world")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MAILLINT_CACHE_DIR", str(world / "cache"))
        patch.setenv("MAILLINT_SITE_CONFIG", str(world / "none.toml"))
        patch.setenv("XDG_CONFIG_HOME", str(world / "config"))
        patch.setenv("XDG_DATA_HOME", str(world / "data"))
        patch.setenv("MAILLINT_ZH_MODEL", "")
        patch.setenv("LC_ALL", "C.UTF-8")
        patch.setenv("NO_COLOR", "1")
        patch.delenv("FORCE_COLOR", raising=False)
        for name in ("LANGUAGE", "PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE"):
            patch.delenv(name, raising=False)
        yield
