"""The numbers of the rules by which the check decides. A change of any rule is a new version."""

from __future__ import annotations

from typing import Final

#: The version of the rules, which is recorded with every verdict.
POLICY: Final = "4"

#: The most words that an omission may leave out, in one turn.
MAX_ELISION: Final = 120
#: The same next to a fragment of one or two words, since single words occur near each other by chance.
MAX_ELISION_BY_FEW: Final = 20
FEW_WORDS: Final = 2
#: In an omission of at most so many words, a negation belongs to the words around it: "we do … know".
MAX_NEGATED_ELISION: Final = 8
#: In a longer omission, it belongs to them if it is within so many words of them, in their sentence.
NEGATION_REACHES: Final = 4
#: In a transcript without punctuation, an omission of more words may hide the end of a sentence.
MAX_UNPUNCTUATED_ELISION: Final = 15
#: The most words that a bracket may replace.
MAX_INSERTION: Final = 6
#: If more than one word in so many differs, the words are not ``near``.
NEAR_ONE_IN: Final = 5
#: If fewer than one word in so many is found in one place, the words are ``missing``.
FOUND_ONE_IN: Final = 2
#: How far a cited time may be off, in milliseconds, without a note, and without being ``moved``.
DRIFT: Final = 2_000
MOVED: Final = 15_000
#: How many words before and after the cited time are searched.
WINDOW: Final = 250
