"""Compute the value of a number from its parts, if their order is that of one number."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..lexicon import Part
    from .notation import Numbers

_HALF: Final = Fraction(1, 2)


def value_of(parts: Sequence[Part], numbers: Numbers) -> Fraction | None:
    """Return the value of *parts* if they are exactly one number, else None."""
    points = [index for index, part in enumerate(parts) if part.kind == "point"]
    if not parts or len(points) > 1:
        return None
    return _decimal(parts, points[0], numbers) if points else _whole(parts, numbers)


def _decimal(parts: Sequence[Part], point: int, numbers: Numbers) -> Fraction | None:
    """Three point one four million: digits after the point are read one by one, or as one number."""
    whole = _simple(parts[:point], numbers) if point else Fraction(0)
    end = len(parts)
    factor = Fraction(1)
    while end > point + 1 and parts[end - 1].kind == "scale" and parts[end - 1].value >= 1000:
        end -= 1
        factor *= parts[end].value
    digits = parts[point + 1 : end]
    single = all(part.kind in ("add", "zero") and part.value < 10 and part.value.denominator == 1 for part in digits)
    if single:
        behind = "".join(str(part.value) for part in digits)
    else:
        number = _simple(digits, numbers)
        # "Three point oh five" is 3.05 and "three point five" is 3.5, so a number below ten must be read as single digits.
        behind = str(number) if number is not None and number >= 10 else ""
    if whole is None or whole.denominator != 1 or not behind.isdigit() or behind.endswith("0"):
        return None
    return Fraction(f"{whole}.{behind}") * factor


def _whole(parts: Sequence[Part], numbers: Numbers) -> Fraction | None:
    """Multiply what is before the largest scale by it, and add what is after it."""
    scales = [part.value for part in parts if part.kind == "scale"]
    if not scales:
        return _simple(parts, numbers)
    top = max(scales)
    place = next(index for index, part in enumerate(parts) if part.kind == "scale" and part.value == top)
    left = _before(parts[:place], parts[place], numbers)
    if left is None or scales.count(top) > 1:
        return None
    right = list(parts[place + 1 :])
    if len(right) == 1 and right[0].kind == "half":
        return left * top + _HALF * top if top >= 1000 else None
    behind = _behind(right, top, numbers)
    if behind is None or behind >= top or (left.denominator != 1 and right):
        return None
    return left * top + behind


def _before(parts: Sequence[Part], scale: Part, numbers: Numbers) -> Fraction | None:
    """Return what *scale* multiplies: the value of the parts before it."""
    top = scale.value
    if not parts:
        return Fraction(1) if scale.is_bare else None
    if parts[-1].kind == "article" and len(parts) <= 2:
        # A million, and half a million.
        return Fraction(1) if len(parts) == 1 else parts[0].value if parts[0].value == _HALF else None
    left = _whole(parts, numbers)
    if left is None or left <= 0:
        return None
    only_digits = len(parts) == 1 and parts[0].kind == "digits" and top >= 1000
    return left if left < min(top, Fraction(numbers.largest_factor)) or only_digits else None


def _behind(parts: list[Part], top: Fraction, numbers: Numbers) -> Fraction | None:
    """Return the value of the parts after a scale; 0 if there are none."""
    if not parts:
        return Fraction(0)
    if (parts[0].kind == "and" and numbers.joint_after_scale) or parts[0].kind == "zero":
        parts = parts[1:]
    elif numbers.zero_between and top >= 100 and len(parts) == 1 and parts[0].value < 10:
        # In Chinese "a hundred five" is a hundred and fifty.
        return None
    if not parts or (any(part.kind == "digits" for part in parts) and not numbers.mixed):
        return None
    return _whole(parts, numbers)


def _simple(parts: Sequence[Part], numbers: Numbers) -> Fraction | None:
    """Add up parts without a scale: twenty five, but not five twenty and not twenty fifteen."""
    parts = list(parts)
    if len(parts) > 1 and parts[-1].kind == "half":
        whole = _simple(parts[:-1], numbers)
        return whole + _HALF if whole is not None and whole.denominator == 1 else None
    if len(parts) == 1 and (parts[0].kind in ("add", "digits") or (parts[0].kind == "zero" and numbers.digit_by_digit)):
        return parts[0].value
    if numbers.digit_by_digit and len(parts) > 2 and all(part.kind in ("add", "zero") for part in parts):
        digits = "".join(str(part.value) for part in parts)
        return Fraction(digits) if len(digits) == len(parts) and digits[0] != "0" else None
    return _sum(parts, numbers)


def _sum(parts: list[Part], numbers: Numbers) -> Fraction | None:
    total, room = Fraction(0), Fraction(10**9)
    place, joint = 0, False
    while place < len(parts):
        part = parts[place]
        if part.kind == "and":
            if joint or not 0 < place < len(parts) - 1 or not numbers.joint_between:
                return None
            joint, place = True, place + 1
            continue
        value, size = _turned(parts, place) if numbers.units_first else (part.value, 1)
        if part.kind != "add" or not 0 < value < room:
            return None
        if joint and numbers.joint_before and value not in numbers.joint_before:
            return None
        total, room = total + value, _room(value, numbers)
        joint, place = False, place + size
    return total or None


def _turned(parts: list[Part], place: int) -> tuple[Fraction, int]:
    """Read "five and twenty", which is 25 in some languages: return the value, and how many parts it takes."""
    three = parts[place : place + 3]
    if [part.kind for part in three] == ["add", "and", "add"] and three[0].value < 10 <= three[2].value < 100:
        tens = three[2].value
        return (tens + three[0].value, 3) if tens % 10 == 0 and tens >= 20 else (Fraction(0), 1)
    return parts[place].value, 1


def _room(value: Fraction, numbers: Numbers) -> Fraction:
    """Return the limit below which a number may follow *value*: after twenty it is ten, and after 25 nothing may follow."""
    if value in numbers.teens_behind:
        return Fraction(20)
    if value < 20 or value.denominator != 1:
        return Fraction(0)
    return Fraction(10 ** (len(str(value)) - len(str(value).rstrip("0"))))
