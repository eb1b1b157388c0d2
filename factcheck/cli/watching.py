"""Watching: check again whenever a file is changed, added or taken away, until Ctrl-C."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from time import sleep

from factcheck.cli.desk import gather, run
from factcheck.cli.plan import Request, plan_of
from factcheck.cli.speaking import UNUSABLE, Stop, say
from factcheck.settings import forget_settings

SECONDS_BETWEEN_LOOKS = 0.5
CLEAR = "\x1b[2J\x1b[H"

State = dict[str, tuple[int, int]]


def watch(request: Request, pause: Callable[[float], None] = sleep) -> int:
    """Check, and again after every change; the exit code of the last check."""
    code = UNUSABLE
    seen: State | None = None
    try:
        while True:
            now = _state(request)
            if now != seen:
                seen = now
                code = _checked(request)
                say("watching; Ctrl-C ends it")
            pause(SECONDS_BETWEEN_LOOKS)
    except KeyboardInterrupt:
        return code


def _checked(request: Request) -> int:
    if sys.stdout.isatty():
        sys.stdout.write(CLEAR)
    try:
        return run(plan_of(request))
    except Stop as problem:  # it may be right after the next change
        say(str(problem))
        return UNUSABLE


def _state(request: Request) -> State:
    """Every file with its size and time, the settings among them."""
    forget_settings()
    try:
        plan = plan_of(request)
        files = {*gather(plan).files, *plan.data, *plan.sources, *([str(plan.found.file)] if plan.found.file else [])}
    except Stop:
        files = {request.settings or "factcheck.toml", "pyproject.toml"}
    state: State = {}
    for file in sorted(files):
        try:
            status = os.stat(file)
            state[file] = status.st_size, status.st_mtime_ns
        except OSError:
            state[file] = -1, 0
    return state
