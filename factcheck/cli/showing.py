"""The answer to `--show-settings`: every setting as it holds here, in the form of a file of settings, with where it comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator

import msgspec

from factcheck.cli.plan import Plan
from factcheck.settings import Settings

NOWHERE = "default"


def shown(plan: Plan) -> str:
    """A file of settings that would do the same."""
    return "".join(f"{line}\n" for line in _lines(plan))


def _lines(plan: Plan) -> Iterator[str]:
    first = plan.request.paths[0] if plan.request.paths else "."
    found = plan.settings_of(first) if plan.request.paths else plan.found
    settings, unset = found.settings, Settings()
    given = {"language": plan.request.language, "select": plan.request.select, "ignore": plan.request.ignore, "exclude": plan.request.exclude}
    given |= {"fail_level": plan.request.fail_level, "output_format": plan.request.output_format, "rates": plan.request.rates}
    given |= {"baseline": plan.request.baseline, "data": plan.request.data, "sources": plan.request.source}
    yield f"# for {json.dumps(first)}, from {json.dumps(str(found.file)) if found.file else 'no file'}"
    for name, key in zip(Settings.__struct_fields__, Settings.__struct_encode_fields__, strict=True):
        value, source = getattr(settings, name), str(found.file)
        if value == getattr(unset, name):
            source = NOWHERE
        if given.get(name):
            value, source = given[name], "command line"
        written = _written(msgspec.to_builtins(value))
        yield f"{key} = {written}  # {json.dumps(source)}" if value is not None else f"# {key} is not set"


def _written(value: object) -> str:
    """A value as TOML, of which JSON's strings and lists are a part."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(key)} = {json.dumps(rules)}" for key, rules in value.items()) + " }" if value else "{}"
    return json.dumps(value)
