"""Whether one misprinted figure would explain a sum: a digit that is another, two that changed places, or a place too many or too few."""

from __future__ import annotations

from collections.abc import Sequence

from claims.rounding import Number

PLACES = (1, 2, 3)
"""By so many places a figure is written too large or too small."""
FEWEST_DIGITS = 3


def explains(parts: Sequence[Number], whole: Number) -> bool:
    """Whether the parts make the whole once one of all these figures is put right; all must have the same last place."""
    if len({number.exponent for number in (*parts, whole)}) > 1:
        return False
    off = sum(part.mantissa for part in parts) - whole.mantissa
    return bool(off) and (is_misprint(whole.mantissa, whole.mantissa + off) or any(is_misprint(part.mantissa, part.mantissa - off) for part in parts))


def is_misprint(printed: int, meant: int) -> bool:
    """Whether the one is easily printed for the other."""
    if (printed < 0) != (meant < 0):
        return False
    first, second = str(abs(printed)), str(abs(meant))
    if min(len(first), len(second)) < FEWEST_DIGITS:
        return False
    if len(first) != len(second):
        return any(max(abs(printed), abs(meant)) == min(abs(printed), abs(meant)) * 10**power for power in PLACES)
    different = [place for place, (one, other) in enumerate(zip(first, second, strict=True)) if one != other]
    if len(different) == 2 and different[1] == different[0] + 1:
        start, end = different[0], different[1] + 1
        return first[start:end] == second[start:end][::-1]
    return len(different) == 1
