"""The bar of progress: on a terminal, for more than one file, after a second."""

from __future__ import annotations

import sys
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

PATIENCE = 1.0


class Progress:
    """Told how many files are done; shows it on standard error and clears it away in the end."""

    def __init__(self, files: int) -> None:
        self.files = files
        self.began = monotonic()
        self.bar: Bar | None = None
        self.task: TaskID | None = None

    def tell(self, done: int) -> None:
        """So many files are done."""
        if self.bar is None and self.files > 1 and monotonic() - self.began > PATIENCE and sys.stderr.isatty():
            self._begin()
        if self.bar is not None and self.task is not None:
            self.bar.update(self.task, completed=done)

    def _begin(self) -> None:
        from rich.console import Console
        from rich.progress import Progress as Bar

        self.bar = Bar(console=Console(stderr=True), transient=True)
        self.task = self.bar.add_task("checking", total=self.files)
        self.bar.start()

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None) -> None:
        if self.bar is not None:
            self.bar.stop()
