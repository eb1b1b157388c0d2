"""Fractions: "two-thirds", "half a million", "two and a half", "3½", "3 1/2", "a quarter of a million"."""

from __future__ import annotations

from claims.find.arithmetic import plus
from claims.find.fraction_sign import in_signs, with_scale
from claims.find.glued import LONGEST_PART
from claims.find.inverted import inverted_fraction
from claims.find.number import Numeral, numeral_at
from claims.find.page import Page
from claims.phrases import LONGEST_WORD, last_word
from claims.rounding import Number

LONGEST_PARTED = 3600
"""An hour: parts of it are told in one word with the unit, and without an article."""


def fraction_at(page: Page, place: int, numeral: Numeral | None) -> Numeral | None:
    """The fraction that begins at `place`, where `numeral` begins too if that starts with a number."""
    if numeral is None:
        return _bare(page, place)
    if numeral.how == "digits":
        return in_signs(page, numeral) or _in_words(page, numeral)
    return _in_words(page, numeral)


def _in_words(page: Page, numeral: Numeral) -> Numeral | None:
    """A number with a fraction after it: as many of them ("two thirds"), or as many and a part ("two and a half")."""
    lower, language = page.lower, page.language
    end = numeral.end
    if numeral.number.divisor != 1:
        return None
    if inverted := inverted_fraction(page, numeral):
        return inverted
    for join in language.words.get("half_joins", ()):
        if not lower.startswith(join, end):
            continue
        at = end + len(join)
        if join == " " and _are_spans(page, numeral, at):
            continue
        if found := denominator_at(page, at) or (_with_its_unit(page, at) if join.isspace() else None):
            if not join.strip(" -"):
                if numeral.scaled or (numeral.number.mantissa != 1 and not lower[at : found[1]].endswith("s") and "fraction_followers" in language.words):
                    continue
                if numeral.number.mantissa == 1 and _names_another_thing(page, found[1]):
                    continue
                made = with_scale(page, Numeral(numeral.start, found[1], _over(numeral.number, found[0]), "fraction"))
                if _is_doubtful(page, lower[at : found[1]], made) and page.lower[made.end : made.end + 2][-1:].isalpha():
                    continue
                return made
            part = with_scale(page, Numeral(at, found[1], Number(1, 0, found[0]), "fraction"))
            if numeral.scaled and part.scaled:  # "un billón y medio millón"
                return Numeral(numeral.start, part.end, plus(numeral.number, part.number), "fraction", True)
            return with_scale(page, Numeral(numeral.start, found[1], _and_part(numeral, 1, found[0]), "fraction", numeral.scaled))
        if not join.strip(" -"):
            continue
        one = _article(page, at)
        parts = None if one else numeral_at(page, at)
        count = (1, one) if one else (parts.number.mantissa, parts.end) if parts and not parts.scaled else None
        if count and lower[count[1] : count[1] + 1] in (" ", "-") and (found := denominator_at(page, count[1] + 1)):
            part = with_scale(page, Numeral(at, found[1], Number(count[0], 0, found[0]), "fraction"))
            if numeral.scaled and part.scaled:  # "one billion and a half million"
                return Numeral(numeral.start, part.end, plus(numeral.number, part.number), "fraction", True)
            return with_scale(page, Numeral(numeral.start, found[1], _and_part(numeral, count[0], found[0]), "fraction", numeral.scaled))
    return None


def _are_spans(page: Page, numeral: Numeral, place: int) -> bool:
    """Whether a fraction's word names spans of time here: "3 quarters", "the first three quarters"."""
    words = page.language.words
    named = last_word(page.lower, numeral.start - 1) in words.get("spans_after_words", ())
    return (numeral.how == "digits" or named) and page.lower.startswith(tuple(words.get("counted_by_digits", ("\n",))), place)


def denominator_at(page: Page, place: int) -> tuple[int, int] | None:
    """The denominator in words: "third", "twenty-fifths"."""
    lower, language = page.lower, page.language
    if found := language.fraction_words.at(lower, place):
        return found
    tens = language.number_words.at(lower, place) if "fraction_followers" in language.words else None
    if tens is None or tens[0] < 20 or tens[0] % 10 or lower[tens[1] : tens[1] + 1] not in ("-", " "):
        return None
    ones = (
        language.fraction_words.at(lower, tens[1] + 1)
        or language.ordinals.at(lower, tens[1] + 1)
        or language.ordinals.at(lower[: tens[1] + LONGEST_WORD].replace("s", " "), tens[1] + 1)
    )
    if ones is None or ones[0] > 9:
        return None
    end = ones[1] + (lower[ones[1] : ones[1] + 1] == "s")
    return (tens[0] + ones[0], end) if not lower[end : end + 1].isalpha() else None


def _over(number: Number, divisor: int) -> Number:
    return Number(number.mantissa, number.exponent, number.divisor * divisor)


def _and_part(numeral: Numeral, above: int, below: int) -> Number:
    """ "one million and a half" is a half of a million more."""
    number = numeral.number
    if numeral.scaled:
        return plus(number, Number(above, number.exponent, below))
    return plus(number, Number(above, 0, below))


def _article(page: Page, place: int) -> int | None:
    """Where the article that stands at `place` ends."""
    for article in page.language.words.get("articles", ()):
        if page.lower.startswith(f"{article} ", place) or page.lower.startswith(f"{article}-", place):
            return place + len(article)
    return None


def _with_its_unit(page: Page, place: int) -> tuple[int, int] | None:
    """A fraction written together with its unit: "eine Viertelstunde"."""
    rows: dict[str, int] = page.language.words["fraction_words"]
    if not page.language.words.get("compounds") or not page.lower[place : place + 1].isalpha():
        return None
    ends = (end for end in range(place + LONGEST_PART, place, -1) if page.lower[place:end] in rows and page.language.unit_names.at(page.lower, end))
    end = next(ends, None)
    unit = page.language.unit_names.at(page.lower, end) if end is not None else None
    if end is None or unit is None:
        return None
    long = page.language.units[unit[0]].size > LONGEST_PARTED  # "Vierteljahr" is one of the four more often
    return (rows[page.lower[place:end]], end) if not long or article_before(page, place) is not None else None


def _bare(page: Page, place: int) -> Numeral | None:
    """A fraction word by itself ("half the budget") or after an article ("a third of them")."""
    lower, language = page.lower, page.language
    if mixed := language.mixed_words.at(lower, place):
        above, _, below = mixed[0].partition("/")
        articled = article_before(page, place)
        return with_scale(page, Numeral(place if articled is None else articled, mixed[1], Number(int(above), 0, int(below)), "fraction"))
    found = language.fraction_words.at(lower, place) or _with_its_unit(page, place)
    if found is None or (lower[found[1] - 1] == "s" and "fraction_followers" in language.words):
        return None
    start = place
    articled = article_before(page, place)
    if articled is not None:
        start = articled
    scaled = with_scale(page, Numeral(start, found[1], Number(1, 0, found[0]), "fraction"))
    if "bare_fractions" in language.words and not _is_fraction(page, start, lower[place : found[1]], scaled, articled):
        return None
    if scaled.scaled or "fraction_followers" not in language.words:
        return scaled
    return scaled if _is_told_by_followers(page, scaled, found[0], articled is not None) else None


def _is_told_by_followers(page: Page, fraction: Numeral, below: int, articled: bool) -> bool:
    """Whether "half", "a third" and "a quarter-" are fractions here, and no half of a game, third man or quarter of a year."""
    lower, words, end = page.lower, page.language.words, fraction.end
    following = lower[end : end + LONGEST_WORD].lstrip(" ")
    sign = lower[end : end + 1]
    point = lower.startswith(tuple(words.get("points_of_fractions", ("\n",))), end + 1)
    unit = sign in (" ", "-") and sign != "" and bool(point or page.language.unit_names.at(lower, end + 1) or page.language.percent.at(lower, end + 1))
    opened = following.startswith(tuple(f"{word} " for word in words["fraction_followers"]))
    if below != 2:
        if _is_part_of_unit(page, end) or (articled and last_word(lower, fraction.start - 1) in words.get("change_joins", ()) and not unit):
            return True  # "fell by a fifth in April"
        joined = sign == "-" and following[1:2].isalpha()  # "a third-generation baker"
        return (articled and (opened or point or not (joined or following[:1].isalnum()))) or (
            sign == "-" and unit and page.language.ordinals.at(lower, end - len(last_word(lower, end))) is None
        )
    if last_word(lower, fraction.start - 1) in words.get("half_not_after", ()) and not following.startswith(
        tuple(f"{word} " for word in words.get("of_words", ()))
    ):
        return False
    if sign == "-":
        return unit
    return (
        unit or opened or articled or not following[:1].isalpha() or following.startswith(tuple(f"{word} " for word in words.get("half_followers_of_all", ())))
    )


def _is_part_of_unit(page: Page, end: int) -> bool:
    """Whether one of a unit is parted: "tenth of a gallon"."""
    for words in page.language.words.get("of_words", ()):
        place = end + len(words) + 2
        if page.lower.startswith(f" {words} ", end) and (unit := page.language.unit_names.at(page.lower, place)) and unit[0] and page.lower[unit[1] - 1] != "s":
            return True
    return False


def _is_fraction(page: Page, start: int, word: str, fraction: Numeral, articled: int | None) -> bool:
    """Whether a word is a fraction by itself, or with an article, and none of the other things it may name ("quart de finale")."""
    words, lower = page.language.words, page.lower
    definite = last_word(lower, start - 1) in words.get("fraction_articles", ()) and lower[start - 1 : start] == " "
    parted = _is_part_of_unit(page, fraction.end)  # "cuarto de hora"
    if articled is None and not definite and not parted and word not in words["bare_fractions"]:
        return False
    if _names_another_thing(page, fraction.end):
        return False
    return last_word(lower, start - 1) not in words.get("fraction_not_after", ()) and not _is_doubtful(page, word, fraction)


def _is_doubtful(page: Page, word: str, fraction: Numeral) -> bool:
    """Whether a word is more often an ordinal or an adjective, and nothing follows that it could be a part of ("un cuarto puesto")."""
    lower, after = page.lower, fraction.end + 1
    followers = page.language.words.get("doubtful_fractions", {}).get(word)
    if fraction.scaled or followers is None:
        return False
    if page.language.unit_names.at(lower, after) or page.language.percent.at(lower, after):
        return False
    return not any(lower.startswith(f" {follower} ", fraction.end) for follower in followers)


def _names_another_thing(page: Page, end: int) -> bool:
    """Whether the words after a fraction make something else of it: "quart de finale", "un tiers de confiance"."""
    rest = page.lower[end : end + LONGEST_WORD].lstrip(" ")
    return any(rest.startswith(stop) and not rest[len(stop) : len(stop) + 1].isalpha() for stop in page.language.words.get("fraction_not_before", ()))


def article_before(page: Page, place: int) -> int | None:
    """Where the article that stands before `place` begins."""
    for article in page.language.words.get("articles", ()):
        start = place - len(article) - 1
        if start < 0 or not page.lower.startswith(article, start) or page.lower[place - 1] not in " -" or page.lower[start - 1 : start].isalnum():
            continue
        return start if page.lower[start - 1 : place] != f"-{article}-" else None  # "a month-and-a-half"
    return None
