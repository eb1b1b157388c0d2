"""Which version of the command this is."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

DISTRIBUTION = "figures-factcheck"


def version_line() -> str:
    """What `factcheck --version` prints."""
    try:
        return f"factcheck {version(DISTRIBUTION)}\n"
    except PackageNotFoundError:
        return "factcheck, run from a folder and not installed\n"
