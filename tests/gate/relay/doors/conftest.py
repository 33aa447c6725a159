"""A real Postfix as the next server, in a folder and on a port of its own; the machine's own is left alone."""

from __future__ import annotations

import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.gate.relay.conftest import unused

if TYPE_CHECKING:
    from collections.abc import Iterator

MAIN = """\
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
myhostname = mx.south.example
mydestination =
mynetworks = 127.0.0.0/8
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
local_recipient_maps =
alias_maps =
alias_database =
relayhost = [127.0.0.1]:{sink}
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_recipient_restrictions =
    check_recipient_access inline:{{nobody@south.example=REJECT, full@south.example=DEFER}}, permit_mynetworks, reject
smtpd_recipient_limit = 2000
default_destination_recipient_limit = 2000
message_size_limit = 40000000
smtp_tls_security_level = none
smtp_dns_support_level = disabled
smtp_host_lookup = native
maillog_file = {folder}/maillog
maillog_file_prefixes = {folder}
"""
MASTER = """\
127.0.0.1:{port} inet n - n - - smtpd
cleanup   unix  n - n -  0 cleanup
qmgr      unix  n - n 300 1 qmgr
rewrite   unix  - - n -  - trivial-rewrite
bounce    unix  - - n -  0 bounce
defer     unix  - - n -  0 bounce
trace     unix  - - n -  0 bounce
flush     unix  n - n 1000? 0 flush
smtp      unix  - - n -  - smtp
error     unix  - - n -  - error
retry     unix  - - n -  - error
anvil     unix  - - n -  1 anvil
scache    unix  - - n -  1 scache
postlog   unix-dgram n - n - 1 postlogd
"""


class Postfix:
    """One instance."""

    def __init__(self, folder: Path, sink: int) -> None:
        self.folder = folder
        self.port = unused()
        for name in ("etc", "queue", "data"):
            (folder / name).mkdir()
        folder.chmod(0o755)
        shutil.chown(folder / "data", "postfix")
        (folder / "etc" / "main.cf").write_text(MAIN.format(folder=folder, sink=sink))
        (folder / "etc" / "master.cf").write_text(MASTER.format(port=self.port))

    def do(self, word: str) -> None:
        done = subprocess.run(["postfix", "-c", self.folder / "etc", word], capture_output=True, text=True, check=False)
        log = self.folder / "maillog"
        assert done.returncode == 0, done.stderr + (log.read_text() if log.exists() else "")

    def start(self) -> None:
        self.do("start")
        for _ in range(200):
            with socket.socket() as one:
                if not one.connect_ex(("127.0.0.1", self.port)):
                    return
            time.sleep(0.05)
        raise TimeoutError(self.port)


@pytest.fixture
def postfix(server) -> Iterator[Postfix]:
    """A Postfix that sends on all it takes to ``server``."""
    with tempfile.TemporaryDirectory(prefix="postfix-") as folder:
        made = Postfix(Path(folder), server.port)
        made.start()
        yield made
        subprocess.run(["postfix", "-c", made.folder / "etc", "stop"], capture_output=True, check=False)
