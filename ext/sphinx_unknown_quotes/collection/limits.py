"""How long a value of a record may be. A longer value is a problem, and is not shown."""

from __future__ import annotations

from typing import Final

#: Most characters in `text`, `translation`, `reported` and `was`: about 50 pages of a book.
LONGEST_WORDS: Final = 100_000
#: Most characters in any other value: a name, a title, an address, a question.
LONGEST_VALUE: Final = 5_000
#: A card marks the differences only up to so many words in `reported` and in `text`, and so many pairs of equal words.
MOST_COMPARED: Final = 1_000
MOST_PAIRS: Final = 20_000
#: What each limit means, for the guide.
RECORD_LIMITS: Final[dict[str, str]] = {
    "words of a record": f"`text`, `translation`, `reported` and `was` have at most {LONGEST_WORDS:,} characters; "
    "longer ones are a problem of type `value`, and their quotation is left out.",
    "another value of a record": f"At most {LONGEST_VALUE:,} characters; a longer one is a problem of type `value`.",
    "a reported wording": f"If `text` or `reported` has more than {MOST_COMPARED:,} words, or the two share words "
    f"in more than {MOST_PAIRS:,} pairs of places, the card shows `reported` without marks for its differences.",
}
