"""`python -m factcheck` is the command `factcheck`."""

from __future__ import annotations

import sys


def main() -> None:
    """The command. Asked for nothing but its version, it does not wait for what the rest of it needs."""
    if sys.argv[1:] == ["--version"]:
        from factcheck.version import version_line

        print(version_line(), end="")
    else:
        from factcheck.cli import app

        app(prog_name="factcheck")


if __name__ == "__main__":
    main()
