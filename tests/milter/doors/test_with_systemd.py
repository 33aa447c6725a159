"""systemd's own tools take the units as they are, and its socket starts the milter."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.milter.conftest import Milter

EXPOSURE = 20
"""Tenths: what ``systemd-analyze security`` counts up to 2.0 is hardly exposed."""


@pytest.fixture
def units(tmp_path):
    """The two units as files."""
    made = [tmp_path / f"maillint-milter.{kind}" for kind in ("service", "socket")]
    for path in made:
        command = [sys.executable, "-m", "maillint", "milter", "--print-unit", path.suffix[1:]]
        path.write_bytes(subprocess.run(command, check=True, capture_output=True).stdout)
    return made


def test_the_units_are_well_formed(units) -> None:
    done = subprocess.run(["systemd-analyze", "verify", *units], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_the_service_is_hardly_exposed(units) -> None:
    command = ["systemd-analyze", "security", "--offline=true", f"--threshold={EXPOSURE}", "--no-pager", units[0]]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_a_connection_to_its_socket_starts_it(tmp_path, rules, server, port) -> None:
    milter = Milter(tmp_path, "--config", rules(), before=("systemd-socket-activate", "-l", f"127.0.0.1:{port}"))
    try:
        milter.said("Listening on")
        asked = server()
        assert asked.message("reject@north.example")[-1].startswith(b"y550")
        assert "ready at inet:127.0.0.1" in milter.words
        asked.close()
    finally:
        assert milter.stop() == 0
