"""The shape of the code, where import-linter (pyproject.toml) has no words for it: sizes, names, docstrings, a light start."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = sorted(path for package in ("claims", "factcheck") for path in (ROOT / package).rglob("*.py") if path.read_text("utf-8").strip())

LONGEST_FILE = 250
LONGEST_FUNCTION = 40

NOUNS = {
    "claims": ("interval", "rounding", "unit", "figure", "day", "claim", "tie", "document"),
    "factcheck": ("expression", "requirement", "verdict", "report"),
}
SAYS_NOTHING = {"util", "utils", "helper", "helpers", "manager", "handler", "base", "processor", "context", "data", "info", "item", "common", "misc"}

HEAVY = {"babel", "pint", "jinja2", "currency_converter", "forex_python", "requests", "hypothesis"} | {
    *("markdown_it", "selectolax", "trafilatura", "lxml", "docx", "openpyxl", "python_calamine", "pypdfium2", "pdfplumber")
}
AT_EXIT_TELL_THE_MODULES = "import atexit, json, sys; atexit.register(lambda: print(json.dumps(sorted(sys.modules)), file=sys.stderr))"
LIGHT_COMMANDS = {
    "help": ["--help"],
    "a plain text": ["check", "plain.txt"],
}


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_text("utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def imported_modules(path: Path) -> set[str]:
    """Full names; `from claims import unit` counts as claims.unit, as it does for import-linter."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: a relative import hides where it leads"
            found |= {f"{node.module}.{alias.name}" for alias in node.names} if node.module in NOUNS else {node.module or ""}
    return found


@pytest.mark.parametrize("path", FILES, ids=module_name)
def test_a_file_is_one_thing_and_says_which(path: Path) -> None:
    source = path.read_text("utf-8")
    assert source.count("\n") <= LONGEST_FILE
    first_line = (ast.get_docstring(ast.parse(source)) or "").partition("\n")[0]
    assert first_line, "the first line of the docstring tells a reporter what is in the file"
    assert first_line[0].isupper() or first_line[0] == "`", first_line
    assert first_line.endswith((".", "?")), f"not one whole sentence: {first_line}"


@pytest.mark.parametrize("path", FILES, ids=module_name)
def test_a_function_is_one_thing(path: Path) -> None:
    for function in functions(path):
        length = (function.end_lineno or function.lineno) - function.lineno + 1
        assert length <= LONGEST_FUNCTION, f"{function.name} has {length} lines"


def test_files_are_named_after_what_is_in_them() -> None:
    assert not [module_name(path) for path in FILES if SAYS_NOTHING & set(path.stem.split("_"))]


@pytest.mark.parametrize("noun", [f"{package}.{name}" for package, names in NOUNS.items() for name in names])
def test_nouns_know_only_nouns_and_the_standard_library(noun: str) -> None:
    known = {f"{package}.{name}" for package, names in NOUNS.items() for name in names}
    imported = imported_modules(ROOT / (noun.replace(".", "/") + ".py"))
    strange = {name for name in imported if name not in known and name.partition(".")[0] not in {*sys.stdlib_module_names, "msgspec"}}
    assert not strange


def modules_loaded_by(arguments: list[str], folder: Path) -> set[str]:
    """The modules that one run of the command has loaded by its end."""
    program = f"{AT_EXIT_TELL_THE_MODULES}\nfrom factcheck.cli import app\napp()"
    ran = subprocess.run([sys.executable, "-c", program, *arguments], cwd=folder, capture_output=True, text=True, timeout=60)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return set(json.loads(ran.stderr.splitlines()[-1]))


@pytest.mark.skipif(not (ROOT / "factcheck/cli/__init__.py").exists(), reason="there is no command yet")
@pytest.mark.parametrize("arguments", LIGHT_COMMANDS.values(), ids=LIGHT_COMMANDS)
def test_the_start_is_light(arguments: list[str], tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text("Spending rose 5% from $100 million to $105 million.\n", "utf-8")
    loaded = modules_loaded_by(arguments, tmp_path)
    assert "factcheck.cli" in loaded, "the measurement itself must have seen something"
    assert not HEAVY & loaded
