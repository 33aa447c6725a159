"""An audit on a real Spark finds what an audit here finds, whatever dies on the way."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress

import pytest

from tests.engine.conftest import CHECK, PHRASES


def audit(*arguments, **variables):
    command = [sys.executable, "-m", "maillint", "audit", *map(str, arguments)]
    environment = {**os.environ, "PYTHONUTF8": "1", **variables}
    return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=300, check=False)


def judged(folder) -> list[str]:
    """All judgements of a folder of Parquet, one text each, sorted."""
    from maillint.audit.datasets import records

    rows = [record for some in records(str(folder)) for record in some]
    return sorted(json.dumps(row, ensure_ascii=False, sort_keys=True) for row in rows)


@pytest.fixture(scope="session")
def expected(sent, tmp_path_factory) -> list[str]:
    """What the audit on this machine says of the same folder, each file by itself."""
    from maillint.audit.judging import judge
    from maillint.audit.tabular import plain
    from maillint.engine import Config, load

    ruleset = load(Config())
    rows = [judge(path.read_bytes(), plain(str(path)), ruleset) for path in sent.rglob("*.eml")]
    assert len(rows) > 150
    return sorted(json.dumps(row, ensure_ascii=False, sort_keys=True) for row in rows)


def test_a_local_session_finds_the_same_and_the_report_reads_it(sent, expected, tmp_path) -> None:
    output, here = tmp_path / "judged", {"XDG_DATA_HOME": str(tmp_path / "data")}
    result = audit("--engine", "spark", "--master", "local[2]", sent, "--output", output)
    assert (result.returncode, result.stdout) == (0, ""), result.stderr
    assert "maillint audit report" in result.stderr
    assert judged(output) == expected
    there = json.loads(audit("report", output, "--format", "json", **here).stdout)
    local = json.loads(audit(sent, "--format", "json", **here).stdout)
    for name in ("messages", "judged", "mean", "median"):
        assert there[name] == local[name]


@pytest.mark.parametrize("where", ["here", "cluster"])
def test_the_same_is_found_although_a_worker_is_killed(where, request, sent, expected, tmp_path) -> None:
    output = tmp_path / "judged"
    master = "local[2]" if where == "here" else request.getfixturevalue("cluster")
    command = [sys.executable, "-m", "maillint", "audit", "--engine", "spark", "--master", master, sent]
    with subprocess.Popen([*map(str, command), "--output", str(output)], stderr=subprocess.PIPE) as job:
        kill_one_python_worker()
        _, said = job.communicate(timeout=300)
    assert job.returncode == 0, said.decode()
    assert judged(output) == expected


def kill_one_python_worker() -> None:
    """Of those that judge, as soon as there is one; only what these tests started counts."""
    import psutil

    for _ in range(1200):
        for process in psutil.Process().children(recursive=True):
            with suppress(psutil.Error):
                is_forked = "pyspark.daemon" in " ".join(process.parent().cmdline())
                if is_forked and process.cpu_times().user > 0.3:
                    process.kill()
                    return
        time.sleep(0.1)
    raise TimeoutError("nobody began to judge")


def test_a_driver_that_is_killed_leaves_what_is_done_to_the_next_run(sent, expected, tmp_path) -> None:
    from maillint.spark.session import session

    output = tmp_path / "judged"
    script = (
        "import sys\nfrom maillint.spark import Job, run\nfrom maillint.spark.session import session\n"
        "with session('local[1]') as spark:\n"
        "    run(spark, Job(sys.argv[1], sys.argv[2], bucket_octets=60_000),"
        " lambda done, all_: print(done, flush=True))\n"
    )
    driver = subprocess.Popen(
        [sys.executable, "-c", script, str(sent), str(output)],
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert driver.stdout
    while int(driver.stdout.readline()) < 1:
        pass
    os.killpg(driver.pid, signal.SIGKILL)
    driver.wait()
    driver.stdout.close()
    from maillint.spark import Job, run

    with session("local[2]") as spark:
        outcome = run(spark, Job(str(sent), str(output), bucket_octets=60_000))
        assert 0 < outcome.done_before < outcome.buckets
        assert run(spark, Job(str(sent), str(output), bucket_octets=60_000)).done_before == outcome.buckets
    assert judged(output) == expected


def test_packs_and_words_go_to_a_cluster_with_the_job(cluster, tmp_path) -> None:
    from maillint.engine import Config, load
    from maillint.engine.keys import KEYS
    from maillint.spark.frames import lint
    from maillint.spark.session import session

    (tmp_path / "规则" / "tone").mkdir(parents=True)
    (tmp_path / "规则" / "tone" / "_group.toml").write_text(
        'title = {en = "Tone", zh-Hans = "语气", zh-Hant = "語氣"}\ncap = 20\norder = 9\n', encoding="utf-8"
    )
    (tmp_path / "规则" / "tone" / "pet-word.toml").write_text(CHECK.format(extra="", phrases=PHRASES), encoding="utf-8")
    code = "from maillint.authoring import *\n\n\ndef find(draft, rule, hits):\n    yield from (rule.finding(draft, hit.span) for hit in hits)\n"
    (tmp_path / "规则" / "tone" / "pet_word.py").write_text(code, encoding="utf-8")
    (tmp_path / "words.txt").write_text("recieve\n", encoding="utf-8")
    values = {name: key.default for name, key in KEYS.items()}
    config = Config({**values, "packs": [str(tmp_path / "规则")], "words": [str(tmp_path / "words.txt")]})
    load(config)
    mail = b"From: a@north.example\nTo: b@south.example\nSubject: The plan for 5 May 2027\n\nHello Tom,\n\nBasically we recieve it.\n"
    with session(cluster) as spark:
        frame = spark.createDataFrame([(str(number), mail) for number in range(8)], "path string, content binary")
        found = lint(frame.repartition(4), config)
        (tmp_path / "规则").rename(tmp_path / "away")  # as on a machine that has none of it
        (tmp_path / "words.txt").unlink()
        checks = [{finding.check for finding in row.findings} for row in found.collect()]
    assert len(checks) == 8
    assert all("tone-pet-word" in some and "spelling-typo" not in some for some in checks)


def test_buckets_of_several_rulesets_are_told_apart(sent, tmp_path) -> None:
    from maillint.audit.datasets import take_in
    from maillint.audit.store import Store
    from maillint.audit.summary import summarise
    from maillint.spark import Job, run
    from maillint.spark.session import session

    few = tmp_path / "few"
    few.mkdir()
    for path in sorted(sent.glob("草稿 0-*"))[:3]:
        (few / path.name).write_bytes(path.read_bytes())
    with session("local[1]") as spark:
        run(spark, Job(str(few), str(tmp_path / "out")))
        next(few.iterdir()).unlink()
        run(spark, Job(str(few), str(tmp_path / "out"), only=frozenset({"subject-vague"})))
    with Store(str(tmp_path / "a.db")) as store:
        take_in(str(tmp_path / "out"), store)
        summary = summarise(store)
    assert (summary.messages, summary.outdated) == (3, 1)
    assert {habit.check for habit in summary.checks} >= {"subject-vague"}


@pytest.mark.parametrize(
    ("missing", "said"),
    [("java", "Spark needs Java 17"), ("pyspark", "maillint[spark]"), ("pyarrow", "maillint[spark]")],
)
def test_what_is_missing_is_one_clear_line(sent, tmp_path, missing, said) -> None:
    (tmp_path / "sitecustomize.py").write_text(f"import sys\nsys.modules[{missing!r}] = None\n", encoding="utf-8")
    own = {"PATH": "/nowhere", "JAVA_HOME": ""} if missing == "java" else {"PYTHONPATH": str(tmp_path)}
    result = audit("--engine", "spark", "--master", "local[1]", sent, "--output", tmp_path / "out", **own)
    assert (result.returncode, result.stdout, result.stderr.count("\n")) == (2, "", 1), result.stderr
    assert said in result.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--master", "nowhere", "--output", "out"), "--master nowhere"),
        (("--master", "local[2]"), "--output"),
        (("--master", "local[2]", "--output", "out", "--store", "x.db"), "maillint audit report"),
    ],
)
def test_options_that_do_not_fit_are_told_before_anything_starts(sent, arguments, said) -> None:
    result = audit("--engine", "spark", *arguments, sent)
    assert result.returncode == 2
    assert said in result.stderr


def test_a_source_without_mail_is_told(tmp_path) -> None:
    for source in (tmp_path, tmp_path / "nothing"):
        result = audit("--engine", "spark", "--master", "local[1]", source, "--output", tmp_path / "out")
        assert result.returncode == 2
        assert ".parquet" in result.stderr
