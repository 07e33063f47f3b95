"""One made-up talk in every form that people have, for the tests of the readers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable


class Said(NamedTuple):
    """Words of one speaker, from the second *start* to the second *end*."""

    start: float
    end: float
    speaker: str
    text: str


TALK = [
    Said(0.5, 8, "Ann Bee", "Good morning, and welcome to the harbour of kettles, where it all began."),
    Said(8, 21.25, "Bo Ek", "Thank you. We don't know why 25 kettles sing at noon, and nobody ever asked."),
    Said(62, 70, "Ann Bee", "Is it the steam, perhaps?"),
    Said(70, 84.5, "Bo Ek", "It's not only the steam that whistles; the spout is older than the town."),
    Said(1900, 1912, "Ann Bee", "Let us look into the large pot before the tea is cold."),
    Said(1912, 1925, "Bo Ek", "The lid has to stay where it is until the bell rings twice."),
    Said(3722, 3730, "Ann Bee", "Then we are done for today, and I thank everybody who came."),
]


def clock(seconds: float, mark: str = ".", digits: int = 3) -> str:
    """hh:mm:ss with a fraction."""
    ms = round(seconds * 1000)
    return f"{ms // 3600000:02d}:{ms // 60000 % 60:02d}:{ms // 1000 % 60:02d}{mark}{ms % 1000:03d}"[: 9 + digits]


def short(seconds: float) -> str:
    """m:ss or h:mm:ss."""
    whole = int(seconds)
    rest = f"{whole // 60 % 60:02d}:{whole % 60:02d}" if whole >= 3600 else f"{whole // 60}:{whole % 60:02d}"
    return f"{whole // 3600}:{rest}" if whole >= 3600 else rest


def long(seconds: float) -> str:
    """hh:mm:ss."""
    return clock(seconds)[:8]


def words_of(one: Said) -> list[tuple[str, float, float]]:
    """The words, each with a time, at equal distances."""
    words = one.text.split()
    step = (one.end - one.start) / len(words)
    return [
        (word, round(one.start + n * step, 3), round(one.start + n * step + step * 0.8, 3))
        for n, word in enumerate(words)
    ]


def joined(write: Callable[[Said], str], between: str = "\n\n") -> str:
    return between.join(write(one) for one in TALK)


def panel(one: Said) -> str:
    words = one.text.split()
    return f"{short(one.start)}\n{' '.join(words[:5])}\n{' '.join(words[5:])}"


def whisper(speakers: bool) -> str:
    segments: list[dict[str, Any]] = []
    for one in TALK:
        words: list[dict[str, Any]] = []
        for word, start, end in words_of(one):
            known = not word[0].isdigit() or not speakers
            times = {"start": start, "end": end} if known else {}
            more = {"score": 0.9, **({"speaker": one.speaker} if known else {})} if speakers else {"probability": 0.9}
            words.append({"word": word if speakers else f" {word}", **times, **more})
        segment = {"start": one.start, "end": one.end, "text": f" {one.text}", "words": words}
        segments.append(segment | ({"speaker": one.speaker} if speakers else {}))
    return json.dumps({"segments": segments, "language": "en", "text": "unused"})


def whisper_cpp() -> str:
    transcription = []
    for one in TALK:
        tokens = [
            {"text": "[_BEG_]", "offsets": {"from": int(one.start * 1000), "to": int(one.start * 1000)}, "id": 50364}
        ]
        for word, start, end in words_of(one):
            for piece in (f" {word[:3]}", word[3:]):
                tokens += (
                    [{"text": piece, "offsets": {"from": int(start * 1000), "to": int(end * 1000)}}] if piece else []
                )
        transcription.append({
            "timestamps": {"from": clock(one.start, ","), "to": clock(one.end, ",")},
            "offsets": {"from": int(one.start * 1000), "to": int(one.end * 1000)}, "text": f" {one.text}", "tokens": tokens,
        })  # fmt: skip
    return json.dumps({"systeminfo": "x", "result": {"language": "en"}, "transcription": transcription})


def json3() -> str:
    events: list[dict[str, Any]] = [{"tStartMs": 0, "dDurationMs": 9_000_000, "id": 1, "wpWinPosId": 1}]
    for one in TALK:
        start = int(one.start * 1000)
        segs = [
            {"utf8": word if n == 0 else f" {word}", "tOffsetMs": int(begin * 1000) - start, "acAsrConf": 0}
            for n, (word, begin, _) in enumerate(words_of(one))
        ]
        events.append({"tStartMs": start, "dDurationMs": int((one.end - one.start) * 1000), "segs": segs})
        events.append({"tStartMs": start + 10, "dDurationMs": 10, "aAppend": 1, "segs": [{"utf8": "\n"}]})
    return json.dumps({"wireMagic": "pb3", "events": events})


def podcast(by_word: bool) -> str:
    segments: list[dict[str, Any]] = []
    for one in TALK:
        parts = words_of(one) if by_word else [(one.text, one.start, one.end)]
        segments += [
            {"speaker": one.speaker, "startTime": start, "endTime": end, "body": body} for body, start, end in parts
        ]
    return json.dumps({"version": "1.0.0", "segments": segments})


def rev_json() -> str:
    names = sorted({one.speaker for one in TALK})
    monologues = []
    for one in TALK:
        elements: list[dict[str, Any]] = []
        for word, start, end in words_of(one):
            elements += [{"type": "text", "value": word, "ts": start, "end_ts": end}, {"type": "punct", "value": " "}]
        monologues.append({"speaker": names.index(one.speaker), "elements": elements})
    return json.dumps({"monologues": monologues, "speakers": [{"id": n, "name": name} for n, name in enumerate(names)]})


def ttml() -> str:
    paragraphs = joined(
        lambda one: f'<p begin="{clock(one.start)}" end="{clock(one.end)}" ttm:agent="{one.speaker[0]}">{one.text}</p>',
        "\n",
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata">'
        '<head><metadata><ttm:agent xml:id="A" type="person"><ttm:name type="full">Ann Bee</ttm:name></ttm:agent>'
        '<ttm:agent xml:id="B" type="person"><ttm:name>Bo Ek</ttm:name></ttm:agent></metadata></head>'
        f"<body><div>{paragraphs}</div></body></tt>"
    )


def apple() -> str:
    def span(word: str, start: float, end: float) -> str:
        return f'<span begin="{short(start)}.{round(start % 1 * 1000):03d}" end="{end:.3f}" podcasts:unit="word">{word}</span>'

    paragraphs = joined(
        lambda one: (
            f'<p begin="{one.start:.3f}" end="{one.end:.3f}" ttm:agent="{one.speaker}"><span podcasts:unit="sentence">'
            + "".join(span(*word) for word in words_of(one))
            + "</span></p>"
        ),
        "",
    )
    return (
        '<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" '
        f'xmlns:podcasts="http://podcasts.example/internal"><body dur="1:02:10.000"><div begin="0.500">{paragraphs}</div></body></tt>'
    )


#: By the name of a form: a file name, its text, whether it tells who speaks, and whether it has times.
FORMS: dict[str, tuple[str, str, bool, bool]] = {
    "WebVTT": (
        "t.vtt", "WEBVTT\n\n" + joined(lambda one: f"{clock(one.start)} --> {clock(one.end)}\n<v {one.speaker}>{one.text}</v>"), True, True,
    ),
    "SRT": (
        "t.srt",
        joined(lambda one: f"{TALK.index(one) + 1}\n{clock(one.start, ',')} --> {clock(one.end, ',')}\n{one.speaker}: {one.text}"), True, True,
    ),
    "SBV": ("t.sbv", joined(lambda one: f"{clock(one.start)[1:]},{clock(one.end)[1:]}\n{one.text}"), False, True),
    "LRC": (
        "t.lrc", "[ti:Kettles]\n[ar:Ann]\n\n"
        + joined(lambda one: f"[{int(one.start) // 60:02d}:{one.start % 60:05.2f}]{one.text}", "\n"), False, True,
    ),
    "TTML": ("t.ttml", ttml(), True, True),
    "Apple's TTML": ("t.ttml", apple(), True, True),
    "whisper's table": (
        "t.tsv", "start\tend\ttext\n" + joined(lambda one: f"{int(one.start * 1000)}\t{int(one.end * 1000)}\t{one.text}", "\n"), False, True,
    ),
    "whisper.cpp, text": ("t.txt", joined(lambda one: f"[{clock(one.start)} --> {clock(one.end)}]   {one.text}", "\n"), False, True),
    "whisper.cpp, JSON": ("t.json", whisper_cpp(), False, True),
    "whisper, JSON": ("t.json", whisper(speakers=False), False, True),
    "WhisperX, JSON": ("t.json", whisper(speakers=True), True, True),
    "youtube-transcript-api": (
        "t.json", json.dumps([{"text": one.text, "start": one.start, "duration": one.end - one.start + 3} for one in TALK]), False, True,
    ),
    "its command line": (
        "t.json", json.dumps([[{"text": one.text, "start": one.start, "duration": one.end - one.start} for one in TALK]]), False, True,
    ),
    "json3": ("t.json3", json3(), False, True),
    "Podcasting 2.0, JSON": ("t.json", podcast(by_word=False), True, True),
    "Podcasting 2.0, words": ("t.json", podcast(by_word=True), True, True),
    "Podcasting 2.0, HTML": (
        "t.html", joined(lambda one: f"<cite>{one.speaker}:</cite>\n<time>{short(one.start)}</time>\n<p>{one.text}</p>", "\n"), True, True,
    ),
    "HTML with names in paragraphs": (
        "t.html", "<!DOCTYPE html><html><head><title>Tea</title></head><body>"
        + joined(lambda one: f"<p><cite>{one.speaker}</cite> <time>{long(one.start)}</time> {one.text}</p>", "\n") + "</body></html>", True, True,
    ),
    "Rev, JSON": ("t.json", rev_json(), True, True),
    "Rev, text": ("t.txt", joined(lambda one: f"{one.speaker} ({long(one.start)[-5:] if one.start < 3600 else long(one.start)}):\n{one.text}"), True, True),
    "Rev, one line": ("t.txt", joined(lambda one: f"{one.speaker} ({short(one.start)}): {one.text}"), True, True),
    "Rev, bold": ("t.md", joined(lambda one: f"**{one.speaker} ({short(one.start)}):**  \n{one.text}"), True, True),
    "escaped brackets behind names": ("t.md", joined(lambda one: f"**{one.speaker}:** \\[{short(one.start)}\\] {one.text}"), True, True),
    "stamps at every second turn": (
        "t.md",
        joined(lambda one: f"**{one.speaker}:** " + (f"[{short(one.start)}] " if TALK.index(one) % 2 == 0 else "") + one.text),
        True,
        False,
    ),
    "escaped brackets": ("t.md", joined(lambda one: f"\\[{short(one.start)}\\] {one.text}"), False, True),
    "Otter, text": (
        "t.txt", joined(lambda one: f"{one.speaker}  {short(one.start)}  \n{one.text}") + "\n\nTranscribed by https://otter.ai\n", True, True,
    ),
    "Otter without names": ("t.txt", joined(lambda one: f"{short(one.start)}  \n{one.text}") + "\n\nTranscribed by https://otter.ai", False, True),
    "Descript, text": ("t.txt", joined(lambda one: f"[{long(one.start)}] {one.speaker}: {one.text}"), True, True),
    "names after stamps": ("t.txt", joined(lambda one: f"[{clock(one.start)}] - {one.speaker}\n{one.text}"), True, True),
    "names before dashes": ("t.txt", joined(lambda one: f"{one.speaker} - {long(one.start)}\n{one.text}"), True, True),
    "Obsidian Web Clipper": ("t.md", joined(lambda one: f"**{short(one.start)}** · {one.text}"), False, True),
    "YouTube's panel": ("t.txt", "Transcript\n\n" + joined(panel, "\n"), False, True),
    "stamped Markdown": ("t.md", joined(lambda one: f"**[{short(one.start)}]** {one.text}"), False, True),
    "speakers with stamps": ("t.md", joined(lambda one: f"{one.speaker} [({long(one.start)})](https://e.org/?t=1) {one.text}"), True, True),
    "a hearing": ("t.txt", joined(lambda one: f"    Mr. {one.speaker.split()[1].upper()}. {one.text}", "\n"), True, False),
    "plain text": ("t.txt", joined(lambda one: f"{one.speaker}: {one.text}"), True, False),
}  # fmt: skip
