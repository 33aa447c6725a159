"""Fields of business a text speaks of, told by its nouns: whether two paragraphs are about one matter."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.language.text import is_han

if TYPE_CHECKING:
    import re

_FIELDS: dict[str, tuple[str, str]] = {
    "money": (
        "invoice payment refund price quote quotation fee cost budget bank account credit debit surcharge deposit loan "
        "salary bill balance cash cheque expense receipt reimbursement discount tax vat w-9 payable currency tariff rate",
        "发票 發票 付款 货款 貨款 报价 報價 价格 價格 费用 費用 账单 帳單 对账 對帳 退款 汇款 匯款 尾款 余款 餘款 报销 報銷 核銷 預算 预算 "
        "税 稅 账户 帳戶 收款 请款 請款 订金 訂金 押金 折扣 单价 單價 违约金 違約金",
    ),
    "law": (
        "contract agreement clause lawyer attorney court claim nda licence license litigation legal lawsuit annex "
        "counsel settlement liability compliance deed signature trademark patent copyright",
        "合同 合約 契约 契約 协议 協議 条款 條款 律师 律師 法院 起诉 起訴 开庭 開庭 证据 證據 盖章 蓋章 用印 签字 簽署 签署 公证 公證 仲裁 授权书 "
        "授權書 证明书 證明書 公章 法务 法務 商标 商標 专利 專利 原件 正本",
    ),
    "goods": (
        "order shipment delivery stock batch sample warehouse carton container pallet freight courier parcel goods "
        "supplier customs packaging lot cargo truck vessel shipping dispatch tracking",
        "订单 訂單 发货 發貨 出货 出貨 交期 到货 到貨 库存 庫存 批号 批號 样品 樣品 仓库 倉庫 快递 快遞 物流 货物 貨物 装运 裝運 提单 提單 船期 "
        "柜 櫃 退货 退貨 换货 換貨 采购 採購 包装 包裝 补货 補貨",
    ),
    "plant": (
        "machine valve compressor pump motor vibration drawing sensor bearing boiler turbine weld drywall plumbing tile "
        "concrete wiring line furnace gauge seal hose conveyor prototype",
        "设备 設備 机器 機器 图纸 圖紙 圖面 故障 维修 維修 阀 閥 泵 电机 電機 馬達 传感器 感測器 模具 生产线 生產線 产线 產線 焊 液压 液壓 锅炉 鍋爐 施工 工地",
    ),
    "computing": (
        "server release bug code login password mailbox migration vpn software database api deployment backup "
        "laptop printer network firewall patch staging repository pull-request cluster app browser licence-key",
        "服务器 伺服器 上线 上線 代码 程式 接口 介面 密码 密碼 邮箱 信箱 系统 系統 网络 網路 数据库 資料庫 升级 升級 版本 测试环境 測試環境 部署 bug merge "
        "staging redis regression 电脑 電腦 打印机 印表機 账号 帳號",
    ),
    "staff": (
        "leave hiring interview candidate appraisal okr kpi holiday vacation payroll timesheet recruitment resignation "
        "promotion onboarding intern headcount attendance rota overtime",
        "请假 請假 休假 年假 招聘 招募 面试 面試 候选人 候選人 考勤 绩效 績效 okr kpi 薪资 薪資 入职 入職 到職 离职 離職 排班 加班 社保 勞保 自评 自評 实习 實習 简历 履歷",
    ),
    "training": (
        "course training lecture class workshop exam lecturer speaker webinar curriculum certificate seminar talk "
        "student teacher trainer",
        "培训 培訓 教育訓練 课程 課程 讲课 講課 讲座 講座 讲师 講師 考试 考試 教育班 学员 學員 研讨会 研討會 上课 上課 老师 老師",
    ),
    "social": (
        "party birthday dinner lunch gift wedding farewell picnic barbecue collection cake christmas team-building outing "
        "congratulations baby nephew niece charity reunion",
        "年会 年會 尾牙 聚餐 生日 团建 團建 礼物 禮物 婚礼 婚禮 晚会 晚會 聚会 聚會 募捐 送别 歡送 欢送 春酒 喝喜酒 亲子 親子",
    ),
    "travel": (
        "flight hotel visa trip airport train itinerary booking passport taxi accommodation",
        "机票 機票 酒店 飯店 签证 簽證 出差 行程 高铁 高鐵 航班 护照 護照 接机 接機 住宿",
    ),
    "premises": (
        "parking park desk lift elevator kitchen fridge cleaning barrier key badge aircon heating toilet car-park building "
        "locker canteen reception carpet",
        "停车 停車 车位 車位 工位 座位 电梯 電梯 空调 空調 冷氣 门禁 門禁 装修 裝潢 搬家 搬遷 茶水间 茶水間 卫生 打掃 食堂 宿舍 钥匙 鑰匙",
    ),
    "publicity": (
        "logo website homepage brochure campaign advert advertisement flyer rebrand newsletter press signage branding poster catalogue banner",
        "宣传 宣傳 海报 海報 广告 廣告 设计稿 設計稿 logo 推广 推廣 公众号 公眾號 画册 畫冊 展位 展会 展覽 文案 新闻稿 新聞稿",
    ),
}
_NEUTRAL = frozenset(("money", "travel"))
_KIN = frozenset(
    (
        "goods law",
        "goods plant",
        "law plant",
        "plant premises",
        "plant training",
        "plant computing",
        "staff training",
        "staff law",
        "training computing",
        "training social",
        "social publicity",
        "computing publicity",
    )
)
_COMMON = frozenset(
    "the a an and or but of to in on at for from with by as into about this that these those it its is are was were be "
    "been being have has had do does did will would shall should can could may might must not no so if then than there "
    "here we us our you your they them their he she his her i me my who what when where which how why all any some one "
    "also please thank thanks let know need want get got send sent make made take give see look ask tell could just new "
    "now still already yet very more most other another same next last back up out off over after before until while "
    "dear hi hello regards best note way thing things separately matter subject time day days week month year today "
    "tomorrow monday tuesday wednesday thursday friday saturday sunday mr mrs ms dr am pm".split()
)


@cache
def _words() -> re.Pattern[str]:
    import re

    return re.compile(r"[a-z][a-z0-9]*(?:[-'][a-z0-9]+)*|\d[\w.-]{2,}|[㐀-䶿一-鿿]{2,}")


@cache
def _english() -> dict[str, str]:
    return {word: field for field, (words, _) in _FIELDS.items() for word in words.split()}


def content_words(text: str) -> frozenset[str]:
    """What a text is about: its English words but the commonest, plural endings off, its numbers and its Han pairs."""
    found = set()
    for word in _words().findall(text.lower()):
        if is_han(word[0]):
            found.update(word[at : at + 2] for at in range(len(word) - 1))
        elif word not in _COMMON:
            found.add(_singular(word))
    return frozenset(found)


def _singular(word: str) -> str:
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


def business_fields(text: str) -> frozenset[str]:
    """The fields of business a text speaks of: "money", "law", "goods", "plant", ...; empty when none can be told."""
    low = text.lower()
    english = _english()
    found = {english[word] for word in content_words(low) if word in english}
    if not low.isascii():
        found |= {field for field, (_, terms) in _FIELDS.items() if any(term in low for term in terms.split())}
    return frozenset(found)


def are_far_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of business fields hardly ever meet in one matter.

    Money and travel go with every field; goods come with contracts, machines stand in premises.
    """
    one, other = one - _NEUTRAL, other - _NEUTRAL
    if not one or not other or one & other:
        return False
    return not any(left + " " + right in _KIN or right + " " + left in _KIN for left in one for right in other)
