"""A figure that was taken from a source must be the source's, within the rounding of both.

Source: Net sales were $12.4 million in 2023. The firm has 1,204 employees.
Wrong:  Net sales were $12.9 million in 2023.
Right:  Net sales were $12 million in 2023.

It is judged only with `--source FILE`, and only where the words around both say the same of what is measured and of
which time. Which of the two is the wrong one cannot be told from here.
"""

from pathlib import PurePath

from claims.claim import Sourced
from claims.rounding import Reading
from factcheck.expression import Fact, known
from factcheck.requirement import Requirement, equal
from factcheck.rule import rule


@rule(about=Sourced, needs_sources=True, breach="differs from its source")
def same_as_source(claim: Sourced) -> Requirement:
    passage = claim.passage
    printed, rounded, loose = (passage.figure.read(reading) for reading in Reading)
    file = PurePath(passage.source).name
    said = ": ".join(part for part in (f"{file}, {passage.place}", passage.words) if part)
    value = printed.low if printed.low == printed.high else None
    return equal(known(claim.figure), Fact(rounded, f"{passage.figure.printed} in {file}", said, passage.figure.unit, value, loose))
