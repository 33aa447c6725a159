"""The words salutations are made of, English and Chinese."""

from __future__ import annotations

from maillint.language.tables import words

GREETINGS = frozenset(
    words("""
dear dearest hi hello hey hiya heya hallo hullo howdy yo greetings bonjour hola ciao salut moin servus namaste
salam aloha morning afternoon evening g'day gday hej hei welcome congratulations congrats hoi guten sehr liebe
lieber estimado estimada cher chère buongiorno kia tēnā tena vannakam sawubona attn attention
""")
)
"""First words in lower case, repeated letters squeezed."""
DAY_TIMES = frozenset(("morning", "afternoon", "evening", "day", "tag", "morgen"))
GROUPS = frozenset(
    words("""
all everyone everybody team folks guys colleagues friends gentlemen ladies both group crew gang members
customers tenants students merchants partners colleague'' gents brothers sisters people yall y'all committee
staff customer sirs parents residents neighbours neighbors drivers clients users subscribers readers
participants attendees applicants volunteers shareholders investors suppliers vendors managers engineers fellows
alumni teammates hiring recruiter
""")
)
STANDING = frozenset(
    words("""
sir madam sir/madam customer client guest applicant candidate student tenant subscriber user member reader
partner merchant shareholder supplier vendor recruiter editor there sirs someone whom resident neighbour
neighbor parent participant volunteer investor passenger patient policyholder cardholder homeowner beneficiary winner
""")
)
"""Those one greets without a name."""
NOT_NAMES = frozenset(
    words("""
oops buy sell save win wow thanx however yes no also today tomorrow yesterday unfortunately thanks thank sorry
attached please first second third finally additionally furthermore moreover meanwhile fyi btw ok okay sure well
so then now here there this that these those if when while as after before since because although though in on
at for from with by to per regarding concerning about note summary agenda background update reminder subject
important urgent question questions answer answers action actions next great good perfect fine agreed approved
done noted confirmed right correct true maybe perhaps actually basically otherwise therefore thus hence besides
anyway again once only just still even apparently obviously clearly hopefully certainly absolutely definitely
indeed instead alternatively separately lastly monday tuesday wednesday thursday friday saturday sunday january
february march april may june july august september october november december meeting meetings location date
time where what who why how date: revised interview results result status report we i you they he she it our my
your their his her its the a an and or but not all both each every some any most many re ref attn place venue cc
bcc sent ps nb congratulations congrats given considering based following speaking going looking hoping quick
draft final version part chapter section item items point points issue issues option options step steps problem
problems solution solutions request requests deadline deadlines budget cost costs price prices total order
orders invoice invoices contract contracts project projects plan plans call calls lunch dinner welcome enjoy see
let's lets check click join come get read visit register contact reply respond confirm review yesterday's
today's tomorrow's tonight tonite currently recently previously initially eventually details detail description
purpose objective objectives scope overview introduction conclusion recommendation recommendations participants
attendees present absent minutes notes comments comment feedback news events training safety security
announcement notice warning alert alerts info information hint tip tips example examples name names address
phone love sincerely regards cheers best oh ah hmm ugh yeah yep nope haha lol ha gosh awesome excellent super
cool nice further below above via due despite except until till during within without under over between
""")
)
"""First words of sentences and headings that a comma or colon may follow."""
HAN_GREETINGS = words("""
您好 你好 你们好 你們好 大家好 各位好 早上好 上午好 中午好 下午好 晚上好 早安 午安 晚安 早 台鉴 台鑒 台鑑 钧鉴
鈞鑒 大鉴 大鑒 惠鉴 惠鑒 敬启 敬啟 好 见信好 見信好 新年好 节日好 節日好 周末好 週末好 安安 哈喽 哈囉 哈啰 哈罗 哈羅
嗨喽 嗨嘍 hello hi Hello Hi
""")
HAN_LEADS = ("尊敬的", "敬爱的", "敬愛的", "亲爱的", "親愛的", "致：", "致:", "敬启者", "敬啟者", "尊敬", "敬致")
HAN_GROUPS = words("""
各位 大家 诸位 諸位 全体 全體 所有 各 同事 同仁 同学们 们 們 团队 團隊 部门 部門 部 组 組 处 處 科 客户 客戶
用户 用戶 会员 會員 贵公司 貴公司 贵司 貴司 贵单位 貴單位 有关部门 有關部門 公司 中心 学员 學員 管理员 管理員
员工 員工 家长 家長 合作伙伴 合作夥伴 供应商 供應商 老板 老闆 朋友 业主 業主 股东 股東 网友 網友 事务所 事務所
委员会 委員會 领导 領導 专家 專家 教师 教師 助理 成员 成員 一同 负责人 負責人 主管 收件人 店家 卖家 賣家
""")
"""What the words before a group's colon end in, or begin with."""
HAN_OFFICES = words("""
办公室 辦公室 招标办 招標辦 采购办 採購辦 管理局 管理處 税务局 稅務局 教育局 监管局 大学 大學 中学 中學 小学 小學
图书馆 圖書館 博物馆 博物館 支队 支隊 大队 大隊 协会 協會 商会 商會 学会 學會 工会 工會 基金会 基金會 董事会 董事會
理事会 理事會 监事会 監事會 组委会 組委會 居委会 村委会
""")
"""What the name of an office or a school ends in that a colon behind it makes an addressee; none heads a list."""
HAN_NOT_NAMES = frozenset(
    words("""
时间 時間 地点 地點 方案 项目 項目 金额 金額 高度 成本 包装 包裝 费用 費用 安排 解决 强调 计划 計劃 明天 周三
温馨 关于 關於 应付 全部 万分 万一 方法 程序 向来 主题 主題 事由 附件 内容 內容 要求 背景 结论 結論 说明 說明
通知 提醒 注意 紧急 緊急 原因 目的 结果 結果 进度 進度 问题 問題 议程 議程 摘要 总结 總結 单价 單價 数量 數量
型号 型號 交期 备注 備註 收件 主送 抄送 如下 首先 其次 另外 此外 最后 最後 由于 因为 因為 目前 今天 昨天 上周
本周 下周 现在 現在 对了 不好意思 抱歉 收到 好的 可以 感谢 感謝 谢谢 謝謝 请问 請問 麻烦 麻煩 方便 于是 于此
平时 平均 和 同时 同時 成功 高兴 高興 很高兴 时候 华东 華東 江苏 安全 安装 温度 常见 常規 常规 白天 白色 黄色
红色 金属 金屬 石油 路线 路線 车辆 車輛 车间 車間 段落 章节 单位 單位 全年 全天 经查 經查 应该 應該 任务 任務
任何 何时 何時 何地 党委 云端 雷达 甲方 乙方 方式 钟点 成都 成品 成绩 连续 連續 强制 万元 向上 解释 解釋 查询
查詢 管理 施工 支付 房屋 包括 包含 项次 項次 牛奶 毛利 康复 利润 利潤 水费 时段 時段 期限 范围 範圍 权限 凌晨
古代 常用 易错 单号 單號 申请 申請 季度 应收 應收 文件 文档 文檔 经理 祝好 祝 顺祝
""")
)
HAN_NOT_IN = words("""
如下 关于 關於 以下 附件 说明 說明 纪要 紀要 事项 事項 会议 會議 通知 清单 清單 明细 明細 报告 報告 时间 時間
安排 数据 數據 情况 情況 结果 結果 我 请 請 的是 已 将 將 要求 内容 內容 收到 感谢 感謝 谢谢 謝謝 汇总 彙總 进度
進度 问题 問題 步骤 步驟 有关事 现将 為 为了 需要 如何 什么 什麼
""")
