"""The organisation's own words at the beginning and the end of an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Grade, answer, answer_sentences, asked, flatten, head_of, replace, script_of, tail_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Finding, Hit, Rule

_NEAR = 0.8
"""Share of letters in common from which a sentence is the house's phrase, a name or a date put in."""


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """Where the configured opening or closing is missing, with the phrase of the draft's language to put there."""
    if not asked(draft) or not answer(draft):
        return
    for key in ("opening", "closing"):
        phrases = [phrase for phrase in rule.options[key] if phrase.strip() and _is_same_language(phrase, draft)]
        if phrases and not any(_stands(phrase, draft) for phrase in phrases):
            edit = (head_of(draft), phrases[0] + "\n\n") if key == "opening" else (tail_of(draft), "\n\n" + phrases[0])
            rewrite = replace(Grade.SUGGESTED, [edit])
            yield rule.finding(draft, edit[0], key=key, rewrite=rewrite, phrase=phrases[0])


def _is_same_language(phrase: str, draft: Draft) -> bool:
    script = script_of(phrase) or "en"
    return draft.language in (script, "mixed")


def _stands(phrase: str, draft: Draft) -> bool:
    wanted = _letters(phrase)
    if wanted in _letters(answer(draft)):
        return True
    from difflib import SequenceMatcher

    sentences = (_letters(words) for _, words in answer_sentences(draft))
    return any(SequenceMatcher(None, wanted, said, autojunk=False).ratio() >= _NEAR for said in sentences)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, flatten(text)))
