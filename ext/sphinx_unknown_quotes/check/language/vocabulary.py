"""Words with a part to play in the rules: fillers, and words whose change is never forgiven."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from .numbers import number_words

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Sounds of hesitation by language; "um" and "er" are words in German.
FILLERS: Final[dict[str, frozenset[str]]] = {
    "en": frozenset(["um", "umm", "ummm", "uhm", "uh", "uhh", "uhhh", "er", "erm", "hm", "hmm", "hmmm", "mm", "mmm"]),
    "de": frozenset(["äh", "ähm", "öh", "öhm", "hm", "hmm", "mm"]),
    "fr": frozenset(["euh", "heu", "hum", "hm", "hmm"]),
    "es": frozenset(["eh", "em", "hm", "hmm"]),
}
_ANY_FILLERS: Final = frozenset(["uh", "uhm", "hm", "hmm", "mm"])

_NEGATIONS: Final = frozenset(
    ["not", "no", "never", "none", "nobody", "nothing", "nowhere", "neither", "nor", "without", "cannot", "nope", "nah", "hardly", "barely", "scarcely", "rarely", "seldom", "unable", "impossible", "unlikely", "except", "unless", "nicht", "kein", "keine", "keinen", "keinem", "keiner", "keines", "nie", "niemals", "nichts", "niemand", "ohne", "weder", "ne", "pas", "jamais", "rien", "aucun", "aucune", "personne", "sans", "ni", "nunca", "jamás", "nada", "nadie", "ningún", "ninguno", "ninguna", "sin", "niente", "nessuno", "mai", "senza", "não", "nem", "nenhum", "nenhuma", "sem", "niet", "geen", "nooit", "niets", "inte", "ingen", "aldrig", "ikke", "ingen", "aldri", "не", "нет", "ни", "никогда", "ничего", "никто", "без", "nie", "nigdy", "nic", "nikt", "bez", "لا", "لم", "لن", "ليس", "לא", "אין", "नहीं", "değil", "yok", "안", "못", "không", "tidak", "bukan", "δεν", "όχι", "ні", "不", "没", "沒", "無", "无", "未", "非", "別", "别", "莫", "勿", "ない"]
)  # fmt: skip
_MODALS: Final = frozenset(
    [
        "can",
        "could",
        "may",
        "might",
        "shall",
        "should",
        "will",
        "would",
        "must",
        "ought",
        "kann",
        "können",
        "könnte",
        "könnten",
        "darf",
        "dürfen",
        "soll",
        "sollen",
        "sollte",
        "sollten",
        "muss",
        "müssen",
        "müsste",
        "wird",
        "würde",
        "würden",
        "peut",
        "peuvent",
        "pourrait",
        "doit",
        "doivent",
        "devrait",
        "puede",
        "pueden",
        "podría",
        "debe",
        "deben",
        "debería",
    ]
)
_TO_MODAL: Final = {"'ll": "will", "'d": "would", "wo": "will", "sha": "shall", "ca": "can"}
#: Pairs of which one says the contrary of the other, or how much.
_CONTRARY: Final = (
    "more less", "most least", "up down", "increase decrease", "increases decreases", "increased decreased",
    "increasing decreasing", "before after", "better worse", "best worst", "above below", "over under", "all some",
    "all few", "many few", "always sometimes", "always often", "everything something", "everyone someone",
    "everybody somebody", "true false", "right wrong", "with without", "high low", "higher lower", "larger smaller",
    "bigger smaller", "big small", "large small", "good bad", "easy hard", "easier harder", "faster slower",
    "fast slow", "first last", "agree disagree", "agreed disagreed", "can can't", "like dislike", "likely unlikely",
    "internal external", "success failure", "yes no", "rise fall", "rises falls", "guilty innocent", "win lose",
    "wins loses", "won lost", "love hate", "accept reject", "accepted rejected", "start stop", "open closed", "hot cold",
    "alive dead", "safe dangerous", "most some", "most few", "all most", "all many", "most many", "few some", "some many",
    "pass fail", "passed failed", "succeed fail", "succeeded failed", "strong weak", "early late", "rich poor",
    "minimum maximum", "positive negative", "public private", "buy sell", "allow forbid", "allowed forbidden",
    "if when", "and or", "few little",
)  # fmt: skip
_OPPOSITES: Final = frozenset(
    pair for line in _CONTRARY for left, right in [line.split()] for pair in ((left, right), (right, left))
)
#: Units that stand behind numbers, each with its other forms.
_UNIT_FORMS: Final = (
    "second seconds", "minute minutes", "hour hours", "day days", "week weeks", "month months", "year years",
    "decade decades", "century centuries", "mile miles", "foot feet", "inch inches", "yard yards",
    "kilometer kilometers kilometre kilometres km", "meter meters metre metres", "centimeter centimeters centimetre centimetres cm",
    "millimeter millimeters millimetre millimetres mm", "gram grams", "kilogram kilograms kilo kilos kg", "ton tons", "ounce ounces",
    "celsius", "fahrenheit", "kelvin", "watt watts", "kilowatt kilowatts", "megawatt megawatts", "gigawatt gigawatts",
    "byte bytes", "kilobyte kilobytes", "megabyte megabytes", "gigabyte gigabytes", "terabyte terabytes", "bit bits",
)  # fmt: skip
_UNITS: Final = {form: line for line in _UNIT_FORMS for form in line.split()}
#: Japanese denies within the verb, and its words are compared by the character.
_JAPANESE_DENIALS = re.compile("ない|なか|なく|なけ|ません|ませぬ|ずに")
_PREFIX = re.compile(r"(?:un|in|im|il|ir|dis|non|mis|a)")
_LESS = re.compile(r"(?:less|free)")


def fillers(lang: str) -> frozenset[str]:
    """Return the sounds that a quotation in the BCP 47 language *lang* may leave out."""
    return FILLERS.get(lang.lower().partition("-")[0], _ANY_FILLERS)


def critical(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the negations, modals and numbers among *words*, each sorted: what no verdict but ``altered`` may change."""
    negations: list[str] = []
    modals: list[str] = []
    for word in words:
        stem, mark, tail = word.partition("'")
        if word.endswith(("n't", "nt")) and word[-3:-2] != "e" and _is_negated(word):
            negations.append("not")
            base = _TO_MODAL.get(word.removesuffix("n't"), word.removesuffix("n't"))
            modals += [base] if base in _MODALS else []
        elif word == "cannot":
            negations.append("not")
            modals.append("can")
        elif word in _NEGATIONS or stem in _NEGATIONS:
            negations.append(stem if mark and stem in _NEGATIONS else word)
        elif word in _MODALS:
            modals.append(word)
        if mark and f"'{tail}" in _TO_MODAL:
            modals.append(_TO_MODAL[f"'{tail}"])
    return tuple(sorted(negations)), tuple(sorted(modals)), tuple(number_words(words))


def _is_negated(word: str) -> bool:
    return word.endswith("n't") or word in _NEGATED_WITHOUT_MARK


_NEGATED_WITHOUT_MARK: Final = frozenset(
    [
        "dont",
        "doesnt",
        "didnt",
        "isnt",
        "arent",
        "wasnt",
        "werent",
        "hasnt",
        "havent",
        "hadnt",
        "wont",
        "wouldnt",
        "couldnt",
        "shouldnt",
        "mustnt",
        "cant",
        "aint",
    ]
)


def has_negation(words: tuple[str, ...]) -> bool:
    """Whether one of *words* denies."""
    return bool(critical(words)[0])


def is_contrary(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether putting *left* for *right* turns what is said around: a word for its opposite or its negated form."""
    for one in left:
        for other in right:
            if (one, other) in _OPPOSITES or _is_other_unit(one, other):
                return True
            longer, shorter = (one, other) if len(one) > len(other) else (other, one)
            if len(shorter) < 4:
                continue
            if longer.endswith(shorter) and _PREFIX.fullmatch(longer.removesuffix(shorter)):
                return True
            if {one, other} == {f"{one.removesuffix('ful').removesuffix('less')}{end}" for end in ("ful", "less")}:
                return True
            if longer.startswith(shorter) and _LESS.fullmatch(longer.removeprefix(shorter)):
                return True
    return False


def _is_other_unit(one: str, other: str) -> bool:
    return one in _UNITS and other in _UNITS and _UNITS[one] != _UNITS[other]


def denies_within(words: Sequence[str]) -> int:
    """Return how often *words*, which may be single characters, deny in the middle of a verb, as in Japanese."""
    return len(_JAPANESE_DENIALS.findall("".join(words)))
