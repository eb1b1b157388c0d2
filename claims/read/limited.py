"""Another process, held to a time and an amount of memory: for formats whose readers hostile files can take over."""

from __future__ import annotations

import os
import sys

from claims.read.unreadable import Unreadable

LONGEST_SECONDS = 180
"""Ten times what three hundred pages full of tables take."""
MOST_MEMORY = 1536 * 1024 * 1024
START = """
import sys
try:
    import resource
except ImportError:  # Windows has no such limits; the time is held to from outside
    pass
else:
    for what, most in ((resource.RLIMIT_AS, {memory}), (resource.RLIMIT_CPU, {seconds}), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):
            pass  # a lower limit holds already
from {module} import answer
sys.stdout.buffer.write(answer(sys.stdin.buffer.read()))
"""


def answer_of(module: str, content: bytes, source: str, kind: str) -> bytes:
    """What `answer(content)` of the module gives, in a process of its own. Raises Unreadable."""
    program = START.format(module=module, memory=MOST_MEMORY, seconds=LONGEST_SECONDS)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONDONTWRITEBYTECODE": "1"}
    import subprocess

    try:
        ran = subprocess.run([sys.executable, "-c", program], input=content, capture_output=True, timeout=LONGEST_SECONDS, env=environment, check=False)
    except subprocess.TimeoutExpired:
        raise Unreadable(source, f"takes more than {LONGEST_SECONDS} seconds to read as {kind}; split it") from None
    except OSError as problem:
        raise Unreadable(source, f"cannot be read: no process for {kind} can be started ({problem.strerror})") from None
    if ran.returncode == 0:
        return ran.stdout
    last = ran.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
    if ran.returncode < 0 or (last and last[0].startswith("MemoryError")):
        raise Unreadable(source, f"cannot be read as {kind} within {LONGEST_SECONDS} seconds and {MOST_MEMORY // 1024**2} MB; save it again or split it")
    raise Unreadable(source, f"cannot be read as {kind} ({last[0][:100] if last else 'no reason given'}); save it again")
