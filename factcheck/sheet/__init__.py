"""The spreadsheet behind an article: its figures, its claims as live formulas over them, and where they come from.

figures   what is given: figures, days, facts from outside
claims    what is reckoned: the sums, their bands and the verdicts
formula   arithmetic in a spreadsheet's words
book      the file

Whoever changes a figure sees which claims still hold.
"""

from __future__ import annotations

from claims.tie import Tie
from factcheck import all_rules
from factcheck.outside import Outside
from factcheck.report import Report
from factcheck.requirement import Requirement
from factcheck.sheet.book import Column, Formula, Page, Value, workbook
from factcheck.sheet.claims import Reckoned, Reckoning
from factcheck.sheet.figures import Given, number
from factcheck.tied import ties_of
from factcheck.verdict import Outcome, Verdict

SOURCE_COLUMNS = (
    *(Column("No.", 6), Column("Line", 7), Column("Figure", 22), Column("Outcome", 20, is_coloured=True), Column("There", 22), Column("Value there", 18)),
    *(Column("Unit", 14), Column("Where", 36), Column("Said of", 60), Column("Because", 30)),
)
ABOUT_COLUMNS = (Column("The figures behind", 28), Column("", 90))
HOW_TO_READ = (
    ("Figures", "Every figure as printed, its value, and how far it may honestly be off. Change a value, and all that rests on it is worked out anew."),
    ("Claims", "What the text says of its figures: both sides as printed, what each can be, and the verdict, all live."),
    ("Steps", "How the bands of the claims come about, one operation a row."),
    ("Facts", "What is known from outside the text, and from where."),
    ("Sources", "Where the files that the text was written from have each figure."),
)


def spreadsheet(report: Report, outside: Outside) -> bytes:
    """The workbook of one article; `outside` is what it was checked against."""
    laws = {law.name: law for law in all_rules()}

    def reckoned(verdict: Verdict) -> Reckoned:
        required = laws[verdict.rule].require(verdict.claim, outside) if verdict.outcome is not Outcome.UNDECIDED or not verdict.reason else None
        return Reckoned(verdict, required if isinstance(required, Requirement) else None)

    given = Given(report.document, sorted((*report.figures, *report.days), key=lambda thing: thing.span))
    reckoning = Reckoning(report, given)
    for verdict in report.verdicts:
        reckoning.add(reckoned(verdict))
    pages = [*given.pages(), *reckoning.pages()]
    if report.ties:
        pages.append(Page("Sources", SOURCE_COLUMNS, _source_rows(report)))
    return workbook([_about(report, len(reckoning.rows), [page.name for page in pages]), *pages], report.document.source)


def _about(report: Report, claims: int, names: list[str]) -> Page:
    document = report.document
    published = f"{document.published.date} ({document.published.known_from})" if document.published else "not known"
    rows: list[list[Value]] = [
        ["Article", document.source],
        ["Language", document.language],
        ["Published", published],
        ["Figures and days", len(report.figures) + len(report.days)],
        ["Claims judged", claims],
    ]
    if claims:
        rows.append(["Contradicted", Formula(f'=COUNTIF(Claims!M2:M{claims + 1},"contradicted")')])
        rows.append(["Verdicts as in the report", Formula(f'=COUNTIF(Claims!O2:O{claims + 1},"yes")')])
    return Page("About", ABOUT_COLUMNS, [*rows, *([name, what] for name, what in HOW_TO_READ if name in names)])


def _source_rows(report: Report) -> list[list[Value]]:
    return [
        [place, tied.place.line, tied.printed, tied.outcome, tied.there, *_value_there(tied.tie), tied.where, tied.words, tied.tie.because]
        for place, tied in enumerate(ties_of(report), 1)
    ]


def _value_there(tie: Tie) -> tuple[Value, Value]:
    if tie.passage is None:
        return None, None
    figure = tie.passage.figure
    return number(figure.low), figure.unit.code or figure.unit.kind
