"""Cases of the forms: the same talk in each of them, cited rightly, with a wrong time, and with a wrong speaker."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from .documents import DOCUMENTS
from .drawing import Case
from .forms import TEXTS, Form, Line
from .forms_data import DATA
from .kinds import Drawn, Kind, Made
from .talks import Talk, plain

FORMS = [*TEXTS, *DATA, *DOCUMENTS]
_LINES = 400


def _unused(drawn: Drawn) -> Made | None:
    return None


def write(talks: list[Talk], seed: int, number: int, work: Path) -> list[Case]:
    """Write up to three talks in every form, and return *number* cases of each kind."""
    chosen = [lines for talk in talks if talk.lang == "en" and len(lines := lines_of(talk)) >= 30]
    random.Random(f"{seed}/forms").shuffle(chosen)
    return [case for form in FORMS for case in _of_form(form, chosen[:3], seed, number, work / "forms")]


def lines_of(talk: Talk) -> list[Line]:
    """The talk's sentences with times of our own; where it has no two full names, two that are made up."""
    known = [name for name in talk.speakers if len(name.split()) > 1]
    lasts = {name.split()[-1].casefold() for name in known}
    names = known if len(known) > 1 and len(lasts) == len(known) else []
    lines: list[Line] = []
    clock = 2.0
    for said in talk.said:
        if not said.text or not said.whole or (names and said.speaker not in names):
            continue
        speaker = str(said.speaker) if names else ("Ann Beecher", "Bo Ekman")[len(lines) // 3 % 2]
        end = round(clock + 0.4 * len(said.text.split()), 3)
        lines.append(Line(speaker, round(clock, 3), end, said.text))
        clock = end + 0.5
        if len(lines) == _LINES:
            break
    return lines if len({line.speaker for line in lines}) > 1 else []


def _of_form(form: Form, talks: list[list[Line]], seed: int, number: int, folder: Path) -> Iterator[Case]:
    random_ = random.Random(f"{seed}/forms/{form.name}")
    places: list[tuple[str, list[Line], int]] = []
    for count, lines in enumerate(talks):
        slug = "".join(letter if letter.isalnum() else "-" for letter in form.name.casefold())
        file = f"{slug}-{count}{form.ending}"
        target = folder / "transcripts" / file
        target.parent.mkdir(parents=True, exist_ok=True)
        written = form.write(lines)
        target.write_bytes(written if isinstance(written, bytes) else written.encode())
        places += [(file, lines, place) for place in range(len(lines))]
    random_.shuffle(places)
    for name, right, claim in _claims(form):
        made = 0
        for file, lines, place in places:
            line = lines[place]
            if made == number:
                break
            said = " ".join(plain(each.text) for each in lines)
            if len(line.text.split()) < 7 or said.count(plain(line.text)) != 1:
                continue
            case = _case(
                Kind("form", f"{form.name}: {name}", right, _unused), claim, form, folder, file, lines, line, random_
            )
            if case:
                made += 1
                yield case


def _claims(form: Form) -> list[tuple[str, str, str]]:
    """What is claimed of the form's sentences: the name of the class, what is right, and which claim it is."""
    if form.unknown:
        return [("time wrong", "none", "time"), ("other speaker", "none", "speaker")]
    claims = [("cited rightly", "pass", "right")]
    if form.has_times:
        claims.append(("time wrong", "none", "time"))
    if form.has_speakers and not form.labels:
        claims.append(("other speaker", "none", "speaker"))
    if form.page:
        claims = [("page cited rightly", "pass", "right"), ("page wrong", "near", "page")]
    if form.labels and form.name != "Rev JSON":
        claims += [("labels named", "pass", "named"), ("labels named, other speaker", "none", "misnamed")]
    return claims


def _case(
    kind: Kind, claim: str, form: Form, folder: Path, file: str, lines: list[Line], line: Line, random_: random.Random
) -> Case | None:
    at: float | None = line.start if form.has_times else None
    speakers = (line.speaker,) if form.has_speakers else ()
    labels: tuple[tuple[str, str], ...] = ()
    if claim == "time":
        at = line.start + random_.choice((-1, 1)) * random_.randint(300, 900)
        if not 0 <= at <= lines[-1].end:
            return None
    if claim in ("speaker", "misnamed"):
        speakers = (random_.choice(sorted({each.speaker for each in lines} - {line.speaker})),)
    if form.labels and claim in ("named", "misnamed"):
        names = sorted({each.speaker for each in lines})
        labels = tuple((form.labels(lines, name), name) for name in names)
    page = form.page(lines, lines.index(line)) if form.page else None
    if page and claim == "page":
        # A number that the file does not have may be a journal's own.
        last = form.page(lines, len(lines) - 1) if form.page else 0
        others = [each for each in range(1, last + 1) if abs(each - page) > 1]
        if not others:
            return None
        page = random_.choice(others)
    return Case(kind, line.text, folder, file, speakers, at, labels=labels, said=line.text, page=page)
