"""`python -m factcheck` is the command `factcheck`."""

from __future__ import annotations

from factcheck.cli import app

if __name__ == "__main__":
    app(prog_name="factcheck")
