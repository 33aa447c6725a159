"""``maillint languagetool``: a LanguageTool server on this machine, started once and kept warm."""

from __future__ import annotations

import glob
import json
import os
import re
import shutil
import socket
import subprocess
import time
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any
from urllib.request import ProxyHandler, build_opener

from maillint.cli.request import FINDINGS, PASSED, UsageError
from maillint.language.spelling import languagetool

if TYPE_CHECKING:
    from collections.abc import Callable

    import psutil

    Say = Callable[[str], object]

JAR = "languagetool-server.jar"
MEMORY = 512
"""Megabytes of Java heap that English and Chinese need together, with room to spare."""
SLOWEST_START = 90.0
"""Seconds after which a server that does not answer is given up."""
_LIBRARIES = ("language_tool_python", "psutil")
_EXTRA = "pip install 'maillint[languagetool]'"
_WARM_UP = tuple(
    (text, code)
    for code, text in {
        "en-US": "These is a test to see weather it answer.",
        "en-GB": "These is a test to see weather it answer.",
        "zh-CN": "我门测试一下。",
    }.items()
)
_NO_JAVA = "LanguageTool needs Java 17; on Debian and Ubuntu: sudo apt-get install openjdk-17-jre-headless"


def start(jars: str | None, port: int, memory: int, say: Say, *, download: bool = False) -> int:
    """Start a server that listens on this machine only, and wait until it answers.

    Args:
        jars: the folder of LanguageTool, or one that holds such folders; None for where the library keeps its own.
        port: where it listens; 0 for any free port.
        memory: megabytes of Java heap.
        say: prints a line.
        download: fetch LanguageTool first, the way language-tool-python does.

    Raises:
        UsageError: there is no library, no Java, no LanguageTool, or the port is taken; the text says what to do.
    """
    if running(languagetool.state()):
        say(f"it runs already at {languagetool.local_address()}\n")
        return PASSED
    _hold_library()
    _hold_java()
    if download:
        _download(say)
    jar = found_jar(jars)
    if not jar:
        raise UsageError(_no_jar(jars))
    began = time.monotonic()
    port = _free_port(port)
    process = _launched(jar, port, memory)
    _wait(process, port)
    _warm_up()
    say(f"LanguageTool answers at http://127.0.0.1:{port} ({time.monotonic() - began:.0f} s)\n")
    return PASSED


def stop(say: Say) -> int:
    """Stop the server, if one runs."""
    process = running(languagetool.state())
    if process:
        _end(process, languagetool.state())
    if os.path.exists(languagetool.state_path()):
        os.remove(languagetool.state_path())
    say("stopped\n" if process else "it was not running\n")
    return PASSED


def status(say: Say) -> int:
    """Say whether a server runs, where, and what it takes; 1 when none does."""
    say(described() + "\n")
    return PASSED if is_answering(languagetool.local_address()) else FINDINGS


def described(language: str = "en") -> str:
    """The state of the local server in one line."""
    from maillint.cli.doctor_texts import TEXTS
    from maillint.report.strings import spoken

    state = languagetool.state()
    process = running(state)
    if not process:
        return spoken(TEXTS, language, "lt.ended" if state else "lt.none")
    address = languagetool.local_address()
    if not is_answering(address):
        return spoken(TEXTS, language, "lt.silent", address=address, process=process.pid)
    size = process.memory_info().rss / 1e6
    jars = state.get("jars") or spoken(TEXTS, language, "lt.somewhere")
    return spoken(TEXTS, language, "lt.runs", address=address, process=process.pid, size=size, jars=jars)


def running(state: dict[str, Any]) -> psutil.Process | None:
    """The process of a server that was started here; None when it is gone, and another one has got its number."""
    if not state or not find_spec("psutil"):
        return None
    import psutil

    try:
        process = psutil.Process(int(state["pid"]))
        is_same = abs(process.create_time() - float(state["started"])) < 1
        return process if is_same and process.status() != psutil.STATUS_ZOMBIE else None
    except (psutil.Error, KeyError, ValueError):
        return None


def is_answering(address: str) -> bool:
    """Whether a server is well, asked without any proxy."""
    try:
        with build_opener(ProxyHandler({})).open(f"{address}/v2/healthcheck", timeout=5) as answer:
            return bool(answer.status == 200)
    except (OSError, ValueError):
        return False


def found_jar(folder: str | None) -> str:
    """The server's jar in a folder or in one of the folders LanguageTool-VERSION in it, the newest; "" when none is."""
    folder = folder or os.environ.get("LTP_PATH") or os.path.expanduser("~/.cache/language_tool_python")
    own = os.path.join(folder, JAR)
    if os.path.isfile(own):
        return own
    jars = glob.glob(os.path.join(glob.escape(folder), "LanguageTool-*", JAR))
    return max(jars, key=_version, default="")


def _version(jar: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", os.path.basename(os.path.dirname(jar)))]


def _no_jar(folder: str | None) -> str:
    if folder:
        return f"--jars {folder}: there is no {JAR} in it, nor in a folder LanguageTool-VERSION in it"
    return (
        f"there is no LanguageTool here. Name the folder that holds its {JAR} with --jars FOLDER, "
        "or let --download fetch it (250 MB)"
    )


def _hold_library() -> None:
    missing = [name.replace("_", "-") for name in _LIBRARIES if not find_spec(name)]
    if missing:
        raise UsageError(f"{', '.join(missing)} is not installed; {_EXTRA}")


def _hold_java() -> None:
    if not shutil.which("java"):
        raise UsageError(f"there is no Java here. {_NO_JAVA}")
    from language_tool_python.download_lt import confirm_java_compatibility

    try:
        confirm_java_compatibility()
    except (SystemError, ModuleNotFoundError, OSError, subprocess.SubprocessError) as error:
        raise UsageError(f"{error} {_NO_JAVA}") from error


def _download(say: Say) -> None:
    """Through the library, into its own folder (LTP_PATH), checked by its checksum; what is there stays."""
    from language_tool_python.download_lt import LocalLanguageTool

    wanted = LocalLanguageTool.from_version_name()
    say(f"fetching {wanted.download_url} unless it is there (250 MB, LGPL-2.1-or-later)\n")
    try:
        wanted.download()
    except Exception as error:
        raise UsageError(f"LanguageTool cannot be fetched ({error}); fetch it elsewhere and use --jars") from error


def _free_port(port: int) -> int:
    with socket.socket() as probe:
        if os.name == "posix":  # elsewhere this would let two servers share a port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError) as error:
            raise UsageError(f"--port {port} cannot be used ({error}); leave it out to take a free one") from error
        return int(probe.getsockname()[1])


def log_path() -> str:
    """What the server says of itself; it logs lengths and times, no text."""
    return f"{languagetool.state_path().removesuffix('.json')}.log"


def _launched(jar: str, port: int, memory: int) -> subprocess.Popen[bytes]:
    """The server as a process of its own that outlives this one."""
    import psutil

    folder = os.path.dirname(os.path.abspath(jar))
    os.makedirs(os.path.dirname(log_path()), mode=0o700, exist_ok=True)
    classes = os.pathsep.join((os.path.abspath(jar), os.path.join(folder, "libs", "*")))
    java = ["java", "-Djava.net.preferIPv4Stack=true", "-Xms64m", f"-Xmx{memory}m", "-cp", classes]
    with open(log_path(), "wb") as log:
        process = subprocess.Popen(  # noqa: S603 - a list, no shell
            [*java, "org.languagetool.server.HTTPServer", "-p", str(port)],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        started = psutil.Process(process.pid).create_time()
    except psutil.Error:
        started = 0.0
    with open(languagetool.state_path(), "w", encoding="utf-8") as file:
        json.dump({"pid": process.pid, "started": started, "port": port, "jars": folder}, file)
    return process


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    """Until the server answers; one that ends before or takes too long is cleared away."""
    limit = time.monotonic() + SLOWEST_START
    while time.monotonic() < limit and process.poll() is None:
        if is_answering(f"http://127.0.0.1:{port}"):
            return
        time.sleep(0.1)
    status = process.poll()
    process.kill()
    process.wait()
    os.remove(languagetool.state_path())
    what = f"did not answer within {SLOWEST_START:.0f} s" if status is None else f"ended at once ({_last_words()})"
    raise UsageError(f"LanguageTool {what}; all it said stands in {log_path()}")


def _last_words() -> str:
    with open(log_path(), encoding="utf-8", errors="replace") as file:
        lines = [line.strip() for line in file if line.strip()]
    told = [line for line in lines if "rror" in line or "xception" in line] or lines
    return told[-1][:300] if told else "it said nothing"


def _warm_up() -> None:
    """A first text in each language, since that one takes seconds."""
    try:
        languagetool.find(_WARM_UP, remote="", seconds=SLOWEST_START, categories=("GRAMMAR", "TYPOS", "CAT1"))
    except languagetool.UnavailableError as error:
        raise UsageError(f"LanguageTool runs but does not judge texts; see {log_path()}") from error


def _end(process: psutil.Process, state: dict[str, Any]) -> None:
    """Ask a process to end, and make it if it does not within some seconds."""
    process.terminate()
    limit = time.monotonic() + 10
    while running(state):
        if time.monotonic() > limit:
            process.kill()
        time.sleep(0.05)
