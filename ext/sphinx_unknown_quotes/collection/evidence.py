"""What supports the words of a quotation: the check's verdict, a reading of the source, or a reporter.

``evidence.json`` is the lock file of the check, which writes it; everything else only reads it.
A verdict counts only as long as the quotation has the digest that was checked.
"""

from __future__ import annotations

import errno
from hashlib import blake2b
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from .problems import Problem, shown
from .storage.files import write_if_changed

if TYPE_CHECKING:
    from pathlib import Path

    from .records import Quotation, Source

EVIDENCE_FILE: Final = "evidence.json"
SCHEMA_VERSION: Final = 1

#: Every verdict of the check, the strictest first, with its meaning.
VERDICTS: Final[dict[str, str]] = {
    "verbatim": "The transcript has exactly these words.",
    "elided": "The transcript has these words; what is left out or inserted is marked.",
    "normalised": "Only case, punctuation, spelling, contractions or digits differ.",
    "disfluent": "Only fillers (um, uh) or repeated words are left out.",
    "near": "At most one word in five differs, or something that matters to the sense is hidden or cut off.",
    "altered": "A negation, a number, a modal verb, a name, a pronoun or a day differs, or more than one word in five.",
    "moved": "The words were said at another time, or are on another page.",
    "elsewhere": "The words were said in another source.",
    "wrong-speaker": "The words were said by somebody else.",
    "missing": "Fewer than half of the words were found in one place.",
    "unchecked": "The words were not compared with a transcript.",
}
PASSING: Final = ("verbatim", "elided", "normalised", "disfluent")

#: The kinds of support, best first; the values of the index's ``:evidence:`` filter.
SUPPORT: Final[dict[str, str]] = {
    "found": "The check found the words in the transcript.",
    "near": "The check found the words, with a few differences.",
    "read": "Somebody read the words in the source itself.",
    "reported": "Only a second-hand reporter has the words.",
    "unchecked": "Nobody has compared the words with the source yet.",
    "contradicted": "The check did not find the words as they are given.",
}


class Evidence(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """The outcome of one check of one quotation. Never holds words of a transcript."""

    #: :func:`quotation_digest` of the quotation that was checked.
    digest: str
    #: One of :data:`VERDICTS`.
    verdict: str
    #: The transcript's file name and the digest of its bytes.
    transcript: str | None = None
    transcript_digest: str | None = None
    #: Where the words begin, in seconds from the start of the recording.
    found: float | None = None
    #: How many words differ, for ``near`` and ``altered``.
    changes: int = 0
    #: Whether a machine made the transcript.
    automatic: bool = False
    #: The version of the rules by which the check decided.
    policy: str = ""
    #: The page or pages that have the words, as one would cite them; None if the file has no pages.
    page: str | None = None
    #: The name of the page that records the quotation; None if a file of the collection does.
    recorded_in: str | None = None


class Support(NamedTuple):
    """How well the words of a quotation are supported: one of :data:`SUPPORT` and the verdict behind it."""

    kind: str
    evidence: Evidence | None = None


class _EvidenceFile(msgspec.Struct):
    schema_version: int
    quotes: dict[str, Evidence]


def quotation_digest(quotation: Quotation, source: Source) -> str:
    """Return 32 hexadecimal digits that change with every value that the check reads."""
    # The check reads words without a language as English, even if the site assumes another language for them.
    lang = "en" if quotation.lang_assumed else quotation.lang
    checked = (
        quotation.text, quotation.speaker, quotation.at, quotation.page, quotation.section, lang,
        source.key, source.url, source.transcript,
    )  # fmt: skip
    # A source without ``speakers`` keeps the digest that it had before this key existed.
    named = (*checked, sorted(source.speakers.items())) if source.speakers and quotation.speaker else checked
    return blake2b(msgspec.json.encode(named), digest_size=16).hexdigest()


def read_evidence(data: bytes) -> tuple[dict[str, Evidence], list[Problem]]:
    """Read evidence.json: the evidence by quotation id, and its problems. A file with a problem counts as empty."""
    try:
        content = msgspec.json.decode(data, type=_EvidenceFile)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return {}, [_problem(f"cannot be read: {error}. Run the check with --update to write it anew.")]
    if content.schema_version != SCHEMA_VERSION:
        return {}, [_problem(f"has schema version {content.schema_version}, not {SCHEMA_VERSION}.")]
    wrong = sorted(key for key, evidence in content.quotes.items() if evidence.verdict not in VERDICTS)
    problems = [_problem(f"{shown(key)}: {shown(content.quotes[key].verdict)} is not a verdict.") for key in wrong]
    return {key: evidence for key, evidence in content.quotes.items() if key not in wrong}, problems


def _problem(message: str) -> Problem:
    return Problem(EVIDENCE_FILE, 0, "evidence", message)


def write_evidence(evidence: dict[str, Evidence]) -> bytes:
    """Return evidence.json for *evidence*: sorted by id, one quotation a line."""
    lines = [b"%b: %b" % (msgspec.json.encode(key), msgspec.json.encode(evidence[key])) for key in sorted(evidence)]
    return b'{"schema_version": %d, "quotes": {\n%b\n}}\n' % (SCHEMA_VERSION, b",\n".join(lines))


def store_evidence(folder: Path, evidence: dict[str, Evidence]) -> bool:
    """Write evidence.json into *folder* and return whether that changed it.

    Raises OSError if it cannot be written, or if it is a link to any file but an evidence.json: a collection from
    somebody else must not make the check overwrite another file.
    """
    path = folder / EVIDENCE_FILE
    if path.is_symlink() and path.exists() and (not path.is_file() or read_evidence(path.read_bytes())[1]):
        raise OSError(
            errno.EINVAL, "it is a link to a file that is not an evidence.json; nothing was written", str(path)
        )
    return write_if_changed(path, write_evidence(evidence))


def support_of(quotation: Quotation, source: Source, evidence: Evidence | None) -> Support:
    """Return how well a quotation is supported. *evidence* is what the lock file has for it, if anything."""
    if evidence and evidence.verdict != "unchecked" and evidence.digest == quotation_digest(quotation, source):
        if evidence.verdict in PASSING:
            return Support("found", evidence)
        return Support("near" if evidence.verdict == "near" else "contradicted", evidence)
    if quotation.seen:
        return Support("read")
    # A reporter whose own wording is recorded beside the words vouches for that wording, not for the words.
    return Support("reported" if quotation.via and not quotation.reported else "unchecked")
