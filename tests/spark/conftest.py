"""A real Spark: a local session, and a cluster of a master and two workers on loopback."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def sent(tmp_path_factory):
    """A folder of mail: samples and 中文 names, a giant, an empty one, what is no mail, a subfolder."""
    folder = tmp_path_factory.mktemp("sent")
    (folder / "子目录").mkdir()
    for number in range(15):
        for sample in sorted((ROOT / "samples").glob("*.eml")):
            text = sample.read_bytes().replace(b"\nSubject:", b"\nX-Number: %d\nSubject:" % number, 1)
            (folder / ("子目录" if number % 2 else ".") / f"草稿 {number}-{sample.name}").write_bytes(text)
    (folder / "giant.eml").write_bytes(
        (ROOT / "samples" / "hasty.eml").read_bytes() + b"And more of it. \n" * 1_000_000
    )
    (folder / "empty.eml").write_bytes(b"")
    (folder / "binary.eml").write_bytes(bytes(range(256)) * 40)
    return folder


@contextmanager
def program(command):
    """A process and all it starts, ended with the block."""
    import pyspark

    own = {
        "SPARK_LOCAL_IP": "127.0.0.1",
        "PYSPARK_PYTHON": sys.executable,
        "SPARK_HOME": pyspark.__path__[0],
        "SPARK_MASTER_OPTS": "-Dspark.master.rest.enabled=false",
    }
    environment = {**os.environ, **own}
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        yield process
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@pytest.fixture(scope="session")
def cluster(tmp_path_factory):
    """The URL of a master with two workers of one core each, started by pyspark's own script."""
    import pyspark

    script = os.path.join(pyspark.__path__[0], "bin", "spark-class")
    port, page = free_port(), free_port()
    url = f"spark://127.0.0.1:{port}"
    master = [script, "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", str(port)]
    worker = [script, "org.apache.spark.deploy.worker.Worker", "--host", "127.0.0.1", "--cores", "1", "--memory", "1g"]
    places = [str(tmp_path_factory.mktemp("worker")) for _ in range(2)]
    with program([*master, "--webui-port", str(page)]):
        listening(port)
        commands = [[*worker, "--webui-port", "0", "--work-dir", place, url] for place in places]
        with program(commands[0]), program(commands[1]):
            registered(page)
            yield url


def listening(port: int) -> None:
    for _ in range(600):
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(f"nothing listens at port {port}")


def registered(page: int) -> None:
    """Wait until the master's own page says that both workers are there."""
    from urllib.error import HTTPError
    from urllib.request import urlopen

    listening(page)
    for _ in range(600):
        with suppress(HTTPError), urlopen(f"http://127.0.0.1:{page}/", timeout=10) as answer:  # 404 while it begins
            if re.search(r"Workers:\s*(</\w+>)?\s*2 Alive", answer.read().decode()):
                return
        time.sleep(0.1)
    raise TimeoutError("the workers did not come")
