"""``maillint fix --split``: each matter becomes a draft of its own, and the message stays as it was."""

from __future__ import annotations

import email
import email.policy
import os
import subprocess
import sys

import pytest

from maillint.engine import lint, load
from maillint.message import read

PDF = b"%PDF-1.7 \xe5\xae\x89"
ENGLISH = """Hi Tom,

Invoice 4471 charges twelve cartons of gaskets although the delivery note lists ten; please correct it. A copy is attached.

On a different note, could you book two parking spaces for our visit to the new warehouse? The guard turned us away last time 🚗.

Best regards,
Anna Berg

On Tue, 24 Nov 2026 at 09:00, Tom Reed <tom.reed@south.example> wrote:
> Invoice 4471 is on its way to Malmö.
"""
TRADITIONAL = """李明：

您好！合約第七條已依貴方律師的意見修改，請用印寄回。

另外，尾牙的節目單請於12月3日前報給我。

順頌商祺
王芳
"""
SIMPLIFIED = """李明：

您好！服务器昨晚已经升级，VPN恢复正常。

另外，年会的座位表请在12月3日前报给我，附件是空白表格。

顺颂商祺
王芳
"""


@pytest.fixture
def mail(tmp_path, monkeypatch):
    """``mail(text, subject)`` writes a message with a PDF and gives its path."""
    monkeypatch.chdir(tmp_path)

    def make(text, subject, name="方案å.pdf"):
        message = email.message.EmailMessage(policy=email.policy.SMTP)
        message["From"] = "Anna Bérg <anna.berg@north.example>"
        message["To"] = "Tom Reed <tom.reed@south.example>, 李明 <li.ming@south.example>"
        message["Subject"] = subject
        message["Date"] = "Wed, 25 Nov 2026 10:00:00 +0100"
        message["In-Reply-To"] = "<4471@south.example>"
        message.set_content(text)
        message.add_attachment(PDF, maintype="application", subtype="pdf", filename=name)
        path = tmp_path / "letter.eml"
        path.write_bytes(message.as_bytes())
        return path

    return make


def drafts(folder="out"):
    """Name, message as the standard library reads it, and as maillint does."""
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), "rb") as file:
            data = file.read()
        yield name, email.message_from_bytes(data, policy=email.policy.default), read(data)


def files(message):
    return [part.get_content() for part in message.iter_attachments()]


def test_each_matter_becomes_a_draft_with_subject_and_quote(maillint, mail):
    path = mail(ENGLISH, "Re: Invoice 4471")
    before = path.read_bytes()
    done = maillint("fix", str(path), "--split", "out", "--fail-on", "never")
    (first, one, _), (second, two, other) = drafts()
    assert done.out == (
        f"{path}: 2 matters, each in a draft of its own; the message is as it was\n"
        f"  out/{first}: Re: Invoice 4471\n"
        f"  out/{second}: Book two parking spaces for our visit to the new warehouse\n"
    )
    assert (done.status, path.read_bytes()) == (0, before)
    assert one["Subject"] == "Re: Invoice 4471"
    assert two["To"] == one["To"] == "Tom Reed <tom.reed@south.example>, 李明 <li.ming@south.example>"
    assert two["In-Reply-To"] == "<4471@south.example>"
    assert two["Date"] is None
    assert other.text.startswith("Hi Tom,\n\nCould you book two parking spaces")
    assert "cartons" not in other.text
    assert "last time 🚗.\n\nBest regards,\nAnna Berg\n\nOn Tue, 24 Nov" in other.text
    assert (files(one), files(two)) == ([PDF], [])


@pytest.mark.parametrize(
    ("text", "told", "holder"),
    [
        (TRADITIONAL, "李明：\n\n尾牙的節目單請於12月3日前報給我。\n\n順頌商祺\n王芳", 0),
        (SIMPLIFIED, "李明：\n\n年会的座位表请在12月3日前报给我，附件是", 1),
    ],
)
def test_chinese_matters_lose_the_word_that_led_over(maillint, mail, text, told, holder):
    subject = "VPN恢复正常" if text is SIMPLIFIED else "合約第七條"
    maillint("fix", str(mail(text, subject)), "--split", "out", "--lang", "zh-Hans")
    found = list(drafts())
    assert len(found) == 2
    assert found[1][2].text.startswith(told)
    assert found[0][2].text.startswith("李明：\n\n您好！")
    assert [len(files(message)) for _, message, _ in found] == [int(number == holder) for number in range(2)]


def test_the_drafts_speak_of_one_matter_each(maillint, mail):
    maillint("fix", str(mail(ENGLISH, "Invoice 4471")), "--split", "out")
    for _, _, draft in drafts():
        assert "body-several-topics" not in [finding.check for finding in lint(draft, load()).findings]


def test_a_file_goes_with_the_matter_that_names_it(maillint, mail):
    text = ENGLISH.replace("last time", "last time, see gate-plan")
    maillint("fix", str(mail(text, "Invoice 4471", "Gate-Plan.pdf")), "--split", "out")
    assert [files(message) for _, message, _ in drafts()] == [[], [PDF]]


def test_one_matter_is_not_split(maillint, mail):
    path = mail(ENGLISH.replace("On a different note, could", "Could"), "Invoice 4471")
    done = maillint("fix", str(path), "--split", "out")
    assert done.out == f"{path}: no second matter found, nothing to split\n"
    assert not os.path.exists("out")


def test_splitting_again_leaves_the_drafts_and_never_writes_over_another(maillint, mail):
    path = mail(ENGLISH, "Invoice 4471")
    maillint("fix", str(path), "--split", "out")
    first = next(drafts())[0]
    assert maillint("fix", str(path), "--split", "out", "--fail-on", "never").status == 0
    with open(os.path.join("out", first), "wb") as file:
        file.write(b"mine")
    done = maillint("fix", str(path), "--split", "out", "--fail-on", "never")
    assert done.status == 3
    assert first in done.err
    with open(os.path.join("out", first), "rb") as file:
        assert file.read() == b"mine"


def test_a_signed_message_is_not_split(maillint, mail):
    path = mail(ENGLISH, "Invoice 4471")
    path.write_bytes(
        b"From: Anna <a@north.example>\nTo: Tom <t@south.example>\nSubject: Invoice 4471\nMIME-Version: 1.0\n"
        b'Content-Type: multipart/signed; protocol="application/pgp-signature"; boundary=b\n\n--b\n'
        b"Content-Type: text/plain; charset=utf-8\n\n"
        + ENGLISH.encode()
        + b"\n--b\nContent-Type: application/pgp-signature\n\n-----BEGIN PGP SIGNATURE-----\n--b--\n"
    )
    done = maillint("fix", str(path), "--split", "out")
    assert "left alone: it is signed" in done.out
    assert not os.path.exists("out")


@pytest.mark.parametrize("other", [("--diff",), ("-i",), ("--suggested",), ("-o", "x.eml")])
def test_splitting_goes_with_no_other_kind_of_fixing(maillint, mail, other):
    done = maillint("fix", str(mail(ENGLISH, "Order 4471")), "--split", "out", *other)
    assert done.status == 2
    assert "--split writes new drafts" in done.err


def test_a_message_from_standard_input_is_split_too(mail):
    data = mail(ENGLISH, "Invoice 4471").read_bytes()
    command = [sys.executable, "-m", "maillint", "fix", "-", "--split", "out"]
    done = subprocess.run(command, input=data, capture_output=True, check=False)
    assert done.stdout.startswith(b"-: 2 matters")
    assert [name.partition("-")[0] for name, _, _ in drafts()] == ["draft", "draft"]
