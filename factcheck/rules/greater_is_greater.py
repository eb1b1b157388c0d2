"""What is said to be more must not be less.

Wrong:  Wind met more of the demand than gas, 31.2 percent against 34.8 percent.
Right:  Wind met more of the demand than gas, 34.8 percent against 31.2 percent.
"""

from claims.claim import Comparison
from factcheck.expression import known
from factcheck.requirement import Requirement, at_most
from factcheck.rule import rule


@rule(about=Comparison)
def greater_is_greater(claim: Comparison) -> Requirement:
    return at_most(known(claim.lesser), known(claim.greater))
