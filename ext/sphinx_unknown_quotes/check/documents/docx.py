"""DOCX: the paragraphs of the text, then its footnotes and endnotes, without deleted and hidden text."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Final
from xml.parsers import expat

from ..transcripts.model import Fault, Segment, Transcript
from .blocks import sentence_of_its_own
from .lines import is_figures, raised_figures

#: The text and its notes. Some programs add numbers to these names.
_PARTS: Final = tuple(re.compile(rf"word/{part}\d*\.xml") for part in ("document", "footnotes", "endnotes"))
#: The most bytes of a part of the file when unpacked. A book has a hundredth of it.
_MAX_BYTES: Final = 64 * 1024 * 1024
#: Elements that are not read: deleted or moved text, and text that is repeated for older programs.
_DROPPED: Final = frozenset(("del", "moveFrom", "Fallback"))
_CHARACTERS: Final = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-", "softHyphen": "\u00ad"}


def read_docx(data: bytes) -> Transcript:
    """Read the bytes of a DOCX file."""
    segments: list[Segment] = []
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [next(filter(part.fullmatch, sorted(archive.namelist())), None) for part in _PARTS]
            if names[0] is None:
                return Transcript([], [Fault(0, "it is not a DOCX file: it has no word/document.xml.")])
            for name in filter(None, names):
                with archive.open(name) as file:
                    content = file.read(_MAX_BYTES + 1)
                if len(content) > _MAX_BYTES:
                    return Transcript([], [Fault(0, f"{name} is larger than {_MAX_BYTES} bytes, unpacked.")])
                segments += [Segment(sentence_of_its_own(text)) for text in _paragraphs(content)]
    except (
        zipfile.BadZipFile,
        EOFError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        OSError,
        expat.ExpatError,
    ) as error:
        return Transcript([], [Fault(0, f"the DOCX file is damaged or needs a password ({error}).")])
    return Transcript(segments, [])


def _paragraphs(content: bytes) -> list[str]:
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    parser.StartDoctypeDeclHandler = _refuse
    parser.buffer_text = True
    parser.Parse(content, True)
    return reader.paragraphs


def _refuse(*_: object) -> None:
    raise ValueError("it declares entities of its own")


class _Reader:
    """Collects paragraphs. A paragraph inside another, as in a text box, comes before the outer one."""

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self._open: list[list[str]] = []
        self._dropped = 0
        #: The state in a run: whether it is hidden, whether it is raised, and whether its text is being read.
        self._is_hidden = self._is_raised = self._is_text = False
        self._run: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Open an element."""
        tag = name.rpartition(" ")[2]
        value = next((text for key, text in attributes.items() if key.rpartition(" ")[2] == "val"), None)
        if tag in _DROPPED:
            self._dropped += 1
        elif tag == "p":
            self._open.append([])
        elif tag == "r":
            self._is_hidden = self._is_raised = False
            self._run = []
        elif tag == "vanish":
            self._is_hidden = value not in ("0", "false", "off")
        elif tag == "vertAlign":
            self._is_raised = value == "superscript"
        elif tag == "t":
            self._is_text = True
        elif tag in _CHARACTERS and not self._dropped:
            self._run.append(_CHARACTERS[tag])

    def characters(self, text: str) -> None:
        """Take text."""
        if self._is_text and not self._dropped:
            self._run.append(text)

    def end(self, name: str) -> None:
        """Close an element."""
        tag = name.rpartition(" ")[2]
        if tag in _DROPPED:
            self._dropped -= 1
        elif tag == "t":
            self._is_text = False
        elif tag == "r":
            self._end_run()
        elif tag == "p" and self._open:
            text = " ".join("".join(self._open.pop()).split())
            if text:
                self.paragraphs.append(text)

    def _end_run(self) -> None:
        text = "".join(self._run)
        self._run = []
        if not text or self._is_hidden or not self._open:
            return
        paragraph = self._open[-1]
        paragraph.append(
            raised_figures("".join(paragraph[-8:]), text) if self._is_raised and is_figures(text) else text
        )
