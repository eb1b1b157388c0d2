"""A yearly rise over an equal span before says what that span came to in all.

Follows:  It pays $9 billion over five years, $130 million more per year than in the previous five years.
"""

from claims.claim import Change, Rate
from factcheck.expression import Unknown, known
from factcheck.requirement import Requirement, equal
from factcheck.rule import rule


@rule(about=Change)
def earlier_total(claim: Change) -> Requirement | None:
    if claim.by is None or claim.before is not None or not isinstance(claim.after, Rate) or claim.rising is None:
        return None
    total, count = claim.after.total, claim.after.count
    if total is None or count is None:
        return None
    by = known(claim.by) * known(count)
    earlier = known(total) - by if claim.rising else known(total) + by
    return equal(Unknown(f"over the {count.printed} before", total.unit), earlier)
