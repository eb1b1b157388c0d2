"""A report as bytes and back, for the cache and between processes: plain values, never code."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

import msgspec

from factcheck.report import Report


def stored(report: Report) -> bytes:
    """The report as MessagePack."""
    return _encoder().encode(report)


def restored(content: bytes) -> Report:
    """The report that `stored` made. Raises msgspec.MsgspecError for anything else."""
    return _decoder().decode(content)


@cache
def _encoder() -> msgspec.msgpack.Encoder:
    return msgspec.msgpack.Encoder(enc_hook=_written)


@cache
def _decoder() -> msgspec.msgpack.Decoder[Report]:
    return msgspec.msgpack.Decoder(Report, dec_hook=_read)


def _written(value: object) -> object:
    if isinstance(value, Fraction):
        return str(value)
    raise NotImplementedError(f"{type(value).__name__} is not stored")


def _read(kind: type, value: object) -> object:
    if kind is not Fraction or not isinstance(value, str):
        raise NotImplementedError(f"{kind.__name__} is not stored")
    above, _, below = value.partition("/")
    return Fraction(int(above), int(below or 1))
