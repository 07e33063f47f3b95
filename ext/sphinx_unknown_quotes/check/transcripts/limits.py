"""The limits of a transcript, with their meaning for the guide. What exceeds a limit is a fault."""

from __future__ import annotations

import re
from typing import Final

from ..documents.apart import MAX_MEMORY, MAX_SECONDS
from ..files.digests import MAX_BYTES
from .model import Fault, Transcript

#: The most characters without a space. A paragraph in Chinese, Japanese or Thai has no spaces.
LONGEST_WORD: Final = 100_000
#: The most characters of a cue or a paragraph. A day of speech without a break is half as long.
LONGEST_STRETCH: Final = 2_000_000
_TOO_LONG: Final = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")
#: What each limit means, for the guide.
READING_LIMITS: Final[dict[str, str]] = {
    "a transcript": f"At most {MAX_BYTES // 1024**2} MB. A larger file is not read, and the message names it.",
    "a cue or a paragraph": f"At most {LONGEST_STRETCH:,} characters. The rest is left out, with a message.",
    "a word of a transcript": f"At most {LONGEST_WORD:,} characters without a space. A longer one is left out, with a message.",
    "a PDF, a DOCX, a saved page": "Each is read in a separate process, with at most "
    f"{MAX_MEMORY // 1024**3} GB and {MAX_SECONDS['pdf']} seconds for a PDF, {MAX_SECONDS['docx']} for a DOCX and "
    f"{MAX_SECONDS['html']} for a page. A message says if these are not enough.",
}


def within_limits(found: Transcript) -> Transcript:
    """Return *found* without stretches and words that exceed the limits. Each kind of excess is a fault."""
    segments = found.segments
    if max((len(segment.text) for segment in segments), default=0) <= LONGEST_WORD:
        return found
    faults = list(found.faults)
    if any(len(segment.text) > LONGEST_STRETCH for segment in segments):
        faults.append(
            Fault(0, f"a cue or paragraph has more than {LONGEST_STRETCH:,} characters; its rest is left out.")
        )
        segments = [segment._replace(text=segment.text[:LONGEST_STRETCH]) for segment in segments]
    if any(_TOO_LONG.search(segment.text) for segment in segments):
        faults.append(Fault(0, f"a word has more than {LONGEST_WORD:,} characters; it is left out."))
        segments = [segment._replace(text=_TOO_LONG.sub(" ", segment.text)) for segment in segments]
    return found._replace(segments=segments, faults=faults)
