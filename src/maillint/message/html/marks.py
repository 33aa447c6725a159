"""The containers in which mail programs wrap quoted mail and signatures."""

from __future__ import annotations

QUOTE, GMAIL, REST, SIGNATURE, SIGNATURE_REST = "quote", "gmail", "rest", "signature", "signature-rest"
"""``GMAIL`` wraps a quote and what was written between its pieces; the ``REST`` kinds reach over all that follows."""

_REST = (
    *("divrplyfwdmsg", "appendonsend", "mail-editor-reference-message-container", "stopspelling", "originalcontent"),
    *("isreplycontent", "isforwardcontent", "x_divrplyfwdmsg"),
)
_QUOTES = (
    *("yahoo_quoted", "moz-cite-prefix", "moz-forward-container", "gmail_attr", "protonmail_quote", "tutanota_quote"),
    *("zmail_extra", "alimail-quote", "history-quote", "lark-mail-quote", "quote-wrapper", "j-reply", "oringinal"),
    *("original-content", "front-blockquote", "missive_quote", "ntes_quote", "ne-quoted", "hmquote", "gmail_extra"),
    *(
        "moz-email-headers-table",
        "replyforwardheader",
        "mail-quote",
        "email-quote",
        "quoted-message",
        "__quoted_text__",
    ),
)
_SIGNATURES = (
    *("gmail_signature", "moz-signature", "ms-outlook-mobile-signature", "protonmail_signature", "applemailsignature"),
    *("ntes-pcmac-signature", "spneditorsign", "mail-signature", "email-signature", "emailsignature"),
    *(
        "__aliyun_signature",
        "alimail-signature",
        "lark-mail-signature",
        "xm_signature",
        "__sig_pre__",
        "front-signature",
    ),
    *(
        "mailsignature",
        "xmail_mailsig",
        "mail_signature",
        "netease-signature",
        "ntes_sign",
        "signature-wrapper",
        "tutanota_signature",
    ),
)
_SIGNATURE_NAMES = frozenset(("signature", "x_signature", "sign", "sig", "divsignature", "foxmailsign", "foxmail-sign"))


def of_tag(tag: str, attributes: dict[str, str], css: dict[str, str]) -> str:
    """What the reader's program knows an element to be, by its name, class, id and style; empty for nothing."""
    names = " ".join(attributes.get(key, "") for key in ("class", "id", "name", "data-marker")).strip().lower()
    if tag == "blockquote":
        return "" if _is_indent(names, css) else QUOTE
    if tag == "sign":
        return SIGNATURE
    if names:
        found = _by_name(tag, names)
        if found:
            return found
    return REST if tag == "div" and _is_header_rule(css) else ""


def _by_name(tag: str, names: str) -> str:
    words = names.split()
    if "fmsigseperator" in words:
        return SIGNATURE_REST
    if any(word in _REST for word in words):
        return REST
    if "gmail_quote" in words or "gmail_quote_container" in words:
        return GMAIL if tag == "div" else QUOTE
    if any(name in names for name in _QUOTES):
        return QUOTE
    is_signature = any(word in _SIGNATURE_NAMES for word in words) or any(name in names for name in _SIGNATURES)
    return SIGNATURE if is_signature else ""


def _is_indent(names: str, css: dict[str, str]) -> bool:
    """The indent button of web mailers makes a borderless blockquote of the author's own words."""
    return not names and css.get("border", "").startswith("none") and "40px" in css.get("margin", "")


def _is_header_rule(css: dict[str, str]) -> bool:
    """Outlook and Foxmail draw a thin rule above ``From:``, or set that block on grey, and quote what follows."""
    padding = css.get("padding", "")
    if css.get("border-top", "").startswith("solid") and css.get("border", "none").startswith("none"):
        return padding.startswith("3.0pt 0")
    if css.get("border-top", "").startswith("#b5c4df") or css.get("border-top", "").startswith(
        "1pt solid rgb(181, 196"
    ):
        return True
    if padding.startswith("2px 0") and css.get("font-family", "").startswith("arial narrow"):
        return True
    return (
        css.get("background", css.get("background-color", "")).startswith(("#efefef", "rgb(239")) and padding == "8px"
    )
