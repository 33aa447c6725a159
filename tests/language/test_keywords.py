"""What a text is about, by its words, and the subjects made of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.language import proposals_en, proposals_zh
from maillint.language.keywords import han_pairs, is_content, stem, tokens, weights
from maillint.language.subjects import columns


@pytest.mark.parametrize("word", ["roof", "Bergen", "invoice", "4471", "IT", "Østersund"])
def test_words_that_name_something(word: str) -> None:
    assert is_content(word)


@pytest.mark.parametrize("word", ["the", "Please", "don't", "we'll", "sent", "x", "hello", "today"])
def test_words_that_name_nothing(word: str) -> None:
    assert not is_content(word)


def test_forms_of_one_word_meet() -> None:
    assert len({stem(word) for word in ("deliver", "delivers", "delivered", "delivering")}) == 1


def test_tokens_keep_codes_and_prices_whole() -> None:
    text = "Offer LY-26-3390: €1,200.50 for 3/4 of it 发票INV-7已付"
    assert [text[start:end] for start, end in tokens(text)][1:] == [
        "LY-26-3390",
        "€1,200.50",
        "for",
        "3/4",
        "of",
        "it",
        "INV-7",
    ]


def test_early_named_and_repeated_words_weigh_more() -> None:
    found = weights(["The pump in Bergen leaks.", "A valve sticks.", "The pump is old."])
    assert found["pump"] > found["valv" if "valv" in found else "valve"]
    assert found["bergen"] > found["leak"]


def test_pairs_of_han_without_function_words() -> None:
    assert han_pairs("仓库的电池") == ["仓库", "电池"]
    assert han_pairs("plain") == []


class TestEnglish:
    @pytest.mark.parametrize(
        ("sentence", "name"),
        [
            ("Could you please check the pressure gauge on line 3?", "Check the pressure gauge on line 3"),
            ("I am writing to inform you that the north gate stays closed.", "North gate stays closed"),
            ("Please find attached the signed lease for the workshop.", "Signed lease for the workshop"),
            ("I wanted to ask about the heating in room 12.", "Heating in room 12"),
            ("When does the lorry with the lamps leave Bergen?", "When does the lorry with the lamps leave Bergen?"),
            ("As discussed, the painters come on 3 December 2026.", "Painters come on 3 December 2026"),
            ("Unfortunately, the crane is out of order, so we have to wait.", "Crane is out of order"),
        ],
    )
    def test_a_sentence_without_its_courtesies(self, sentence: str, name: str) -> None:
        assert proposals_en.propose([sentence], 60)[0] == name

    def test_pleasantries_are_never_a_subject(self) -> None:
        told = ["I hope this finds you well.", "Thank you for your call.", "The boiler in the east wing makes a noise."]
        assert proposals_en.propose(told, 60)[0].startswith("Boiler in the east wing")

    def test_what_the_old_subject_says_leads(self) -> None:
        assert proposals_en.propose(["Your parcel was left with a neighbour."], 60, "Ticket 88213")[0].startswith(
            "Ticket 88213: "
        )

    def test_half_a_date_is_left_out(self) -> None:
        [first, *_] = proposals_en.propose(
            ["The annual inspection of all lifts and hoists begins on 14 December 2026."], 60
        )
        assert first == "Annual inspection of all lifts and hoists begins"

    @pytest.mark.parametrize(
        "sentence",
        [
            "This is completely unacceptable.",
            "You never answer the phone!",
            "Dont care who broke it.",
            "Quarter past nine.",
            "If the hour does not suit.",
            "THE GATE STAYS SHUT TODAY.",
            "Yaaaay, the crane is here 🎉",
            "What really vexed them.",
        ],
    )
    def test_blame_shouts_hours_and_fragments_are_never_a_subject(self, sentence: str) -> None:
        assert proposals_en.propose([sentence], 60) == []

    def test_a_request_is_added_only_to_what_it_asks_for(self) -> None:
        told = ["Three gauges in Tromsø fail.", "Could you please check the pump seals?"]
        assert [text for text in proposals_en.propose(told, 60) if text.endswith(": please check")] in (
            [],
            ["Pump seals: please check"],
        )
        told = ["The lamps in hall 4 flicker.", "Tell me who books the hotel in Leeds.", "Please send the keys."]
        assert not any("Leeds: please" in text for text in proposals_en.propose(told, 60))

    def test_a_single_thing_asked_for(self) -> None:
        told = ["I ask for the hoist certificates.", "Please send them."]
        assert "Hoist certificates: please send" in proposals_en.propose(told, 60)

    def test_nothing_to_say(self) -> None:
        assert proposals_en.propose(["Thanks!", "See you."], 60) == []

    @given(st.lists(st.text(max_size=120), max_size=5), st.integers(20, 60))
    def test_no_choice_is_too_long(self, sentences: list[str], most: int) -> None:
        found = proposals_en.propose(sentences, most)
        assert len(found) <= 3
        assert all(0 < len(text) <= most for text in found)


class TestChinese:
    @pytest.mark.parametrize(
        ("sentence", "name"),
        [
            ("您好！三号仓库的叉车电池坏了，请安排更换。", "三号仓库的叉车电池坏了"),
            ("附件为十二月值班表，请查收。", "十二月值班表"),
            ("请12月4日前把图纸寄到我们车间。", "12月4日前把图纸寄到我们车间"),
            ("請12月4日前將合約送至我們法務部。", "12月4日前將合約送至我們法務部"),
            ("就您与物业的车位争议，与您联系。", "您与物业的车位争议"),
            ("麻煩您確認攤位設計圖的尺寸。", "確認攤位設計圖的尺寸"),
        ],
    )
    def test_a_clause_without_its_courtesies(self, sentence: str, name: str) -> None:
        assert name in proposals_zh.propose([sentence], 25)

    @pytest.mark.parametrize(
        "sentence",
        [
            "这件事已经说过很多遍了！",
            "昨天已经跟您说过了。",
            "早就同您講過。",
            "難道你們不會看圖紙嗎？",
            "怎么还没有寄出！",
            "你们自己看着办。",
            "叉車因該今天要修好。",
            "上回在高雄廠區承蒙款待，謝謝您。",
            "把钥匙交给我。",
            "12月3日14:00。",
            "包裝美嘅😀",
        ],
    )
    def test_blame_courtesy_slips_and_fragments_are_never_a_subject(self, sentence: str) -> None:
        assert proposals_zh.propose([sentence], 25) == []

    def test_a_fragment_does_not_end_in_a_pronoun(self) -> None:
        assert all(not text.endswith("我") for text in proposals_zh.propose(["這臺設備的鑰匙我已經收好了。"], 25))

    @pytest.mark.parametrize(
        "name", ["應付帳款核對", "廢物處理合約", "不锈钢阀门退货", "还款计划申请", "新品发布会邀请"]
    )
    def test_words_of_business_that_only_look_angry_or_broken(self, name: str) -> None:
        assert proposals_zh.propose([f"{name}。"], 25) == [name]

    def test_a_request_keeps_its_please(self) -> None:
        assert proposals_zh.propose(["請於12月4日前回覆車位數量。"], 25) == ["請於12月4日前回覆車位數量"]

    def test_the_old_noun_leads_only_what_is_said_of_it(self) -> None:
        told = ["收据附上，请于12月4日前寄回签收单。", "另外，三号仓库的屋顶漏水。"]
        assert proposals_zh.propose(told, 25, "收据")[0] == "收据：请于12月4日前寄回签收单"
        assert not any("收据：三号" in text for text in proposals_zh.propose(told, 25, "收据"))

    def test_figures_keep_their_commas(self) -> None:
        assert any("86,500" in text for text in proposals_zh.propose(["10月运费共86,500元，请核对。"], 25))

    def test_reasons_come_last(self) -> None:
        assert proposals_zh.propose(["因为厂家停电，展台灯具延期到货。"], 25)[0] == "展台灯具延期到货"

    @given(st.lists(st.text(alphabet="请三号仓库的叉车电池，。坏了ABC 12！关于因", max_size=60), max_size=5))
    def test_no_choice_is_too_long(self, sentences: list[str]) -> None:
        assert all(0 < columns(text) <= 50 for text in proposals_zh.propose(sentences, 25))
