"""A real Dovecot of its own: an ordinary user's processes, in a temporary directory, on free ports of this machine."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import ssl
import subprocess
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import imapclient
import trustme

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PASSWORD = "correct-horse-马"
CONFIGURATIONS = {"2.3": ("dovecot-2.3.conf", "yes", "no"), "2.4": ("dovecot-2.4.conf", "no", "yes")}
"""By version: Debian 12 has 2.3, Debian 13 has 2.4, where nearly everything has another name. Then, whether passwords may
cross in the clear, no or yes, as that version says it."""
SENT = """mailbox Sent {
    special_use = \\Sent
    auto = create
  }"""
INTROSPECTION = """
introspection_mode = get
introspection_url = http://127.0.0.1:{port}/introspect?token=
username_attribute = username
active_attribute = active
active_value = true
"""


def unused() -> int:
    """A port where nobody listens."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@dataclass
class Dovecot:
    """One server; every user has the same password and a mailbox of its own."""

    place: Path
    port: int
    tls_port: int
    authority: Path
    owner: tuple[int, int]

    @property
    def log(self) -> str:
        """What it wrote about its work."""
        path = self.place / "log"
        return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""

    def put(self, user: str, messages: Iterable[bytes], folder: str = "Sent") -> Path:
        """Lay messages into a user's folder, all of them seen; returns the folder's place on the disk."""
        base = self.place / "mail" / user
        cur = base / folder / "cur"
        new = [self.place / "mail", base, base / folder, *(base / folder / name for name in ("cur", "new", "tmp"))]
        for path in new:
            if not path.exists():
                path.mkdir()
                os.chown(path, *self.owner)
        start = len(list(cur.iterdir()))
        for number, message in enumerate(messages, start=start):
            path = cur / f"{1_700_000_000 + number}.M{number}.test:2,S"
            path.write_bytes(message)
            os.chown(path, *self.owner)
        return cur.parent

    @contextmanager
    def client(self, user: str) -> Iterator[imapclient.IMAPClient]:
        """Somebody's own mail program, logged in."""
        context = ssl.create_default_context(cafile=self.authority)
        with imapclient.IMAPClient("127.0.0.1", self.tls_port, ssl_context=context, timeout=30) as client:
            client.plain_login(user, PASSWORD)
            yield client

    def state(self, user: str, folder: str = "Sent") -> dict[int, tuple[tuple[bytes, ...], bytes]]:
        """Flags and octets of every message by its UID, as another mail program sees them."""
        with self.client(user) as client:
            client.select_folder(folder, readonly=True)
            uids = client.search()
            found = {}
            for start in range(0, len(uids), 500):
                found |= client.fetch(uids[start : start + 500], ["FLAGS", "BODY.PEEK[]"])
            return {uid: (tuple(sorted(one[b"FLAGS"])), one[b"BODY[]"]) for uid, one in found.items()}


@contextmanager
def running(
    *,
    is_strict: bool = False,
    mechanisms: str = "plain login xoauth2 oauthbearer",
    mailboxes: str = SENT,
    oauth_port: int = 9,
) -> Iterator[Dovecot]:
    """A server from now on, until the block ends; ``is_strict``: it takes no password in the clear."""
    account = pwd.getpwnam("nobody") if os.getuid() == 0 else pwd.getpwuid(os.getuid())
    place = Path(tempfile.mkdtemp(prefix="maillint-dovecot-"))
    authority = trustme.CA()
    server = Dovecot(place, unused(), unused(), place / "authority.pem", (account.pw_uid, account.pw_gid))
    path = os.pathsep.join((os.environ["PATH"], "/usr/sbin"))
    program = shutil.which("dovecot", path=path) or "dovecot"
    version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout[:3]
    template, *clear = CONFIGURATIONS[version]
    _write(
        server,
        authority,
        account.pw_gid,
        template,
        user=account.pw_name,
        clear=clear[not is_strict],
        mechanisms=mechanisms,
        mailboxes=mailboxes,
        oauth_port=str(oauth_port),
    )
    (place / "oauth2.conf").write_text(INTROSPECTION.format(port=oauth_port))
    for path in (place, *place.iterdir()):
        os.chown(path, *server.owner)
    options = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []} if os.getuid() == 0 else {}
    process = subprocess.Popen([program, "-F", "-c", str(place / "dovecot.conf")], **options)
    try:
        _wait(server, process)
        yield server
    finally:
        process.terminate()
        process.wait(20)
        shutil.rmtree(place)


def _write(server: Dovecot, authority: trustme.CA, gid: int, template: str, **values: str) -> None:
    import grp

    certificate = authority.issue_cert("127.0.0.1", "localhost")
    authority.cert_pem.write_to_path(server.authority)
    certificate.private_key_pem.write_to_path(server.place / "key.pem")
    for number, blob in enumerate(certificate.cert_chain_pems):
        blob.write_to_path(server.place / "cert.pem", append=number > 0)
    values |= {"place": str(server.place), "password": PASSWORD, "group": grp.getgrgid(gid).gr_name}
    text = (
        (Path(__file__).parent / template)
        .read_text(encoding="utf-8")
        .format(port=server.port, tls_port=server.tls_port, **values)
    )
    (server.place / "dovecot.conf").write_text(text, encoding="utf-8")


def _wait(server: Dovecot, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 20
    while time.monotonic() < end:
        assert process.poll() is None, server.log
        try:
            with socket.create_connection(("127.0.0.1", server.port), timeout=2) as one:
                if one.recv(100).startswith(b"* OK"):
                    return
        except OSError:
            time.sleep(0.05)
    raise AssertionError(server.log)
