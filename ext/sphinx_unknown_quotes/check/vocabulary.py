"""Words with a part to play in the rules: fillers, and words whose change is never forgiven."""

from __future__ import annotations

import re
from typing import Final

from .numbers import number_words

#: Sounds of hesitation by language; "um" and "er" are words in German.
FILLERS: Final[dict[str, frozenset[str]]] = {
    "en": frozenset(["um", "umm", "ummm", "uhm", "uh", "uhh", "uhhh", "er", "erm", "hm", "hmm", "hmmm", "mm", "mmm"]),
    "de": frozenset(["äh", "ähm", "öh", "öhm", "hm", "hmm", "mm"]),
    "fr": frozenset(["euh", "heu", "hum", "hm", "hmm"]),
    "es": frozenset(["eh", "em", "hm", "hmm"]),
}
_ANY_FILLERS: Final = frozenset(["uh", "uhm", "hm", "hmm", "mm"])

_NEGATIONS: Final = frozenset(
    ["not", "no", "never", "none", "nobody", "nothing", "nowhere", "neither", "nor", "without", "cannot", "nope", "nah", "hardly", "barely", "scarcely", "rarely", "seldom", "unable", "impossible", "unlikely", "except", "unless", "nicht", "kein", "keine", "keinen", "keinem", "keiner", "keines", "nie", "niemals", "nichts", "niemand", "ohne", "weder", "ne", "pas", "jamais", "rien", "aucun", "aucune", "personne", "sans", "ni", "nunca", "jamás", "nada", "nadie", "ningún", "ninguno", "ninguna", "sin", "niente", "nessuno", "mai", "senza", "não", "nem", "nenhum", "nenhuma", "sem", "niet", "geen", "nooit", "niets", "inte", "ingen", "aldrig", "ikke", "ingen", "aldri", "не", "нет", "ни", "никогда", "ничего", "никто", "без", "nie", "nigdy", "nic", "nikt", "bez", "不", "没", "沒", "無", "无", "未", "非", "別", "别", "莫", "勿", "ない"]
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
    "internal external", "success failure", "yes no",
)  # fmt: skip
_OPPOSITES: Final = frozenset(
    pair for line in _CONTRARY for left, right in [line.split()] for pair in ((left, right), (right, left))
)
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
            if (one, other) in _OPPOSITES:
                return True
            longer, shorter = (one, other) if len(one) > len(other) else (other, one)
            if len(shorter) < 4:
                continue
            if longer.endswith(shorter) and _PREFIX.fullmatch(longer.removesuffix(shorter)):
                return True
            if longer.startswith(shorter) and _LESS.fullmatch(longer.removeprefix(shorter)):
                return True
    return False
