"""Sentences of business mail with slots, from which messages are put together."""

from __future__ import annotations

EN_NAMES = (
    ("Anna", "Berg"), ("Tom", "Reed"), ("Priya", "Nair"), ("Daniel", "Okafor"), ("Siobhán", "Walsh"),
    ("Mateo", "García"), ("Wei Ling", "Tan"), ("Karen", "O'Brien"), ("Jürgen", "Weiß"), ("Aisha", "Rahman"),
)  # fmt: skip
ZH_HANS_NAMES = ("王芳", "李明", "张伟", "刘晓燕", "陈建国", "赵晓晨", "欧阳静", "周镕", "孙立平", "何佳")
ZH_HANT_NAMES = ("陳怡君", "林志明", "張志豪", "黃淑芬", "吳建宏", "歐陽靜", "鄭雅文", "蔡明德", "許家豪", "劉美玲")

EN_SUBJECTS = (
    ("Order {n}: delivery on {date}", "Order {n} leaves our works in time for delivery on {date}."),
    (
        "Minutes of the meeting on {date}",
        "Below are the minutes of the meeting on {date}; please send me your corrections.",
    ),
    ("Update", "The repair of machine {n} in {place} is done, and the line runs again."),
    ("Question about invoice {n}", "I have a question about invoice {n}: does the price include the transport?"),
    ("Re: Samples for {place}", "The samples for {place} are packed and wait for the courier."),
    (
        "Offer {n} for the pumps in {place}",
        "Thank you for asking us for an offer for the pumps in {place}; it bears the number {n}.",
    ),
    ("Re: Contract {n}", "We have read contract {n} and agree to all but one paragraph."),
    ("Visit to {place}", "Our visit to {place} is planned for the second week of the month."),
    ("Fwd: Test report {n}", "Here is test report {n}, which the laboratory sent this morning."),
    ("Please confirm the booking for {date}", "Please confirm the booking for {date}, since the hotel is nearly full."),
    ("Spare parts for machine {n}", "We need spare parts for machine {n}, and the list is short."),
    (
        "Re: Certificates for the valves in {place}",
        "The certificates for the valves in {place} carry the wrong batch number.",
    ),
)
EN_SENTENCES = (
    "Thank you for your message of {date} and for the drawings that came with it.",
    "The {n} valves for your plant in {place} passed the pressure test without a remark.",
    "Could you please confirm by {date} that the crew can unload at half past seven?",
    "Our accounts team found that line three of invoice {n} does not match the delivery note.",
    "I spoke with the haulier this morning, and the price we agreed on in spring still holds.",
    "The new delivery plan is attached; the changes since the last one are marked in yellow.",
    "We would rather ship everything together than send the small parcels on their own.",
    "If the hour does not suit you, the truck can also come at one o'clock in the afternoon.",
    "The customer in {place} asked for a certificate that covers the whole batch.",
    "As discussed on the phone, the first {n} pieces are free of charge.",
    "We expect the goods next Wednesday and will let you know as soon as they are here.",
    "Please find the signed contract enclosed and send one copy back to our office.",
    "The warranty runs for twenty-four months from the day on which the machine was accepted.",
    "Unfortunately, the supplier cannot promise the parts before the end of the month.",
    "I have asked our engineer in {place} to look at the pictures and to call you about them.",
    "It would help us a lot to know how many visitors will come and whether they need parking.",
    "The meeting room on the second floor is booked from nine to eleven on {date}.",
    "By the way, could you also tell me who looks after the spare parts now?",
    "Nothing in the data sheet says that the coating withstands salt water.",
    "Our offer {n} remains valid until {date}, and the price includes transport to {place}.",
    "We recieved the parcel yesterday, but two of the boxes were wet.",
    "The training for the new software takes a day and a half and needs no preparation.",
)  # fmt: skip
EN_PLACES = ("Malmö", "Rotterdam", "Chennai", "Leeds", "São Paulo", "Penang", "Gdańsk", "Ohio", "Lyon", "Perth")

ZH_HANS_SUBJECTS = (
    ("订单{n}交货安排（{date}）", "订单{n}的货物将按计划于{date}交货。"),
    ("关于{place}项目的报价", "感谢您就{place}项目向我司询价，报价如下。"),
    ("通知", "{place}仓库的盘点时间有变，请各位留意。"),
    ("回复：样品{n}检验结果", "样品{n}的检验结果已经出来，全部合格。"),
    ("答复: 合同{n}", "合同{n}我们已经看过，除一处外均无异议。"),
    ("请确认{date}的会议时间", "请您确认{date}的会议时间是否方便。"),
    ("转发：设备{n}备件清单", "设备{n}的备件清单转给您，请查阅。"),
    ("发票{n}金额核对", "发票{n}的金额与合同不一致，请协助核对。"),
)
ZH_HANS_SENTENCES = (
    "贵司{date}的来信和图纸均已收到，谢谢。",
    "{place}项目的{n}只阀门已通过压力试验，检验报告见附件。",
    "请您在{date}之前确认收货地址，以便我们安排发货。",
    "财务部核对后发现，发票{n}第三行的数量与送货单不一致。",
    "今天上午我和物流公司联系过，运费仍按春季约定的价格执行。",
    "新的交货计划已更新，改动的地方用黄色标出。",
    "如果这个时间不方便，货车也可以下午一点到。",
    "客户要求提供覆盖整批货物的材质证明。",
    "我们预计下周三收到货，收到后会尽快通知您。",
    "请将签好的合同寄回一份到我司办公室。",
    "保修期自设备验收之日起为二十四个月。",
    "供应商表示月底前无法交付该零件，我们正在寻找替代方案。",
    "我已请{place}的工程师查看照片，他会直接给您打电话。",
    "麻烦您告知来访人数，以及是否需要预留车位。",
    "另外，请问现在由哪位同事负责备件？",
    "报价单{n}的有效期至{date}，价格含运费。",
    "昨天收到的包裹中有两箱受潮，请协助处理。",
    "新系统的 training 大约需要一天半，请各位提前安排时间。",
)
ZH_HANS_PLACES = ("苏州", "青岛", "成都", "深圳", "西安", "武汉", "天津", "杭州")
ZH_HANT_SUBJECTS = (
    ("訂單{n}交貨安排（{date}）", "訂單{n}的貨品將按計畫於{date}交貨。"),
    ("{place}專案報價", "感謝您就{place}專案向本公司詢價，報價如下。"),
    ("報價單", "設備{n}的報價單已經備妥，請您過目。"),
    ("回覆：樣品{n}檢驗結果", "樣品{n}的檢驗結果已經出來，全部合格。"),
    ("請確認{date}的會議時間", "請您確認{date}的會議時間是否方便。"),
    ("轉寄：設備{n}備品清單", "設備{n}的備品清單轉給您，請查收。"),
    ("發票{n}金額核對", "發票{n}的金額與合約不符，煩請協助核對。"),
)
ZH_HANT_SENTENCES = (
    "貴公司{date}的來信與圖面均已收到，謝謝。",
    "{place}專案的{n}只閥門已通過壓力測試，檢驗報告如附件。",
    "請您於{date}前確認收貨地址，以便安排出貨。",
    "會計部核對後發現，發票{n}第三行的數量與送貨單不符。",
    "今天早上我與貨運公司聯絡過，運費仍按春季約定的價格計算。",
    "新的交貨計畫已經更新，修改處以黃色標示。",
    "若時間不方便，貨車也可以下午一點到。",
    "我們預計下週三收到貨，屆時會盡快通知您。",
    "煩請將簽妥的合約寄回一份至本公司。",
    "保固期自設備驗收日起算二十四個月。",
    "另外，請問目前由哪位同仁負責備品？",
    "報價單{n}的有效期限至{date}，價格含運費。",
    "昨天收到的包裹中有兩箱受潮，請協助處理。",
)
ZH_HANT_PLACES = ("台中", "高雄", "新竹", "台南", "桃園", "九龍")
