"""TTML: paragraphs with times and agents, and the word spans of Apple's podcasts. https://www.w3.org/TR/ttml2/."""

from __future__ import annotations

import re
from typing import Final, NamedTuple
from xml.etree import ElementTree

from ..clocks import number_ms
from ..model import Fault, Segment, Transcript
from ..names import named_segments

_ROOT: Final = re.compile(r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:[\w.-]+:)?tt[\s>]", re.DOTALL)
#: No transcript needs these declarations, with which a small file can expand without end.
_DECLARATIONS: Final = ("<!DOCTYPE", "<!ENTITY")
#: The deepest nesting of elements; no transcript needs more.
_MAX_DEPTH: Final = 64
_CLOCK: Final = re.compile(r"(?:(\d{1,4}):)?(\d{1,3}):(\d{1,2}(?:\.\d{1,9})?)(?::(\d{1,3}(?:\.\d{1,3})?))?", re.ASCII)
_OFFSET: Final = re.compile(r"(\d{1,12}(?:\.\d{1,9})?)(h|m|s|ms|f|t)?", re.ASCII)
_SECONDS: Final = {"h": 3600.0, "m": 60.0, "s": 1.0, "": 1.0, "ms": 0.001}


class _TooDeepError(ValueError):
    pass


def looks_like_ttml(text: str) -> bool:
    """Whether the root of the file is ``tt``."""
    return bool(_ROOT.match(text))


def read_ttml(text: str) -> Transcript:
    """Read TTML. A file that declares types or entities is refused before any of it is read."""
    if any(mark in text for mark in _DECLARATIONS):
        return Transcript(
            [], [Fault(0, "declares a document type or entities, which no transcript needs. Remove the declaration.")]
        )
    target = _Target()
    parser = ElementTree.XMLParser(target=target)
    try:
        parser.feed(text)
        parser.close()
    except ElementTree.ParseError as error:
        return Transcript([], [Fault(error.position[0], f"is not well-formed XML: {error}.")])
    except (_TooDeepError, UnicodeError):
        return Transcript([], [Fault(0, f"is nested deeper than {_MAX_DEPTH} elements, or is not UTF-8.")])
    segments = [
        segment._replace(speaker=_name(segment.speaker, target.names)) if segment.speaker else segment
        for segment in target.segments
    ]
    named = segments if any(segment.speaker for segment in segments) else named_segments(segments)
    return Transcript(named, [], target.has_words)


def _name(agent: str, names: dict[str, str]) -> str:
    """Return the names of the agents; several may speak at once."""
    return names.get(agent) or " and ".join(names.get(part, part) for part in agent.split(" ") if names) or agent


class _Open(NamedTuple):
    """An element that is open: its local name, its times in milliseconds, its agent and its unit."""

    name: str
    begin: int | None
    end: int | None
    agent: str | None
    unit: str | None


class _Target:
    """The target of the parser. It collects the words and the names, without a tree."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self.names: dict[str, str] = {}
        self.has_words = False
        self._open: list[_Open] = []
        self._text: list[str] = []
        self._agent = ""
        self._rates = (30.0, 1.0)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if len(self._open) >= _MAX_DEPTH:
            raise _TooDeepError
        local = {name.rpartition("}")[2]: value for name, value in attributes.items()}
        name = tag.rpartition("}")[2]
        if name == "tt":
            self._rates = _rate(local.get("frameRate"), 30.0), _rate(local.get("tickRate"), 1.0)
        if name == "agent":
            self._agent = local.get("id", "")
        above = self._open[-1] if self._open else _Open("", None, None, None, None)
        begin, end = self._time(local.get("begin")), self._time(local.get("end"))
        duration = self._time(local.get("dur"))
        if begin is not None and above.begin and begin < above.begin:
            # In the standard, times count from the parent element; in Apple's files, from the beginning.
            begin, end = begin + above.begin, None if end is None else end + above.begin
        begin = above.begin if begin is None else begin
        end = begin + duration if end is None and duration is not None and begin is not None else end
        agent = " ".join(local.get("agent", "").split())
        opened = _Open(
            name,
            begin,
            above.end if end is None else end,
            agent or above.agent,
            local.get("unit"),
        )
        if (
            (name in ("p", "span") and (begin, opened.agent) != (above.begin, above.agent))
            or opened.unit == "word"
            or name == "p"
        ):
            self._flush()
        self.has_words = self.has_words or opened.unit == "word"
        self._open.append(opened)

    def end(self, tag: str) -> None:
        top = self._open[-1]
        above = self._open[-2] if len(self._open) > 1 else None
        if top.name == "name" and self._agent:
            self.names[self._agent] = " ".join("".join(self._text).split()) or self._agent
            self._text = []
        elif top.name == "br":
            self._text.append(" ")
        elif top.name == "p" or top.unit == "word" or (above and (top.begin, top.agent) != (above.begin, above.agent)):
            self._flush()
        self._open.pop()

    def data(self, data: str) -> None:
        if any(element.name in ("p", "name") for element in self._open):
            self._text.append(data)

    def close(self) -> None:
        """Do nothing; the parser calls it at the end."""

    def _flush(self) -> None:
        words = " ".join("".join(self._text).split())
        self._text = []
        if words and self._open:
            top = self._open[-1]
            end = top.end if top.end is None or top.begin is None else max(top.begin, top.end)
            self.segments.append(Segment(words, top.begin, end, top.agent))

    def _time(self, value: str | None) -> int | None:
        text = (value or "").strip()
        if match := _CLOCK.fullmatch(text):
            frames = float(match[4] or 0) / self._rates[0]
            return number_ms((int(match[1] or 0) * 60 + int(match[2])) * 60 + float(match[3]) + frames, 1000)
        if match := _OFFSET.fullmatch(text):
            unit = match[2] or ""
            per = _SECONDS.get(unit) or 1 / self._rates[0 if unit == "f" else 1]
            return number_ms(float(match[1]) * per, 1000)
        return None


def _rate(value: str | None, default: float) -> float:
    return float(value) if value and re.fullmatch(r"[1-9][0-9]{0,8}", value) else default
