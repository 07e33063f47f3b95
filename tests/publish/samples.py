"""Collections whose words try to break out of every format."""

from __future__ import annotations

from typing import Final

from sphinx_unknown_quotes.collection.records import Correction, Unknown, Via
from tests.collection.samples import collection, quotation, source

#: Words that would be markup, a script, a formula, the end of a line or a field, in one format or the other.
HOSTILE: Final = [
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]> & &amp; <b>\"bold\" 'words'</b>",
    '=HYPERLINK("http://h.example","x")',
    "+1-2",
    "@sum(1)",
    "-2+3",
    "\\input{/etc/passwd} {unbalanced } 100 % of $5 & #1_a ~ ^",
    "one\u2028two\u2029three",
    "left \u202eright\u202c again",
    "שלום، العالم",
    "🦙 and 👩‍👩‍👧 and 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    'a, "b"; c\nd',
    "first paragraph\n\nsecond paragraph",
    "word " * 999 + "end",
    "%0A::error::no",
]


def hostile_collection():
    """Return a collection with one quotation for each of :data:`HOSTILE`, in every field that takes words."""
    found = []
    sources = []
    for number, words in enumerate(HOSTILE):
        line = " ".join(words.split())
        found.append(
            quotation(
                f"q-{number}",
                text=words.strip(),
                source=f"s{number}",
                speaker=(line,),
                role=line,
                unknown="why",
                context=line,
                translation=words.strip(),
                translator=line,
                via=Via(line, "https://v.example/?a=1&b=2"),
                reported=words.strip(),
                added="2026-01-02",
                corrected=(Correction("2026-02-03", words.strip(), line),),
            )
        )
        sources.append(
            source(f"s{number}", title=line, container=line, publisher=line, url="https://h.example/?a=1&b=2")
        )
    return collection(found, sources, [Unknown("why", "Why <it> & how", "?")])
