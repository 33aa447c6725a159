"""``maillint fix`` with a model of the user's own: asked only where it is configured, shown only what the guard lets pass."""

from __future__ import annotations

import io
import sys

import pytest

from maillint.__main__ import main

ENGLISH = """From: Anna Berg <anna.berg@north.example>
To: Tom Reed <tom.reed@south.example>
Subject: Invoice 4471: missing again
Date: Wed, 25 Nov 2026 10:00:00 +0100
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

Dear Tom,

The crane is in Malmö.

You failed to attach invoice 4471 yet again, and your stupid team
did not answer on 20 November 2026. We cannot pay without it.

Best regards,
Anna Berg
"""
POLITE = (
    "Invoice 4471 was left out yet again, and your team did not answer on 20 November 2026. We cannot pay without it."
)
CHINESE = """From: 王芳 <wang.fang@north.example>
To: 李明 <li.ming@south.example>
Subject: 发票4471未收到
Date: Wed, 25 Nov 2026 10:00:00 +0800
MIME-Version: 1.0
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: 8bit

<p>李明，您好！</p><p>你们怎么搞的，又忘了附上<b>4471号</b>发票？没有发票我们没法付款。</p><p>顺颂商祺<br>王芳</p>
"""


@pytest.fixture
def maillint(monkeypatch, capsysbinary, tmp_path):
    """Runs the command line in a folder of its own, with a home of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["maillint", *arguments])
        status = main()
        out, err = (stream.decode() for stream in capsysbinary.readouterr())
        return status, out, err

    return run


@pytest.fixture
def configured(tmp_path):
    """``configured(url, model="qwen3")`` writes the user's own configuration."""

    def write(url, where="config/maillint/maillint.toml", **more):
        values = {"engine": "openai-compatible", "url": url, "model": "qwen3", "timeout": 5, **more}
        lines = [f"{key} = {value if isinstance(value, int) else repr(value)}" for key, value in values.items()]
        path = tmp_path / where
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(["[rewrite]", *lines, ""]), encoding="utf-8")

    return write


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "draft.eml"
    path.write_text(ENGLISH, encoding="utf-8")
    return path


def test_nothing_is_asked_where_nothing_is_configured(maillint, draft, chat):
    maillint("fix", "--suggested", "draft.eml")
    assert chat.asked == []
    assert "stupid" in draft.read_text(encoding="utf-8")


@pytest.mark.parametrize("arguments", [("draft.eml",), ("fix", "draft.eml"), ("fix", "--diff", "draft.eml")])
def test_nothing_is_asked_unless_suggestions_are_wanted(maillint, draft, chat, configured, arguments):
    configured(chat.url)
    maillint(*arguments)
    assert chat.asked == []


def test_a_paragraph_is_worded_anew_in_lines_as_long_as_before(maillint, draft, chat, configured):
    configured(chat.url)
    chat.answers = lambda _: POLITE
    _, out, err = maillint("fix", "--suggested", "draft.eml")
    assert f"paragraphs with findings go to {chat.url} (model qwen3)" in err
    text = draft.read_text(encoding="utf-8")
    assert text == ENGLISH.replace(
        "You failed to attach invoice 4471 yet again, and your stupid team\ndid not answer on 20 November 2026. We cannot pay without it.",
        "Invoice 4471 was left out yet again, and your team did not answer\non 20 November 2026. We cannot pay without it.",
    )
    assert "[tone-rude]" in out
    assert draft.with_name("draft.eml.orig").exists()


def test_only_the_paragraph_and_what_is_wrong_with_it_goes_out(maillint, draft, chat, configured):
    configured(chat.url)
    chat.answers = lambda _: POLITE
    maillint("fix", "--suggested", "draft.eml")
    (text,) = chat.texts
    assert "stupid" in text
    assert "“You failed to” puts the blame on the reader" in text
    assert not any(word in text for word in ("Malmö", "Dear Tom", "Best regards", "south.example", "missing again"))


def test_chinese_is_asked_in_chinese_and_its_markup_stays(maillint, tmp_path, chat, configured):
    configured(chat.url)
    chat.answers = lambda _: "请问是不是漏了4471号发票？没有发票我们无法付款。"
    (tmp_path / "稿.eml").write_text(CHINESE, encoding="utf-8")
    maillint("fix", "--suggested", "--lang", "zh-Hans", "稿.eml")
    assert "不妥之处：" in chat.texts[0]
    assert "你负责修改商务邮件" in chat.asked[0][2]["messages"][0]["content"]
    assert "<p>请问是不是漏了<b>4471号</b>发票？没有发票我们无法付款。</p>" in (tmp_path / "稿.eml").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (POLITE.replace("4471", "4472"), "numbers"),
        (POLITE.replace("cannot", "can"), "negations"),
        (POLITE.replace("20 November", "21 November"), "numbers"),
        (POLITE + " Berta will call.", "names"),
        ("Sure! " + POLITE, "form"),
        ("", "form"),
        (POLITE * 9, "length"),
    ],
)
def test_an_answer_that_does_not_keep_to_the_text_is_not_shown(maillint, draft, chat, configured, answer, why):
    configured(chat.url)
    chat.answers = lambda _: answer
    _, out, _ = maillint("fix", "--suggested", "draft.eml")
    assert draft.read_text(encoding="utf-8") == ENGLISH
    assert "1 answer of the model not shown, since they did not keep to the text: " in out
    assert why in out.rpartition(": ")[2]


def test_an_answer_that_is_as_rude_is_not_applied(maillint, draft, chat, configured):
    configured(chat.url)
    chat.answers = lambda _: POLITE.replace("your team", "your stupid team")
    maillint("fix", "--suggested", "draft.eml")
    assert "stupid" in draft.read_text(encoding="utf-8")
    assert len(chat.asked) <= 3


def test_fixing_twice_is_fixing_once(maillint, draft, chat, configured):
    configured(chat.url)
    chat.answers = lambda _: POLITE
    maillint("fix", "--suggested", "draft.eml")
    before, asked = draft.read_bytes(), len(chat.asked)
    maillint("fix", "--suggested", "draft.eml")
    assert (draft.read_bytes(), len(chat.asked)) == (before, asked)


def test_a_model_that_is_not_there_is_told_once_and_all_else_goes_on(maillint, draft, chat, configured, answered):
    configured(chat.url)
    chat.behave = lambda handler: answered(handler, b"", status=500)
    draft.write_text(ENGLISH.replace("Malmö.", "Malmö!!"), encoding="utf-8")
    status, out, _ = maillint("fix", "--suggested", "draft.eml")
    assert "Malmö." in draft.read_text(encoding="utf-8")
    assert out.count("the model's server answers 500") == 1
    assert (status, len(chat.asked)) == (1, 1)


def test_in_a_review_the_wording_is_one_that_can_be_taken(maillint, draft, chat, configured, monkeypatch):
    configured(chat.url)
    chat.answers = lambda _: POLITE
    monkeypatch.setattr(sys, "stdin", io.StringIO("a\nq\n"))
    _, out, _ = maillint("fix", "-i", "draft.eml")
    assert "+ Invoice 4471 was left out yet again" in out
    assert "stupid" not in draft.read_text(encoding="utf-8")


def test_a_configuration_that_lies_with_the_draft_sends_nothing_anywhere(maillint, draft, chat, configured):
    configured(chat.url, where="maillint.toml")
    status, _, err = maillint("fix", "--suggested", "draft.eml")
    assert (status, chat.asked) == (2, [])
    assert "this one lies with the draft" in err
    chat.answers = lambda _: POLITE
    assert maillint("fix", "--suggested", "--config", "maillint.toml", "draft.eml")[0] == 0
    assert len(chat.asked) == 1


def test_a_draft_s_folder_cannot_change_the_address_of_the_user_s_own(maillint, draft, chat, configured, tmp_path):
    configured(chat.url)
    (tmp_path / "maillint.toml").write_text('[rewrite]\nurl = "http://127.0.0.1:9/v1"\n')
    assert maillint("fix", "--suggested", "draft.eml")[0] == 2
    assert chat.asked == []


def test_a_key_comes_from_the_environment_or_a_file_that_nobody_else_reads(
    maillint, draft, chat, configured, monkeypatch, tmp_path
):
    chat.answers = lambda _: POLITE
    configured(chat.url, key="env:LLM_KEY")
    monkeypatch.setenv("LLM_KEY", "from-env")
    maillint("fix", "--suggested", "draft.eml")
    secret = tmp_path / "secret"
    secret.write_text("from-file\n")
    secret.chmod(0o600)
    configured(chat.url, key=f"file:{secret}")
    draft.write_text(ENGLISH, encoding="utf-8")
    maillint("fix", "--suggested", "draft.eml")
    keys = [fields["Authorization"] for _, fields, _ in chat.asked]
    assert keys == ["Bearer from-env", "Bearer from-file"]
    secret.chmod(0o644)
    draft.write_text(ENGLISH, encoding="utf-8")
    assert "others can read it" in maillint("fix", "--suggested", "draft.eml")[2]


@pytest.mark.parametrize(
    ("more", "complaint"),
    [
        ({"url": "http://api.example.com/v1"}, "use https there"),
        ({"url": "nowhere"}, "is no address"),
        ({"model": ""}, "say which model"),
        ({"key": "hunter2"}, "rewrite.key: a password comes from keyring:"),
        ({"engine": "openai"}, "it may be off, openai-compatible"),
        ({"tiemout": 3}, "the nearest is 'timeout'"),
    ],
)
def test_what_cannot_be_used_is_said_and_nothing_sent(maillint, draft, chat, configured, more, complaint):
    configured(**{"url": chat.url, **more})
    status, _, err = maillint("fix", "--suggested", "draft.eml")
    assert (status, chat.asked) == (2, [])
    assert complaint in err


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_where_the_text_goes_is_said_in_every_language(maillint, draft, chat, configured, language):
    configured(chat.url)
    chat.answers = lambda _: "x"
    _, out, err = maillint("fix", "--suggested", "--diff", "--lang", language, "draft.eml")
    assert chat.url in err
    assert {"en": "not shown", "zh-Hans": "未予采用", "zh-Hant": "未予採用"}[language] in out


def test_the_client_is_not_even_loaded_without_a_configuration(root):
    import subprocess

    code = (
        "import sys; sys.argv = ['maillint', 'fix', '--suggested', '--diff', sys.argv[1]]\n"
        "from maillint.__main__ import main; main()\n"
        "assert not {'http.client', 'maillint.rewrite.model.client', 'maillint.passwords'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code, str(root / "samples" / "hasty.eml")], check=True, capture_output=True)
