"""Countries that a text names: which of the currencies with one sign ("$") an amount in a conversion can be in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

import msgspec

from claims.claim import Claim, Restatement
from claims.document import Document
from claims.figure import Figure
from claims.language import language


def of_named_countries(document: Document, claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims; in a conversion a shared sign ("$") may mean another currency only if the text names a country that has it."""
    named = _Named(document)
    for claim in claims:
        if isinstance(claim, Restatement) and claim.amount.unit.kind == "money" and (claim.amount.may_also_be or claim.again.may_also_be):
            claim = msgspec.structs.replace(claim, amount=named.of(claim.amount), again=named.of(claim.again))
        yield claim


class _Named:
    """Which currencies a text can mean: those of the countries that it names, each looked for once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._known = language(document.language)
        self._found: dict[str, bool] = {}

    def of(self, figure: Figure) -> Figure:
        """The figure in those of its currencies that the text can mean, the likeliest one in any case."""
        likely = figure.unit.code, *(unit.code for unit in figure.may_also_be)
        named = [code for code in likely if self._is_named(code)]
        if not named:  # a text that names no country is at home; where its language has none of them, it means the most traded
            at_home = self._known.words.get("home_currencies", ())
            named = [code for code in likely if code in at_home] or [figure.unit.code]
        return msgspec.structs.replace(figure, may_also_be=tuple(unit for unit in figure.may_also_be if unit.code in named))

    def _is_named(self, currency: str) -> bool:
        if currency not in self._found:
            names = self._known.words.get("currency_places", {}).get(currency, ())
            self._found[currency] = any(_begins_a_word(name, self._text, spaced=self._known.spaced) for name in names)
        return self._found[currency]

    @cached_property
    def _text(self) -> str:
        return self._document.text.casefold()


def _begins_a_word(name: str, text: str, *, spaced: bool) -> bool:
    """Whether a name stands in the text, not within another word: "oman" is no part of "woman"."""
    place = text.find(name)
    while place > 0 and spaced and text[place - 1].isalnum():
        place = text.find(name, place + 1)
    return place >= 0
