"""What the lines of a table may say of each other, down and across: each a function from the lines to the claims."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claims.claim import Claim
from claims.tabulate.averages import averages
from claims.tabulate.changes import changes
from claims.tabulate.lines import Lines
from claims.tabulate.ratios import ratios
from claims.tabulate.shares import shares
from claims.tabulate.totals import totals
from claims.tabulate.words import Words

LAWS: tuple[Callable[[Lines, Words], Iterator[Claim]], ...] = (totals, changes, shares, ratios, averages)
