"""How letters end in English and Chinese: valedictions, thanks, wishes and offers."""

from __future__ import annotations

from maillint.language.tables import phrases, words

_CORE = frozenset(
    words("""
thanking xx xxx xo brs bregards wsh regards regard rgds rgs brgds wishes wish thanks thank thankyou thx tks
cheers sincerely yours faithfully best bests br respectfully cordially love warmly gratefully mfg lg vg grüße
grüßen gruß gruss grüsse grüssen cordialement salutations amitiés saludos abraços ciao greetings ta merci danke
hugs xoxo kr bw
""")
)
_FILLER = frozenset(
    words("""
big huge massive loads enormous heartfelt deepest noted kind kindest many warm warmest with very all good my our
and the in a advance you again so much lot lots million for your time help support cooperation co-operation
understanding patience attention assistance consideration truly ever always to from personal dear kindly
everyone everybody team of both have great nice day week weekend evening afternoon ahead mit freundlichen
freundlichem freundliche viele beste besten schöne liebe herzliche herzlichen bien bonne meilleures sincères un
atentos cordiales bg business care hard work feedback reply response prompt quick more once indeed guys folks
seasons season's season holiday holidays happy new year interest kindness as
""")
)
_WORD_EDGES = ".,;:!?-–—~()*_'\"…、，。！ \u200b"
_LONGEST_LINE = 70
_MOST_WORDS = 9
_OFFERS = phrases("""
have a good one | have fun | ttyl | catch you later | see ya | ciao | talk later | until then | till then
big hug | godspeed | thank | thx | look forward | looking forward | do not hesitate | don't hesitate | feel free
hope_ | have a great | have a good | have a nice | have a wonderful | have a lovely | have a safe | enjoy_
happy holidays | happy new year | merry christmas | all the best | best of luck | good luck | see you
talk to you soon | speak soon | talk soon | take care | congratulations | appreciate | apologi | sorry for
with best wishes | regards | best wishes | cheers | wish you | wishing you | if you have any | if you need any
if there is anything | if there are any | should you have | should you need | any questions | any further
stay safe | keep well | be well | welcome to contact | pleasure | love you | i owe you | kisses | call if
call with
""")
"""What the last sentence of a letter says when it takes leave without a valediction."""
_HELP = phrases("""
call me | call us | give me a call | give us a call | contact me | contact us | get in touch | drop me
reach me | reach out | ring me | ring us | phone me | email me | write to me | let me know | let us know
happy to help | happy to discuss | happy to explain | glad to | please call | please contact | please ask
just ask | shout
""")
"""Offers when a condition stands beside them: "call me if", "should you have questions, let me know"."""
_CONDITIONS = ("if ", "should ", "any ", "anything", "questions", "whenever")
_HAN_WISHES = words("""
为感 為感 為禱 为祷 是幸 為幸 敬覆 敬复 撒花 不见不散 不見不散 回聊 再聊 先这样 先這樣 就这样吧
扎西德勒 问好 問好 的问候 的問候 诚挚问候 誠摯問候 一路顺风 一路順風 路上小心 别太拼 別太拼 回见 返工順利 感恩 唔該
唔该 盼回
望回复 望回覆 望复 佳音 妥否 钧安 鈞安 拜上 叩谢 叩謝 谢 謝 祝 颂 頌 感激 辛苦
麻烦您了 麻煩您了 麻烦了 麻煩了
拜托 拜託 期待 期盼 盼复 盼覆 为盼 為盼 为荷 為荷 是荷 恭候 静候 靜候 候复 候覆 敬礼 敬禮 此致 致敬 敬意 敬上
愉快 顺利 順利 安好 商祺 时祺 時祺 台安 见谅 見諒 谅解 諒解 包涵 海涵 致歉 歉意 抱歉 后会有期 後會有期 欢迎随时
歡迎隨時 欢迎致电 歡迎致電 欢迎来函 歡迎來函
欢迎垂询 歡迎垂詢 欢迎咨询 歡迎諮詢 如有查询 如有查詢
欢迎联系 歡迎聯繫 歡迎與我 欢迎与我 欢迎来电 歡迎來電 随时联系 隨時聯繫 随时与 隨時與 随时告 隨時告
随时找 隨時找 随时沟通 隨時聯絡 如有疑问 如有疑問 如有问题 如有問題 有任何问题 有任何問題 有任何疑问 有任何疑問
欢迎您加入 歡迎您加入 欢迎加入 歡迎加入
特此通知 特此函告 特此告知 專此 专此 比心 加油 合作愉快 共勉 保重 平安 晚安 拜拜 幫襯 惠顾 惠顧 关照
關照 支持 敬请指正 敬请谅 原谅 原諒 体谅 體諒
""")
_HAN_FAREWELLS = words("""
天见 天見 周见 週見 末见 末見 晚见 晚見 早见 早見 午见 午見 上见 上見 场见 場見 里见 裡見 号见 號見 日见 日見 点见 點見
时见 時見 候见 候見 方见 方見 头见 頭見 周一见 周二见 周三见 周四见 周五见 周六见 週一見 週二見 週三見 週四見 週五見
週六見
注意身体 注意身體 保养身体 保養身體
""")
"""When or where one meets again, and what one is told to take care of: what such a sentence ends in."""
_HAN_GOOD = words("""
蒸蒸日上 步步高升 步步高陞 更上 越来越好 越來越好 兴隆 興隆 幸福 如意 快乐 快樂 圆满 圓滿 美好 健康 成功 長久 长久
""")
_HAN_WISHED = ("您", "你", "贵", "貴", "我们", "我們", "大家", "咱们", "一切")
_HAN_IF = words("""
疑义 疑義 疑问 疑問 想问 想問 不清楚 不明白 有问题 有問題 有需要 有任何 其他问题 其他問題 有不懂 有困难 有困難 有变 有變
""")
_HAN_HELP = words("""
请洽 請洽 洽询 洽詢 回复这封 回覆這封 回复本邮件 回覆本郵件 联系我 聯繫我 聯絡我 与我联系 與我聯繫 與我聯絡 来电 來電
找我 问我 問我 告诉我 告訴我
来信 來信 跟我说 跟我說
""")
"""Offers when a condition stands beside them."""
_HAN_LINES = words("联系 聯繫 聯絡 致电 致電 拨打 撥打 电话 電話 分机 分機 咨询 諮詢")
"""The same with a number beside them."""
_HAN_REGARDS = frozenset("安祺绥綏祉")
_HAN_OCCASIONS = frozenset("春夏秋冬暑寒文教编編撰道研晨午旅台钧鈞时時商筹籌财財炉爐勋勳公近日雪节節")
"""冬安, 编祺: for whom or when such a word of good wishes is; it may stand alone on its line."""
_HAN_LEADS = words("""
敬祈 祗颂 祗頌 顺请 順請 谨颂 謹頌 並頌 并颂 恭颂 恭頌 祈颂 祝 顺祝 順祝 敬祝 谨祝 謹祝 恭祝 顺颂 順頌 敬颂 敬頌
即颂 即頌 顺致 順致 此致 謹致 谨致 此颂 此頌
""")
_HAN_WISH_LEADS = (*_HAN_LEADS, *words("敬请 敬請 即请 即請 恭请 恭請 并请 並請 此请 此請"))
"""Above a wish; on one line with more, the later ones only ask."""
_HAN_FORMULAS = (
    *_HAN_LEADS,
    *words("""
耑此 谨此 謹此 匆此 敬覆 敬复 回见 拜拜 感恩 唔該 唔该 敬礼 敬禮 致礼 致禮 谢谢 謝謝 多谢 多謝 感谢 感謝 谢了
謝了 万分感谢 萬分感謝 非常感谢 非常感謝 十分感谢 十分感謝 敬候 再次感谢 再次感謝 再次致歉 辛苦 拜托 拜託 期待
盼复 盼覆 盼回 静候 靜候 恭候 合作愉快 以上 麻烦了 麻煩了 麻烦您了 麻煩您了 特此 专此 專此 致谢 致謝 有劳 有勞
祈 顺问 順問 顺候 順候 顺安 順安 顺祺 順祺 給您添麻煩了 给您添麻烦了 先谢 先謝
"""),
)
_HAN_NO_FORMULAS = words("""
以上是 以上为 以上為 以上報 以上报 以上数 以上數 以上三 以上两 以上各 感谢信 感謝信 顺便 順便 順序 顺序 期待已久
特此说明如
""")
_HAN_SECOND = words("""
祺 安 绥 綏 祉 礼 禮 敬意 愉快 顺利 順利 兴隆 興隆 如意 健康 顺心 順心 吉祥 快乐 快樂 康泰 发达 發達 进步 進步
平安 顺遂 順遂 幸福 康复 康復 好 順 顺 佳 颂 成功 大吉
""")
_HAN_EDGES = " 　\t，,。.！!～~、：:；;…^_*-😊🙏❤️🎉🌹"


def is_valediction(line: str) -> bool:
    """Whether a line is nothing but a leave-taking: "Best regards,", "Many thanks", 祝好, 顺颂商祺, 谢谢！"""
    if not line or len(line) > _LONGEST_LINE:
        return False
    if line.isascii():
        return _is_latin_valediction(line)
    if _is_latin_valediction(line):
        return True
    return _is_han_valediction(line.strip(_HAN_EDGES))


def _is_latin_valediction(line: str) -> bool:
    plain = line.lower().replace("/", " ").replace("&", " ").replace("+", " ").replace("’", "'")
    found = [word for raw in plain.split() if (word := raw.strip(_WORD_EDGES))]
    if not 0 < len(found) <= _MOST_WORDS:
        return False
    return not _CORE.isdisjoint(found) and all(word in _CORE or word in _FILLER for word in found)


def _is_han_valediction(line: str) -> bool:
    if len(line) == 2 and line[1] in _HAN_REGARDS and line[0] in _HAN_OCCASIONS:
        return True
    if not line or len(line) > 30 or "。" in line or "？" in line or "请" in line[2:] or "請" in line[2:]:
        return False
    return line.startswith(_HAN_FORMULAS) and not line.startswith(_HAN_NO_FORMULAS)


def is_wish_lead(line: str) -> bool:
    """Whether a line is nothing but such a lead: 敬祝, 敬請."""
    return line.strip(_HAN_EDGES) in _HAN_WISH_LEADS


def opens_wish(line: str) -> bool:
    """Whether a line ends in a lead such as 祝, 敬祝, 顺颂, whose wish stands on the next line."""
    return line.rstrip(_HAN_EDGES).endswith(_HAN_WISH_LEADS)


def completes_wish(line: str) -> bool:
    """Whether a line can be the wish below such a lead: 商祺, 敬礼, 工作愉快."""
    bare = line.strip(_HAN_EDGES)
    return 0 < len(bare) <= 10 and bare.endswith(_HAN_SECOND)


def takes_leave(sentence: str) -> bool:
    """Whether the last sentence of a letter thanks, wishes well, apologises or offers help."""
    lower = sentence.lower().replace("’", "'")
    if any(phrase in lower for phrase in _HELP) and any(word in lower for word in _CONDITIONS):
        return True
    if any(phrase in lower for phrase in _OFFERS):
        return True
    if lower.isascii():
        return False
    return any(word in lower for word in _HAN_WISHES) or _is_han_farewell(lower) or _is_han_offer(lower)


def _is_han_offer(sentence: str) -> bool:
    """如有疑義，請洽承辦人; 有不清楚的地方，直接回复本邮件; 有问题请联系前台（分机 21）."""
    if not any(word in sentence for word in _HAN_IF):
        return False
    is_line = any(word in sentence for word in _HAN_LINES) and any(map(str.isdecimal, sentence))
    return is_line or any(word in sentence for word in _HAN_HELP)


def _is_han_farewell(sentence: str) -> bool:
    """愿贵司蒸蒸日上; 周四见, 会场见."""
    bare = sentence.strip(_HAN_EDGES)
    if bare[:1] in "愿願" and bare.startswith(_HAN_WISHED, 1):
        return any(word in bare for word in _HAN_GOOD)
    return bare.endswith(_HAN_FAREWELLS)
