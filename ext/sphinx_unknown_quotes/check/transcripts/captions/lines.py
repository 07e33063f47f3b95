"""Captions in which each has a line of times, or a stamp: SBV, LRC, and whisper's table (TSV)."""

from __future__ import annotations

import re
from typing import Final

from ..clocks import LONGEST, parse_clock
from ..model import Fault, Segment, Transcript, close_open_ends
from ..names import named_segments

_SBV: Final = re.compile(
    r"^[^\S\n]*(\d{1,3}:\d{2}:\d{2}\.\d{1,3}),(\d{1,3}:\d{2}:\d{2}\.\d{1,3})[^\S\n]*$", re.ASCII | re.MULTILINE
)
_TSV: Final = re.compile(r"\s*start\tend\ttext[ \t]*$", re.MULTILINE)
_LRC_STAMP: Final = re.compile(r"\[(\d{1,3}:\d{2})(?:[.:](\d{1,3}))?\]", re.ASCII)
_LRC_TAG: Final = re.compile(r"\[(?:ti|ar|al|au|by|re|ve|la|length|offset|lr|#):([^\]\n]*)\]", re.IGNORECASE)
_LRC_WORD: Final = re.compile(r"<\d{1,3}:\d{2}(?:[.:]\d{1,3})?>", re.ASCII)
_LRC_LINE: Final = re.compile(r"^\[\d{1,3}:\d{2}[.:]\d{2,3}\](?:\S|$)", re.ASCII | re.MULTILINE)

#: The most stamps of a line. No line of a song is repeated more often, and each stamp repeats the words in memory.
_MOST_STAMPS: Final = 100


def looks_like_sbv(text: str) -> bool:
    """Whether any line is a pair of times with a comma between them."""
    return bool(_SBV.search(text))


def read_sbv(text: str) -> Transcript:
    """Read SBV: a line ``0:00:01.000,0:00:03.000``, words, an empty line."""
    parts = _SBV.split(text)
    segments: list[Segment] = []
    for index in range(1, len(parts), 3):
        start, end = parse_clock(parts[index]) or 0, parse_clock(parts[index + 1]) or 0
        lines = [line.strip() for line in parts[index + 2].replace("[br]", "\n").split("\n")]
        segments += [Segment(line, start, max(start, end)) for line in lines if line]
    return Transcript(named_segments(segments), [])


def looks_like_tsv(text: str) -> bool:
    """Whether the file begins with the header of whisper's table."""
    return bool(_TSV.match(text))


def read_tsv(text: str) -> Transcript:
    """Read whisper's table: start and end in whole milliseconds, and words."""
    segments: list[Segment] = []
    faults: list[Fault] = []
    head = _TSV.match(text)
    body = text[head.end() :] if head else text
    first = text.count("\n", 0, head.end() if head else 0) + 1
    for number, line in enumerate(body.split("\n"), first):
        cells = line.split("\t", 2)
        if len(cells) == 3 and all(re.fullmatch(r"[0-9]{1,12}", cell.strip()) for cell in cells[:2]):
            start, end = int(cells[0]), int(cells[1])
            if start <= LONGEST:
                segments.append(Segment(cells[2].strip(), start, max(start, min(end, LONGEST))))
                continue
        if line.strip():
            faults.append(Fault(number, f"{line.strip()[:60]!r} is not start, end and words; the line is left out."))
    return Transcript(named_segments(segments), faults, automatic=True)


def looks_like_lrc(text: str) -> bool:
    """Whether most lines begin with a stamp of LRC without a space after it, or the file begins with a tag of LRC."""
    lines = sum(1 for line in text.split("\n") if line.strip() and not _LRC_TAG.match(line))
    return len(_LRC_LINE.findall(text)) * 2 > lines


def read_lrc(text: str) -> Transcript:
    """Read LRC: ``[mm:ss.xx]words``. A line with several stamps is repeated at each; ``offset`` moves all stamps."""
    offset = 0
    stamped: list[tuple[int, str]] = []
    faults: list[Fault] = []
    for number, line in enumerate(text.split("\n"), 1):
        if tag := _LRC_TAG.fullmatch(line.strip()):
            if line.strip().lower().startswith("[offset") and re.fullmatch(r"\s*[+-]?[0-9]{1,7}\s*", tag[1]):
                offset = int(tag[1])
            continue
        rest = line.strip()
        starts: list[int] = []
        while len(starts) < _MOST_STAMPS and (match := _LRC_STAMP.match(rest)):
            starts.append(parse_clock(f"{match[1]}.{match[2] or 0}") or 0)
            rest = rest[match.end() :].lstrip()
        words = " ".join(_LRC_WORD.sub(" ", rest).split())
        if words and not starts and stamped:
            faults.append(Fault(number, f"{words[:60]!r} has no stamp; it goes with the line before."))
            starts = [stamped[-1][0]]
        stamped += [(start, words) for start in starts]
    # A positive offset shows lines earlier, so it is subtracted.
    stamped = sorted(((max(0, start - offset), words) for start, words in stamped), key=lambda item: item[0])
    segments = close_open_ends([Segment(words, start) for start, words in stamped])
    return Transcript(named_segments([segment for segment in segments if segment.text]), faults)
