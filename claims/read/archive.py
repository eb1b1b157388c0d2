"""An office file is a zip archive: what must be true of one before any library opens it."""

from __future__ import annotations

import io
import zipfile
import zlib

from claims.read.unreadable import Unreadable

MOST_MEMBERS = 5000
MOST_BYTES = 200 * 1024 * 1024
"""All members unpacked: a hundred thousand rows of ten columns take sixty."""
HIGHEST_RATIO = 250
"""How many bytes one packed byte may become: sheets of the same number over and over reach a hundred, a bomb a thousand."""
SMALL_MEMBER = 1024 * 1024
"""Below this no ratio does harm."""
CHUNK = 1024 * 1024
DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))
"""Office files declare nothing; every attack by entities begins with one of these."""
PROTECTED = "EncryptedPackage".encode("utf-16-le")
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
IS_ENCRYPTED = 1


def opened(content: bytes, source: str, kind: str, holds: str) -> zipfile.ZipFile:
    """The archive, found harmless and to hold the member `holds`. Raises Unreadable."""
    if content.startswith(OLD_OFFICE):
        if PROTECTED in content:
            raise Unreadable(source, "is protected by a password; save it without one")
        raise Unreadable(source, f"is an old office document; save it as {kind}")
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        _check_sizes(archive, source)
        if holds not in archive.namelist():
            raise Unreadable(source, f"is a zip archive or an office document, and no {kind}; save it as one")
        for member in archive.infolist():
            if member.filename.endswith((".xml", ".rels", ".vml")):
                _check_markup(archive, member, source)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as problem:
        name = "a broken zip archive or office document" if content.startswith(b"PK") else f"no {kind}"
        raise Unreadable(source, f"is {name} ({_one_line(problem)}); save it again") from None
    return archive


def _check_sizes(archive: zipfile.ZipFile, source: str) -> None:
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise Unreadable(source, f"holds more than {MOST_MEMBERS} files; give the document alone")
    if any(member.flag_bits & IS_ENCRYPTED for member in members):
        raise Unreadable(source, "is protected by a password; save it without one")
    if sum(member.file_size for member in members) > MOST_BYTES:
        raise Unreadable(source, f"unpacks to more than {MOST_BYTES // 1024**2} MB; split it")
    for member in members:
        if member.file_size > SMALL_MEMBER and member.file_size > HIGHEST_RATIO * max(1, member.compress_size):
            raise Unreadable(source, "unpacks to more than its size allows, as files made to do harm do; save it again from its program")


def _check_markup(archive: zipfile.ZipFile, member: zipfile.ZipInfo, source: str) -> None:
    """No declarations, and no more bytes than the archive says: read in pieces, so that a lie costs nothing."""
    longest = max(map(len, DECLARATIONS))
    tail = b""
    with archive.open(member) as stream:
        while chunk := stream.read(CHUNK):
            piece = tail + chunk
            if any(mark in piece for mark in DECLARATIONS):
                raise Unreadable(source, "declares entities, as files made to do harm do; save it again from its program")
            tail = piece[-longest:]


def _one_line(problem: Exception) -> str:
    return " ".join(str(problem).split())[:100] or type(problem).__name__
