"""The plan of a check: what was asked on the command line, over what the settings say, over what holds when nobody says anything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, get_args

from factcheck.baseline import DEFAULT_NAME
from factcheck.cli.speaking import Stop, complaints_from, nearest, say
from factcheck.ignored import Patterns, patterns
from factcheck.settings import FailLevel, Found, Settings, Unusable, nearest_settings, settings_from

if TYPE_CHECKING:
    from factcheck.outside import RateOfDay

LIVE = "live"


class Request(NamedTuple):
    """What was asked, as it was written; None and empty where nothing was."""

    paths: tuple[str, ...] = ()
    published: str | None = None
    language: str | None = None
    rates: str | None = None
    output_format: str | None = None
    output: tuple[str, ...] = ()
    fail_level: str | None = None
    exit_zero: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    statistics: bool = False
    diff_base: str | None = None
    isolated: bool = False
    settings: str | None = None
    baseline: str | None = None
    write_baseline: bool = False
    prune_baseline: bool = False
    no_cache: bool = False
    cache_dir: str | None = None
    jobs: int = 0
    stdin_filename: str | None = None
    data: tuple[str, ...] = ()
    source: tuple[str, ...] = ()


class Plan(NamedTuple):
    """What will be done, every word of it checked."""

    request: Request
    found: Found
    published: date | None
    output_format: str
    outputs: tuple[tuple[str, Path], ...]
    fail_level: FailLevel
    rates: str | None
    rate_of_day: RateOfDay | None
    baseline: Path | None
    baseline_was_found: bool
    data: tuple[str, ...]
    sources: tuple[str, ...]

    def settings_of(self, file: str) -> Found:
        """The settings for one file or folder: those nearest to it."""
        if self.request.isolated or self.request.settings:
            return self.found
        with complaints_from("", Unusable):
            path = Path(file).absolute()
            found = nearest_settings(path if path.is_dir() else path.parent)
        if found.file != self.found.file:
            _check_settings(found)
        return found

    def language_of(self, file: str) -> str | None:
        """The language that was named for a file, if any."""
        return self.request.language or self.settings_of(file).settings.language

    def rules_of(self, file: str) -> frozenset[str]:
        """The rules that count in a file."""
        found = self.settings_of(file)
        settings = found.settings
        chosen = _names(self.request.select) or settings.select or tuple(rule_names())
        left_out = {*_names(self.request.ignore), *settings.ignore}
        for pattern, rules in settings.per_file_ignores.items():
            matching = _patterns((pattern,), found.folder)
            if matching and matching.reach(Path(file).absolute()):
                left_out.update(rules)
        return frozenset(chosen) - left_out

    def excludes(self, path: Path, is_folder: bool) -> bool:
        """Whether a file or folder is passed over."""
        with complaints_from("", Unusable):
            near = self.found if self.request.isolated or self.request.settings else nearest_settings(path.parent)
        given = _patterns(tuple(self.request.exclude), Path.cwd()), _patterns(near.settings.exclude, near.folder)
        return any(bool(found.says(path, is_folder)) or (not is_folder and found.reach(path)) for found in given if found)


def plan_of(request: Request) -> Plan:
    """The plan of a request. Raises Stop for what cannot be done."""
    found = _settings(request)
    settings = found.settings
    _check_names("--select", _names(request.select))
    _check_names("--ignore", _names(request.ignore))
    known_language(request.language)
    _check_settings(found)
    folder = found.folder if found.file else Path.cwd()
    rates = request.rates or _from(folder, settings.rates)
    baseline = _baseline(request, folder, settings.baseline)
    was_found = _is_found(request, baseline)
    return Plan(
        request,
        found,
        day(request.published),
        _one_of("--output-format", request.output_format or settings.output_format, formats()),
        tuple(_outputs(request)),
        _fail_level(request.fail_level or settings.fail_level),
        rates,
        rate_of_day(rates),
        Path(DEFAULT_NAME) if was_found else baseline,
        was_found,
        request.data or tuple(str(folder / path) for path in settings.data),
        request.source or tuple(str(folder / path) for path in settings.sources),
    )


def day(published: str | None) -> date | None:
    """The day of publication that was given."""
    if published is None:
        return None
    try:
        return date.fromisoformat(published)
    except ValueError:
        raise Stop(f"--published {published}: not a day; write it as 2022-01-06") from None


def known_language(language: str | None) -> str | None:
    """A language that can be read."""
    from claims.read import known_languages

    if language is not None and language not in known_languages():
        raise Stop(f"--language {language}: cannot be read; choose {' or '.join(known_languages())}")
    return language


def rate_of_day(choice: str | None) -> RateOfDay | None:
    """The rates that were chosen; None for the reference rates."""
    if choice is None:
        return None
    from factcheck.outside.exchange import rates_from

    with complaints_from("--rates", ValueError, OSError):
        return rates_from(choice, warn=say)


def formats() -> list[str]:
    """Every format of a report."""
    from factcheck import reports

    return list(reports.formats())


def rule_names() -> list[str]:
    """Every rule."""
    from factcheck import all_rules

    return [rule.name for rule in all_rules()]


def _settings(request: Request) -> Found:
    with complaints_from("", Unusable):
        if request.isolated:
            return Found(Settings(), None, Path.cwd())
        return settings_from(Path(request.settings)) if request.settings else nearest_settings(Path.cwd())


def _check_settings(found: Found) -> None:
    where = found.file or ""
    settings = found.settings
    for key, rules in (("select", settings.select), ("ignore", settings.ignore), *settings.per_file_ignores.items()):
        _check_names(f"{where}: {key}:", rules)
    known_language(settings.language)


def _check_names(where: str, rules: Sequence[str]) -> None:
    for rule in rules:
        if rule not in rule_names():
            raise Stop(f"{where} {rule}: no such rule; {nearest(rule, rule_names()) or 'factcheck rules lists them'}")


def _names(values: Sequence[str]) -> tuple[str, ...]:
    """Names that may be given together, with commas, or one by one."""
    return tuple(name.strip().replace("_", "-") for value in values for name in value.split(",") if name.strip())


def _outputs(request: Request) -> Iterator[tuple[str, Path]]:
    seen: set[Path] = set()
    for output in request.output:
        name, sign, path = output.partition("=")
        if not sign or not path:
            raise Stop(f"--output {output}: write it as FORMAT=PATH")
        target = Path(path).resolve()
        if target in seen:
            raise Stop(f"--output {output}: the same file twice")
        seen.add(target)
        yield _one_of("--output", name, formats()), Path(path)


def _one_of(option: str, value: str, known: Sequence[str]) -> str:
    if value not in known:
        raise Stop(f"{option} {value}: no such format; choose {' or '.join(known)}")
    return value


def _fail_level(value: str) -> FailLevel:
    levels: tuple[FailLevel, ...] = get_args(FailLevel)
    for level in levels:
        if value == level:
            return level
    raise Stop(f"--fail-level {value}: no such level; choose {' or '.join(levels)}")


def _baseline(request: Request, folder: Path, setting: str | None) -> Path | None:
    if request.baseline:
        return Path(request.baseline)
    return Path(_from(folder, setting) or "") if setting else None


def _is_found(request: Request, named: Path | None) -> bool:
    """Whether a baseline lies here under its own name and nobody names another one."""
    return named is None and not request.isolated and not request.write_baseline and Path(DEFAULT_NAME).is_file()


def _from(folder: Path, path: str | None) -> str | None:
    """A path in the settings starts from their folder; "live" is none."""
    return path if path is None or path == LIVE else str(folder / path)


@cache
def _patterns(lines: tuple[str, ...], folder: Path) -> Patterns | None:
    return patterns(lines, folder)
