"""Sentences drawn by a seed, and the cases made from them: a folder of transcripts, and quotations from it."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import NamedTuple

from . import abroad, edges, forgeries, honest, marks
from .abroad import SPACELESS
from .forms import stamp
from .kinds import Drawn, Kind, Made
from .talks import Said, Talk, plain

ENGLISH = [*forgeries.KINDS, *marks.KINDS, *edges.KINDS, *honest.KINDS]
#: Kinds that change words, so that the quoted words must not occur in the transcript.
_CHANGES = ("forgery",)


class Case(NamedTuple):
    """One quotation to be checked, and what it claims."""

    kind: Kind
    text: str
    #: The folder of the run and the transcript's name in it.
    folder: Path
    file: str
    speakers: tuple[str, ...] = ()
    at: float | None = None
    lang: str = "en"
    #: Labels of the transcript, and the names that they stand for.
    labels: tuple[tuple[str, str], ...] = ()
    #: What was said, for a person to compare.
    said: str = ""
    #: The page of a document.
    page: int | None = None


class _Plant(NamedTuple):
    kind: Kind
    made: Made


def draw(talks: list[Talk], seed: int, number: int, work: Path, wanted: Iterable[Kind] | None = None) -> list[Case]:
    """Draw up to *number* sentences for each kind, write the transcripts into *work*, and return the cases."""
    files = {id(talk): f"{place:03d}-{talk.path.name}" for place, talk in enumerate(talks)}
    kinds = list(wanted) if wanted is not None else [*ENGLISH, *abroad.KINDS]
    real: list[Case] = []
    # A sentence can be planted in once; where a folder is small, the talk is written out several times.
    plants: dict[int, list[dict[int, _Plant]]] = {id(talk): [] for talk in talks}
    for kind in kinds:
        lang = kind.group if any(kind is each for each in abroad.KINDS) else "en"
        random_ = random.Random(f"{seed}/{kind.group}/{kind.name}")
        spoken = [talk for talk in talks if talk.lang == lang]
        taken = 0
        for talk, place in _shuffled(spoken, random_):
            # A share of one in a thousand cannot be seen in a hundred.
            if taken == (number * 10 if kind.right == "plain" else number):
                break
            made = _make(kind, talk, place, random_)
            if made is None:
                continue
            taken += 1
            if made.said:
                _plant(plants[id(talk)], place, _Plant(kind, made))
                continue
            target = _other(talk, spoken, random_) if made.elsewhere else talk
            if target is None:
                continue
            speakers = (made.speaker,) if isinstance(made.speaker, str) else made.speaker or ()
            folder = work / ("real" if lang == "en" else lang)
            real.append(
                Case(kind, made.text, folder, files[id(target)], speakers, made.at, lang, said=talk.said[place].text)
            )
    for case in real:
        _copy(case, talks, files)
    return real + [
        case
        for talk in talks
        for copy, planted in enumerate(plants[id(talk)])
        for case in _planted(talk, planted, work, f"{copy}-{files[id(talk)]}")
    ]


def _plant(copies: list[dict[int, _Plant]], place: int, plant: _Plant) -> None:
    """Put *plant* into the first copy of the talk whose sentence at *place* is still as it was said."""
    free = next((copy for copy in copies if place not in copy), None)
    if free is None:
        copies.append(free := {})
    free[place] = plant


def _shuffled(talks: list[Talk], random_: random.Random) -> list[tuple[Talk, int]]:
    places = [(talk, place) for talk in talks for place, said in enumerate(talk.said) if said.text]
    random_.shuffle(places)
    return places


def drawn_at(talk: Talk, place: int, random_: random.Random) -> Drawn:
    """The sentence at *place* with its neighbours of the same turn."""
    said = talk.said[place]
    around = [
        talk.said[other]
        if 0 <= other < len(talk.said) and talk.said[other].text and talk.said[other].turn == said.turn
        else None
        for other in (place - 1, place + 1)
    ]
    return Drawn(talk, said, around[0], around[1], random_)


def _make(kind: Kind, talk: Talk, place: int, random_: random.Random) -> Made | None:
    drawn = drawn_at(talk, place, random_)
    if not drawn.said.whole and talk.lang not in SPACELESS and _needs_sentences(kind):
        return None
    words = plain(drawn.text)
    if talk.joined.count(words) != 1:
        return None
    made = kind.make(drawn)
    if made is None or not plain(made.text):
        return None
    # If the words occur twice, the second place may not be cut.
    if kind.group == "edge" and talk.joined.count(plain(made.text)) > 1:
        return None
    turned = kind.right in ("none", "near") and kind.group in (*_CHANGES, talk.lang)
    if turned and not made.said and made.text != drawn.text and plain(made.text) in talk.joined:
        return None
    return made


def _needs_sentences(kind: Kind) -> bool:
    """Whether a run of words is rightly reported as cut off at an edge."""
    return kind.group == "edge" or (kind.right in ("pass", "plain") and kind.name != edges.RUN)


def _other(talk: Talk, talks: list[Talk], random_: random.Random) -> Talk | None:
    others = [each for each in talks if each is not talk]
    return random_.choice(others) if others else None


def _copy(case: Case, talks: list[Talk], files: dict[int, str]) -> None:
    target = case.folder / "transcripts" / case.file
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        path = next(talk.path for talk in talks if files[id(talk)] == case.file)
        shutil.copyfile(path, target)


def _planted(talk: Talk, plants: dict[int, _Plant], work: Path, name: str) -> list[Case]:
    """Write the talk as WebVTT with voices, with what is planted in it."""
    folder = work / ("planted" if talk.lang == "en" else f"{talk.lang}-planted")
    file = f"{name.rpartition('.')[0]}.vtt"
    cases: list[Case] = []
    cues: list[str] = []
    clock = 1.0
    for place, said in enumerate(talk.said):
        if not said.text:
            continue
        plant = plants.get(place)
        voice = said.speaker or "Ann Bee"
        if plant:
            speakers, at = ((voice,), round(clock, 3)) if plant.made.cites else ((), None)
            whole = " / ".join(words for _, words in plant.made.said)
            cases.append(Case(plant.kind, plant.made.text, folder, file, speakers, at, talk.lang, said=whole))
        for same, words in plant.made.said if plant else ((True, said.text),):
            end = clock + 0.4 * max(len(words.split()), len(words) / 8)
            who = voice if same else _listener(talk, said)
            cues.append(f"{stamp(clock)} --> {stamp(end)}\n<v {who}>{escape(words, quote=False)}\n")
            clock = end
    target = folder / "transcripts" / file
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("WEBVTT\n\n" + "\n".join(cues), encoding="utf-8")
    return cases


def _listener(talk: Talk, said: Said) -> str:
    return next((name for name in talk.speakers if name != said.speaker), "Bo Ek")
