"""Which parts of a page a reader sees as its text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

UNSEEN = frozenset(
    [
        *("head", "script", "style", "noscript", "template", "svg", "math", "canvas", "iframe", "object", "audio", "video"),
        *("select", "option", "button", "input", "textarea", "del", "s", "strike", "rt", "rp", "nav"),
    ]
)
"""Elements whose text is no text of the article: for programs, for input, struck out, or readings beside the words."""
OWN_FOOTERS = frozenset(("article", "main", "blockquote", "figure"))
"""A footer inside these ends what stands in it; any other is the site's."""
CODE_CLASSES = frozenset(("programlisting", "screen", "synopsis", "highlight", "sourcecode", "code", "listing", "terminal", "console", "codehilite"))
"""Classes by which a preformatted block is told to be code; without any it may be an article of the days before style sheets."""
LONGEST_NOTE_MARK = 3
NOTE_MARKS = frozenset(("doc-noteref", "doc-backlink"))


def is_unseen(node: LexborNode) -> bool:
    """Whether nothing inside of the element is text that a reader takes for the article's."""
    tag = node.tag or ""
    if tag in UNSEEN or (tag == "footer" and not _is_inside(node, OWN_FOOTERS)):
        return True
    if tag == "code" and node.parent is not None and node.parent.tag == "pre":
        return True
    if tag == "sup" and node.css_first("a") is not None:
        return True  # the raised number that leads to a note
    attributes = node.attributes
    if not attributes:
        return False
    if tag == "pre" and not CODE_CLASSES.isdisjoint((attributes.get("class") or "").lower().split()):
        return True
    style = (attributes.get("style") or "").replace(" ", "").lower()
    role = attributes.get("role") or ""
    if role in NOTE_MARKS or role == "navigation" or (tag == "a" and _leads_to_a_note(node)):
        return True
    return "hidden" in attributes or "display:none" in style or attributes.get("aria-hidden") == "true"


def _leads_to_a_note(link: LexborNode) -> bool:
    """Whether it is the number or sign between a text and its note: it leads to a place on the page and says nothing."""
    text = (link.text() or "").strip("[]() \n")
    return (link.attributes.get("href") or "").startswith("#") and len(text) <= LONGEST_NOTE_MARK and (text.isdecimal() or not any(map(str.isalnum, text)))


def seen(top: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Each node inside of `top` that is seen, with False when it begins and True when it ends.

    Without recursion: a page may be nested as deep as it likes.
    """
    node, is_left = top.first_child, False
    while node is not None:
        goes_in = False
        if not is_left and not (node.is_element_node and is_unseen(node)):
            yield node, False
            goes_in = node.first_child is not None
            if not goes_in:
                yield node, True
        elif is_left:
            yield node, True
        if goes_in:
            node = node.first_child
        elif node.next is not None:
            node, is_left = node.next, False
        else:
            node, is_left = node.parent, True
            if node is None or node.mem_id == top.mem_id:
                return


def _is_inside(node: LexborNode, tags: frozenset[str]) -> bool:
    above = node.parent
    while above is not None and above.tag not in tags:
        above = above.parent
    return above is not None
