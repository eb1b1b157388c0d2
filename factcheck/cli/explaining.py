"""The answer to `factcheck explain`: a law, or what was found on a line of a file."""

from __future__ import annotations

import os
import re

from factcheck.cli.plan import Request, known_language, plan_of, rule_names
from factcheck.cli.speaking import Stop, nearest, page

LINE_OF_FILE = re.compile(r"(?P<file>.+):(?P<line>[0-9]{1,9})(?::[0-9]{0,9})?", re.DOTALL)


def explanation(asked: str, request: Request) -> str:
    """What there is to say of a rule's name or of FILE:LINE. Raises Stop."""
    name = asked.replace("_", "-")
    if name in rule_names():
        return f"{name}\n\n{page().explanations[name].strip()}\n"
    place = LINE_OF_FILE.fullmatch(asked)
    if place is None:
        hint = nearest(name, rule_names()) or "factcheck rules lists them"
        raise Stop(f"no rule {asked}; {hint}")
    file = place["file"]
    if not os.path.exists(file):  # FILE:LINE:COLUMN, as reports print it
        file = LINE_OF_FILE.sub(r"\g<file>", file)
    return _at_line(file, int(place["line"]), request)


def _at_line(file: str, line: int, request: Request) -> str:
    from claims.read import Unreadable
    from factcheck import check
    from factcheck.cli.desk import answered
    from factcheck.reports.terminal.explained import explained

    plan = plan_of(request._replace(paths=(file,)))
    try:
        report = check(file, language=known_language(plan.language_of(file)), published=plan.published, rates=plan.rate_of_day)
    except Unreadable as problem:
        raise Stop(str(problem)) from None
    return explained(answered(plan, report), line, page()) or f"line {line}: no figure was read there\n"
