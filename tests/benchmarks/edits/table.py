"""The table: for each class the right answer, the answers of each checker, and a mark if it misses the target."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from .drawing import Case
from .kinds import TARGETS, Kind
from .running import Answer

COLUMNS = ("pass", "noted", "warn", "fail", "unchecked")


class Row(NamedTuple):
    """The answers of one checker for one class."""

    kind: Kind
    counts: Counter[str]
    #: For a row that combines several classes: those that miss their target.
    missing: tuple[str, ...] | None = None

    @property
    def wrong(self) -> int:
        """How many answers are not what is right."""
        return sum(self.counts[said] for said in TARGETS[self.kind.right][1])

    @property
    def misses(self) -> bool:
        """Whether the target is missed; one wrong answer is always within a share that allows any."""
        if self.missing is not None:
            return bool(self.missing)
        share = TARGETS[self.kind.right][2]
        return self.wrong > max(share * self.counts.total(), 1 if share else 0)

    @property
    def mark(self) -> str:
        """Empty, or that and where the target is missed."""
        return " ".join(["✗", ", ".join(f"`{part}`" for part in self.missing or ())]).strip() if self.misses else ""


def rows(cases: list[Case], answers: list[Answer]) -> list[Row]:
    """Count what was said, by class, in the order of the cases."""
    found: dict[tuple[str, str], Row] = {}
    for case, answer in zip(cases, answers, strict=True):
        row = found.setdefault((case.kind.group, case.kind.name), Row(case.kind, Counter()))
        row.counts[answer.said] += 1
    return list(found.values())


def folded(found: list[Row]) -> list[Row]:
    """One row for each class of all forms, and one for each of all languages besides English."""
    folds: dict[tuple[str, str], list[tuple[str, Row]]] = {}
    for row in found:
        form, _, claim = row.kind.name.rpartition(": ")
        if row.kind.group == "form":
            key, part = ("form", claim), form
        else:
            key, part = (
                (("language", row.kind.name), row.kind.group) if len(row.kind.group) == 2 else (tuple(row.kind[:2]), "")
            )
        folds.setdefault(key, []).append((part, row))
    return [_fold(key, parts) for key, parts in folds.items()]


def _fold(key: tuple[str, str], parts: list[tuple[str, Row]]) -> Row:
    first = parts[0][1]
    if len(parts) == 1 and not parts[0][0]:
        return first
    counts = sum((row.counts for _, row in parts), Counter())
    kind = first.kind._replace(group=key[0], name=f"{key[1]} ({len(parts)} {key[0]}{'s' * (len(parts) > 1)})")
    return Row(kind, counts, tuple(part for part, row in parts if row.misses))


def table(by_checker: dict[str, list[Row]], markdown: bool = False) -> str:
    """Return the table: all answers of the first checker, and of each other how many pass."""
    first, *others = by_checker
    head = [
        "class",
        "right",
        "number",
        *COLUMNS,
        "missed",
        *(part for name in others for part in (f"{name}: pass", "missed")),
    ]
    lines = [head]
    for place, row in enumerate(by_checker[first]):
        cells = [f"{row.kind.group}: {row.kind.name}", TARGETS[row.kind.right][0], str(row.counts.total())]
        cells += [str(row.counts[said] or "") for said in COLUMNS]
        cells.append(row.mark)
        for name in others:
            other = by_checker[name][place]
            cells += [
                str(other.counts["pass"] + other.counts["noted"]),
                other.mark if row.missing is None else "✗" * other.misses,
            ]
        lines.append(cells)
    return _markdown(lines) if markdown else _text(lines)


def _markdown(lines: list[list[str]]) -> str:
    head, *rest = [f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |" for line in lines]
    return "\n".join([head, f"| {' | '.join('---' for _ in lines[0])} |", *rest])


def _text(lines: list[list[str]]) -> str:
    widths = [max(len(line[place]) for line in lines) for place in range(len(lines[0]))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if place < 2 else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def summary(name: str, found: list[Row]) -> str:
    """Return how many classes miss their target."""
    missed = [row for row in found if row.misses]
    strict = [row for row in found if row.kind.right == "none"]
    passed = sum(row.wrong for row in strict)
    return (
        f"{name}: {len(missed)} of {len(found)} classes miss their target; "
        f"{passed} of {sum(row.counts.total() for row in strict)} pass of those of which none may."
    )


def examples(cases: list[Case], answers: list[Answer], found: list[Row], number: int = 4) -> str:
    """Return, as Markdown, a few wrong answers of every class that misses its target."""
    parts = []
    for row in found:
        wrong = TARGETS[row.kind.right][1]
        mine = [(case, answer) for case, answer in zip(cases, answers, strict=True)
                if (case.kind.group, case.kind.name) == (row.kind.group, row.kind.name) and answer.said in wrong]  # fmt: skip
        if not row.misses:
            continue
        parts.append(
            f"## {row.kind.group}: {row.kind.name} ({row.wrong} of {row.counts.total()} wrong; right: {TARGETS[row.kind.right][0]})\n"
        )
        for case, answer in mine[:number]:
            claim = "".join(
                [
                    f" by {' & '.join(case.speakers)}" if case.speakers else "",
                    f" at {case.at:.0f} s" if case.at is not None else "",
                ]
            )
            parts.append(
                f"* `{answer.said}` ({answer.why}){claim}, {case.folder.name}/{case.file}\n  quoted: {case.text}\n  said:   {case.said}"
            )
        parts.append("")
    return "\n".join(parts)
