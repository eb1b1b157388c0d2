"""What an office file says of itself: the day it was made."""

from __future__ import annotations

import re
import zipfile

from claims.document import Published
from claims.read.declared import day_declared

PROPERTIES = "docProps/core.xml"
CREATED = re.compile(r"<dcterms:created[^<>]*>([^<>]{4,40})<")
OF_EMPTY_TEMPLATES = ("2013-12-23T23:15:00Z", "2006-09-16T00:00:00Z", "1601-01-01T00:00:00Z")
"""When the empty document was made that a library fills: it says nothing of the article."""


def day_made(archive: zipfile.ZipFile) -> Published | None:
    """The day the file was made: the best it has, and less than a dateline in the text."""
    if PROPERTIES not in archive.namelist():
        return None
    found = CREATED.search(archive.read(PROPERTIES).decode("utf-8", "replace"))
    day = day_declared(found[1]) if found and found[1] not in OF_EMPTY_TEMPLATES else None
    return Published(day, "the day the file was made", sure=False) if day else None
