"""Find the name that a sentence gives as the speaker of the words that it quotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from .passages import Quoted

_CAPITAL: Final = r"[^\W\d_a-zß-öø-ÿāăąćčďđēęěğīıļłńņňőœřśşšťūůűźżž]"
_PARTICLE: Final = r"(?:van|von|vom|der|den|de|del|della|da|di|du|la|le|bin|ibn|al|el|ter|zu)"
_PART: Final = rf"(?:{_CAPITAL}\w*(?:['’.\-]\w+)*\.?)"
#: A person or an organisation: words with a capital, and the small words inside names.
_NAME: Final = rf"(?P<name>{_PART}(?:\s+(?:{_PARTICLE}\s+)*{_PART}){{0,4}})"
_SAYS: Final = (
    r"(?:said|says?|saying|wrote|writes?|writing|told|tells|puts?|asks?|asked|answer(?:s|ed)|admits?|admitted|adds?|added|"
    r"explain(?:s|ed)|notes|noted|argue[sd]?|claim(?:s|ed)|repl(?:y|ies|ied)|observe[sd]?|conclude[sd]?|confesse[sd]|"
    r"remark(?:s|ed)|state[sd]|declare[sd]|warn(?:s|ed)|quip(?:s|ped)|recall(?:s|ed)|insist(?:s|ed)|call(?:s|ed)|"
    r"confirm(?:s|ed)|concede[sd]|continue[sd]|comment(?:s|ed)|"
    r"sagt(?:e|en)?|schrieb|schreibt|meint(?:e)?|erklärt(?:e)?|dit|a\s+dit|écrit|disait|dijo|dice|escribió|escribe|disse|ha\s+detto)"
)
#: Up to two words between a name and the verb: "later", "once", "also".
_ADVERB: Final = r"(?:\s+(?:once|later|also|then|has|had|have|recently|famously|even|himself|herself|\w+ly)){0,2}"
#: "of Initech", or ", who leads research there,", after a name.
_ASIDE: Final = (
    rf"(?:\s+(?:of|at|from)\s+(?:the\s+)?{_PART}(?:\s+{_PART}){{0,4}})?(?:\s*(?:,[^,.;:]{{1,80}},|\([^()]{{1,80}}\)))?"
)
_BEHIND_VERB: Final = r"(?:\s+[\w'’-]+){0,6}"
_BEFORE: Final = (
    rf"{_NAME}{_ASIDE}{_ADVERB}\s+{_SAYS}\b{_BEHIND_VERB}\s*[,:]?\s*$",
    rf"\b(?i:according\s+to|in\s+the\s+words\s+of|to\s+quote|quoting|laut|selon|según)\s+{_NAME}{_ASIDE}\s*[,:]?\s*$",
    rf"\b{_SAYS}\s+{_NAME}{_ASIDE}\s*[,:]\s*$",
    rf"(?:^|[.!?]\s+){_NAME}{_ASIDE}\s*:\s*$",
    rf"{_NAME}['’]s?\s+(?:words?|answer|reply|remark|claim|line|quip|sentence|phrase|statement|admission|view)\b[^.!?]{{0,40}}$",
)
_BEHIND: Final = (
    rf"^\s*[,.]?\s*{_NAME}{_ASIDE}{_ADVERB}\s+{_SAYS}\b",
    rf"^\s*[,.]?\s*{_SAYS}\s+{_NAME}",
    rf"^\s*[,.]?\s*(?:\w+\s+){{0,2}}(?i:according\s+to|in\s+the\s+words\s+of|laut|selon|según)\s+{_NAME}",
    rf"^\s*[.]?\s*(?:—|–|--|―)\s*{_NAME}",
    rf"^\s*[.]?\s*\({_NAME}(?=[,)\s])",
)
_PATTERNS_BEFORE: Final = tuple(map(re.compile, _BEFORE))
_PATTERNS_BEHIND: Final = tuple(map(re.compile, _BEHIND))
#: Words at the beginning of a sentence that have a capital but are not names.
_NOBODY: Final = frozenset(
    ["a", "an", "the", "this", "that", "these", "those", "he", "she", "it", "they", "we", "i", "you", "his", "her",
     "its", "their", "our", "my", "your", "who", "what", "when", "where", "why", "how", "one", "some", "somebody",
     "someone", "nobody", "no", "others", "another", "people", "everyone", "experts", "researchers", "scientists",
     "critics", "authors", "engineers", "users", "and", "but", "or", "so", "then", "as", "if", "in", "on", "at", "to",
     "of", "for", "from", "with", "by", "after", "before", "later", "asked", "again", "once", "still", "yet", "also",
     "earlier", "here", "there", "now", "today", "yesterday", "all", "both", "each", "most", "many", "few", "several",
     "not", "only", "even", "while", "der", "die", "das", "er", "sie", "es", "ein", "eine", "le", "la", "les", "il",
     "elle", "un", "une", "el", "los", "las", "al", "un", "una", "chapter", "section", "page", "figure", "table",
     "see", "note", "yes"]
)  # fmt: skip
_TITLES_END: Final = re.compile(r"(?:\b(?:Dr|Prof|Mr|Mrs|Ms|St|Jr|Sr|vs|etc|e\.g|i\.e|al)|\b\w)\.$")
_SENTENCE_END: Final = re.compile(r"[.!?…][\"”’»)\]]*\s+(?=[^a-zß-öø-ÿ])")


def sentence_around(quoted: Quoted) -> tuple[str, str]:
    """Return the text before and after the words in their sentence."""
    before = quoted.before
    for match in _SENTENCE_END.finditer(quoted.before):
        if not _TITLES_END.search(quoted.before[: match.start() + 1]):
            before = quoted.before[match.end() :]
    behind = quoted.after
    is_ended = quoted.text[-1:] in (".", "!", "?", "…")
    first = re.match(r"\s+(?=[^a-zß-öø-ÿ\s])", behind) if is_ended else None
    if first and not any(pattern.search(behind) for pattern in _PATTERNS_BEHIND[1:]):
        # The sentence ends with the words, unless a verb or a dash follows.
        return before, behind if _PATTERNS_BEHIND[0].search(behind) else ""
    for match in _SENTENCE_END.finditer(behind):
        if match.start() and not _TITLES_END.search(behind[: match.start() + 1]):
            return before, behind[: match.end()]
    return before, behind


def named_speaker(quoted: Quoted) -> str:
    """Return the name that the sentence, or the line below a block, gives as the speaker; empty if there is none."""
    if quoted.passage.attribution:
        return _first_name(quoted.passage.attribution.lstrip("—–-― "))
    if quoted.passage.is_block:
        return ""
    before, behind = sentence_around(quoted)
    for patterns, text in ((_PATTERNS_BEHIND, behind), (_PATTERNS_BEFORE, before)):
        for pattern in patterns:
            match = pattern.search(text)
            if match and (name := _first_name(match["name"])):
                return name
    return ""


def _first_name(text: str) -> str:
    """Return the name at the beginning of *text*; empty if there is none."""
    match = re.match(_NAME, text)
    if not match:
        return ""
    parts = match["name"].split()
    while parts and parts[0].casefold().rstrip(".,") in _NOBODY:
        parts.pop(0)
    return " ".join(parts).rstrip(".") if parts and parts[0][0].isupper() else ""
