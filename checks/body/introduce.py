"""Letters to strangers that do not say who writes."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, advise, first_request

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

_REACH = 300


@cache
def _who() -> re.Pattern[str]:
    """What says who writes, whose customer one is, or what was there before."""
    import re

    return re.compile(
        r"(?<![a-z])(?:(?:i am|i'm|we are|we're) (?!writing|sorry|interested|glad|happy"
        r"|pleased|afraid|unable|looking|sure"
        r"|contacting|hoping|aware)|i'm calling from|my name|this is "
        r"|our (?!order|call|request|letter|mail|email)\w+"
        r"|on behalf|as an? |from the|my (?:wife|husband|company|firm|order|account|policy|booking|son|daughter|mother)"
        r"|i (?:work|run|own|lead|manage|teach|live|bought|booked|ordered|represent|saw|read|attended|applied)"
        r"|we (?:run|own|make|sell|supply"
        r"|live|bought|booked|ordered|represent|act|produce|manufacture|distribute|operate)"
        r"|(?:order|account|customer|policy|invoice|booking|reference|contract|membership) (?:no|number|#|\d))"
        r"|我[是叫司们們校院厂廠方公]|本[人公司校院店单單]|敝|鄙人|我[们們]是|[这這][里裡]是|[这這]是"
        r"|代表|受.{1,12}委[托託]|[订訂][单單]号?|客[户戶][号號]|[单單][号號]"
        r"|[账賬帳][户戶号號]|我[的]?[购購买買订訂]|我在|我家|我于|我於|我曾"
    )


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """The opening of a first letter that wants something of nobody in particular, when it does not say who writes."""
    body = draft.zone("body")
    if draft.is_reply or draft.is_forward or not hits or body is None or not draft.is_personal:
        return
    opening = draft.flat[body.start : min(body.end, body.start + _REACH)]
    if _who().search(opening) or first_request(draft.flat, body.start, body.end) < 0:
        return
    first = next((p for p in draft.paragraphs if p.zone == "body"), None)
    if first is not None:
        start, end = first.sentences[0] if first.sentences else (first.start, first.end)
        yield rule.finding(draft, Span("body", start, end), rewrite=advise())
