"""How people write a mailbox, and what they must not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.audit.imap.address import Address, is_address, parse
from maillint.audit.imap.problems import ImapError


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("imaps://anna@mail.north.example", Address("mail.north.example", 993, is_tls=True, user="anna")),
        ("imap://anna@mail.north.example/", Address("mail.north.example", 143, is_tls=False, user="anna")),
        (
            "imaps://anna@north.example@imap.north.example",
            Address("imap.north.example", 993, is_tls=True, user="anna@north.example"),
        ),
        (
            "imaps://anna%40north.example@h:1993/Sent",
            Address("h", 1993, is_tls=True, user="anna@north.example", folder="Sent"),
        ),
        ("IMAPS://王芳@邮局.example/已发送", Address("邮局.example", 993, is_tls=True, user="王芳", folder="已发送")),
        ("imaps://a@h/%E5%B7%B2%E5%8F%91%E9%80%81", Address("h", 993, is_tls=True, user="a", folder="已发送")),
        ("imaps://a@h/%5BGmail%5D/Sent%20Mail", Address("h", 993, is_tls=True, user="a", folder="[Gmail]/Sent Mail")),
        ("imaps://a@h/[Gmail]/Sent Mail", Address("h", 993, is_tls=True, user="a", folder="[Gmail]/Sent Mail")),
        ("imap://a@[::1]:1143/", Address("::1", 1143, is_tls=False, user="a")),
        ("imaps://å.berg+x@h", Address("h", 993, is_tls=True, user="å.berg+x")),
    ],
)
def test_an_address(url, address) -> None:
    assert is_address(url)
    assert parse(url) == address


@pytest.mark.parametrize(
    "url",
    [
        "imaps://anna:s3cr3t@h",
        "imaps://anna:s3cr3t@north.example@h/Sent",
        "imaps://anna:s3cr3t/x@h/Sent",
        "imaps://anna:@h",
        "imap://anna@h:s3cr3t@h",
    ],
)
def test_a_password_in_it_is_refused_and_not_repeated(url) -> None:
    with pytest.raises(ImapError) as caught:
        parse(url)
    assert (caught.value.key, caught.value.is_usage) == ("url-password", True)
    assert "s3cr3t" not in "".join(caught.value.text(language) for language in ("en", "zh-Hans", "zh-Hant"))


@pytest.mark.parametrize(
    "url",
    ["imaps://", "imaps://h", "imaps://@h", "imaps://a@", "imaps://a@h:99999", "imaps://a@h:x", "imaps://a@h/%FF"],
)
def test_what_is_none(url) -> None:
    with pytest.raises(ImapError, match="imaps://USER@HOST"):
        parse(url)


@given(st.text(max_size=40))
def test_whatever_the_password_is_it_is_never_repeated(text) -> None:
    url = f"imaps://anna:{text}@mail.north.example"
    with pytest.raises(ImapError) as caught:
        parse(url)
    assert caught.value.args_of_text == {}


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("imaps://anna@north.example@h/Sent", "imap://anna%40north.example@h/Sent"),
        ("imap://anna@north.example@h/Sent", "imap://anna%40north.example@h/Sent"),
        ("imaps://a@h:1993/已发送", "imap://a@h:1993/已发送"),
        ("imaps://a@[::1]/Sent%20Mail", "imap://a@[::1]/Sent%20Mail"),
        ("imaps://a@h/50%25;x", "imap://a@h/50%25%3Bx"),
    ],
)
def test_its_name_in_a_store(address, url) -> None:
    found = parse(address)
    assert found.url(found.folder) == url
    assert parse(url).folder == found.folder


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.8.8", "::1"])
def test_what_is_here(host) -> None:
    assert Address(host, 143, is_tls=False, user="a").is_here
    assert not Address(f"{host}.example", 143, is_tls=False, user="a").is_here


@pytest.mark.parametrize("arguments", [["run"], ["report"], ["baseline"]])
def test_a_password_is_refused_by_every_command(arguments, capfd) -> None:
    from maillint.cli.app import run
    from maillint.cli.guard import guarded

    assert guarded(lambda: run(["audit", *arguments, "imaps://anna:s3cr3t@h/Sent"])) == 2
    told = "".join(capfd.readouterr())
    assert "shell's history" in told
    assert "s3cr3t" not in told
