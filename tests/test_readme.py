"""README.md shows what the program prints today: its output block is compared with a real run."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
COMMAND = "factcheck check tests/articles/host_nation_support.md"
LEFT_OUT = "…"  # a line of its own in the block stands for any number of lines


def block_after(marker: str) -> str:
    """The fenced block that follows an HTML comment."""
    found = re.search(r"^```\w*\n(.*?)^```$", README.partition(f"<!-- {marker} -->\n")[2], re.MULTILINE | re.DOTALL)
    assert found, f"README.md has no block after <!-- {marker} -->"
    return found[1]


def lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip("\n").splitlines()]


def test_the_output_is_what_the_first_command_prints() -> None:
    environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": "120"}
    ran = subprocess.run(
        [sys.executable, "-m", *COMMAND.split()], cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=60
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    rest = "\n".join(lines(ran.stdout))
    pieces = "\n".join(lines(block_after("output of the first command"))).split(f"\n{LEFT_OUT}\n")
    for piece in pieces:
        assert piece in rest, f"README.md shows what is not printed, or not there:\n{piece}\n\nprinted:\n{ran.stdout}"
        rest = rest.partition(piece)[2]
    assert not rest.strip(), f"README.md leaves out the end:\n{rest}"


def test_the_first_command_is_the_one_whose_output_is_shown() -> None:
    assert COMMAND in block_after("ci: try")


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:claims|factcheck|tests|\.ci)/[\w./-]+)`", README))))
def test_the_files_it_names_exist(path: str) -> None:
    if re.search(r"/(x|xx)\.\w+$", path):  # a file to be added
        path = path.rpartition("/")[0]
    assert (ROOT / path).exists()
