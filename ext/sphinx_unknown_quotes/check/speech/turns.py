"""Number the turns of segments, and find what a listener says inside the turn of another."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..transcripts.model import Segment

#: The most words of a listener's interjection.
MAX_INTERJECTION: Final = 3
#: Words of listeners. In a transcript without punctuation, nothing else shows that they are not part of the sentence.
_LISTENING: Final = frozenset(
    ["mm", "hmm", "mhm", "hm", "mmm", "uh", "huh", "um", "yeah", "yep", "yup", "yes", "ja", "oui", "si", "ok",
     "okay", "right", "sure", "wow", "oh", "ah", "aha", "exactly", "really", "indeed", "true", "totally",
     "absolutely", "definitely", "correct", "great", "good", "nice", "cool", "interesting", "fascinating", "amazing",
     "gotcha", "i", "see", "of", "course", "got", "it", "that's", "makes", "sense", "fair", "enough"]
)  # fmt: skip
_ENDS: Final = (".", "?", "!", "…", "。", "？", "！")
_QUOTES: Final = "\"'”’»)]"


def turns_of(segments: Sequence[Segment]) -> list[int]:
    """Return the number of the turn of each segment. After a listener's interjection, the speaker's turn goes on."""
    if not {segment.speaker for segment in segments} - {None, ""}:
        begins = [segment.new_turn for segment in segments]
        return list(accumulate([0, *begins[1:]])) if any(begins) else [0] * len(begins)
    turns: list[int] = []
    count = 0
    begin = 0
    for index, segment in enumerate(segments):
        if index and (segment.new_turn or segment.speaker != segments[index - 1].speaker):
            if begin and _interjects(segments, begin, index):
                turns.append(turns[begin - 1])
                begin = 0
                continue
            count, begin = count + 1, index
            turns.append(count)
        else:
            turns.append(turns[-1] if turns else 0)
    return turns


def _interjects(segments: Sequence[Segment], begin: int, end: int) -> bool:
    """Whether the turn of these segments is a listener's, and the turn before goes on after it."""
    before, after = segments[begin - 1], segments[end]
    if end - begin > MAX_INTERJECTION or not before.speaker or before.speaker != after.speaker:
        return False
    listener = segments[begin].speaker
    said = " ".join(segment.text for segment in segments[begin:end]).strip()
    words = said.replace("-", " ").split()
    if not listener or listener == before.speaker or not 0 < len(said.split()) <= MAX_INTERJECTION:
        return False
    if before.text.rstrip().rstrip(_QUOTES).endswith(_ENDS) and not after.text.lstrip()[:1].islower():
        return False
    is_sentence = not said[0].islower() and said.rstrip(_QUOTES).endswith(_ENDS)
    return is_sentence or all(word.strip(".,!?").casefold() in _LISTENING for word in words)
