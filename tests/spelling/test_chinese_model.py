"""The real language model: ./task installs it; by hand, maillint models install zh."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from maillint.engine import Config, lint, load
from maillint.finding import Grade
from maillint.language.spelling import lattice
from maillint.language.spelling.lattice import correct, model, vocabulary
from maillint.message import read

if TYPE_CHECKING:
    from collections.abc import Iterator

SLIPS = {
    "本次会意由采购部主持，请各部们负责人参加。": ["会意>会议", "部们>部门"],
    "相关才料已经提交给质检部门。": ["才料>材料"],
    "请贵公司按照合同约定旅行付款义务。": ["旅行>履行"],
    "我们将严格尊守公司的保密规定。": ["尊守>遵守"],
    "该设备的技述参数请参考说明书。": ["技述>技术"],
    "感谢贵司长期以来的只持与信任。": ["只持>支持"],
    "工程进渡比计划提前了两周。": ["进渡>进度"],
    "请财务部及时和对本月的账目。": ["和对>核对"],
    "客户对产品的制量提出了意见。": ["制量>质量"],
    "供应商的资制文件已经审核通过。": ["资制>资质"],
    "双方就争议条款进行了斜商。": ["斜商>协商"],
    "感謝貴公司長期以來對我們的支持與信認。": ["信認>信任"],
}
RIGHT = (
    "请各部门负责人准时参加本周的例会，并提前提交汇报材料。",
    "拣货单和面单已经打印，零担货物明天上午到仓。",
    "这次培训由小彭主讲，王总也会到场致辞。",
    "合同的扫描件见附件，原件将于下周一寄出，请查收。",
    "報價單已經寄出，若有任何問題，請隨時與我聯絡。",
    "溫室裡的同事正忙著換密封條，接著會檢查標著紅字的閥門，請耐著性子等兩天。",
    "系统今晚灰度上线，如有报错请及时回滚。",
    "顺颂商祺，敬候赐复。",
    "请在3日内回函确认，逾期按默认处理。",
)


@pytest.fixture(scope="module", autouse=True)
def _real_model(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The model of this machine, its words sorted anew; forgotten afterwards."""
    cached = (model.path, lattice.is_ready, vocabulary.load, correct.ready_lattice)
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("MAILLINT_ZH_MODEL")
        _forget(*cached)
        if not model.path():
            patch.setenv("MAILLINT_ZH_MODEL", os.path.expanduser(f"~/.cache/maillint/{model.NAME}"))
            _forget(model.path)
        assert model.path(), "the Chinese language model is missing: maillint models install zh"
        assert vocabulary.prepare()
        yield
    _forget(*cached)


SINGLES = {
    "贵司的款项我们昨天以收到，发票明天寄出。": "以>已",
    "下次在来拜访时一并签字。": "在>再",
    "货物末能按时到达，请见谅。": "末>未",
    "请到三楼服务台辨理入住手续。": "辨>办",
    "本次捡验的样品全部合格。": "捡验>检验",
    "我們會儘快辨理退款手續。": "辨>辦",
}
RIGHT_SINGLES = (
    "我们以收到货款的日期为准，以安排后续生产。",
    "会议在三楼举行，请在会前签到，再到一楼领取资料。",
    "贵方不得转让，所得收益归甲方所有，工作做得很好。",
    "期末考核和月末结账都在本周，周末能到的请举手。",
    "請以書面回覆為準，並於會議中再行討論。",
)


def test_single_characters_are_told_apart() -> None:
    for text, slip in SINGLES.items():
        assert [f"{found.wrong}>{found.right}" for found in lattice.find(text) if found.is_believed] == [slip]
    for text in RIGHT_SINGLES:
        assert [found for found in lattice.find(text) if found.is_believed] == []


def _forget(*functions: object) -> None:
    for function in functions:
        function.cache_clear()  # type: ignore[attr-defined]


def test_slips_of_the_ear_are_heard() -> None:
    heard = {text: [f"{slip.wrong}>{slip.right}" for slip in lattice.find(text)] for text in SLIPS}
    planted = {slip for slips in SLIPS.values() for slip in slips}
    mended = {slip for slips in heard.values() for slip in slips}
    assert len(mended & planted) >= len(planted) * 2 // 3, heard
    assert {slip[:2] for slip in mended} <= {slip[:2] for slip in planted}


@pytest.mark.parametrize("text", RIGHT)
def test_right_sentences_are_left_alone(text: str) -> None:
    assert lattice.find(text) == []


def mail(body: str, name: str = "王芳") -> bytes:
    return (
        f"From: {name} <a@north.example>\nTo: 李明 <b@south.example>\nSubject: 验收\n"
        f"Content-Type: text/plain; charset=utf-8\n\n李经理：\n\n您好！{body}\n\n祝商祺\n{name}\n"
    ).encode()


def found_in(body: str, name: str = "王芳") -> list[tuple[str, Grade]]:
    report = lint(read(mail(body, name)), load(Config()))
    return [
        (finding.text, finding.rewrite.grade)
        for finding in report.findings
        if finding.check == "spelling-homophone" and finding.rewrite
    ]


def test_the_check_hears_what_its_list_lacks_and_doubles_nothing() -> None:
    texts = [text for text, _ in found_in("相关才料见付件，请察收。")]
    assert sorted(texts) == ["付件", "察收", "才料"]


def test_sure_slips_may_be_mended_unasked() -> None:
    assert dict(found_in("请贵公司相关部门尽快提交相关才料。"))["才料"] in (Grade.SAFE, Grade.SUGGESTED)


def test_a_name_in_the_headers_is_no_slip() -> None:
    assert found_in("这份才料由才料公司提供。", name="才料") == []


def test_what_a_message_has_twice_is_a_term() -> None:
    once, twice = "双方就争议条款进行了斜商。", "双方就争议条款进行了斜商，斜商记录另附。"
    assert [text for text, _ in found_in(once)] == ["斜商"]
    assert found_in(twice) == []


def test_a_particle_in_a_longer_word_is_marked_alone() -> None:
    assert [text for text, _ in found_in("请勿与良品混再一起存放。")] == ["再"]
