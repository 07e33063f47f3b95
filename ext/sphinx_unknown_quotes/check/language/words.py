"""Split text into words: what counts as a word, and which differences of characters do not count."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final, NamedTuple

from .sounds import SOUNDS

#: Characters that count as the same: look-alikes of apostrophes, quotation marks, dashes and spaces.
_FOLD: Final = str.maketrans(
    {
        # Unicode's compatibility form would turn 10² into 102, and 1½ into 11/2.
        **{mark: f"^{digit}" for digit, mark in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")},
        **{mark: f" {unicodedata.normalize('NFKC', mark)}".replace("⁄", "/") for mark in "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"},
        # Arabic and Persian have digits and marks of their own.
        **{chr(zero + digit): str(digit) for zero in (0x660, 0x6F0) for digit in range(10)},
        # The Chinese comma does not separate thousands, and has its space in itself.
        **{"，": ", ", "٪": "%", "؟": "?", "٫": ".", "٬": ",", "⁄": "/", "〜": "-", "～": "-"},
        **dict.fromkeys("‘’‚‛′ʼ`´", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−⸺", "-"),
        **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"),
    }
)  # fmt: skip
ANNOTATION: Final = re.compile(
    rf"\[[ \t]*(?:{SOUNDS})(?:[ \t\d:.,-][^\]\n]{{0,40}})?\]|\([ \t]*(?:{SOUNDS})(?:[ \t][\d:.]+)?[ \t]*\)|[♪♫♬♩]+",
    re.IGNORECASE,
)
#: An annotation of a sound and nothing else: the only kind that a quotation may have.
REMARK: Final = re.compile(
    rf"\[[ \t]*(?:{SOUNDS})(?:[ \t][\d:.]+)?[ \t]*\]|\([ \t]*(?:{SOUNDS})(?:[ \t][\d:.]+)?[ \t]*\)|[♪♫♬♩]+",
    re.IGNORECASE,
)
#: Marks that belong to the letter before them, in the scripts that write them so.
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0900-\u0963\u0966-\u0df3\u0f18-\u0fbc\u1000-\u109f\u1780-\u17d3\u3099\u309a"
)
#: Scripts without spaces between words: every character counts as a word.
_SINGLE = "\u0e01-\u0e3a\u0e40-\u0e4e\u0e80-\u0ecd\u2e80-\u2fd5\u3005-\u3007\u3041-\u3096\u30a1-\u30fa\u30fc\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
_SPECIAL = re.compile(f"[{_SINGLE}{_MARKS}]")


def _token(letter: str, first: str, single: str) -> re.Pattern[str]:
    # Digits with the marks inside them: ranges, dates and 1/2; 1,000.5, 10:30 and 4.6M; .5 for a half.
    plain = r"\d+(?:[.,:]\d+)"
    digits = rf"{plain}*(?:[\-/]{plain}*)+(?!{letter})|{plain}+[A-Za-z]{{0,3}}(?!{letter})|(?<![\w.,])\.\d+(?!{letter})"
    return re.compile(
        # The first test is whether a word can begin here, since at most places none can.
        rf"(?=[\w%&$€£¥\-.<>≤≥≈±~])(?:{single}{first}{letter}*(?:'{letter}+)*(?:\+\+|\#(?!\w))?"
        rf"|{digits}|{letter}+(?:'{letter}+)*|[%&$€£¥]|(?<![\w\-])-(?=\d)"
        # A sign right before a number bounds it; an arrow and the marks of another turn do not.
        r"|(?<![\-=<>])[<>≤≥≈±~](?=\d))"
    )


_TOKEN: Final = _token(r"[^\W_]", r"[^\W\d_]", "")


@cache
def _general_token() -> re.Pattern[str]:
    """Return the pattern for text with other characters. It takes several times as long, and 10 ms to compile."""
    return _token(rf"(?:(?![{_SINGLE}])[^\W_]|[{_MARKS}])", rf"(?![{_SINGLE}])[^\W\d_]", f"[{_SINGLE}][{_MARKS}]*|")


#: No word has a space in it.
_CHUNK = re.compile(r"\S+")
_SYMBOLS: Final = {"%": "percent", "&": "and", "-": "minus"}
#: Most texts have no other characters to fold, and to replace only these is ten times as fast.
_FREQUENT: Final = (("’", "'"), ("“", '"'), ("”", '"'), ("…", "..."), ("—", "-"), ("–", "-"))
#: Text with only these characters needs no folding.
_PLAIN = re.compile(r"[\n\x20-\x5f\x61-\x7e]*")


def fold(text: str, annotations: re.Pattern[str] = ANNOTATION) -> str:
    """Return *text* with one kind of quotation mark, apostrophe, dash and space, and no invisible characters.

    What *annotations* matches is blanked out. It differs for quotations, since their brackets are the editor's words.
    """
    for mark, plain in _FREQUENT:
        text = text.replace(mark, plain)
    if not _PLAIN.fullmatch(text):
        text = unicodedata.normalize("NFKC", text.translate(_FOLD)).translate(_FOLD)
    if "[" in text or "(" in text or "♪" in text or "♫" in text:
        # The text keeps its length, so that places in it stay valid.
        text = annotations.sub(lambda match: " " * len(match[0]), text)
    return text


def tokenise(folded: str) -> tuple[list[str], list[int], list[int]]:
    """Split folded text into its words, without case, and the places where each begins and ends."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for chunk in _CHUNK.finditer(folded):
        begin = chunk.start()
        for word, start, end in words_in(chunk[0]):
            words.append(word)
            starts.append(begin + start)
            ends.append(begin + end)
    return words, starts, ends


def word_rows(folded: str) -> list[str]:
    """Return the words of every line of folded text as :func:`tokenise` finds them, with one space between two."""
    # Nearly every chunk was seen before, so a word costs one lookup in a dictionary.
    if len(_WORDS_OF) > _MAX_KNOWN:
        _WORDS_OF.clear()
        _WORDS_OF[_LINE_END] = _LINE_END
    if " " not in folded:
        return list(map(_WORDS_OF.__getitem__, folded.split("\n")))
    chunks = map(_WORDS_OF.__getitem__, folded.replace("\n", f" {_LINE_END} ").split())
    return [row.strip(" ") for row in " ".join(filter(None, chunks)).split(_LINE_END)]


class Word(NamedTuple):
    """A word without case, and the places where it begins and ends."""

    word: str
    start: int
    end: int


@lru_cache(maxsize=65536)
def words_in(chunk: str) -> tuple[Word, ...]:
    """Return the words of folded text without a space in it."""
    token = _general_token() if not chunk.isascii() and _SPECIAL.search(chunk) else _TOKEN
    return tuple([Word(_normal(match[0].casefold()), match.start(), match.end()) for match in token.finditer(chunk)])


class _WordsOf(dict[str, str]):
    """The words of every chunk that was seen so far."""

    def __missing__(self, chunk: str) -> str:
        words = " ".join([word for word, _, _ in words_in(chunk)])
        self[chunk] = words
        return words


#: No transcript has this character: its reader replaces it.
_LINE_END: Final = "\0"
_WORDS_OF: Final = _WordsOf({_LINE_END: _LINE_END})
#: The most chunks that are remembered, about 30 MB.
_MAX_KNOWN: Final = 200_000


def _normal(word: str) -> str:
    return _SYMBOLS.get(word, word)


def printed(folded: str) -> str:
    """Return *folded* in the form in which exact words are compared: letters, case and marks, but no spaces.

    Marks at both ends are left out, since they belong to whoever quotes, and all dashes are one dash.
    """
    folded = re.sub("(?<=-)-+", "", folded) if "--" in folded else folded
    return "".join(folded.split()).strip(".,;:!?-\"'()[]*_…¿¡")


def is_blank_of(annotation: str, gap: str) -> bool:
    """Whether *gap*, the text between two words of a transcript, has a blanked annotation as long as *annotation*."""
    # The length includes the spaces around the annotation.
    return re.search(rf"(?<! ) {{{len(annotation)},{len(annotation) + 2}}}(?! )", gap) is not None
