"""Honest quotations, which differ from the transcript as two people's notes of the same words would."""

from __future__ import annotations

import re

from .kinds import Drawn, Kind, Made, lowered, planted, put, tail
from .pairs import PAIRS

_FILLERS = ["hmm,", "uhm,", "erm,", "mm,", "um,", "uh,", "ah,", "oh,", "er,", "mhm,", "um", "uh"]


def _pair(pairs: list[tuple[str, str]]):
    def made(drawn: Drawn) -> Made | None:
        if not drawn.text.endswith("."):
            return None
        one, other = drawn.random.sample(drawn.random.choice(pairs), 2)
        return planted(tail(drawn.text, one), tail(drawn.text, other))

    return made


def _plant_words(words: list[str]):
    """Words that the transcript has and the quotation leaves out, at one or two places."""

    def made(drawn: Drawn) -> Made | None:
        tokens = drawn.tokens
        for _ in range(drawn.random.randint(1, 2)):
            place = drawn.random.randrange(1, len(tokens) - 1)
            tokens.insert(place, drawn.random.choice(words))
        return planted(" ".join(tokens), drawn.text)

    return made


def between_commas(drawn: Drawn) -> Made | None:
    """A "you know", "I mean" or "like" between commas that the quotation leaves out."""
    tokens = drawn.tokens
    found = [place for place in range(1, len(tokens) - 1) if re.fullmatch(r"[a-z]+", tokens[place - 1] + tokens[place])]
    if not found:
        return None
    place = drawn.random.choice(found)
    phrase = drawn.random.choice(["you know,", "I mean,", "like,", "you know,"])
    return planted(" ".join([*tokens[: place - 1], f"{tokens[place - 1]},", phrase, *tokens[place:]]), drawn.text)


def stutter(drawn: Drawn) -> Made | None:
    """A word begun twice: w-w-word, th- the."""
    tokens = drawn.tokens
    found = [place for place in range(1, len(tokens)) if re.fullmatch(r"[a-z]{3,}[,.]?", tokens[place])]
    if not found:
        return None
    place = drawn.random.choice(found)
    word = tokens[place]
    begun = drawn.random.choice(
        [f"{word[0]}-{word[0]}-{word}", f"{word[:2]}- {word}", f"{word[0]}-{word}", f"{word[:2]}— {word}"]
    )
    return planted(" ".join([*tokens[:place], begun, *tokens[place + 1 :]]), drawn.text)


def _repeat(size: int):
    def made(drawn: Drawn) -> Made | None:
        tokens = drawn.tokens
        if len(tokens) < size + 3:
            return None
        place = drawn.random.randrange(0, len(tokens) - size - 1)
        again = tokens[place : place + size]
        if not re.fullmatch(r"[\w'’]+", again[-1]):
            return None
        # Somebody who begins a sentence twice has one capital.
        second = [lowered(" ".join(again)), *tokens[place + size :]]
        return planted(" ".join([*tokens[:place], *again[:-1], f"{again[-1]},", *second]), drawn.text)

    return made


def repeated_modal(drawn: Drawn) -> Made | None:
    """ "will, will": a modal verb or a number said twice."""
    tokens = drawn.tokens
    found = [place for place in range(1, len(tokens) - 1)
             if re.fullmatch("can|could|will|would|should|must|might|two|three|five|ten|twenty", tokens[place])]  # fmt: skip
    if not found:
        return None
    place = drawn.random.choice(found)
    return planted(put(tokens, place, f"{tokens[place]},", tokens[place]), drawn.text)


def abandoned(drawn: Drawn) -> Made | None:
    """Two or three words of a start that is given up, marked by a dash."""
    tokens = drawn.tokens
    start = drawn.random.choice(
        [" ".join(tokens[:2]), " ".join(tokens[:3]), "And we— So", "But I", "So the", "Well, it's"]
    )
    if not re.fullmatch(r"[\w'’ ,—]+", start):
        return None
    return planted(f"{start}— {lowered(drawn.text)}", drawn.text)


def interjection(drawn: Drawn) -> Made | None:
    """The listener says "Mm-hmm." between the two halves of a sentence."""
    tokens = drawn.tokens
    half = len(tokens) // 2
    if half < 3:
        return None
    listens = drawn.random.choice(["Mm-hmm.", "Right.", "Yeah.", "Uh-huh.", "Yes, exactly.", "Oh, wow."])
    said = ((True, " ".join(tokens[:half])), (False, listens), (True, " ".join(tokens[half:])))
    return Made(drawn.text, said, cites=True)


def citation_mark(drawn: Drawn) -> Made | None:
    """A paper's [12], [3, 4] or footnote figure within the sentence."""
    tokens = drawn.tokens
    found = [place for place in range(2, len(tokens)) if re.fullmatch(r"[a-z]{3,}[,.]?", tokens[place])]
    if not found:
        return None
    place = drawn.random.choice(found)
    word, comma = re.fullmatch(r"(\w+)([,.]?)", tokens[place]).groups()
    mark = drawn.random.choice(
        [
            f"{word} [12]{comma}",
            f"{word}[3]{comma}",
            f"{word} [3, 4]{comma}",
            f"{word}{comma}¹²",
            f"{word} [1–3]{comma}",
        ]
    )
    return planted(" ".join([*tokens[:place], mark, *tokens[place + 1 :]]), drawn.text)


def plain_case(drawn: Drawn) -> Made | None:
    """Everything in small letters and without punctuation."""
    if drawn.text.endswith("?") or "?" in drawn.text:
        return None
    return Made(
        " ".join(re.sub(r"(?<!\d)[,.;:!\"“”]|[,.;:!\"“”](?!\d)", "", token) for token in drawn.tokens).casefold()
    )


def typography(drawn: Drawn) -> Made | None:
    """Curly marks for straight ones, or straight for curly."""
    text = drawn.text
    other = text.replace("’", "'").replace("“", '"').replace("”", '"')
    other = text.replace("'", "’") if other == text else other
    return Made(other) if other != text else None


_LONG = [(r"n['’]t", " not"), (r"['’]re", " are"), (r"['’]ll", " will"), (r"['’]ve", " have"), (r"['’]m", " am")]


def contraction(drawn: Drawn) -> Made | None:
    """do not for don't, I am for I'm, and the other way round."""
    text = drawn.text
    if re.search(r"\b(ca|wo|sha|ai)n['’]t|let['’]s", text, re.IGNORECASE):
        return None
    long = text
    for short, full in _LONG:
        long = re.sub(rf"(?<=[a-zA-Z]){short}\b", full, long)
    if long != text:
        return Made(long)
    short_ = re.sub(r"\b(do|does|did|is|are|was|were|have|has) not\b", r"\1n't", text)
    short_ = re.sub(r"\b(I|we|they|you) (?:will)\b", r"\1'll", short_)
    return Made(short_) if short_ != text else None


def fillers_left_out(drawn: Drawn) -> Made | None:
    """The um and uh that the transcript has, left out."""
    kept = [token for token in drawn.tokens if not re.fullmatch(r"(um+|uh+|er|ah|hmm|mhm)[,.]?", token.casefold())]
    return Made(" ".join(kept)) if len(kept) < len(drawn.tokens) and len(kept) > 3 else None


_HONEST = [
    ("small letters, no punctuation", plain_case),
    ("curly or straight marks", typography),
    ("contractions", contraction),
    ("fillers left out", fillers_left_out),
    ("um, ah, mhm left out", _plant_words(_FILLERS)),
    ("you know, I mean, like left out", between_commas),
    ("w-w-word, th- the", stutter),
    ("a word said twice", _repeat(1)),
    ("two words said twice", _repeat(2)),
    ("three words said twice", _repeat(3)),
    ("will, will", repeated_modal),
    ("an abandoned start left out", abandoned),
    ("a listener's Mm-hmm", interjection),
    ("citation marks [12]", citation_mark),
    *((name, _pair(pairs)) for name, pairs in PAIRS.items()),
]
KINDS = [Kind("honest", name, "pass", make) for name, make in _HONEST]
