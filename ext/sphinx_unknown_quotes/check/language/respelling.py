"""Give words with two spellings one of them: British and American, with accents and without."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from .tables import Tables

_UNWRITTEN: Final = re.compile("[\u064b-\u0652\u0670\u0640]")
_PLAIN: Final = str.maketrans("أإآٱё", "ااااе")
#: Letters that people write as two letters if their keyboard does not have them; and ligatures, which are always two.
_TWO_LETTERS: Final = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"}
_LIGATURES: Final = str.maketrans({"œ": "oe", "æ": "ae"})
_OUR: Final = re.compile(
    r"(col|fav|behavi|hon|lab|neighb|rum|flav|hum|vap|harb|arm|endeav|sav|od|tum|val|vig|rig|cand|clam|ferv|savi|demean)our"
)
_ISE: Final = re.compile(r"(?<!pr)(?<!w)(?<=[a-z]{3})is(e|ed|es|er|ers|ing|ation|ations|able)$")
_KEPT_ISE: Final = re.compile(r"(?:prom|exerc|surpr|adv|rev|superv|telev|comprom|desp|dev|dem|disgu|enterpr|exc|franch|"
                              r"improv|merchand|otherw|prec|conc|expert|likew|adver|par|ra|no|pra|pois|cru|bru|appra)is")  # fmt: skip
_LL: Final = re.compile(
    r"(travel|model|label|cancel|signal|level|channel|total|counsel|fuel|dial|equal|marvel|tunnel|quarrel|initial)"
    r"l(ed|ing|er|ers|or|ors|ous|ously|ation)"
)
#: Greek roots with one letter or two.
_GREEK: Final = re.compile(
    r"(?<=an)ae(?=mi)|(?<=leuk)ae|(?<=h)ae(?=m[ao])|(?<=p)ae(?=d[io])|(?<=f)ae(?=c)|(?<=c)ae(?=s)|(?<=gyn)ae|(?<=arch)ae|"
    r"(?<=encyclop)ae|(?<=orthop)ae|(?<=m)oe(?=uv)|(?<=man)oe(?=u)|(?<=f)oe(?=t)|(?<=diarrh)oe|(?<=am)oe(?=b)|"
    r"(?<=^)oe(?=s|d)|(?<=c)oe(?=l)|(?<=medi)ae(?=v)"
)
#: Words with one "l" in British spelling and two in American.
_ONE_L: Final = re.compile(r"(fulfi|enro|insta|disti)ll?(?=$|s$|ment)|(wi|ski)ll?(?=fu)")


@lru_cache(maxsize=65536)
def spelling(word: str, table: Tables) -> str:
    """Return one spelling for the British and the American one, and for all spellings that the language has for a word."""
    if word in table.spellings:
        return table.spellings[word]
    if not word.isascii():
        # Arabic vowels, a hamza over an alif and the dots of a Russian yo are often not written.
        word = _UNWRITTEN.sub("", word).translate(_PLAIN).translate(_LIGATURES).translate(table.letters)
        if table.accents_optional:
            word = _bare(word)
        elif table.first_accent_optional:
            word = "'".join(_bare(part[:1]) + part[1:] for part in word.split("'"))
    if word in table.spellings:
        return table.spellings[word]
    word = _ONE_L.sub(r"\1\2l", _GREEK.sub("e", _OUR.sub(r"\1or", word)))
    if not _KEPT_ISE.match(word):
        word = _ISE.sub(r"iz\1", word)
    if word.endswith(("yse", "ysed", "yses", "ysing")):
        word = word.replace("ys", "yz") if word.count("ys") == 1 else word
    return _LL.sub(r"\1\2", word)


def _bare(word: str) -> str:
    """Return *word* without accents on Latin letters. In other scripts, a mark may be a vowel."""
    parts = unicodedata.normalize("NFD", word)
    is_latin = parts[:1].isascii() or any(part.isascii() for part in parts)
    return "".join(part for part in parts if not "\u0300" <= part <= "\u036f") if is_latin else word


@lru_cache(maxsize=65536)
def respellings(word: str) -> tuple[str, ...]:
    """Return other spellings of a word with letters that not every keyboard has: ``mueller`` for ``müller``."""
    if word.isascii() or not any(letter in _TWO_LETTERS for letter in word):
        return ()
    return ("".join(_TWO_LETTERS.get(letter, letter) for letter in word),)
