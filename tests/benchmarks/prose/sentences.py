"""Sentences as people say them, made up by a seed: plain English, with negations, modals and numbers in it."""

from __future__ import annotations

import random
import re

_SUBJECTS = (
    "we", "they", "most of us", "the people in my {noun} group", "nobody here", "everyone who works on the {noun}",
    "our team", "the engineers", "those of us who build a {noun}", "the reviewers", "my students", "a few {adjective} users",
    "anyone with a {noun}", "a large company", "the regulators", "whoever owned the {adjective} {noun}", "I", "you",
)  # fmt: skip
_VERBS = (
    "know", "understand", "can explain", "could predict", "have measured", "would call", "should test", "might improve",
    "do not understand", "don't really know", "never asked about", "cannot see", "have not looked into", "must watch",
    "will not believe", "may have missed", "can't reproduce", "won't publish", "have to live with", "tend to ignore",
)  # fmt: skip
_OBJECTS = (
    "the {adjective} {noun}", "a {noun} of the {adjective} kind", "the {noun} of that {noun}", "why the {noun} looks {adjective}",
    "what the {noun} did to the {noun}", "its {adjective} {noun}", "how a {noun} becomes {adjective}", "this {noun}",
    "the {number} {noun}s behind the {noun}", "whether any {noun} is {adjective}", "the {noun} and the {noun}",
)  # fmt: skip
_PLACES = (
    "in the {adjective} {noun}", "after the {noun}", "before the {noun} meets", "in {number} of the {noun}s", "at the {noun}",
    "across {number} {adjective} {noun}s", "without a {adjective} {noun}", "under the {noun}", "for {number} years",
    "between one {noun} and the next", "on a {adjective} {noun}", "since the {adjective} {noun}", "",
)  # fmt: skip
_REASONS = (
    "because the {noun}s drift", "because a {noun} works too well", "and that should worry the {noun}",
    "so we keep a {noun} of surprises", "although the {noun} says so", "and I'm not sure why the {noun} held",
    "while the {adjective} {noun} lasts", "since nobody wrote the {noun} down", "which is how a {noun} begins",
    "unless somebody repeats the {noun}", "and it took {number} of us to notice the {noun}", "but the {noun} is clear",
    "if you ask the {adjective} {noun}", "and perhaps a {noun} is enough", "until the next {adjective} {noun}", "",
)  # fmt: skip
_OPENINGS = ("", "", "", "I think", "honestly,", "to be fair,", "and so", "what surprised me is that", "in the end")
_NUMBERS = ("two", "three", "five", "seven", "twelve", "twenty", "40", "300")
_ADJECTIVES = (
    "old", "small", "quiet", "broken", "strange", "empty", "northern", "public", "hidden", "early", "loose", "bright",
    "cheap", "rural", "frozen", "digital", "wooden", "foreign", "narrow", "random", "modern", "yellow", "careful", "silent",
    "shallow", "formal", "heavy", "seasonal", "local", "private", "rough", "stable", "ancient", "salty", "curved", "patient",
)  # fmt: skip
_NOUNS = (
    "river", "curve", "harvest", "engine", "budget", "bridge", "vaccine", "signal", "orbit", "sample", "theorem", "market",
    "dialect", "compiler", "glacier", "tractor", "library", "mirror", "ledger", "tunnel", "pigeon", "canvas", "battery",
    "cathedral", "lantern", "saddle", "orchard", "barrel", "window", "garden", "letter", "journal", "satellite", "meadow",
    "kitchen", "village", "teacher", "sailor", "parser", "printer", "telescope", "blanket", "pepper", "magnet", "hammer",
    "theatre", "station", "harbour", "needle", "carpet", "melody", "island", "desert", "castle", "bottle", "pocket",
    "ticket", "cottage", "basket", "puzzle", "shadow", "thunder", "factory", "museum", "ribbon", "rocket", "shovel",
)  # fmt: skip


def sentence(random_: random.Random) -> str:
    """Return one sentence of ten to thirty words."""
    parts = [random_.choice(_OPENINGS), random_.choice(_SUBJECTS), random_.choice(_VERBS), random_.choice(_OBJECTS)]
    parts.append(random_.choice(_PLACES))
    if random_.random() < 0.3:
        parts += ["or", random_.choice(_OBJECTS), random_.choice(_PLACES)]
    parts.append(random_.choice(_REASONS))
    slots = {"{noun}": _NOUNS, "{adjective}": _ADJECTIVES, "{number}": _NUMBERS}
    text = re.sub(r"\{\w+\}", lambda slot: random_.choice(slots[slot[0]]), " ".join(part for part in parts if part))
    return f"{text[0].upper()}{text[1:]}."


def sentences(number: int, random_: random.Random) -> list[str]:
    """Return so many sentences, each another."""
    found: dict[str, None] = {}
    while len(found) < number:
        text = sentence(random_)
        if len(text.split()) >= 8:
            found[text] = None
    return list(found)


_FIRST = (
    "Ada", "Boris", "Chiara", "Dmitri", "Elena", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Keiko", "Lars", "Mira",
    "Nadia", "Oskar", "Priya", "Quentin", "Rosa", "Samir", "Tove",
)  # fmt: skip
_LAST = (
    "Abernathy", "Brandt", "Castellano", "Dupont", "Eriksson", "Fairweather", "Goldberg", "Hashimoto", "Ivanova", "Jansen",
    "Kowalski", "Lindqvist", "Moreau", "Nakamura", "Okafor", "Petrov", "Quist", "Rasmussen", "Schneider", "Tanaka",
)  # fmt: skip


def names(number: int, random_: random.Random) -> list[str]:
    """Return so many names of people; no two share a last name while there are enough."""
    pairs = [(first, last) for first in _FIRST for last in _LAST]
    random_.shuffle(pairs)
    found: dict[str, str] = {}
    for first, last in pairs:
        found.setdefault(last, f"{first} {last}")
    rest = [f"{first} {last}" for first, last in pairs if f"{first} {last}" not in found.values()]
    return [*found.values(), *rest][:number]
