"""The numbers of the rules by which the check decides. A change of any rule is a new version."""

from __future__ import annotations

from typing import Final

#: Recorded with every verdict.
POLICY: Final = "4"

#: An omission may leave out so many words, within one turn.
MAX_ELISION: Final = 120
#: Beside a fragment of one or two words it may leave out only so many: single words stand near each other anywhere.
MAX_ELISION_BY_FEW: Final = 20
FEW_WORDS: Final = 2
#: A negation in an omission as short as this belongs to the words beside it: "we do … know".
MAX_NEGATED_ELISION: Final = 8
#: So does one in a longer omission, in so many words of the sentence that it breaks off or takes up again.
NEGATION_REACHES: Final = 4
#: In a transcript without punctuation one of more words may well hide the end of a sentence.
MAX_UNPUNCTUATED_ELISION: Final = 15
#: A bracket may stand for so many words.
MAX_INSERTION: Final = 6
#: At most one word in so many may differ in what is ``near``.
NEAR_ONE_IN: Final = 5
#: At least one word in so many must be found together, else the words are ``missing``.
FOUND_ONE_IN: Final = 2
#: How far a citation may be off, in milliseconds, before it is worth a note, and before it is ``moved``.
DRIFT: Final = 2_000
MOVED: Final = 15_000
#: Where near words are looked for around the cited time, in words before and after.
WINDOW: Final = 250
