"""Whether a text only thanks, wishes and says yes, or tells something besides."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.language.tables import words

if TYPE_CHECKING:
    import re

_LETTERS = frozenset(
    words("""
thanks thank thx ty you your so much very many lots a lot million indeed for the this that it its these all of to
and on at in from with by my our me us i i'm we we're i've have has had got get received receive noted note read
seen ok okay k yes yep yup yeah sure fine right alright great good nice cool super awesome amazing wonderful lovely
fantastic excellent brilliant perfect terrific delighted glad happy pleased proud thrilled wow yay hooray hurray
bravo cheers congrats congratulations congratulation well done deserved job work news update info information email
mail message heads up sharing letting know help support birthday anniversary wedding baby promotion role position
partner welcome aboard team best wishes wish luck love regards kind warm xx xxx xo hugs is are was be will do sounds
sound understood clear agreed agree acknowledged roger copy both everyone everybody folks guys dear hi hello very
really truly just also too again always such an absolutely definitely certainly of course no problem worries not
prob big appreciated appreciate quick prompt reply response kindly as well yours day weekend thing
""")
)
_HAN = tuple(
    words("""
收到 谢谢 謝謝 多谢 多謝 感谢 感謝 恭喜 祝贺 祝賀 贺喜 賀喜 好的 好滴 好哒 知悉 已阅 已閱 知道 辛苦 明白 点赞 點讚
欢迎 歡迎 太好 真好 很好 挺好 了解 瞭解 加油 生日 快乐 快樂 周年 週年 没问题 沒問題 可以 同意 赞成 贊成 没意见
沒意見 支持 遵照 按照 照办 照辦 执行 執行 安排 通知 邮件 郵件 信息 資訊 分享 提醒 告知 回复 回覆 领导 領導 老师 老師
经理 經理 总 總 大家 各位 同事 同仁 团队 團隊 我们 我們 你们 你們 您 你 我 已 也 都 的 了 啦 哦 喔 啊 呀 嗯 恩 哈 行
成 好 是 对 對 棒 赞 讚 太 真 很 非常 万分 萬分 十分 祝 愿 願 前程似锦 前程似錦 再接再厉 再接再厲 实至名归 實至名歸
一切 顺利 順利 新婚 新年 节日 節日 升职 升職 晋升 晉升 高升 高陞 按 会 會 将 將 与 與 和 吧 呢 先生 女士 小姐
""")
)


@cache
def _sign() -> re.Pattern[str]:
    import re

    return re.compile("[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’-]*|[一-鿿]+")


@cache
def _courtesies() -> re.Pattern[str]:
    import re

    return re.compile("|".join(sorted(_HAN, key=len, reverse=True)))


@cache
def _stretched() -> re.Pattern[str]:
    import re

    return re.compile(r"([a-z])\1{2,}")


def told_besides(text: str) -> float:
    """How many words a text has that are neither thanks, wishes, a yes, nor a name; two Han characters count as one.

    Args:
        text: a few words, as written; longer texts are better not asked about.
    """
    count = 0.0
    for place, word in enumerate(_sign().findall(text.replace("’", "'"))):
        if word[0] >= "一":
            count += len(_courtesies().sub("", word)) / 2
            continue
        low = _stretched().sub(r"\1", word.lower())
        is_name = place > 0 and word[0].isupper() and word[1:].islower() and low not in _LETTERS
        count += low not in _LETTERS and not is_name
    return count
