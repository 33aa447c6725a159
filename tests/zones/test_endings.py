"""How messages end: closing, signature, postscript, footer."""

from __future__ import annotations

import pytest

from maillint.message.zones import cut


def parts(
    text: str, sender: str = "Anna Berg", email: str = "anna.berg@north.example", **given: object
) -> dict[str, str]:
    zones = cut(text, sender=sender, sender_email=email, readers=[("Tom Reed", "tom@south.example")], **given)  # type: ignore[arg-type]
    return {zone.kind: text[zone.start : zone.end].strip() for zone in zones}


@pytest.mark.parametrize(
    ("ending", "closing", "signature"),
    [
        ("Best regards,\nAnna Berg", "Best regards,", "Anna Berg"),
        ("Many thanks\n\nAnna", "Many thanks", "Anna"),
        ("Cheers,\nanna", "Cheers,", "anna"),
        ("Thanks & Regards\nAB", "Thanks & Regards", "AB"),
        ("MfG\nA. Berg", "MfG", "A. Berg"),
        (
            "Mit freundlichen Grüßen\n\ni.A. Anna Berg\nNorth GmbH\nHauptstr. 1",
            "Mit freundlichen Grüßen",
            "i.A. Anna Berg\nNorth GmbH\nHauptstr. 1",
        ),
        (
            "Thanks,\nAnna\n\n-- \nAnna Berg\nBuyer, North Ltd.\n+47 22 55 01 00",
            "Thanks,",
            "Anna\n\n-- \nAnna Berg\nBuyer, North Ltd.\n+47 22 55 01 00",
        ),
        ("Thanks. Anna", "Thanks.", "Anna"),
        ("Thank you, everybody. You saved the day.\n\nAnna", "Thank you, everybody. You saved the day.", "Anna"),
        ("Many thanks, Anna Berg", "Many thanks,", "Anna Berg"),
        ("See you in Oslo,\nAnna", "See you in Oslo,", "Anna"),
        (
            "Thank you for your patience,\n\nAnna Berg\nNorth Ltd.",
            "Thank you for your patience,",
            "Anna Berg\nNorth Ltd.",
        ),
        ("Let me know if you need more.\n\nAnna", "Let me know if you need more.", "Anna"),
        ("I look forward to hearing from you.\n\n-anna-", "I look forward to hearing from you.", "-anna-"),
        ("Kind regards,\n\nThe North Support Team", "Kind regards,", "The North Support Team"),
    ],
)
def test_english_endings(ending: str, closing: str, signature: str) -> None:
    found = parts(f"Hi Tom,\n\nThe lorry is late.\n\n{ending}")
    assert (found.get("closing"), found.get("signature"), found["body"]) == (closing, signature, "The lorry is late.")


@pytest.mark.parametrize(
    ("ending", "closing", "signature"),
    [
        ("祝好\n王芳", "祝好", "王芳"),
        ("顺颂商祺！\n\n采购部　王芳", "顺颂商祺！", "采购部　王芳"),
        ("敬請\n夏安\n\n王芳", "敬請\n夏安", "王芳"),
        ("如有延誤，敬請原諒。\n\n王芳", "如有延誤，敬請原諒。", "王芳"),
        ("此致\n敬礼！\n　　　　王芳\n　　　　2026年11月25日", "此致\n敬礼！", "王芳\n　　　　2026年11月25日"),
        ("敬祝\n商祺\n北方貿易股份有限公司\n業務部 王芳", "敬祝\n商祺", "北方貿易股份有限公司\n業務部 王芳"),
        ("祝 工作順利\n王芳 敬上", "祝 工作順利", "王芳 敬上"),
        ("谢谢！王芳", "谢谢！", "王芳"),
        ("期待您的回复。\n\n小王", "期待您的回复。", "小王"),
        ("辛苦大家！\n\n行政部", "辛苦大家！", "行政部"),
        ("如有疑問歡迎隨時聯絡。\n\n芳", "如有疑問歡迎隨時聯絡。", None),
        ("Thanks,\nFang", "Thanks,", "Fang"),
    ],
)
def test_chinese_endings(ending: str, closing: str, signature: str | None) -> None:
    found = parts(f"李經理：\n\n貨已備妥。\n\n{ending}", "王芳", "fang.wang@north.example")
    assert found["body"].startswith("貨已備妥。")
    if signature:
        assert (found.get("closing"), found.get("signature")) == (closing, signature)


@pytest.mark.parametrize(
    "last",
    ["发票开给三和印染厂", "客人住进锦江酒店", "单据已交工商银行", "貨送到海關大樓管理處", "驻场人员来自电力局。"],
)
def test_a_last_sentence_that_ends_in_an_office_signs_nothing(last: str) -> None:
    assert "signature" not in parts(f"李經理：\n\n貨已備妥。\n\n{last}", "王芳", "w@north.example")


def test_an_offer_that_names_the_sender_signs_nothing() -> None:
    found = parts(
        "各位同事：\n\n單據請交齊。\n\n有疑问请找王芳（分机 23）。\n\n財務部", "財務部 王芳", "w@north.example"
    )
    assert found["signature"] == "財務部"


def test_an_office_and_its_firm_stand_in_one_line() -> None:
    block = "王芳\n船务部，永航货代\n宁波市北仑区海港路1号 315800"
    found = parts(f"李經理：\n\n貨已備妥。\n\n{block}", "王芳", "w@north.example")
    assert found["signature"] == block


def test_an_office_that_stands_alone_signs() -> None:
    assert parts("李經理：\n\n貨已備妥。\n\n合肥新站电器厂", "", "w@north.example")["signature"] == "合肥新站电器厂"


def test_a_closing_that_follows_a_sentence_leaves_the_sentence_to_the_body() -> None:
    found = parts("李總：\n\n樣品請於12月3日前寄出，謝謝。\n\n王芳", "王芳", "w@north.example")
    assert (found["body"], found["closing"], found["signature"]) == ("樣品請於12月3日前寄出，", "謝謝。", "王芳")


def test_a_name_only_the_address_knows() -> None:
    assert parts("Jo,\n\nthe van is late.\n\nKate", "", "katherine.ashby@north.example")["signature"] == "Kate"
    assert parts("Jo,\n\nthe van is late.\n\nka", "", "katherine.ashby@north.example")["signature"] == "ka"


def test_without_a_name_nothing_is_a_signature() -> None:
    for text in (
        "Hi Tom,\n\nthe van is late.",
        "Hi Tom,\n\n- bread\n- milk",
        "Hi Tom,\n\nWe need:\n\nPaper",
        "李总：\n\n时间：周四\n地点：三楼会议室",
        "Hi Tom,\n\nthe colours are\nRed\nBlue.",
    ):
        assert "signature" not in parts(text), text


@pytest.mark.parametrize(
    "footer",
    [
        "Sent from my iPhone",
        "发自我的iPhone",
        "發自我的手機",
        "发送自 Windows 邮件",
        "This e-mail is confidential. If you received it in error, please delete it.",
        "____________________\nDISCLAIMER: this message is intended solely for the addressee.",
        "**********\nThe information in this message is privileged.\n**********",
        "本邮件仅供收件人阅读，误收者请勿转发，并将其删除。",
        "本電子郵件內容屬機密，誤收者請即刪除並通知寄件人。",
        "_________________________________________________\nGet your free weather alarm at http://weather.example",
        "_______________________________________________\nPaper mailing list\nhttp://lists.example/mailman/listinfo/paper",
        "Please consider the environment before printing this e-mail.",
        "- plan.doc\n - prices.xls",
    ],
)
def test_footers(footer: str) -> None:
    found = parts(f"Hi Tom,\n\nThe lorry is late.\n\nBest,\nAnna\n\n{footer}")
    assert (found["footer"], found["signature"], found["body"]) == (footer, "Anna", "The lorry is late.")


def test_a_word_about_confidence_is_no_footer() -> None:
    text = "Hi Tom,\n\nThis message is confidential, as you asked.\n\nPlease tell nobody.\n\nKind regards,\nAnna"
    assert "footer" not in parts(text)


def test_a_footer_right_below_the_name() -> None:
    text = (
        "顾总：\n\n货已发出。\n\n王芳\n北方公司 销售部\n021-5555 0100\n本邮件仅供收件人使用，请勿转发，如您误收请删除。"
    )
    found = parts(text, "王芳", "w@north.example")
    assert found["signature"] == "王芳\n北方公司 销售部\n021-5555 0100"
    assert found["footer"].startswith("本邮件")


def test_postscripts_and_footnotes_are_the_authors_words() -> None:
    text = "Hi Tom,\n\nThe lorry is late.\n\nBest,\nAnna\n\nP.S. The driver has your number."
    zones = cut(text, sender="Anna Berg", sender_email="a@north.example")
    assert [zone.kind for zone in zones] == ["salutation", "body", "closing", "signature", "body"]
    text = "Hi Tom,\n\nThe sum is right*.\n\nBest,\nAnna\n\n* Without the tax that was agreed upon later in the year."
    zones = cut(text, sender="Anna Berg", sender_email="a@north.example")
    assert [zone.kind for zone in zones] == ["salutation", "body", "closing", "signature", "body"]


def test_the_markup_knows_where_the_signature_begins() -> None:
    text = "Hi Tom,\n\nthe lorry is late\n\nsee us at the fair, hall 4"
    start = text.index("see us")
    assert parts(text, marks=[("signature", start, len(text))])["signature"] == "see us at the fair, hall 4"


def test_a_message_that_is_one_sentence_of_thanks_has_its_matter_there() -> None:
    assert parts("Hi Tom,\n\nThank you for guiding us through the city!") == {
        "salutation": "Hi Tom,",
        "body": "Thank you for guiding us through the city!",
    }


def test_a_signature_above_and_an_answer_below() -> None:
    text = "Hi Tom,\n\nsee below.\n\nRegards,\nAnna\n\n> And the tax?\n\nIncluded.\n"
    zones = cut(text, sender="Anna Berg", sender_email="a@north.example")
    assert [zone.kind for zone in zones] == ["salutation", "body", "closing", "signature", "quote", "body"]


def test_a_person_signs_above_the_firm_the_address_belongs_to() -> None:
    text = (
        "Dear donor,\n\nPlease bring your card.\n\nThank you for giving.\n\nÅse Maddock\nDonor Relations, Severn Trust"
    )
    found = parts(text, sender="Severn Trust", email="donors@severn.example")
    assert found["closing"] == "Thank you for giving."
    assert found["signature"] == "Åse Maddock\nDonor Relations, Severn Trust"


def test_a_name_below_a_closing_greets_nobody() -> None:
    assert "salutation" not in parts("Just a test\n\nBest regards\nTom", sender="", email="x@north.example")
