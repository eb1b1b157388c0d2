"""A rule: one law about one kind of claim.

A rule is a file: its docstring is what `factcheck explain` prints, its function
turns a claim into what must hold. The function's name is the rule's id, with dashes.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

import msgspec

from factcheck.outside import Outside
from factcheck.requirement import Requirement
from factcheck.verdict import CANNOT_BE, Level


class Undecided(msgspec.Struct, frozen=True):
    """The law applies, but a fact it needs is not to be had."""

    reason: str


Required = Requirement | Undecided | None
Require = Callable[[Any, Outside], Required]


class Slip(msgspec.Struct, frozen=True):
    """A known way of getting the law wrong: where its requirement holds, the verdict names it."""

    name: str
    require: Callable[[Any], Requirement | None]


class Rule(msgspec.Struct, frozen=True):
    """One law.

    name         the file's name with dashes
    about        the kind of claim it judges
    require      what must hold if the claim is true; None where the law does not apply
    explanation  the file's docstring, with a `Wrong:` and a `Right:` line
    worst        the highest level it gives: "note" for a law of plausibility
    slips        known slips, in the order they are tried
    breach       what is said of what breaks it
    needs_sources  whether it has nothing to say where a text is checked without the texts that it came from
    """

    name: str
    about: type
    require: Require
    explanation: str
    worst: Level = "error"
    slips: tuple[Slip, ...] = ()
    needs_sources: bool = False
    breach: str = CANNOT_BE


def rule(
    about: type, *, worst: Level = "error", slips: tuple[Slip, ...] = (), needs_sources: bool = False, breach: str = CANNOT_BE
) -> Callable[[Callable[..., Required]], Rule]:
    """Declare a rule over a function of a claim, or of a claim and what is known from outside the text."""

    def declare(function: Callable[..., Required]) -> Rule:
        takes_outside = function.__code__.co_argcount == 2
        require: Require = function if takes_outside else lambda claim, _: function(claim)
        explanation = sys.modules[function.__module__].__doc__ or ""
        return Rule(function.__name__.replace("_", "-"), about, require, explanation, worst, slips, needs_sources, breach)

    return declare


def rules_in(package: ModuleType) -> tuple[Rule, ...]:
    """Every rule in a folder, in the order of the file names."""
    names = sorted(module.name for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."))
    modules = [importlib.import_module(name) for name in names]
    return tuple(thing for module in modules for thing in vars(module).values() if isinstance(thing, Rule))
