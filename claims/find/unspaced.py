"""Ways to tell an amount that languages without spaces have: words glued before and after the number, told apart by tables.

    時速15キロ 摂氏3度   what opens a unit stands before the number; so does the percentage in "百分之五"
    3時間半              the half stands after the unit
    3割5分               tenths have parts with names of their own
    5人に1人             the larger number stands first, each with its counter
    三分の二              so does the denominator (see fraction)
    1人当たり5万円       what a sum goes to stands before it
    国道16号 数十人       names, and numbers that nobody could check
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

import msgspec

from claims.figure import Figure
from claims.find.arithmetic import plus
from claims.find.digits import DIGITS
from claims.find.measure import per
from claims.find.number import Numeral, numeral_at
from claims.find.page import Page
from claims.find.percentage import UNITS as SHARES
from claims.rounding import Number
from claims.unit import PERCENT, Unit

BEFORE_A_SUM = re.compile(r"[^0-9十百千。、,.()「」\n]{0,12}(?=[0-9十百千])")
"""What may stand between "当たり" and its sum: "の平均価格は"."""
LARGEST_OF_A_RATIO = 10
"""One or some in so many are told in one digit; "120店に20店減らした" is no ratio."""


def opened_unit(page: Page, start: int, unit: Unit) -> tuple[int, Unit] | None:
    """The unit as the words before the number make it, and where those begin: "時速" 15 キロ is kilometres an hour."""
    language = page.language
    place = start - 1 if page.plain[start - 1 : start] == " " else start
    found = language.unit_openers.before(page.lower, place)
    if found is None:
        return None
    if unit.code == "" and found[0] in SHARES:
        return found[1], SHARES[found[0]]
    for key in (found[0], f"{_key(page, unit)} {found[0]}"):
        made = language.units.get(key)
        if made is not None and (made.dimension == unit.dimension or key != found[0] or unit.code in ("", "degree", "kelvin")):
            return found[1], made
    return None


def _key(page: Page, unit: Unit) -> str:
    return unit.code.replace("**", " ** ").replace("/", " / ")


def and_a_half(page: Page, number: Number, unit: Unit, end: int) -> tuple[Number, int]:
    """"3時間半" is a half more; a word that only begins so ("半分", "半年") is not it."""
    half = page.language.words.get("half_after", "")
    if not half or unit.kind not in ("time", "measure") or not page.lower.startswith(half, end) or number.divisor != 1:
        return number, end
    after = end + len(half)
    if is_ideograph(page.plain[after : after + 1]) and page.language.half_followers.at(page.lower, after) is None:
        return number, end
    return plus(number, Number(5, -1)), after


def tenths(page: Page, number: Number, end: int) -> tuple[Number, int]:
    """So many tenths in percent, with the parts that follow: "3割5分2厘" is 35.2."""
    if number.value > 10 and number.exponent == 0:  # "75折" is 75%
        return number, end
    number = Number(number.mantissa, number.exponent + 1, number.divisor)
    parts: dict[str, int] = page.language.words.get("tenth_parts", {})
    while digits := DIGITS.match(page.plain, end):
        power = parts.get(page.lower[digits.end() : digits.end() + 1])
        if power is None or len(digits.group()) > 1 or power >= number.exponent:
            break
        number, end = plus(number, Number(int(digits.group()), power)), digits.end() + 1
    half = page.language.words.get("half_after", "")
    if half and number.exponent == 1 and page.lower.startswith(half, end) and not is_ideograph(page.plain[end + 1 : end + 2]):
        number, end = plus(number, Number(5)), end + len(half)
    return number, end


def one_in_so_many(page: Page, numeral: Numeral) -> tuple[Number, int] | None:
    """"5人に1人": the second number as a part of the first, both with one counter."""
    language, lower = page.language, page.lower
    counter = language.counters.at(lower, numeral.end)
    if counter is None or numeral.number.exponent < 0 or numeral.number.divisor != 1:
        return None
    if lower.endswith(tuple(language.words.get("change_openers", ())), 0, numeral.start):
        return None
    for join in language.words.get("ratio_joins_inverted", ()):
        if not lower.startswith(join, counter[1]):
            continue
        other = numeral_at(page, counter[1] + len(join))
        same = language.counters.at(lower, other.end) if other else None
        if not other or not same or same[0] != counter[0] or other.number.divisor != 1 or lower.startswith(tuple(language.words["each_after"]), same[1]):
            continue
        if 0 < other.number.value < numeral.number.value and other.number.value < LARGEST_OF_A_RATIO:
            return Number(other.number.mantissa, other.number.exponent, int(numeral.number.value)), same[1]
    return None


def is_vague(page: Page, start: int, end: int) -> bool:
    """Whether a word makes the number one that nobody could check: "数十人", "十数年", "何百"; not before digits ("会員数120人")."""
    vague, lower = page.language.vague, page.lower
    opened = vague.before(lower, start) is not None and page.language.minus.before(lower, start) is None  # "零下十度"
    return (opened and not page.plain[start : start + 1].isdigit()) or vague.at(lower, end) is not None


def is_longer_name(page: Page, numeral_end: int, end: int) -> bool:
    """Whether the unit is only the beginning of a name's word: "3年生", "10年債"."""
    named = page.language.names_after.at(page.lower, numeral_end)
    return named is not None and numeral_end < end < named[1]


def is_no_amount(page: Page, start: int, end: int) -> bool:
    """Whether a number without a unit is a name's, or part of a word: "第3", "16号", "三菱"."""
    language, lower = page.language, page.lower
    if language.signs_before_names.before(lower, start):
        return True
    counter, name = language.counters.at(lower, end), language.names_after.at(lower, end)
    if counter or name:
        return name is not None and (counter is None or name[1] > counter[1])
    if any(sign.isdecimal() for sign in page.text[start:end]) or language.hedges_after.at(lower, end):
        return False
    hedge = language.hedges_before.before(lower, start)
    if hedge and start - hedge[1] > 1:  # one sign is part of a word more often
        return False
    following = page.plain[end : end + 1]
    if not is_ideograph(page.text[end - 1]):  # "ダース"
        return False
    return is_ideograph(page.plain[start - 1 : start] if start else "") or is_ideograph(following) or "ァ" <= following <= "ヺ"


def is_ideograph(sign: str) -> bool:
    """Whether the sign is a Chinese character, of which words are made."""
    return "一" <= sign <= "鿿" or sign == "々"


class Told(NamedTuple):
    """An amount with what stands glued around it."""

    start: int
    end: int
    number: Number
    unit: Unit
    may_also_be: tuple[Unit, ...]


def with_glued_words(page: Page, told: Told, numeral_end: int) -> Told:
    """The amount with the words that belong to it in languages without spaces: tenths, halves, what opens a unit, units that share a word."""
    start, end, number, unit, others = told
    if unit.code == "tenth":
        number, end = tenths(page, number, end)
        unit = PERCENT
    if other := page.language.words.get("also_units", {}).get(page.lower[numeral_end:end].strip()):
        others = (page.language.units[other],)
    number, end = and_a_half(page, number, unit, end)
    if opened := opened_unit(page, start, unit):
        start, unit = opened
        others = ()
    return Told(start, end, number, unit, others)


class One(NamedTuple):
    """One of something that a sum goes to: its name, its size where it is a span of time, the power of ten of how many, and where the sum may begin."""

    name: str
    size: Fraction | None
    power: int
    place: int
    told: bool


def one_of_them(page: Page, numeral: Numeral, unit: Unit, end: int) -> One | None:
    """What "1人当たり", "10アール当たりの収量は" or the bare "1日" goes before: one, ten or so of what is counted or measured."""
    number, language = numeral.number, page.language
    digits = str(number.mantissa)
    if number.divisor != 1 or number.exponent < 0 or number.mantissa < 1 or digits.strip("0") != "1":
        return None
    if unit.kind in ("measure", "time") and not unit.per:
        name, size, after = unit.code, (unit.size if unit.kind == "time" else None), end
    elif unit.kind == "plain" and unit.code == "" and (counter := language.counters.at(page.lower, numeral.end)):
        name, size, after = counter[0], None, counter[1]
    else:
        return None
    power = len(digits) - 1 + number.exponent
    for join in language.words.get("each_after", ()):
        if page.lower.startswith(join, after) and (gap := BEFORE_A_SUM.match(page.lower, after + len(join))):
            return One(name, size, power, gap.end(), True)
    return One(name, size, power, after, False) if power == 0 else None


def for_each(one: One, unit: Unit, sum_: Figure, start: int, text: str) -> Figure | None:
    """The sum as so much for each; "人口10万人当たり80人" is a part of them. None where the two are one amount, or two neighbours."""
    same = sum_.unit.dimension == unit.dimension != ""
    neighbours = not one.told and sum_.unit.kind != "money" and not (one.size and sum_.unit.kind in ("count", "measure"))
    if same or neighbours or sum_.unit.per or sum_.unit.kind in ("percent", "points", "time") or sum_.upper is not None:
        return None
    number = Number(sum_.number.mantissa, sum_.number.exponent - one.power, sum_.number.divisor)
    goes_to = Unit("plain", dimension="ratio") if sum_.unit.code == one.name else per(sum_.unit, one.name, one.size)
    others = tuple(per(other, one.name, one.size) for other in sum_.may_also_be)
    return msgspec.structs.replace(sum_, span=(start, sum_.span[1]), printed=text[start : sum_.span[1]], number=number, unit=goes_to, may_also_be=others)
