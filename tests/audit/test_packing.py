"""Many messages in few files, for a cluster."""

from __future__ import annotations

import pyarrow.parquet as pq
import pytest

from maillint.audit import packing


def test_every_message_is_a_row_and_what_cannot_be_read_is_one_without_content(sent, tmp_path) -> None:
    (sent / "空.eml").write_bytes(b"")
    assert packing.pack([str(sent)], str(tmp_path / "packed")) == 31
    rows = pq.read_table(tmp_path / "packed").to_pylist()
    assert {row["path"]: row["content"] for row in rows} == {
        str(path): path.read_bytes() or None for path in sent.iterdir()
    }


def test_files_are_begun_anew_after_so_many_messages(sent, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(packing, "ROW_GROUP", 10)
    monkeypatch.setattr(packing, "FILE", 20)
    packing.pack([str(sent)], str(tmp_path / "packed"))
    files = sorted((tmp_path / "packed").iterdir())
    assert [pq.ParquetFile(file).metadata.num_rows for file in files] == [20, 10]


def test_giant_messages_are_in_small_row_groups(sent, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(packing, "OCTETS", 50_000)
    (sent / "0 很大.eml").write_bytes(b"Subject: big\n\n" + b"x" * 60_000)
    packing.pack([str(sent)], str(tmp_path / "packed"))
    (file,) = (tmp_path / "packed").iterdir()
    metadata = pq.ParquetFile(file).metadata
    assert [metadata.row_group(0).num_rows, metadata.num_rows] == [1, 31]


def test_the_command_says_how_many_and_keeps_what_is_there(sent, tmp_path, capfd) -> None:
    from maillint.cli import audit_spark
    from maillint.cli.request import UsageError

    audit_spark.pack([str(sent)], str(tmp_path / "packed"), "zh-Hans")
    assert capfd.readouterr().err == f"30 封邮件已写入 {tmp_path / 'packed'}\n"
    with pytest.raises(UsageError, match="empty folder"):
        audit_spark.pack([str(sent)], str(tmp_path / "packed"), "en")
