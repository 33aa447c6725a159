"""Octets to text, whatever the label says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.message.charset import decode, guess

SIMPLE = "王经理：您好，请于11月27日前回复。"
TRADITIONAL = "陳經理您好：請於下週五前回覆，謝謝。"
NORDIC = "På tirsdag møtes vi ved sjøen – «kanskje»."


@pytest.mark.parametrize(
    ("text", "codec", "label"),
    [
        (SIMPLE, "utf-8", "utf-8"),
        (SIMPLE, "utf-8", "UTF8"),
        (SIMPLE, "utf-8", '"utf-8"'),
        (SIMPLE, "gb18030", "gb18030"),
        (SIMPLE, "gbk", "GB2312"),
        ("朱镕基、陶喆、李昇", "gb18030", "gb2312"),
        ("🎂生日快乐", "gb18030", "gbk"),
        (TRADITIONAL, "big5", "big5"),
        ("香港深水埗嘅嘢", "big5hkscs", "Big5"),
        (TRADITIONAL, "big5", "x-x-big5"),
        (NORDIC, "cp1252", "iso-8859-1"),
        ("10 € pro Stück", "iso8859-15", "ISO-8859-15"),
        ("Привет, мир", "koi8-r", "koi8-r"),
        ("こんにちは", "iso2022_jp", "ISO-2022-JP"),
        ("こんにちは", "cp932", "Shift_JIS"),
        ("안녕하세요", "cp949", "ks_c_5601-1987"),
        (SIMPLE, "hz", "hz-gb-2312"),
        (SIMPLE, "utf-16", "utf-16"),
        ("Größe", "utf-7", "utf-7"),
    ],
)
def test_a_truthful_label_is_followed(text, codec, label):
    assert decode(text.encode(codec), label) == (text, "")


@pytest.mark.parametrize(
    ("octets", "label", "text", "defect"),
    [
        (SIMPLE.encode("gbk"), "utf-8", SIMPLE, "charset-wrong"),
        (SIMPLE.encode(), "gb2312", SIMPLE, "charset-wrong"),
        (SIMPLE.encode("gbk"), "big5", SIMPLE, "charset-wrong"),
        (TRADITIONAL.encode("big5"), "gb2312", TRADITIONAL, "charset-wrong"),
        (TRADITIONAL.encode("big5"), "utf-8", TRADITIONAL, "charset-wrong"),
        (SIMPLE.encode("gbk"), "iso-8859-1", SIMPLE, "charset-wrong"),
        (SIMPLE.encode(), "us-ascii", SIMPLE, "charset-wrong"),
        ("danglüe".encode(), "gb2312", "danglüe", "charset-wrong"),
        ("Grüße, Jürgen".encode("latin-1"), "utf-8", "Grüße, Jürgen", "charset-wrong"),
        ("Grüße, Jürgen".encode("latin-1"), "gb2312", "Grüße, Jürgen", "charset-wrong"),
        ("“smart” – it’s".encode("cp1252"), "us-ascii", "“smart” – it’s", ""),
        ("あて先がありません".encode("euc_jp"), "iso-2022-jp", "あて先がありません", "charset-wrong"),
        (SIMPLE.encode("gbk"), "x-unknown", SIMPLE, "charset-unknown"),
        (SIMPLE.encode(), "unknown-8bit", SIMPLE, "charset-unknown"),
        (SIMPLE.encode(), "", SIMPLE, ""),
        (SIMPLE.encode("gbk"), "", SIMPLE, "charset-missing"),
        (TRADITIONAL.encode("big5"), "", TRADITIONAL, "charset-missing"),
    ],
)
def test_a_lying_label_is_seen_through(octets, label, text, defect):
    assert decode(octets, label) == (text, defect)


def test_a_footer_in_another_charset_is_read_by_its_own_evidence():
    mixed = f"你好，{SIMPLE}\n".encode() + SIMPLE.encode("gbk")
    assert decode(mixed, "utf-8")[0] == f"你好，{SIMPLE}\n{SIMPLE}"


def test_chinese_octets_that_a_gateway_took_for_latin_1_are_read_back():
    twice = SIMPLE.encode("gbk").decode("latin-1").encode()
    assert decode(twice, "utf-8") == (SIMPLE, "charset-wrong")
    assert decode(twice, "gb2312") == (SIMPLE, "charset-wrong")


def test_a_character_cut_in_two_costs_that_character_only():
    assert decode(SIMPLE.encode()[:-1], "utf-8")[0] == SIMPLE[:-1] + "\ufffd"
    assert decode(SIMPLE.encode("gbk")[:-1], "gb2312")[0] == SIMPLE[:-1] + "\ufffd"


def test_russian_with_a_broken_character_is_not_taken_for_chinese():
    text = "Заранее благодарны за ответ"
    assert decode(text.encode()[:-1], "utf-8")[0] == text[:-1] + "\ufffd"


@pytest.mark.parametrize("label", ["", "utf-8", "us-ascii"])
def test_accents_without_a_charset_are_not_taken_for_chinese(label):
    german = "die Prüfung der Pläne läuft noch, die Größe der Fässer stimmt.\nWir schützen die Geräte.\nGrüße aus Köln"
    spanish = "El eléctrico sería mañana.\nDespués la señora Núñez confirmará la instalación."
    assert decode(german.encode("cp1252"), label)[0] == german
    assert decode(spanish.encode("cp1252"), label)[0] == spanish
    assert guess("Ein größerer Rabatt für die Geräte im nächsten Jahr".encode("latin-1")).startswith("Ein größerer")


def test_escapes_without_a_label_are_japanese_and_tildes_are_hz():
    assert decode("お願いします".encode("iso2022_jp"))[0] == "お願いします"
    assert decode(SIMPLE.encode("hz"))[0] == SIMPLE
    assert decode(b"rm ~{a,b} and C:\\PROGRA~1")[0] == "rm ~{a,b} and C:\\PROGRA~1"


@pytest.mark.parametrize("label", ["unicode_escape", "idna", "punycode", "rot13", "base64", "x" * 5000, "a\0b", "é"])
def test_codecs_that_are_no_charsets_of_mail_are_not_called(label):
    assert decode(b"plain \\u4f60", label)[0] == "plain \\u4f60"


@pytest.mark.parametrize(
    ("name", "codec"),
    [
        *((name, codec) for name in ("王芳", "卜昌明", "欧阳娜娜") for codec in ("gbk", "utf-8")),
        *((name, codec) for name in ("陳大文", "歐陽娜娜") for codec in ("big5", "utf-8")),
        *((name, codec) for name in ("Müller", "Åse Bjørn", "café") for codec in ("latin-1", "utf-8")),
    ],
)
def test_a_raw_name_in_a_header_is_guessed(name, codec):
    assert guess(name.encode(codec)) == name
    assert guess(name.encode(codec), "big5" if codec == "big5" else "gb2312") == name


@given(
    st.binary(max_size=300), st.sampled_from(["", "utf-8", "gb2312", "big5", "us-ascii", "iso-2022-jp", "x", "utf-7"])
)
def test_any_octets_are_decoded(octets, label):
    text, defect = decode(octets, label)
    assert isinstance(text, str)
    assert defect in ("", "charset-wrong", "charset-unknown", "charset-missing")


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_utf_8_under_its_own_name_comes_back_unchanged(text):
    decoded = decode(text.encode(), "utf-8")[0]
    assert decoded == text or max(text) < "\u0100"
