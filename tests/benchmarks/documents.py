"""How long real documents take: a budget PDF of 300 pages, a sheet of 100,000 rows, a web page of 5 MB, all made here.

    python -m tests.benchmarks.documents [--small]

Each is read and checked in a process of its own. "ratio" is the cost per page, row or byte against a document of half the size: 1 is linear.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

PROSE = "In year {n} the city spent ${a} million on roads, up 5% from ${b} million a year before, the treasurer of the council wrote in the plan. "
WITHOUT_FIGURES = "Members of the council spoke of what the plan would bring to the parts of the town that had waited longest for it. " * 6
"""News has some six figures in a thousand letters."""
LINES_ON_A_PAGE = 44
MEASURE = """
import json, resource, sys, time
from claims.read import read
from factcheck import check_document
start = time.perf_counter(); document = read(sys.argv[1]); done = time.perf_counter(); report = check_document(document); end = time.perf_counter()
most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(json.dumps([done - start, end - done, max(most) / 1024, len(report.figures), len(document.tables), len(report.verdicts)]))
"""


def prose(number: int) -> str:
    """A paragraph with five figures."""
    before = 100 + number % 900
    return PROSE.format(n=1950 + number % 70, a=f"{before * 1.05:.2f}", b=before)


def budget_pdf(path: Path, pages: int) -> None:
    """Prose above a table without rulings, on every page; written by hand, so that no library is needed."""
    objects: dict[int, bytes] = {1: b"<</Type/Catalog/Pages 2 0 R>>", 3: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"}
    kids = []
    for number in range(pages):
        words, lines = (prose(number) * 3).split(), [""]
        for word in words:
            lines[-1:] = [f"{lines[-1]} {word}".strip()] if len(lines[-1]) < 80 else [lines[-1], word]
        shown = [f"BT /F 10 Tf 72 {740 - 12 * row} Td ({line}) Tj ET" for row, line in enumerate(lines)]
        for row in range(LINES_ON_A_PAGE - len(lines) - 2):
            height = 740 - 12 * (len(lines) + 2 + row)
            cells = [f"Department {row}", *(f"{(number * 7 + row * 13 + column) % 997}.{row % 10}" for column in range(4))]
            shown += [f"BT /F 10 Tf {72 if not column else 200 + 70 * column} {height} Td ({cell}) Tj ET" for column, cell in enumerate(cells)]
        stream = "\n".join(shown).encode()
        page, content = 4 + 2 * number, 5 + 2 * number
        kids.append(f"{page} 0 R")
        objects[page] = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F 3 0 R>>>>/Contents {content} 0 R>>".encode()
        objects[content] = b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream)
    objects[2] = f"<</Type/Pages/Count {pages}/Kids[{' '.join(kids)}]>>".encode()
    out, places = bytearray(b"%PDF-1.4\n"), []
    for name, written in sorted(objects.items()):
        places.append(len(out))
        out += b"%d 0 obj\n" % name + written + b"\nendobj\n"
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{place:010} 00000 n \n" for place in places)
    path.write_bytes(bytes(out) + table.encode() + f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF".encode())


def sheet(path: Path, rows: int) -> None:
    """Ten columns of numbers under a head."""
    from openpyxl import Workbook

    workbook = Workbook(write_only=True)
    written = workbook.create_sheet("Spending")
    written.append(["Department", *range(2016, 2025)])
    for row in range(rows):
        written.append([f"Department {row}", *((row * 31 + column * 17) % 9973 / 10 for column in range(9))])
    workbook.save(path)


def page(path: Path, kilobytes: int) -> None:
    """Paragraphs, and a small table after every twentieth."""
    rows = "".join(f"<tr><td>Department {row}</td><td>{row * 7}.5</td><td>{row * 8}.5</td></tr>" for row in range(8))
    parts, length = ["<!DOCTYPE html><html lang=en><body>"], 0
    while length < kilobytes * 1000:
        number = len(parts)
        parts.append(f"<p>{prose(number).replace('5%', '<b>5</b>%')}{WITHOUT_FIGURES}</p>\n" + (f"<table>{rows}</table>\n" if number % 20 == 0 else ""))
        length += len(parts[-1])
    path.write_text("".join(parts) + "</body></html>", "utf-8")


DOCUMENTS: tuple[tuple[str, str, Callable[[Path, int], None], int], ...] = (
    ("pages of a PDF", "a.pdf", budget_pdf, 300),
    ("rows of a sheet", "a.xlsx", sheet, 100_000),
    ("kB of a web page", "a.html", page, 5000),
)


def measured(path: Path) -> tuple[float, float, float, int, int, int]:
    """Seconds to read, seconds to check, MB, figures, tables, verdicts."""
    ran = subprocess.run([sys.executable, "-c", MEASURE, str(path)], capture_output=True, text=True, check=False)
    if ran.returncode:
        raise SystemExit(ran.stderr)
    return tuple(json.loads(ran.stdout))


def main() -> None:
    """Print a line for each document and for one of half its size."""
    scale = 10 if "--small" in sys.argv else 1
    print(f"{'document':>28} {'read s':>8} {'check s':>8} {'MB':>7} {'figures':>8} {'tables':>7} {'verdicts':>8} {'figures/s':>10} {'ratio':>6}")
    with tempfile.TemporaryDirectory() as folder:
        for name, file, make, size in DOCUMENTS:
            per_unit = 0.0
            for amount in (size // scale // 2, size // scale):
                path = Path(folder) / file
                make(path, amount)
                reading, checking, memory, figures, tables, verdicts = measured(path)
                cost = (reading + checking) / amount
                ratio = f"{cost / per_unit:6.2f}" if per_unit else ""
                speed = figures / (reading + checking)
                print(f"{amount:>10,} {name:<17} {reading:8.2f} {checking:8.2f} {memory:7.0f} {figures:8,} {tables:7,} {verdicts:8,} {speed:10,.0f} {ratio:>6}")
                per_unit = cost


if __name__ == "__main__":
    main()
