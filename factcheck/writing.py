"""A file written whole or not at all: whoever reads it, or stops us, finds the old one or the new one."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

PLAIN_MODE = 0o666


def write_whole(path: str | Path, text: str | bytes) -> None:
    """Put `text` in the place of the file at once; a pipe or device is written to as it is. Raises OSError."""
    target = Path(os.path.realpath(path))
    content = text.encode("utf-8", "backslashreplace") if isinstance(text, str) else text
    if target.exists() and not target.is_file():
        with target.open("wb") as stream:
            stream.write(content)
        return
    import tempfile

    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".new", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, _mode(target))
        os.replace(name, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def _mode(target: Path) -> int:
    """The mode of the file that is replaced, or what a new file gets."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return PLAIN_MODE & ~mask
