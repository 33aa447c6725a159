"""A pack whose Python is broken: its author learns file, line and what to do, in a run, by test-checks and doctor."""

import pytest

from maillint.cli import request
from maillint.engine import ruleset

HEAD = "from maillint.authoring import Span\n\n\ndef find(draft, rule, hits):\n"


def _rewriting(rewrite):
    head = HEAD.replace("import Span", "import Grade, Span, replace")
    return f"{head}    yield rule.finding(draft, hits[0].span, rewrite={rewrite})\n"


BROKEN = {
    "syntax": ("def find(draft, rule, hits):\n    yield from ((\n", ":2: SyntaxError: '(' was never closed"),
    "import": (
        "from maillint.authoring import Spam\n",
        ":1: ImportError: maillint.authoring offers no 'Spam'; the nearest is 'Span'",
    ),
    "name": (HEAD + "    yield rule.finding(drft, hits[0].span)\n", ":5: NameError: name 'drft' is not defined"),
    "no find": ("def 找(draft, rule, hits):\n    yield\n", ": has no function find(draft, rule, hits)"),
    "no findings": (HEAD + "    yield '咒语'\n", ": TypeError: find yields 'str'; it is to yield findings"),
    "nothing": (HEAD + "    return None\n", ": TypeError: 'NoneType' object is not iterable"),
    "the end": (f"import sys\n{HEAD}    sys.exit(0)\n    yield\n", ":6: SystemExit: 0"),
    "the end at once": ("import sys\n\nsys.exit(3)\n", ":3: SystemExit: 3"),
    "edit far away": (
        _rewriting("replace(Grade.SAFE, [(Span('body', 0, 99_999), '好')])"),
        "ValueError: Span(zone='body', start=0, end=99999) lies outside of the text",
    ),
    "edits on top of each other": (
        _rewriting("replace(Grade.SAFE, [(Span('body', 0, 4), 'å'), (Span('closing', 3, 5), '好')])"),
        "ValueError: two edits of one rewrite change the same words",
    ),
    "an alternative without a zone": (
        _rewriting("replace(Grade.SAFE, [(hits[0].span, '')], [(Span('boddy', 0, 1), '')])"),
        "start=0, end=1) has no zone; the nearest is 'body'",
    ),
    "a number for words": (
        _rewriting("replace(Grade.SAFE, [(hits[0].span, 5)])"),
        "TypeError: a finding holds 5, where str belongs",
    ),
    "a rewrite that is none": (_rewriting("'好'"), "TypeError: a finding holds '好', where Rewrite belongs"),
    "a severity that is none": (
        HEAD + "    yield rule.finding(draft, hits[0].span, severity='error')\n",
        "TypeError: a finding holds 'error', where Severity belongs",
    ),
    "far away": (HEAD + "    yield rule.finding(draft, Span('body', 0, 99_999))\n", "lies outside of the text"),
}


@pytest.fixture(autouse=True)
def _nothing_is_loaded_yet():
    ruleset._module.cache_clear()
    ruleset._finder.cache_clear()


@pytest.fixture(params=BROKEN)
def broken(request, desk):
    """A pack whose check cannot run; its file, and what is to be told."""
    text, words = BROKEN[request.param]
    (desk / "pack/oath/old.py").write_text(text, encoding="utf-8")
    return desk / "pack/oath/old.py", words


@pytest.mark.parametrize("options", [[], ["--quiet"]])
def test_a_run_tells_file_and_line_and_goes_on(maillint, broken, options):
    path, words = broken
    answer = maillint("mail/a-oath.eml", *options)
    assert answer.status == request.PASSED
    (line,) = [line for line in answer.out.splitlines() if line.endswith("[oath-old]")]
    assert f"{path}" in line
    assert words in line
    assert "so oath-old did not judge this message, the other checks did. Mend the file" in line
    assert "maillint test-checks" in line
    assert "report it" not in answer.out


def test_in_chinese_too(maillint, broken):
    out = maillint("mail/a-oath.eml", "--lang", "zh-Hans").out
    assert "因此 oath-old 没有检查这封邮件，其余检查照常完成。请修正这个文件" in out


def test_test_checks_tells_file_and_line(maillint, broken):
    words = broken[1]
    answer = maillint("test-checks", "pack")
    assert answer.status == request.FINDINGS
    assert "pack/oath/old.py" in answer.out
    assert words in answer.out
    assert "bug in maillint" not in answer.err
    assert answer.out.splitlines()[-1].startswith("1 check: ")


def test_doctor_and_explain_tell_it(maillint, desk):
    (desk / "pack/oath/old.py").write_text(BROKEN["syntax"][0])
    told = f"{desk / 'pack/oath/old.py'}{BROKEN['syntax'][1]}"
    assert f"problem  checks: {told}" in maillint("doctor").out
    answer = maillint("explain", "oath-old")
    assert (answer.status, answer.err) == (request.USAGE, f"maillint: {told}\n")


def test_debug_shows_the_traceback_of_the_pack_once_and_nothing_of_maillint(maillint, desk):
    (desk / "pack/oath/old.py").write_text(BROKEN["name"][0])
    out = maillint("test-checks", "pack", "--debug").out
    assert out.count("Traceback") == 1
    assert f'File "{desk / "pack/oath/old.py"}", line 5, in find' in out
    assert out.endswith("NameError: name 'drft' is not defined\n1 check: 15 passed, 9 failed\n")
    assert "Traceback" not in maillint("test-checks", "pack").out


def test_debug_shows_what_a_file_that_cannot_be_loaded_wanted(maillint, desk):
    (desk / "pack/oath/old.py").write_text("import nowhere_at_all\n")
    out = maillint("test-checks", "pack", "--debug").out
    assert "line 1, in <module>\n    import nowhere_at_all\nModuleNotFoundError" in out


def test_hyphens_are_told_and_orphans(maillint, desk):
    (desk / "pack/oath/very-old.toml").write_text((desk / "pack/oath/old.toml").read_text(encoding="utf-8"))
    (desk / "pack/oath/very-old.py").write_text("")
    (desk / "pack/oath/odl.py").write_text("")
    answer = maillint("test-checks", "pack", "--lang", "zh-Hans")
    assert answer.status == request.FINDINGS
    assert answer.out.splitlines() == [
        "pack/oath/very-old.toml: pack/oath/very-old.py 不会被载入：这项检查的 Python 文件应命名为 very_old.py",
        "pack/oath/odl.py 不会被载入：旁边没有 odl.toml",
        "2 项检查：48 个通过，2 个不通过",
    ]
    assert "odl.py" not in maillint("test-checks", "pack/oath/old.toml").out
