import json
import os
import re
import tomllib

import pytest

from maillint.cli import doctor_texts, request


def test_explain_is_one_page_with_fixed_headings(maillint, desk):
    answer = maillint("explain", "oath-old")
    assert answer.status == request.PASSED
    assert answer.out.splitlines()[:2] == [
        "oath-old: Old oath",
        "warning, confidence high, 7 points a finding; looks at: Subject, Salutation, Body, Closing",
    ]
    headings = [line for line in answer.out.splitlines()[3:] if line and not line.startswith(" ")]
    assert headings == [
        "What it says",
        "Why it matters to the reader",
        "Bad",
        "Better",
        "Fine, and left alone",
        "How safe the rewrite is",
        "Options",
        "The norm behind it",
    ]
    assert "  strictness (int, default 3): How strict.\n" in answer.out
    assert "  suggested: needs your yes\n" in answer.out


def test_explain_names_the_norm_in_words_and_changes_by_profile(maillint, desk):
    assert "  E57: Name days and times" in maillint("explain", "oath-old").out
    assert "\n  internal: info, costs 2\n" in maillint("explain", "date-relative").out


def test_explain_tells_how_often_a_check_was_right(maillint, desk):
    page = maillint("explain", "date-relative").out
    assert re.search(r"business drafts written afterwards, in Chinese: \d+ % of \d+", page)
    assert "How often it was right" not in maillint("explain", "oath-old").out


def test_explain_writes_markdown(maillint, desk):
    page = maillint("explain", "oath-old", "--format", "markdown").out
    assert page.startswith("# Old oath\n\n`oath-old`\n\nwarning, confidence high")
    assert "## Bad\n\n````text\n" in page
    assert maillint("explain", "oath-old", "--format", "html").status == request.USAGE


def test_explain_speaks_chinese_and_takes_groups(maillint, desk):
    out = maillint("explain", "oath", "--lang", "zh-Hant").out
    assert "為什麼重要\n  Nobody says it any more." in out
    assert "嚴格程度。" in out


@pytest.mark.parametrize("command", ["explain", "checks"])
def test_unknown_names_get_the_nearest(maillint, desk, command):
    answer = maillint(command, "oath-odl")
    assert answer.status == request.USAGE
    assert answer.err == "maillint: there is no check or group 'oath-odl'; the nearest is 'oath-old'\n"


@pytest.mark.parametrize("command", ["explain", "checks"])
def test_nothing_is_suggested_where_nothing_is_near(maillint, desk, command):
    assert maillint(command, "日期").err == "maillint: there is no check or group '日期'\n"


def test_options_may_stand_before_the_command(maillint, desk):
    assert maillint("--lang", "zh-Hant", "explain", "oath") == maillint("explain", "oath", "--lang", "zh-Hant")
    assert maillint("--format=json", "checks").out == maillint("checks", "-f", "json").out
    assert maillint("--lang", "en", "mail/b-fine.eml", "--only", "oath").status == request.PASSED


def test_checks_are_listed(maillint, desk):
    assert maillint("checks", "oath").out == "oath-old  warning  7  Old oath\n"
    assert maillint("checks", "oath", "--severity", "error").out == ""
    assert maillint("checks", "oath", "--norm", "E57", "--no-preview").out != ""
    (entry,) = json.loads(maillint("checks", "oath", "--format", "json").out)["checks"]
    assert (entry["check"], entry["norms"], entry["options"]) == ("oath-old", ["E57"], {"strictness": 3})


@pytest.mark.parametrize(("language", "mark"), [("en", " (preview)"), ("zh-Hans", "（试用）"), ("zh-Hant", "（試用）")])
def test_the_list_marks_what_is_on_trial(maillint, desk, language, mark):
    file = desk / "pack/oath/old.toml"
    file.write_text("preview = true\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    assert maillint("checks", "oath", "--lang", language).out.endswith(f"Old oath{mark}\n")


def test_titles_get_lines_of_their_own_on_a_narrow_screen(maillint, desk, monkeypatch):
    for columns, gap in ((30, "  "), (29, "\n    ")):
        monkeypatch.setattr("maillint.cli.commands.screen", lambda columns=columns: columns)
        assert maillint("checks", "oath").out == f"oath-old  warning  7{gap}Old oath\n"


def test_new_check_is_complete_and_fails_until_filled_in(maillint, desk):
    answer = maillint("new-check", "oath-new", "--pack", "mine")
    assert answer.out.splitlines() == ["mine/oath/new.toml", "mine/oath/_group.toml"]
    data = tomllib.loads((desk / "mine/oath/new.toml").read_text(encoding="utf-8"))
    assert len(data["bad"]) == 9
    assert len(data["fine"]) == 15
    tried = maillint("test-checks", "mine")
    assert tried.status == request.FINDINGS
    assert tried.out.endswith("1 check: 15 passed, 10 failed\n")


def test_new_check_speaks_chinese(maillint, desk):
    answer = maillint("new-check", "oath-new", "--pack", "mine", "--lang", "zh-Hant")
    assert "oath-new 現在是關閉的" in answer.err
    text = (desk / "mine/oath/new.toml").read_text(encoding="utf-8")
    assert 'severity = "warning"    # error 錯誤、warning 警告' in text
    assert len(tomllib.loads(text)["fine"]) == 15


def test_new_check_makes_a_package_of_a_group_of_the_built_in_pack(maillint, desk):
    (desk / "mine").mkdir()
    (desk / "mine/__init__.py").touch()
    assert "mine/oath/__init__.py" in maillint("new-check", "oath-new", "--pack", "mine").out.splitlines()
    assert maillint("new-check", "oath-newer", "--pack", "mine").out.splitlines() == ["mine/oath/newer.toml"]


def test_new_check_leaves_built_in_groups_as_they_are(maillint, desk):
    assert maillint("new-check", "date-holiday", "--pack", "mine").out.splitlines() == ["mine/date/holiday.toml"]


@pytest.mark.parametrize(("language", "start"), [("en", "no example was tried"), ("zh-Hant", "沒有試例子")])
def test_test_checks_tells_that_a_change_without_examples_was_not_tried(maillint, desk, language, start):
    change = desk / "mine/tone/casual.toml"
    change.parent.mkdir(parents=True)
    change.write_text('phrases.add.zh-Hans = ["麼麼噠"]\n', encoding="utf-8")
    answer = maillint("test-checks", "mine", "--lang", language)
    assert answer.status == request.PASSED
    assert answer.out.startswith(start)


@pytest.mark.parametrize(("cost", "said"), [(1, "1 point a finding"), (0, "0 points a"), (2.5, "2.5 points a finding")])
def test_points_are_counted_as_people_say_them(maillint, desk, cost, said):
    file = desk / "pack/oath/old.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("cost = 7", f"cost = {cost}"), encoding="utf-8")
    assert said in maillint("explain", "oath-old").out


def test_test_checks_tries_what_a_pack_changes(maillint, desk):
    (desk / "mine/date").mkdir(parents=True)
    (desk / "mine/date/relative.toml").write_text(
        'cost = 9\n[[bad]]\nlang = "en"\ntext = "Hi Tom,\\n\\nI call tomorrow.\\n\\nAnna"\nmarked = ["tomorrow"]\n'
    )
    answer = maillint("test-checks", "mine")
    assert (answer.status, answer.out) == (request.PASSED, "1 check: 1 passed, 0 failed\n")


def test_new_check_that_thinks(maillint, desk):
    answer = maillint("new-check", "oath-very-new", "--pack", "mine", "--python")
    assert "mine/oath/very_new.py" in answer.out
    tried = maillint("test-checks", "mine/oath/very-new.toml")
    assert "crashed" not in tried.out
    assert "a fine example drew ['TODO']" in tried.out


def test_what_a_new_check_begins_with_is_in_the_users_language(maillint, desk):
    maillint("new-check", "oath-new", "--pack", "mine", "--python", "--lang", "zh-Hans")
    code, group, check = ((desk / "mine/oath" / name).read_text() for name in ("new.py", "_group.toml", "new.toml"))
    assert code.startswith('"""TODO: 这项检查看什么')
    assert "cap = 20  # 这一组的检查" in group
    assert 'lang = "zh-Hant"\ntext = """TODO 要標的 1"""' in check


def test_new_check_overwrites_nothing(maillint, desk):
    maillint("new-check", "oath-new", "--pack", "mine")
    before = (desk / "mine/oath/new.toml").read_bytes()
    answer = maillint("new-check", "oath-new", "--pack", "mine")
    assert answer.status == request.USAGE
    assert answer.err == "maillint: mine/oath/new.toml is already there; nothing was written\n"
    assert (desk / "mine/oath/new.toml").read_bytes() == before


@pytest.mark.parametrize("name", ["oath", "Oath-New", "oath_new", "../oath-new", "oath-"])
def test_new_check_wants_a_name(maillint, desk, name):
    answer = maillint("new-check", name)
    assert answer.status == request.USAGE
    assert "group-what-is-wrong" in answer.err


def test_new_check_complains_in_the_users_language(maillint, desk):
    assert "请用小写字母写成“组-问题”的样子" in maillint("new-check", "oath", "--lang", "zh-Hans").err
    (desk / "mine").write_text("å")
    assert maillint("new-check", "oath-new", "--pack", "mine", "--lang", "zh-TW").err.startswith(
        "maillint: mine/oath/new.toml：寫不進去（"
    )
    os.remove(desk / "mine")
    maillint("new-check", "oath-new", "--pack", "mine")
    taken = maillint("new-check", "oath-new", "--pack", "mine", "--lang", "zh-Hans")
    assert taken.err == "maillint: mine/oath/new.toml 已经存在，没有写入任何文件\n"


def test_test_checks_tries_files_groups_and_packs(maillint, desk):
    for path in ("pack", "pack/oath", "pack/oath/old.toml"):
        answer = maillint("test-checks", path)
        assert (answer.status, answer.out) == (request.PASSED, "1 check: 24 passed, 0 failed\n")


def test_test_checks_tells_of_a_folder_that_cannot_be_read(maillint, desk):
    (desk / "bare").mkdir()
    (desk / "bare" / "loop").symlink_to("loop")
    answer = maillint("test-checks", "bare")
    assert (answer.status, answer.err) == (
        2,
        "maillint: bare/loop: cannot be read (Too many levels of symbolic links)\n",
    )


def test_test_checks_goes_on_after_a_broken_file(maillint, desk):
    (desk / "pack/oath/broken.toml").write_text("severity = 'loud'\n")
    answer = maillint("test-checks", "pack")
    assert answer.status == request.FINDINGS
    assert "broken.toml: confidence is missing" in answer.out
    assert answer.out.endswith("2 checks: 24 passed, 1 failed\n")


def test_test_checks_wants_checks(maillint, desk):
    answer = maillint("test-checks", "mail")
    assert answer.status == request.USAGE
    assert "there are no checks" in answer.err


def test_config_show_tells_which_file_set_what(maillint, desk):
    (desk / "maillint.toml").write_text('packs = ["pack"]\nmin-score = 60\n[checks.oath-old]\nstrictness = 4\n')
    lines = maillint("config", "show").out.splitlines()
    assert any(
        line.startswith("min-score = 60 ") and line.endswith("# " + str(desk / "maillint.toml")) for line in lines
    )
    assert any(line.startswith("checks.oath-old.strictness = 4 ") for line in lines)
    assert any(line.startswith('fail-on = "warning" ') and line.endswith("# built-in") for line in lines)
    values = json.loads(maillint("config", "show", "--format", "json").out)["values"]
    assert values["min-score"] == {"value": 60, "origin": str(desk / "maillint.toml")}


def test_config_show_is_toml(maillint, desk):
    (desk / "maillint.toml").write_text(
        'internal-domains = ["north.example", "北.example"]\n[[recipients]]\nmatch = "*@a.example"\n'
    )
    values = tomllib.loads(maillint("config", "show").out)
    assert values["internal-domains"] == ["north.example", "北.example"]
    assert values["recipients"] == [{"match": "*@a.example"}]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--lang", "zh-Hans"], ("# 内置\n", "锁定：fail-on、lang\n", "maillint-words.txt：2 个词\n", "# 自动找到\n")),
        (["--lang", "zh-TW"], ("# 內建\n", "鎖定：fail-on、lang\n", "maillint-words.txt：2 個詞\n", "# 自動找到\n")),
        ([], ("# built-in\n", "locked by ", ": fail-on, lang\n", "maillint-words.txt: 2 words\n", "# found\n")),
    ],
)
def test_config_show_speaks_three_languages(maillint, desk, arguments, words):
    (desk / "maillint.toml").write_text('locked = ["fail-on", "lang"]\n')
    (desk / "maillint-words.txt").write_text("Kestrelon\n灵犀阁\n", encoding="utf-8")
    out = maillint("config", "show", *arguments).out
    assert [word for word in words if word not in out] == []
    assert tomllib.loads(out)["fail-on"] == "warning"


def test_explain_and_checks_name_the_files_they_went_by(maillint, desk):
    own = desk / "eigene å.toml"
    own.write_text('packs = ["pack"]\n[checks.oath-old]\nstrictness = 4\n', encoding="utf-8")
    assert f"\nconfigured by {desk / 'maillint.toml'}\n" in maillint("explain", "oath-old").out
    by_option = maillint("explain", "oath-old", "--config", str(own), "--lang", "zh-Hans").out
    assert f"\n配置文件：{own}\n其中设定：strictness = 4\n" in by_option
    listed = maillint("checks", "oath", "--config", str(own), "--lang", "zh-Hant")
    assert listed.out.startswith("oath-old  警告  7")
    assert listed.err == f"maillint: 設定檔：{own}\n"
    assert json.loads(maillint("checks", "-f", "json").out)["files"] == [str(desk / "maillint.toml")]
    (desk / "maillint.toml").unlink()
    assert "configured by" not in maillint("explain", "date-relative").out
    assert maillint("checks", "date").err == ""


def test_doctor_says_all_is_well(maillint, desk):
    answer = maillint("doctor", "mail")
    assert "problem" not in answer.out.replace("0 problems", "")
    assert answer.status == request.PASSED
    assert answer.out.endswith("all is well\n")


def test_doctor_says_what_to_do(maillint, desk, monkeypatch):
    (desk / "maillint.toml").write_text("fial-on = 'error'\n")
    monkeypatch.setenv("MAILLINT_CACHE_DIR", "/proc/nowhere")
    monkeypatch.setattr("maillint.cachedir.folder", lambda: "/proc/nowhere")
    answer = maillint("doctor", "mail")
    assert answer.status == request.FINDINGS
    assert "problem  configuration:" in answer.out
    assert "problem  cache: /proc/nowhere" in answer.out
    assert "MAILLINT_CACHE_DIR" in answer.out


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("zh-CN", ("有问题   配置：", "；请改正这个文件", "正常     终端：", "\n2 处有问题\n")),
        ("zh_TW", ("有問題   設定：", "；請改正這個檔案", "正常     終端機：", "\n2 處有問題\n")),
        ("en", ("problem  configuration: ", "; correct the file", "ok       terminal: ", "\n2 problems\n")),
    ],
)
def test_doctor_speaks_three_languages(maillint, desk, tag, words):
    (desk / "maillint.toml").write_text("fial-on = 'error'\n")
    answer = maillint("doctor", "mail", "--lang", tag)
    assert answer.status == request.FINDINGS
    assert [word for word in words if word not in answer.out] == []


def test_doctor_goes_by_the_locale_and_the_configuration_at_the_drafts(maillint, desk, monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_HK.UTF-8")
    assert maillint("doctor").out.endswith("一切正常\n")
    assert "語言 zh-Hant" in maillint("doctor").out
    (desk / "mail" / "maillint.toml").write_text('lang = "en"\n')
    assert maillint("doctor", "mail").out.endswith("all is well\n")


def test_every_text_of_the_doctor_fills_the_same_places():
    for key, texts in doctor_texts.TEXTS.items():
        assert len({tuple(sorted(re.findall(r"\{(\w+)", text))) for text in texts}) == 1, key


def test_help_is_complete(maillint, desk):
    out = maillint("--help").out
    for word in (
        "lint",
        "explain",
        "checks",
        "new-check",
        "test-checks",
        "config",
        "doctor",
        "models",
        "Exit status:",
        "Examples:",
    ):
        assert word in out
    assert "..." not in out.split("Commands:")[1].split("Examples:")[0]
    assert maillint().status == request.USAGE
    assert maillint().out == out
    for command in ("lint", "explain", "checks", "new-check", "test-checks", "config", "doctor", "models"):
        assert maillint(command, "--help").out.startswith(f"Usage: maillint {command}")


@pytest.mark.parametrize(
    ("arguments", "command"),
    [
        (("relay", "--next"), "relay"),
        (("fix", "brief.eml", "--output"), "fix"),
        (("audit", "Gesendet/", "--store"), "audit run"),
        (("config", "show", "--lang"), "config show"),
        (("信.eml", "--format"), "lint"),
    ],
)
def test_where_a_value_is_missing_the_commands_own_help_is_named(maillint, arguments, command):
    answer = maillint(*arguments)
    assert answer.status == 2
    assert answer.err.endswith(f"requires an argument; see maillint {command} --help\n")
