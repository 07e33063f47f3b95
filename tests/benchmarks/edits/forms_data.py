"""The forms of transcripts that are JSON, XML or HTML."""

from __future__ import annotations

import json
from html import escape
from typing import Any

from .forms import Form, Line, joined, label, short, stamp, turns


def _timed(line: Line) -> list[tuple[str, float, float]]:
    """The words of a line, each with its time."""
    words = line.text.split()
    step = (line.end - line.start) / len(words)
    return [
        (word, round(line.start + step * place, 3), round(line.start + step * (place + 1), 3))
        for place, word in enumerate(words)
    ]


def _snippets(lines: list[Line]) -> list[dict[str, Any]]:
    return [{"text": line.text, "start": line.start, "duration": round(line.end - line.start, 3)} for line in lines]


def youtube_api(lines: list[Line]) -> str:
    """youtube-transcript-api's list of snippets."""
    return json.dumps(_snippets(lines))


def youtube_command(lines: list[Line]) -> str:
    """What its command line writes: a list of such lists."""
    return json.dumps([_snippets(lines)])


def whisper(lines: list[Line]) -> str:
    """openai-whisper with word times."""
    segments = [
        {"id": number, "start": line.start, "end": line.end, "text": f" {line.text}",
         "words": [{"word": f" {word}", "start": start, "end": end, "probability": 0.9} for word, start, end in _timed(line)]}
        for number, line in enumerate(lines)
    ]  # fmt: skip
    return json.dumps({"text": "".join(f" {line.text}" for line in lines), "segments": segments, "language": "en"})


def whisperx(lines: list[Line]) -> str:
    """WhisperX: numbers have no times, and some segments no speaker of their own."""
    segments = []
    for number, line in enumerate(lines):
        speaker = label(lines, line.speaker)
        words: list[dict[str, Any]] = [
            {"word": word}
            if any(map(str.isdigit, word))
            else {"word": word, "start": start, "end": end, "score": 0.8, "speaker": speaker}
            for word, start, end in _timed(line)
        ]
        segment = {"start": line.start, "end": line.end, "text": f" {line.text}", "words": words}
        segments.append(segment if number % 9 == 8 else segment | {"speaker": speaker})
    return json.dumps({"segments": segments, "word_segments": [], "language": "en"})


def whisper_cpp(lines: list[Line]) -> str:
    """whisper.cpp with -oj."""
    said = [
        {"timestamps": {"from": stamp(line.start, ","), "to": stamp(line.end, ",")},
         "offsets": {"from": round(line.start * 1000), "to": round(line.end * 1000)}, "text": f" {line.text}"}
        for line in lines
    ]  # fmt: skip
    return json.dumps(
        {"systeminfo": "", "model": {}, "params": {}, "result": {"language": "en"}, "transcription": said}
    )


def json3(lines: list[Line]) -> str:
    """YouTube's json3."""
    events: list[dict[str, Any]] = [{"tStartMs": 0, "dDurationMs": 9_000_000, "id": 1, "wpWinPosId": 1}]
    for line in lines:
        start = round(line.start * 1000)
        segments = [
            {
                "utf8": word if place == 0 else f" {word}",
                **({"tOffsetMs": round(at * 1000) - start} if place else {}),
                "acAsrConf": 0,
            }
            for place, (word, at, _) in enumerate(_timed(line))
        ]
        events.append({"tStartMs": start, "dDurationMs": round(line.end * 1000) - start, "wWinId": 1, "segs": segments})
        events.append(
            {"tStartMs": round(line.end * 1000), "dDurationMs": 10, "wWinId": 1, "aAppend": 1, "segs": [{"utf8": "\n"}]}
        )
    return json.dumps({"wireMagic": "pb3", "pens": [{}], "wsWinStyles": [{}], "wpWinPositions": [{}], "events": events})


def podcast_json(lines: list[Line]) -> str:
    """Podcasting 2.0, with a segment for each sentence."""
    segments = [
        {"speaker": line.speaker, "startTime": line.start, "endTime": line.end, "body": line.text} for line in lines
    ]
    return json.dumps({"version": "1.0.0", "segments": segments})


def podcast_words(lines: list[Line]) -> str:
    """Podcasting 2.0, with a segment for each word."""
    segments = [
        {"speaker": line.speaker, "startTime": start, "endTime": end, "body": word}
        for line in lines
        for word, start, end in _timed(line)
    ]
    return json.dumps({"version": "1.0.0", "segments": segments})


def podcast_html(lines: list[Line]) -> str:
    """Podcasting 2.0, HTML."""
    return "".join(
        f"<cite>{escape(turn[0].speaker)}:</cite>\n<time>{short(turn[0].start)}</time>\n<p>{escape(joined(turn))}</p>\n"
        for turn in turns(lines)
    )


def ttml(lines: list[Line]) -> str:
    """TTML with agents."""
    names = list(dict.fromkeys(line.speaker for line in lines))
    agents = "".join(f'<ttm:agent xml:id="v{number}" type="person"><ttm:name type="full">{escape(name)}</ttm:name></ttm:agent>'
                     for number, name in enumerate(names))  # fmt: skip
    said = "".join(f'<p begin="{stamp(line.start)}" end="{stamp(line.end)}" ttm:agent="v{names.index(line.speaker)}">{escape(line.text)}</p>\n'
                   for line in lines)  # fmt: skip
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata">'
        f"<head><metadata>{agents}</metadata></head><body><div>\n{said}</div></body></tt>\n"
    )


def _rev_label(lines: list[Line], speaker: str) -> str:
    return str(list(dict.fromkeys(line.speaker for line in lines)).index(speaker))


def rev_json(lines: list[Line]) -> str:
    """Rev's JSON: elements that are words, and others that are marks and spaces."""
    names = list(dict.fromkeys(line.speaker for line in lines))
    monologues = []
    for turn in turns(lines):
        elements: list[dict[str, Any]] = []
        for line in turn:
            for word, start, end in _timed(line):
                elements += [
                    {"type": "text", "value": word, "ts": start, "end_ts": end, "confidence": 0.9},
                    {"type": "punct", "value": " "},
                ]
        monologues.append({"speaker": names.index(turn[0].speaker), "elements": elements})
    return json.dumps({"monologues": monologues})


DATA = [
    Form("youtube-transcript-api", ".json", youtube_api, has_speakers=False),
    Form("youtube-transcript-api, command", ".json", youtube_command, has_speakers=False),
    Form("openai-whisper JSON", ".json", whisper, has_speakers=False),
    Form("WhisperX JSON", ".json", whisperx, labels=label),
    Form("whisper.cpp JSON", ".json", whisper_cpp, has_speakers=False),
    Form("YouTube json3", ".json3", json3, has_speakers=False),
    Form("Podcasting 2.0 JSON", ".json", podcast_json),
    Form("Podcasting 2.0 JSON, a word each", ".json", podcast_words),
    Form("Podcasting 2.0 HTML", ".html", podcast_html),
    Form("TTML", ".ttml", ttml),
    Form("Rev JSON", ".json", rev_json, labels=_rev_label),
]
