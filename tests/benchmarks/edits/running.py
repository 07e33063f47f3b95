"""Run a checker on every case: this project's as a command, any other one through lines of JSON."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from .drawing import Case

#: The answer that each verdict of this project's check means.
ANSWERS = {
    **dict.fromkeys(("verbatim", "elided", "bracketed", "normalised", "disfluent"), "pass"),
    "near": "warn",
    "unchecked": "unchecked",
}
#: Notes that are not about the words.
_ROUTINE = {"automatic", "ambiguous", "untimed", "speaker-unknown", "speaker-unnamed", "drift"}


class Answer(NamedTuple):
    """``pass``, ``noted`` (it passes with a note about the words), ``warn``, ``fail`` or ``unchecked``, and why."""

    said: str
    why: str = ""


def ask_ours(command: str, cases: list[Case]) -> list[Answer]:
    """Write a collection beside each folder of transcripts, run *command* on it, and read its report.

    *command* has ``{quotes}`` and ``{transcripts}`` where the folders go.
    """
    answers: dict[int, Answer] = {}
    folders: dict[Path, list[int]] = defaultdict(list)
    for number, case in enumerate(cases):
        folders[case.folder].append(number)
    for folder, numbers in folders.items():
        quotes = folder / "quotes"
        _write_collection(quotes, cases, numbers)
        parts = [part.format(quotes=quotes, transcripts=folder / "transcripts") for part in shlex.split(command)]
        environment = os.environ | {"XDG_CACHE_HOME": str(folder / "cache")}
        run = subprocess.run(parts, capture_output=True, encoding="utf-8", env=environment, check=False)
        try:
            verdicts = json.loads(run.stdout)["verdicts"]
        except (ValueError, KeyError):
            raise SystemExit(f"{command}: no report (exit code {run.returncode}).\n{run.stderr[-2000:]}") from None
        for verdict in verdicts:
            answers[int(verdict["id"].removeprefix("case-"))] = _answer(verdict)
    return [answers.get(number, Answer("unchecked", "not in the report")) for number in range(len(cases))]


def _answer(verdict: dict[str, object]) -> Answer:
    said = ANSWERS.get(str(verdict["verdict"]), "fail")
    notes = [str(note) for note in verdict.get("notes") or []]  # type: ignore[attr-defined]
    if said == "pass" and set(notes) - _ROUTINE:
        said = "noted"
    return Answer(said, " ".join([str(verdict["verdict"]), *notes]))


def _write_collection(quotes: Path, cases: list[Case], numbers: list[int]) -> None:
    quotes.mkdir(parents=True, exist_ok=True)
    unknowns = {"none": {"title": "None", "question": "Is it so?"}}
    (quotes / "unknowns.yaml").write_text(json.dumps(unknowns), encoding="utf-8")
    sources: dict[tuple[str, tuple[tuple[str, str], ...]], list[int]] = defaultdict(list)
    for number in numbers:
        sources[cases[number].file, cases[number].labels].append(number)
    for count, ((file, labels), members) in enumerate(sources.items()):
        # Only what is printed has pages.
        kind = "talk" if all(cases[number].page is None for number in members) else "paper"
        source: dict[str, object] = {"title": f"Talk {count}", "type": kind, "transcript": file}
        if labels:
            source["speakers"] = dict(labels)
        records = [_record(number, cases[number]) for number in members]
        # JSON is YAML, too, and needs no library.
        text = json.dumps({"source": source, "quotes": records}, ensure_ascii=False, indent=1)
        (quotes / f"source-{count:04d}.yaml").write_text(text, encoding="utf-8")


def _record(number: int, case: Case) -> dict[str, object]:
    record: dict[str, object] = {"id": f"case-{number}", "text": case.text, "unknown": "none", "lang": case.lang}
    if case.speakers:
        record["speaker"] = list(case.speakers)
    if case.page is not None:
        record["page"] = str(case.page)
    if case.at is not None:
        whole = int(case.at)
        record["at"] = f"{whole // 3600}:{whole // 60 % 60:02d}:{whole % 60:02d}"
    return record


def ask_other(command: str, cases: list[Case]) -> list[Answer]:
    """Give *command* a line of JSON for every case and read a line for each.

    A line in has ``id``, ``text``, ``transcript`` (a path), ``speakers`` (a list, maybe empty), ``at`` (seconds
    or null), ``page`` (or null), ``lang`` and ``labels`` (what labels in the transcript stand for). A line out has ``id`` and
    ``answer``, one of pass, warn, fail and unchecked, and may have ``notes``, a list; a case without one is unchecked.
    """
    lines = [
        json.dumps(
            {"id": number, "text": case.text, "transcript": str(case.folder / "transcripts" / case.file),
             "speakers": list(case.speakers), "at": case.at, "lang": case.lang, "labels": dict(case.labels), "page": case.page}
        )
        for number, case in enumerate(cases)
    ]  # fmt: skip
    run = subprocess.run(
        shlex.split(command), input="\n".join(lines) + "\n", capture_output=True, encoding="utf-8", check=False
    )
    if run.returncode:
        raise SystemExit(f"{command}: exit code {run.returncode}.\n{run.stderr[-2000:]}")
    answers: dict[int, Answer] = {}
    for line in run.stdout.splitlines():
        said = json.loads(line)
        notes = said.get("notes") or []
        answers[said["id"]] = Answer("noted" if said["answer"] == "pass" and notes else said["answer"], " ".join(notes))
    return [answers.get(number, Answer("unchecked")) for number in range(len(cases))]
