"""An average is the sum of the values divided by how many they are.

Wrong:  The bids were £4.1m, £4.6m and £5.4m, an average of £5.7m.
Right:  The bids were £4.1m, £4.6m and £5.4m, an average of £4.7m.
"""

from functools import reduce
from operator import add

from claims.claim import Average
from factcheck.expression import Constant, known
from factcheck.requirement import Requirement, equal
from factcheck.rule import rule


@rule(about=Average)
def mean_of_values(claim: Average) -> Requirement | None:
    if len(claim.values) < 2:
        return None
    return equal(reduce(add, map(known, claim.values)) / Constant(len(claim.values)), known(claim.mean))
