"""Chinese words that tell what a date is for: a request, a promise, a plan, or something over."""

from __future__ import annotations

from maillint.language.dates.cues import Cues

_split = str.split

ASKING = Cues(
    """
    请 請 麻烦 麻煩 烦请 煩請 务必 務必 将 將 需 须 須 要 回复 回覆 答复 答覆 处理 處理 提交 安排 给您 給您 给我 給我
    为您 為您 我们会 我們會 我会 我會 会给 會給 能不能 能否 可否 是否可以 希望 盼 望 帮忙 幫忙 期待 敬请 定于 定於 订于
    訂於 计划 計劃 計畫 打算 准备 準備 预计 預計 截止 到期 开会 開會 见面 見面 召开 召開 举行 舉行 争取 爭取 再跟
    再联系 再聯繫 再联络 再聯絡 再谈 再談 再约 再約
    再给 再與 再和 帮我 幫我 可以吗 可以嗎 方便吗 方便嗎 有空吗 有空嗎 有时间吗 拜托 拜託 催 约 約 行吗 好吗 好嗎
    行不行 等您 等你 会再 會再 会尽 會儘 会在 會在 会有 前完成 通知您 联系您 聯繫您 聯絡您 告知 上线 上線 估计 估計
    交货 交貨 交件 付清 结清 結清 送达 送達 完工 欢迎 歡迎 寄 发货 發貨 交付 出发 出發
    """
)
STRONG_FUTURE = Cues(
    """
    请 請 将 將 要 需 务必 前 内 內 就 会 會 定于 计划 預計 预计 能 可 再 到期 拟 吗 嗎 吧 抓紧 期待 希望 盼 尽快
    儘快 盡快 早日
    """
)
PAST = Cues(
    """
    已 曾 说好 說好 说的 說的 谈的 談的 见到 見到 说过 說過 刚 剛 收悉 收到您 收到贵 收到貴 以来 以來 上次 来电 來電
    截至 过了 過了 完了 来函 來函 去了 到了 发了 發了 给了 說了 说了 做了 都 感谢您 感謝您 谢谢您 拜访过
    """
)
VERB_PAST = ("了", "过", "過")
NOT_PAST = tuple(
    _split(
        """
        为了 為了 除了 了解 瞭解 通过 通過 超过 超過 不过 不過 过程 過程 过来 過來 过去 過去 经过 經過 就好了 行了
        算了 麻烦了 麻煩了 辛苦了 拜托了 太好了 罢了 過後 过后 过年 過年 对了 對了 透过 透過 过期 過期 了吗 了嗎
        不了
        """
    )
)
# Before a length: it counts from that event (收到后三天内).
EVENTS = Cues(
    """
    一般 通常 收到 接到 签收 簽收 到货 到貨 付款 下单 下單 之日起 日起 起算 起 后 後 自 签约 签订 簽訂 确认 確認
    生效 通知 提前 每 只剩 剩 凡 一律 均 按 货到 到账 开票 验收
    """
)
LEADS = frozenset(
    _split(
        """
        截至 截止 最迟 最遲 最晚 从 從 自 于 於 在 到 至 距 离 每 逢 等 约 約 大约 大約 定 期
        """
    )
)
HABITS = Cues(
    """
    轮值 輪值 轮班 輪班 排班 坐诊 坐診 带教 帶教 通常 一般 固定 例行 营业 營業 开放 開放 对外办公 办公时间 辦公時間
    当值 當值 上班时间 上班時間 服务时间 服務時間 客服时间 工作时间 门诊 門診 接待时间 受理 接待
    """
)
ROTA = Cues(
    "值班 值日 值守 輪值 轮值 排班 班表 轮班 輪班 坐诊 坐診 带教 帶教 课表 課表 课程表 課程表 菜单 菜單 当班 當班"
)
REGULAR = tuple(
    _split(
        """
        午餐 晚餐 早餐 午饭 午飯 食堂 班车 班車 接驳车 加班费 加班費 加班工资 配送 门诊 門診 门市 門市 夜班 早班 晚班
        班次 夜市 早市 营业时间 營業時間 开放时间 開放時間
        """
    )
)
AS_EVER = Cues("照常 照旧 照舊 一律 均不 均为 均為 不营业 不營業 不发货 不發貨 不配送 除外")
SINCE = ("从", "從", "自", "自从", "自從")
WISHES = Cues("祝 愉快 快乐 快樂")
# Words with 会 that say nothing of the future.
NOT_WILL = tuple(
    _split(
        """
        会议 會議 例会 例會 年会 年會 晚会 周会 週會 董事会 董事會 委员会 委員會 协会 協會 机会 機會 社会 社會 会计
        會計 会员 會員 会场 會場 会面 會面 会上 會上 会后 會後 会前 會前 开会 開會 发布会 發表會 展会 展會 大会 大會
        宴会 交流会 说明会 說明會 研讨会 研討會 会谈 會談 会签 會簽 工会 工會 误会 誤會 约会 聚会 聚會 电话会 視訊會
        面谈会
        """
    )
)
# Words that hold a sign of what is to come and say nothing of it.
NOT_AHEAD = tuple(
    _split(
        """
        您要的 你要的 需要的 想要的 要求 重要 主要 摘要 纪要 紀要 概要 目前 之前 以前 此前 先前 提前 前台 前期 前面 功能
        性能 可能 智能 节能 節能 产能 產能 许可 許可 认可 認可 再次 内容 內容 内部 內部 国内 國內 室内 室內 申请 申請
        邀请 邀請 请假 請假 请示 請示 请款 請款 聘请 聘請 宴请 宴請 需求 就餐 就诊 就診 就业 就業 就读 就讀 就医
        就醫 成就
        """
    )
)
# Vague words that a tale of the past uses too (近期油价上涨了).
NEAR = frozenset(
    _split(
        """
        近日 近期 近几天 近幾天 近两天 近些天 这几天 這幾天 这两天 這兩天 这几日 這幾日 这段时间内 适时 適時 短期内
        短期內 短时间内 短時間內 几天内 幾天內 早日 最近几天 最近幾天 最近两天 最近兩天 近期内 近期內
        近一两天 近一兩天 近一两周 近一兩週 近些日子 这两三天 這兩三天 这三五天 這三五天 这些天 這些天 这些日子 這些日子
        近段时间 近段時間 近一段时间 近一段時間 近几日 近幾日 近两日 近兩日 这两日 這兩日 最近这几天 最近這幾天
        最近这两天 最近這兩天 最近几日 最近幾日 最近两日 最近兩日 这一两天 這一兩天
        """
    )
)
HASTE = tuple(
    _split(
        """
        立即 立刻 马上 馬上 即刻 立马 立馬 及时 及時
        """
    )
)
# Beside a word of haste: a request, or the author's own promise.
PROMISING = Cues(
    """
    请 請 麻烦 麻煩 烦 煩 务必 務必 需 须 須 必须 必須 希望 望 盼 我会 我會 我们会 我們會 我将 我們將 我们将 我方将
    我司将 我司會 我方会 我司会 给您 給您 为您 為您 与您 與您 跟您 告诉您 告知您 通知您 我就 我马上 我立即 我立刻
    我馬上 拜托 拜託 帮我 幫我 能否 能不能 可否
    """
)
# Beside a word of haste (尽快, 马上), in its own clause.
COMMITTING = Cues(
    """
    请 請 麻烦 麻煩 烦 煩 务必 務必 将 將 会 會 需 须 須 要 能 希望 盼 望 期待 给您 給您 为您 為您 给我 給我 我们
    我們 我 帮 幫 拜托 拜託 催 争取 爭取 回复 回覆 提交 安排 通知 告知 联系 聯繫 聯絡 寄 发给 發給 发您 發您 再 公布
    """
)
REQUESTS = Cues(
    """
    请 請 务必 務必 麻烦 麻煩 烦请 煩請 需 须 須 敬请 望 盼
    """
)
APPOINTMENTS = tuple(
    _split(
        """
        将于 將於 定于 定於 订于 訂於 拟于 擬於 将在 將在
        """
    )
)
# What may stand after 5号 or 15日 when it is a day and not a building or a machine.
AFTER_DAY = frozenset(
    "前后後之以上下中早晚左到至的，。、；！？（）() 开開发發出来來去交截起晨凌傍给給我您就会會要和与與"
    "或有休放,.;!?再能可是报報统統召举舉"
)
BEFORE_DAY = frozenset("于於在到至从從自本月定迟遲晚和与與或、的，,（( 。最期约約等说說改过過")
# A while: a time to come at the head of a clause or behind a person, a length behind a verb (休息一会儿).
WHILES = ("一会儿", "一會兒", "一会", "一會")
BEFORE_WHILE = frozenset("，。！？；、我们們您你咱那\n ") | {""}
THANKS = Cues("感谢 感謝 谢谢 謝謝 多谢 多謝 承蒙")
# Beside a word that a tale of the past uses too: how things have gone.
TRENDS = Cues(
    "连续 連續 累计 累計 持续 持續 多次 不断 不斷 有所 频繁 頻繁 频频 頻頻 屡 屢 上调 上調 上涨 上漲 下跌 下降"
)
# What days are counted back from: 会议召开三日以前.
OCCASIONS = tuple(
    _split(
        """
        召开 召開 举行 舉行 到期 届满 屆滿 开始 開始 生效 出发 出發 开工 開工 开庭 開庭 开业 開業 到达 到達 入住
        离职 離職
        """
    )
)
