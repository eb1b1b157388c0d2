"""Misprints: the same digits on another scale, or two digits changed about."""

from __future__ import annotations

from claims.figure import Figure

DIGITS_TO_CHANGE_ABOUT = 3
DIGITS_TO_KNOW_AGAIN = 2


def is_a_misprint(one: Figure, other: Figure, *, fewest: int = DIGITS_TO_KNOW_AGAIN) -> bool:
    """Whether two figures have the same digits on another scale, or two digits that stand side by side changed about."""
    return is_rescaled(one, other, fewest=fewest) or _is_changed_about(one, other)


def is_rescaled(one: Figure, other: Figure, *, fewest: int) -> bool:
    """A thousand times or more with the same digits, or ten times with as many as cannot be chance."""
    first, second = digits_of(one), digits_of(other)
    if first != second or len(first) < min(fewest, DIGITS_TO_KNOW_AGAIN) or not one.number.mantissa:
        return False
    ratio = max(one.number.value, other.number.value) / min(one.number.value, other.number.value)
    return ratio >= 1000 or (ratio > 1 and len(first) >= fewest > 1)


def _is_changed_about(one: Figure, other: Figure) -> bool:
    first, second = str(one.number.mantissa), str(other.number.mantissa)
    if len(first) < DIGITS_TO_CHANGE_ABOUT or len(first) != len(second) or one.number.exponent != other.number.exponent:
        return False
    apart = [place for place in range(len(first)) if first[place] != second[place]]
    return len(apart) == 2 and apart[1] == apart[0] + 1 and first[apart[0]] == second[apart[1]] and first[apart[1]] == second[apart[0]]


def digits_of(figure: Figure) -> str:
    """The digits of a number without the zeros at its end."""
    return str(figure.number.mantissa).rstrip("0")


def are_turned_about(one: Figure, other: Figure) -> bool:
    """Whether two numbers of two digits are each other's backwards."""
    first, second = str(one.number.mantissa), str(other.number.mantissa)
    return len(first) == 2 and first == second[::-1] != second and one.number.exponent == other.number.exponent == 0
