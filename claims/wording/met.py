"""What was met: the places of a window where wordings are found, by kind; a kind is looked for when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from claims.wording.laid_out import Wording
from claims.wording.pattern import Match, Search, Window

Try = tuple[int, int, int]
"""A wording by its number, and the stretch of the marked text in which it is to be looked for."""


class Sentences:
    """The sentences in which wordings of a kind are met, looked for when one is first asked after."""

    def __init__(self, met: Met, kind: str) -> None:
        self._met, self._kind = met, kind

    def __contains__(self, sentence: object) -> bool:
        return isinstance(sentence, int) and self._met.stands_in(self._kind, sentence)


class Met:
    """The matches of a window's wordings."""

    def __init__(self, window: Window, tries: Mapping[str, list[Try]], wording_of: Callable[[int], tuple[Wording, Search]]) -> None:
        """`tries` are the wordings worth looking for, by kind."""
        self._window, self._tries, self._wording_of = window, tries, wording_of
        self._found: dict[str, tuple[Match, ...]] = {}

    def of(self, kind: str) -> tuple[Match, ...]:
        """The matches of the wordings of a kind, in the order of the language file."""
        if kind not in self._tries:
            return ()
        found = self._found.get(kind)
        if found is None:
            found = self._found[kind] = tuple(self._matches(self._tries[kind]))
        return found

    def sentences(self, kind: str) -> Sentences:
        """The sentences in which wordings of a kind are met; one that opens with the end of a sentence belongs to the next."""
        return Sentences(self, kind)

    def stands_in(self, kind: str, sentence: int) -> bool:
        """Whether a wording of a kind is met in a sentence."""
        return any(self._window.sentence_at(match.span[1] - 1) == sentence for match in self.of(kind))

    def _matches(self, tries: list[Try]) -> Iterator[Match]:
        window = self._window
        marked, wording_of = window.marked, self._wording_of
        for number, start, end in sorted(tries):
            wording, search = wording_of(number)
            found = search(marked, start, end)
            while found:
                roles = {role: window.thing_at(place) for role in found.re.groupindex if (place := found.start(role)) >= 0}
                yield Match(wording.kind, roles, wording.holds, (window.offset(found.start()), window.offset(found.end())))
                found = search(marked, max(found.end(), found.start() + 1), end)
