"""So much each, so many times, makes the total: prices, wages, yearly sums, speeds.

Wrong:  The agency ordered 48 buses at $1.1 million each, for $5.28 million in all.
Right:  The agency ordered 48 buses at $1.1 million each, for $52.8 million in all.
"""

from claims.claim import Rate
from claims.unit import Unit
from factcheck.expression import Unknown, known
from factcheck.requirement import Requirement, equal
from factcheck.rule import rule


@rule(about=Rate)
def each_times_count(claim: Rate) -> Requirement | None:
    if claim.total is None or claim.count is None:
        return None
    if claim.each is not None:
        return equal(known(claim.each) * known(claim.count), known(claim.total))
    total, count = claim.total.unit, claim.count.unit
    if count.kind != "time" or total.per:
        return None
    each = Unit(total.kind, total.code, count.code, total.size / count.size, f"{total.dimension} / {count.dimension}")
    return equal(Unknown(f"a {count.code}", each) * known(claim.count), known(claim.total))
