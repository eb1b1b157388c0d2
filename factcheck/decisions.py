"""The decisions in factcheck-decisions.json: sorted, a line each, so that version control can merge them; never torn, never lost.

Who writes holds a lock on the folder, reads what is there now, and puts a whole new file in the place of the old one.
The list ends in null: no line's comma depends on whether it is the last.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import msgspec

from factcheck.decision import Decision, Key

FILE_NAME = "factcheck-decisions.json"
LARGEST_FILE = 64 * 1024 * 1024
STANDARD_INPUT = "-"
NOT_SHOWN_AS_IT_IS = re.compile(r"[^\x20-\x7e]|#(?=#)")
MERGE_IS_OPEN = ("<<<<<<<", ">>>>>>>")


class Unusable(Exception):
    """A file of decisions that cannot be read, with one line that says what to do."""


class DecisionFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the file holds; null ends the list."""

    version: Literal[1]
    decisions: tuple[Decision | None, ...]


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions in a file, sorted; none where there is no file. Of two on one finding, as after a merge, the later. Raises Unusable."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        return ()
    except OSError as problem:
        raise Unusable(f"{path}: cannot be read: {problem.strerror}") from None
    if len(content) > LARGEST_FILE:
        raise Unusable(f"{path}: is larger than {LARGEST_FILE:,} bytes")
    return decisions_in(content, str(path))


def decisions_in(content: bytes, source: str) -> tuple[Decision, ...]:
    """The decisions in the bytes of such a file, or of what the report's page exports. Raises Unusable."""
    try:
        said = msgspec.json.decode(content, type=DecisionFile)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as problem:
        is_open = any(line.startswith(MERGE_IS_OPEN) for line in content.decode("utf-8", "replace").splitlines())
        what = "holds the marks of an unfinished merge: keep the lines of both sides" if is_open else f"is no file of decisions: {problem}"
        raise Unusable(f"{source}: {what}") from None
    return _sorted(decision for decision in said.decisions if decision)


def record(path: Path, decisions: Sequence[Decision]) -> None:
    """Adds decisions, each in the place of any earlier one on the same finding; they are on the disk when this returns. Raises Unusable, OSError."""
    keys = {decision.key for decision in decisions}
    change(path, lambda there: (*(decision for decision in there if decision.key not in keys), *decisions))


def merge(path: Path, decisions: Sequence[Decision]) -> None:
    """Adds decisions that were made elsewhere; of two on one finding the later stays. Raises Unusable, OSError."""
    change(path, lambda there: (*there, *decisions))


def withdraw(path: Path, key: Key) -> None:
    """Takes the decision on a finding back. Raises Unusable, OSError."""
    change(path, lambda there: tuple(decision for decision in there if decision.key != key))


def change(path: Path, changed: Callable[[tuple[Decision, ...]], Iterable[Decision]]) -> None:
    """Rewrites the file by what is in it now, with nobody else writing. `changed` may raise to leave it as it is."""
    path = Path(os.path.realpath(path))
    with _locked(path.parent):
        _replace(path, written(changed(read_decisions(path))))


def written(decisions: Iterable[Decision]) -> bytes:
    """The file's bytes, in which neither a terminal nor a build's log finds a command."""
    lines = [f"{_as_json(decision)},\n" for decision in _sorted(decisions)]
    return ('{"version": 1, "decisions": [\n' + "".join(lines) + "null\n]}\n").encode()


def article_name(source: str, decisions: Path) -> str:
    """An article's name in a file of decisions: as seen from its folder, wherever the command was run."""
    if source == STANDARD_INPUT:
        return source
    folder, article = (os.path.realpath(name) for name in (decisions.parent, source))
    if os.path.commonpath((folder, article)) == folder:
        article = os.path.relpath(article, folder)
    return Path(article).as_posix().encode("utf-8", "backslashreplace").decode()


def now() -> str:
    """The time as decisions tell it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def schema() -> str:
    """The JSON Schema of the file."""
    found = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": FILE_NAME, **msgspec.json.schema(DecisionFile)}
    return msgspec.json.format(msgspec.json.encode(found), indent=2).decode() + "\n"


def _sorted(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """By article and finding; of two on one finding the later, and of two at once the last given."""
    latest = {decision.key: decision for decision in sorted(decisions, key=lambda decision: decision.at)}
    return tuple(latest[key] for key in sorted(latest))


def _as_json(decision: Decision) -> str:
    encodable = {name: _encodable(value) for name, value in msgspec.structs.asdict(decision).items()}
    return NOT_SHOWN_AS_IT_IS.sub(_code, msgspec.json.encode(encodable).decode())


def _encodable(value: object) -> object:
    """Half characters shown by their codes: JSON cannot hold them."""
    if isinstance(value, tuple):
        return tuple(map(_encodable, value))
    return value.encode("utf-8", "backslashreplace").decode() if isinstance(value, str) else value


def _code(sign: re.Match[str]) -> str:
    if sign[0] != "#" and sign[0].isprintable():
        return sign[0]
    units = sign[0].encode("utf-16-be")
    return "".join(f"\\u{units[place]:02x}{units[place + 1]:02x}" for place in range(0, len(units), 2))


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Nobody else writes decisions in this folder. The lock is the system's, which frees it for a process that is killed."""
    import fcntl  # only who writes needs a system that has it

    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
        os.fsync(handle)  # the new name of the file is on the disk too
    finally:
        os.close(handle)


def _replace(path: Path, content: bytes) -> None:
    """The whole new file, or the whole old one. A half-written one that a killed process left is overwritten by the next."""
    new = path.with_name(f".{path.name}.new")
    new.unlink(missing_ok=True)
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(new, path)
