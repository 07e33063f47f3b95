"""Forgeries of single words, and of place, time and speaker, which no checker may let pass."""

from __future__ import annotations

import re

from . import lists
from .kinds import Drawn, Kind, Made, bare, places, planted, put, tail


def negation_dropped(drawn: Drawn) -> Made | None:
    """Take out a not, never, no or n't that belongs to the sentence."""
    tokens = drawn.tokens
    found = [
        place for place in places(tokens, lambda word: word in lists.NEGATIONS or word.endswith("n't"))
        if re.fullmatch(r"[\w'’]+", tokens[place]) and bare(tokens[place - 1]) not in ("or", bare(tokens[place]))
        and bare(tokens[place + 1]) != bare(tokens[place])
    ]  # fmt: skip
    if not found:
        return None
    place = drawn.random.choice(found)
    word = bare(tokens[place])
    other = {"won't": "will", "can't": "can", "cannot": "can", "without": "with", "nobody": "everybody", "nothing": "everything",
             "none": "all", "neither": "either", "nor": "and", "shan't": "shall", "ain't": "is"}.get(word)  # fmt: skip
    if other is None and word.endswith("n't"):
        other = word.removesuffix("n't")
    return Made(put(tokens, place, *([other] if other else [])))


def negation_inserted(drawn: Drawn) -> Made | None:
    """Put a not or never after an auxiliary."""
    tokens = drawn.tokens
    found = [
        place for place in places(tokens, lambda word: word in lists.AUXILIARIES)
        if re.fullmatch(r"\w+", tokens[place]) and not _denies(tokens[place + 1]) and not _denies(tokens[place - 1])
    ]  # fmt: skip
    if not found:
        return None
    place = drawn.random.choice(found)
    return Made(put(tokens, place, bare(tokens[place]), drawn.random.choice(["not", "not", "never"])))


def disguised(drawn: Drawn) -> Made | None:
    """Put a not after an auxiliary, in letters that look alike or with a character that nobody sees."""
    made = negation_inserted(drawn)
    if made is None or " not" not in made.text or " not" in drawn.text:
        return None
    other = drawn.random.choice(["n\u043et", "n\u200bot", "no\u00adt", "\uff4eot", "n\U0001d428t", "\u202enot"])
    return Made(made.text.replace(" not", f" {other}", 1))


def _denies(token: str) -> bool:
    return bare(token) in lists.NEGATIONS or bare(token).endswith("n't")


def number_changed(drawn: Drawn) -> Made | None:
    """Put another number for one in words or digits."""
    tokens = drawn.tokens
    found = places(tokens, lambda word: word in lists.NUMBERS or bool(re.fullmatch(r"\d+", word)))
    if not found:
        return None
    place = drawn.random.choice(found)
    word = bare(tokens[place])
    if word.isdigit():
        return Made(put(tokens, place, str(int(word) + drawn.random.choice([1, 2, 10]))))
    return Made(put(tokens, place, drawn.random.choice([each for each in lists.NUMBERS if each != word])))


def modal_changed(drawn: Drawn) -> Made | None:
    """Put another modal verb."""
    tokens = drawn.tokens
    found = [place for place in places(tokens, lambda word: word in lists.MODALS) if tokens[place] != "May"]
    if not found:
        return None
    place = drawn.random.choice(found)
    alike = {"will": "would", "would": "will"}
    others = [each for each in lists.MODALS if each not in (bare(tokens[place]), alike.get(bare(tokens[place])))]
    return Made(put(tokens, place, drawn.random.choice(others)))


def name_changed(drawn: Drawn) -> Made | None:
    """Put another name for one in the middle of the sentence."""
    tokens = drawn.tokens
    known = {*map(str.casefold, [*lists.WEEKDAYS, *lists.MONTHS, "may", "december"])}
    found = [
        place for place in range(1, len(tokens))
        if re.fullmatch(r"[A-Z][a-z]{2,}[,.?!]?", tokens[place]) and re.fullmatch(r"[\w,'’-]+", tokens[place - 1])
        and bare(tokens[place]) not in known
    ]  # fmt: skip
    if not found:
        return None
    place = drawn.random.choice(found)
    others = [name for name in lists.NAMES if name.casefold() != bare(tokens[place])]
    return Made(put(tokens, place, drawn.random.choice(others)))


def _table(table: dict[str, str]):
    def swapped(drawn: Drawn) -> Made | None:
        tokens = drawn.tokens
        # A word before a comma may be a mere "right?" or "really,".
        found = [place for place in places(tokens, table.__contains__) if re.fullmatch(r"[\w'’]+", tokens[place])]
        if not found:
            return None
        place = drawn.random.choice(found)
        return Made(put(tokens, place, table[bare(tokens[place])]))

    return swapped


def _planted_pair(form: str, values: list[str]):
    def swapped(drawn: Drawn) -> Made | None:
        if drawn.text.endswith("?"):
            return None
        one, other = drawn.random.sample(values, 2)
        return planted(tail(drawn.text, form.format(one)), tail(drawn.text, form.format(other)))

    return swapped


def unit_changed(drawn: Drawn) -> Made | None:
    """Another unit after the same number."""
    if drawn.text.endswith("?"):
        return None
    one, other = drawn.random.choice(lists.UNITS)
    number = drawn.random.randint(3, 90)
    return planted(tail(drawn.text, f"and it was {number} {one}"), tail(drawn.text, f"and it was {number} {other}"))


def word_replaced(drawn: Drawn) -> Made | None:
    """Another noun for a long word."""
    tokens = drawn.tokens
    found = places(tokens, lambda word: len(word) > 4 and word.isalpha())
    return Made(put(tokens, drawn.random.choice(found), drawn.random.choice(lists.NOUNS))) if found else None


def words_dropped(drawn: Drawn) -> Made | None:
    """Three words in the middle left out without a mark, none of them a filler or a repeat."""
    tokens = drawn.tokens
    if len(tokens) < 9:
        return None
    place = drawn.random.randrange(2, len(tokens) - 5)
    dropped = [bare(token) for token in tokens[place : place + 3]]
    around = {bare(token) for token in [*tokens[max(0, place - 3) : place], *tokens[place + 3 : place + 6]]}
    if any(word in around or word in FILLING for word in dropped):
        return None
    return Made(" ".join([*tokens[:place], *tokens[place + 3 :]]))


FILLING = frozenset(
    ["um", "uh", "ah", "oh", "er", "mhm", "hmm", "like", "you", "know", "mean", "i", "well", "so", "yeah", ""]
)


def halves_swapped(drawn: Drawn) -> Made | None:
    """The second half of the sentence before the first."""
    tokens = drawn.tokens
    half = len(tokens) // 2
    return Made(" ".join([*tokens[half:], *tokens[:half]])) if len(tokens) >= 8 else None


def invented(drawn: Drawn) -> Made | None:
    """Words that nobody said."""
    return Made(drawn.random.choice(lists.INVENTED).format(*drawn.random.sample(lists.NOUNS, 3)))


def other_speaker(drawn: Drawn) -> Made | None:
    """The right words and somebody else's name."""
    others = [
        name for name in drawn.talk.speakers if name != drawn.said.speaker and not _akin(name, drawn.said.speaker)
    ]
    return Made(drawn.text, speaker=drawn.random.choice(others)) if drawn.said.speaker and others else None


def _akin(one: str, other: str | None) -> bool:
    """Lenny and Lenny Rachitsky may be the same person."""
    return bool(set(one.casefold().split()) & set((other or "").casefold().split()))


def two_speakers(drawn: Drawn) -> Made | None:
    """Two people are named, and one of them said all of it."""
    made = other_speaker(drawn)
    return Made(drawn.text, speaker=(str(drawn.said.speaker), str(made.speaker))) if made else None


def time_wrong(drawn: Drawn) -> Made | None:
    """The right words and a time that is two to twenty minutes off."""
    if drawn.said.start is None:
        return None
    at = drawn.said.start + drawn.random.choice((-1, 1)) * drawn.random.randint(150, 1200)
    later = sorted({each.start for each in drawn.talk.said if each.start is not None and each.start > drawn.said.start})
    # A stamp may be that of a long paragraph, and then any time in it is right.
    if not later or not 0 <= at <= later[-1] or drawn.said.start - 30 < at < later[0] + 30:
        return None
    return Made(drawn.text, at=at)


def other_transcript(drawn: Drawn) -> Made | None:
    """The right words, and a transcript that does not have them."""
    return Made(drawn.text, elsewhere=True) if len(drawn.tokens) >= 8 else None


_SIMPLE = [
    ("negation dropped", "none", negation_dropped),
    ("negation inserted", "none", negation_inserted),
    ("a not in disguise", "none", disguised),
    ("number changed", "none", number_changed),
    ("year changed", "none", _planted_pair("in {}", [str(year) for year in range(1931, 2019, 7)])),
    ("modal changed", "none", modal_changed),
    ("other speaker", "none", other_speaker),
    ("time wrong", "none", time_wrong),
    ("two named, one speaks", "near", two_speakers),
    ("name changed", "near", name_changed),
    ("pronoun changed", "near", _table(lists.PRONOUNS)),
    ("weekday changed", "near", _planted_pair("on {}", lists.WEEKDAYS)),
    ("month changed", "near", _planted_pair("in {}", lists.MONTHS)),
    ("antonym", "near", _table(lists.ANTONYMS)),
    ("intensifier changed", "near", _table(lists.DEGREES)),
    ("amount changed (some, all)", "near", _table(lists.AMOUNTS)),
    ("unit changed", "near", unit_changed),
    ("content word replaced", "near", word_replaced),
    ("three words dropped", "near", words_dropped),
    ("halves swapped", "near", halves_swapped),
    ("invented", "near", invented),
    ("other transcript", "near", other_transcript),
]
KINDS = [Kind("forgery", *simple) for simple in _SIMPLE]
