"""How long a value of a record may be. What is longer is a problem of its record, and nothing of it is shown."""

from __future__ import annotations

from typing import Final

#: Characters of words: `text`, `translation`, `reported`, `was`. A hundred pages of a book.
LONGEST_WORDS: Final = 100_000
#: Characters of every other value: names, titles, addresses, questions.
LONGEST_VALUE: Final = 5_000
#: Words of `reported` and of `text`, and pairs of equal words in them, up to which differences are marked.
MOST_COMPARED: Final = 1_000
MOST_PAIRS: Final = 20_000
#: What each limit means, for the guide.
RECORD_LIMITS: Final[dict[str, str]] = {
    "words of a record": f"`text`, `translation`, `reported` and `was` have at most {LONGEST_WORDS:,} characters; "
    "longer ones are a problem of type `value`, and their quotation is left out.",
    "another value of a record": f"At most {LONGEST_VALUE:,} characters; a longer one is a problem of type `value`.",
    "a reported wording": f"Where `text` or `reported` has more than {MOST_COMPARED:,} words, or the two share words "
    f"in more than {MOST_PAIRS:,} pairs of places, the card shows `reported` without marks for its differences.",
}
