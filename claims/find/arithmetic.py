"""Printed numbers put together: their sum and their product, with the last printed place kept."""

from __future__ import annotations

from claims.rounding import Number


def plus(one: Number, other: Number) -> Number:
    """The sum, with the finer of the two last places."""
    if one.divisor != other.divisor:
        one, other = _over(one, other.divisor), _over(other, one.divisor)
    exponent = min(one.exponent, other.exponent)
    return Number(one.mantissa * 10 ** (one.exponent - exponent) + other.mantissa * 10 ** (other.exponent - exponent), exponent, one.divisor)


def _over(number: Number, divisor: int) -> Number:
    return Number(number.mantissa * divisor, number.exponent, number.divisor * divisor)


def times(number: Number, factor: int) -> Number:
    """The product: a power of ten of a thousand and up is a scale and moves the last printed place, all else keeps it."""
    power = len(str(factor)) - 1
    if power >= 3 and factor == 10**power:
        return Number(number.mantissa, number.exponent + power, number.divisor)
    return Number(number.mantissa * factor, number.exponent, number.divisor)
