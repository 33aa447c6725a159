"""A Postfix of one's own on free ports in a temporary folder, and a server behind it that keeps what arrives.

It needs root, as Postfix does, and Debian's package ``postfix``; the system's own Postfix is neither used nor touched.
"""

from __future__ import annotations

import json
import os
import shutil
import smtplib
import socket
import subprocess
import tempfile
import threading
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Self

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import TracebackType

    from aiosmtpd.smtp import SMTP, Envelope, Session

MAIN = """\
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
command_directory = /usr/sbin
daemon_directory = {daemons}
mail_owner = postfix
setgid_group = postdrop
myhostname = mx.north.example
mydestination =
mynetworks = 127.0.0.0/8
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
local_recipient_maps =
alias_maps =
alias_database =
relayhost = [127.0.0.1]:{sink}
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_recipient_limit = 2000
smtpd_client_connection_count_limit = 0
default_destination_recipient_limit = 2000
message_size_limit = 60000000
smtp_tls_security_level = none
smtpd_tls_security_level = none
smtp_dns_support_level = disabled
smtp_host_lookup = native
milter_connect_timeout = 5s
milter_command_timeout = 5s
milter_content_timeout = 15s
maillog_file = {folder}/maillog
maillog_file_prefixes = {folder}
maximal_queue_lifetime = 1h
"""
MASTER = """\
pickup    unix  n - n 1  1 pickup
cleanup   unix  n - n -  0 cleanup
qmgr      unix  n - n 300 1 qmgr
rewrite   unix  - - n -  - trivial-rewrite
bounce    unix  - - n -  0 bounce
defer     unix  - - n -  0 bounce
trace     unix  - - n -  0 bounce
verify    unix  - - n -  1 verify
flush     unix  n - n 1000? 0 flush
proxymap  unix  - - n -  - proxymap
smtp      unix  - - n -  - smtp
relay     unix  - - n -  - smtp
showq     unix  n - n -  - showq
error     unix  - - n -  - error
retry     unix  - - n -  - error
discard   unix  - - n -  - discard
tlsmgr    unix  - - n 1000? 1 tlsmgr
anvil     unix  - - n -  1 anvil
scache    unix  - - n -  1 scache
postlog   unix-dgram n - n - 1 postlogd
"""
DAEMONS = "/usr/lib/postfix/sbin"


def why_not() -> str:
    """Why no Postfix can be started here; "" where one can."""
    if not os.path.exists(f"{DAEMONS}/master"):
        return "Postfix is needed; on Debian: sudo apt-get install postfix"
    return "" if os.geteuid() == 0 else "Postfix can be started by root only"


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port: int = trial.getsockname()[1]
        return port


class Mail(NamedTuple):
    """One message that arrived."""

    sender: str
    recipients: tuple[str, ...]
    data: bytes

    @property
    def sent(self) -> bytes:
        """The message without the Received fields that servers put before it."""
        data = self.data
        while data.startswith(b"Received:"):
            end = data.index(b"\r\n") + 2
            while data[end : end + 1] in (b" ", b"\t"):
                end = data.index(b"\r\n", end) + 2
            data = data[end:]
        return data

    def has(self, field: str) -> bool:
        """Whether there is a header field of that name."""
        head = self.data.partition(b"\r\n\r\n")[0]
        return any(line.lower().startswith(field.lower().encode() + b":") for line in head.split(b"\r\n"))


class Sink:
    """An SMTP server that takes everything and keeps it."""

    def __init__(self) -> None:
        from aiosmtpd.controller import Controller

        self.arrived: list[Mail] = []
        self._came = threading.Condition()
        self.port = free_port()
        limits: dict[str, Any] = {"enable_SMTPUTF8": True, "data_size_limit": 0}
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port, **limits)
        self._controller.start()

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Keep one message; aiosmtpd calls it by this name."""
        content = envelope.content or b""
        data = content if isinstance(content, bytes) else content.encode()
        with self._came:
            self.arrived.append(Mail((envelope.mail_from or "").strip("<>"), tuple(envelope.rcpt_tos), data))
            self._came.notify_all()
        return "250 OK"

    def wait(self, marker: str, seconds: float = 60) -> Mail:
        """The message in which a word stands, as soon as it is here.

        Raises:
            TimeoutError: it did not come.
        """
        end = time.monotonic() + seconds
        with self._came:
            while True:
                for mail in self.arrived:
                    if marker.encode() in mail.data:
                        return mail
                if not self._came.wait(end - time.monotonic()) or time.monotonic() > end:
                    raise TimeoutError(f"no message with {marker} has arrived")

    def stop(self) -> None:
        """Take no more."""
        self._controller.stop()


class Postfix:
    """A running Postfix. ``ports`` has one for each smtpd, by the name its settings were given under."""

    def __init__(self, sink: int, smtpds: Mapping[str, Mapping[str, str]], **settings: str) -> None:
        """Lay out the folder; ``with`` starts and stops it.

        Args:
            sink: port of the server that gets everything.
            smtpds: main.cf parameters of each smtpd, by name.
            settings: further main.cf parameters.
        """
        self.folder = Path(tempfile.mkdtemp(prefix="maillint-postfix-"))
        self.ports = {name: free_port() for name in smtpds}
        self.etc = self.folder / "etc"
        self._lay_out(sink, smtpds, settings)

    def _lay_out(self, sink: int, smtpds: Mapping[str, Mapping[str, str]], settings: Mapping[str, str]) -> None:
        for name in ("", "etc", "queue", "data"):
            (self.folder / name).mkdir(exist_ok=True)
            (self.folder / name).chmod(0o755)
        shutil.chown(self.folder / "data", "postfix")
        main = MAIN.format(folder=self.folder, sink=sink, daemons=DAEMONS)
        main += "".join(f"{name} = {value}\n" for name, value in settings.items())
        (self.etc / "main.cf").write_text(main, encoding="utf-8")
        services = []
        for name, parameters in smtpds.items():
            options = "".join(f"\n    -o {{ {key} = {value} }}" for key, value in parameters.items())
            services.append(f"127.0.0.1:{self.ports[name]} inet n - n - - smtpd{options}\n")
        (self.etc / "master.cf").write_text("".join(services) + MASTER, encoding="utf-8")

    def __enter__(self) -> Self:
        self._postfix("start")
        for port in self.ports.values():
            wait_for(port)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._postfix("stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def _postfix(self, command: str) -> None:
        done = subprocess.run(
            ["postfix", "-c", str(self.etc), command], stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
        if done.returncode:
            raise RuntimeError(f"postfix {command}: {done.stderr.decode()}{self.log()}")

    @contextmanager
    def client(self, smtpd: str, seconds: float = 60) -> Iterator[smtplib.SMTP]:
        """A connection to one of its smtpds."""
        with smtplib.SMTP("127.0.0.1", self.ports[smtpd], timeout=seconds) as connection:
            yield connection

    def sendmail(self, data: bytes, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        """Hand a message to its sendmail command."""
        return subprocess.run(
            ["sendmail", "-C", str(self.etc), *arguments], input=data, capture_output=True, check=False
        )

    def queue(self) -> list[dict[str, object]]:
        """The messages in its queues, as postqueue tells them."""
        done = subprocess.run(["postqueue", "-c", str(self.etc), "-j"], capture_output=True, check=True)
        return [json.loads(line) for line in done.stdout.splitlines()]

    @property
    def pid(self) -> int:
        """Its master process."""
        return int((self.folder / "queue" / "pid" / "master.pid").read_text("ascii"))

    def log(self) -> str:
        """What it has logged."""
        file = self.folder / "maillog"
        return file.read_text(encoding="utf-8", errors="replace") if file.exists() else ""


def wait_for(port: int, seconds: float = 60) -> None:
    """Wait until somebody listens at a port."""
    end = time.monotonic() + seconds
    while True:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=seconds):
                return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)


def cpu_seconds(*roots: int) -> float:
    """CPU time that processes and all under them have taken, those that have ended included."""
    stats: dict[int, list[str]] = {}
    for entry in os.listdir("/proc"):
        if entry.isdecimal():
            with suppress(OSError), open(f"/proc/{entry}/stat", encoding="latin-1") as file:
                stats[int(entry)] = file.read().rpartition(")")[2].split()
    ours = set(roots)
    while more := {pid for pid, fields in stats.items() if int(fields[1]) in ours} - ours:
        ours |= more
    ticks = sum(int(field) for pid in ours & stats.keys() for field in stats[pid][11:15])
    return ticks / os.sysconf("SC_CLK_TCK")
