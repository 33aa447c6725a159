"""Where a text says its reader is: your team in Denver, your Tokyo office, 贵司东京团队; cities with their clocks."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from maillint.language.dates import countries
from maillint.language.dates.places import is_summer

# Hours east of Greenwich; "s" has the summer time of the European Union, "u" that of the United States (Energy Policy
# Act of 2005), "a" one of the southern summers, when both clocks count. Names that several countries share are left
# out.
_CITIES = """
-8u: los angeles|san francisco|seattle|san diego|silicon valley|vancouver|洛杉矶|洛杉磯|旧金山|舊金山|三藩市
-8u: 西雅图|西雅圖|硅谷|矽谷|温哥华|溫哥華
-7u: denver|boulder|salt lake city|utah|colorado|calgary|edmonton|丹佛|盐湖城|鹽湖城|卡尔加里
-7: phoenix|凤凰城
-6u: chicago|houston|dallas|austin|minneapolis|milwaukee|st louis|texas|illinois|芝加哥|休斯敦|休士頓|达拉斯
-6u: 達拉斯|奥斯汀|奧斯汀|德州
-6: mexico city|guadalajara|monterrey|墨西哥城
-5u: new york|manhattan|boston|philadelphia|washington|atlanta|miami|detroit|pittsburgh|toronto|montreal
-5u: montréal|ottawa|纽约|紐約|波士顿|波士頓|费城|費城|华盛顿|華盛頓|亚特兰大|亞特蘭大|迈阿密|邁阿密|多伦多
-5u: 多倫多
-5: lima|bogotá|bogota|panama
-3: são paulo|sao paulo|rio de janeiro|buenos aires|montevideo|圣保罗|聖保羅|布宜诺斯艾利斯
0s: london|dublin|manchester|edinburgh|glasgow|leeds|lisbon|porto|伦敦|倫敦|都柏林|曼彻斯特|曼徹斯特|里斯本
1s: paris|lyon|berlin|munich|münchen|hamburg|frankfurt|cologne|köln|düsseldorf|stuttgart|leipzig|vienna|wien
1s: zurich|zürich|geneva|basel|amsterdam|rotterdam|eindhoven|brussels|antwerp|madrid|barcelona|valencia|rome
1s: milan|milano|turin|bologna|copenhagen|stockholm|gothenburg|malmö|oslo|bergen|prague|brno|warsaw|kraków
1s: krakow|budapest|bratislava|ljubljana|zagreb|belgrade|巴黎|里昂|柏林|慕尼黑|汉堡|漢堡|法兰克福|法蘭克福|科隆
1s: 斯图加特|斯圖加特|维也纳|維也納|苏黎世|蘇黎世|日内瓦|日內瓦|阿姆斯特丹|鹿特丹|布鲁塞尔|布魯塞爾|马德里
1s: 馬德里|巴塞罗那|巴塞隆納|罗马|羅馬|米兰|米蘭|哥本哈根|斯德哥尔摩|斯德哥爾摩|奥斯陆|奧斯陸|布拉格|华沙|華沙
1s: 布达佩斯
2s: helsinki|tampere|athens|bucharest|sofia|kyiv|riga|tallinn|vilnius|赫尔辛基|赫爾辛基|雅典
2: johannesburg|cape town|pretoria|约翰内斯堡|開普敦|开普敦
3: istanbul|ankara|moscow|riyadh|doha|nairobi|伊斯坦布尔|莫斯科|利雅得|多哈
4: dubai|abu dhabi|迪拜|杜拜|阿布扎比
5: karachi|lahore|islamabad
5.5: mumbai|delhi|new delhi|bangalore|bengaluru|chennai|hyderabad|pune|kolkata|孟买|孟買|新德里|班加罗尔
5.5: 班加羅爾
7: bangkok|hanoi|ho chi minh city|saigon|jakarta|曼谷|河内|河內|胡志明市|雅加达|雅加達
8: beijing|shanghai|shenzhen|guangzhou|hangzhou|suzhou|hong kong|taipei|singapore|kuala lumpur|penang|manila
8: perth|北京|上海|深圳|广州|廣州|杭州|苏州|香港|台北|臺北|新加坡|吉隆坡|马尼拉|馬尼拉
9: tokyo|osaka|kyoto|nagoya|yokohama|seoul|busan|东京|東京|大阪|名古屋|横滨|橫濱|首尔|首爾|釜山
10: brisbane|布里斯班
10a: sydney|melbourne|canberra|悉尼|雪梨|墨尔本|墨爾本
12a: auckland|wellington|奥克兰|奧克蘭
"""
_PLACES = (
    "team|office|offices|colleagues|people|side|site|plant|branch|desk|warehouse|headquarters|hq|staff|engineers|lab"
    "|factory|lawyers|end|group|department|customers|clients|partners|works|yard"
)
_ONCE_THERE = ("when", "When", "while", "While", "once", "Once", "if", "If", "time")
_READER_HAN = ("贵公司", "貴公司", "贵司", "貴司", "贵方", "貴方", "贵处", "貴處", "贵厂", "貴廠", "您", "你们", "你們")
_LINKS = ("在", "驻", "駐", "的", "那边", "那邊", "目前", "现", "現", "人")


@cache
def _clocks() -> dict[str, str]:
    rows = (row.partition(": ") for row in _CITIES.strip().split("\n"))
    return {city: clock for clock, _, cities in rows for city in cities.split("|")}


@cache
def _english() -> re.Pattern[str]:
    name = r"([^\W\d_][\w.]+(?:\s[A-Z][\w.]+){0,3})"
    return re.compile(
        rf"[Yy]our\s+(?:\w+\s+){{0,2}}?(?:{_PLACES})\s+(?:over\s+|there\s+)?in\s+{name}"
        rf"|[Yy]our\s+{name}\s+(?:{_PLACES})\b"
        rf"|[Yy]ou(?:['’]re|\s+are)?(?:\s+(?:all|both|still|over|currently|based|back))?\s+in\s+{name}"
    )


def of_city(name: str, day: date) -> frozenset[float]:
    """The clocks of a city by its name in lower case, on a day; empty for another word."""
    clock = _clocks().get(name)
    return _on(clock, day) if clock else frozenset()


def of_reader(text: str, day: date) -> list[frozenset[float]]:
    """The clocks of the cities where a text says its reader is, on a day."""
    found: list[frozenset[float]] = []
    if "you" in text or "You" in text:
        for match in _english().finditer(text):
            if text[: match.start()].rstrip().endswith(_ONCE_THERE):
                continue  # when you are in Munich, you are no longer where you read this
            words = (match[1] or match[2] or match[3]).replace(".", "").lower().split()
            names = (" ".join(words[:length]) for length in range(len(words), 0, -1))
            found += [clocks for name in names if (clocks := of_city(name, day) or countries.of_country(name, day))][:1]
    if any(word in text for word in _READER_HAN):
        found += [
            _on(clock, day) for city, clock in _clocks().items() if not city.isascii() and _is_readers(text, city)
        ]
        found += [countries.of_country(name, day) for name in countries.countries_han() if _is_readers(text, name)]
    return found


def _is_readers(text: str, city: str) -> bool:
    """三藩市貴公司, 贵司东京团队, 您在纽约."""
    place = text.find(city)
    while place >= 0:
        before, after = text[max(0, place - 8) : place], text[place + len(city) :][:8].lstrip("的")
        for link in _LINKS:
            before = before.removesuffix(link)
        if after.startswith(_READER_HAN[:-3]) or before.endswith(_READER_HAN):
            return True
        place = text.find(city, place + 1)
    return False


def _on(clock: str, day: date) -> frozenset[float]:
    hours = float(clock.rstrip("sua"))
    if clock.endswith("a"):
        return frozenset((hours, hours + 1))
    is_later = (clock.endswith("s") and is_summer(day)) or (clock.endswith("u") and _is_american_summer(day))
    return frozenset((hours + is_later,))


def _is_american_summer(day: date) -> bool:
    """Between the second Sunday of March and the first of November."""
    first, last = date(day.year, 3, 14), date(day.year, 11, 7)
    return first - timedelta(days=first.isoweekday() % 7) <= day < last - timedelta(days=last.isoweekday() % 7)
