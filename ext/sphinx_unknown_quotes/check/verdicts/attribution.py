"""Find who says the words of a reading, by the labels of the transcript."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .speakers import attributed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..speech.spoken import Spoken
    from .readings import Reading


def who_says(
    reading: Reading, spoken: Spoken, names: tuple[str, ...], labels: Mapping[str, str], is_written: bool
) -> tuple[str, ...]:
    """Return the notes on whether the people *names* say the words, see :func:`.speakers.attributed`.

    *labels* are those that the source explains. A written source need not name its author.
    """
    if not names:
        return ()
    if not spoken.has_speakers:
        return () if is_written else ("speaker-unnamed",)
    return attributed(names, _labels(reading, spoken), spoken.speakers, labels)


def _labels(reading: Reading, spoken: Spoken) -> set[str | None]:
    first, last = spoken.stretch_of(reading.first), spoken.stretch_of(reading.end - 1)
    said = [spoken.stretch(index) for index in range(first, last + 1) if spoken.has_words(index)]
    if any(operation.kind in ("interjection", "elision") for operation in reading.operations):
        # A listener's words inside the turn do not count.
        ends = {said[0].turn, said[-1].turn}
        said = [stretch for stretch in said if stretch.turn in ends or len(ends) > 1]
    return {stretch.speaker for stretch in said}
