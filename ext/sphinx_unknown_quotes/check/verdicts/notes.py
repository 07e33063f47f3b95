"""The notes that can accompany a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..language.tables import Tables
    from ..speech.spoken import Spoken
    from .readings import Reading

#: Every note with its meaning.
NOTES: Final[dict[str, str]] = {
    "cut-off": "The rest of the sentence changes or limits what the quotation says.",
    "truncated": 'The sentence goes on with "but", "unless", "except" or the like.',
    "truncated-opening": "A negation comes right before the words, in the same sentence.",
    "reported": "The speaker repeats what somebody else says: the sentence begins with 'he said that' or the like.",
    "drift": "The cited time is off by more than 2 and at most 15 seconds.",
    "automatic": "A machine made the transcript.",
    "ambiguous": "The words occur in several places, and no time or page says which is meant.",
    "untimed": "The transcript has no times, so the cited one could not be compared.",
    "other-page": "The words are on another page than the cited one.",
    "unpaged": "The file shows no such page numbers, so the cited page could not be compared.",
    "speaker-unknown": "The transcript does not name the speaker, or has only a label. Give the name of the label under speakers: in the source.",
    "speaker-unnamed": "The transcript names nobody, so the cited speaker could not be compared.",
    "speaker-silent": "One of the cited speakers says none of the words.",
    "speaker-change": "The words begin in one speaker's turn and end in another's.",
    "scattered": "The quotation joins single words over long omissions, or has more inserted words than words that were said.",
    "also-moved": "The cited time is wrong as well.",
    "language-unknown": "The check has no rules for the language of the words, "
    "so it compared numbers and negations only as they are written.",
    "no-transcript": "The source names no transcript.",
    "transcript-not-found": "The transcript is not in the folder of transcripts, or no such folder was named.",
    "transcript-unreadable": "The transcript has no words that could be read.",
    "stamps-not-read": "The transcript has times or names in a form that the check cannot read, so the cited ones could not be compared.",
    "from-evidence": "The verdict is that of evidence.json; the transcript was not read.",
    "no-words": "The quotation has no words to look for.",
    "edited": "The quotation was edited since it was checked. Check it where its transcript is, with --update.",
    "never-checked": "evidence.json does not have the quotation. Check it where its transcript is, with --update.",
    "other-rules": "It was checked by the rules of another version.",
    "paraphrase": "The quotation is recorded as a paraphrase, so its words are not looked for.",
    "translation": "The quotation is recorded as a translation, so its words are not looked for.",
}
#: Notes about the transcript rather than the words. Reports count the outcomes with such notes, and do not list them.
QUIET: Final = frozenset(("automatic", "speaker-unnamed", "from-evidence"))


def notes_on(reading: Reading, spoken: Spoken, table: Tables, is_timed: bool) -> Iterator[str]:
    """Yield the notes on the words, their edges and their transcript; *is_timed* is whether a time is cited."""
    first, end = reading.first, reading.end
    yield from reading.notes
    if spoken.turn(first) != spoken.turn(end - 1):
        yield "speaker-change"
    if spoken.automatic:
        yield "automatic"
    if is_timed and not spoken.is_timed:
        yield "untimed"
    if reading.scattered:
        yield "scattered"
    if not table.is_known:
        yield "language-unknown"
