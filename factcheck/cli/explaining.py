"""The answer to `factcheck explain`: a law, or what was found on a line of a file."""

from __future__ import annotations

import os
import re

from factcheck.cli.plan import Request, known_language, plan_of, rule_names
from factcheck.cli.speaking import Stop, nearest, page, say

PLACES = (re.compile(r"(?P<file>.+):(?P<line>[0-9]{1,9})", re.DOTALL), re.compile(r"(?P<file>.+):(?P<line>[0-9]{1,9}):[0-9]{1,9}:?", re.DOTALL))
"""FILE:LINE, or FILE:LINE:COLUMN as reports print it."""


def explanation(asked: str, request: Request) -> str:
    """What there is to say of a rule's name or of FILE:LINE. Raises Stop."""
    name = asked.replace("_", "-")
    if name in rule_names():
        return f"{name}\n\n{page().explanations[name].strip()}\n"
    places = [(place["file"], int(place["line"])) for place in (pattern.fullmatch(asked) for pattern in PLACES) if place]
    if not places:
        raise Stop(f"no rule {asked}; {nearest(name, rule_names()) or 'factcheck rules lists them'}")
    file, line = next((place for place in places if os.path.exists(place[0])), places[0])
    return _at_line(file, line, request)


def _at_line(file: str, line: int, request: Request) -> str:
    from claims.read import Unreadable
    from factcheck import check
    from factcheck.cli.beside import beside
    from factcheck.cli.desk import answered, decisions_here
    from factcheck.reports.terminal.explained import explained

    plan = plan_of(request._replace(paths=(file,)))
    against = beside(plan)
    for unread in against.unread:
        say(unread.reason)
    language = known_language(plan.language_of(file))
    try:
        report = check(file, language=language, published=plan.published, rates=plan.rate_of_day, data=against.data, sources=against.sources)
    except Unreadable as problem:
        raise Stop(str(problem)) from None
    return explained(answered(plan, report, decisions_here()), line, page()) or f"line {line}: no figure was read there\n"
