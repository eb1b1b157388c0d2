"""A headless Chromium for tests, and the reason where there is none."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync")


def why_not() -> str:
    """Why there is no browser; "" where there is one."""
    if find_spec("playwright") is None:
        return "playwright is not installed (pip install playwright)"
    return "" if any(map(shutil.which, NAMES)) else f"there is no {' or '.join(NAMES)} on the path"


@contextmanager
def browser() -> Iterator[Browser]:
    """A browser of its own, closed at the end."""
    from playwright.sync_api import sync_playwright

    program = next(found for found in map(shutil.which, NAMES) if found)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(Path(program)), args=list(QUIET))
        try:
            yield opened
        finally:
            opened.close()
