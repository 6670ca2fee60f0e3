"""The elements of a web page as a tree, with the ends that writers of HTML leave out put in."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.readers.html_tokens import Tag, tokens
from ingest.source import Text

__all__ = ["BLOCKS", "HEADINGS", "Element", "tree"]

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog"}
    | {"div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "head", "header", "hgroup"}
    | {"hr", "html", "legend", "li", "main", "menu", "nav", "ol", "option", "optgroup", "p", "pre", "section"}
    | {"select", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
    | HEADINGS
)
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source"}
    | {"track", "wbr"}
)
_ROWS = frozenset({"td", "th", "tr", "thead", "tbody", "tfoot", "caption", "colgroup"})
_CELLS = frozenset({"td", "th", "caption"})
# What the beginning of an element ends, and the elements beyond which it ends nothing.
_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "table"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl", "table"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl", "table"})),
    "td": (frozenset({"td", "th", "caption"}), frozenset({"table"})),
    "th": (frozenset({"td", "th", "caption"}), frozenset({"table"})),
    "tr": (frozenset({"tr", "caption", "colgroup"}), frozenset({"table"})),
    "thead": (frozenset({"thead", "tbody", "tfoot", "caption", "colgroup"}), frozenset({"table"})),
    "tbody": (frozenset({"thead", "tbody", "tfoot", "caption", "colgroup"}), frozenset({"table"})),
    "tfoot": (frozenset({"thead", "tbody", "tfoot", "caption", "colgroup"}), frozenset({"table"})),
    "option": (frozenset({"option"}), frozenset({"select"})),
}
_PARAGRAPH = (frozenset({"p", *HEADINGS}), frozenset({*BLOCKS} - {"p", *HEADINGS}))
_DEEPEST = 150  # elements; what lies deeper is taken as if it lay there


@dataclass(eq=False)
class Element:
    """An element with what it holds: words and other elements, in order."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element | Text"] = field(default_factory=list)

    def elements(self) -> Iterator["Element"]:
        """Yield the elements that stand directly in this one."""
        return (child for child in self.children if isinstance(child, Element))

    def all(self) -> Iterator["Element"]:
        """Yield the elements in this one at every depth, in order."""
        for child in self.elements():
            yield child
            yield from child.all()

    def texts(self) -> Iterator[Text]:
        """Yield the words in this element at every depth, in order."""
        for child in self.children:
            if isinstance(child, Element):
                yield from child.texts()
            else:
                yield child


def tree(raw: str) -> Element:
    """Return the page as one element; nothing that stands in it is lost, however it is nested."""
    stack = [Element("page")]
    for token in tokens(raw):
        if isinstance(token, Text):
            stack[-1].children.append(token)
        elif token.closes:
            _close(stack, token.name)
        else:
            _open(stack, token)
    return stack[0]


def _open(stack: list[Element], tag: Tag) -> None:
    if tag.name in _ENDS:
        _end(stack, *_ENDS[tag.name])
    elif tag.name in BLOCKS:
        _end(stack, *_PARAGRAPH)
    element = Element(tag.name, tag.attributes)
    stack[-1].children.append(element)
    # A closed tag of XML; in HTML the slash means nothing, but nobody writes it to open an element.
    if tag.name not in _VOID and not tag.closed and len(stack) < _DEEPEST:
        stack.append(element)


def _end(stack: list[Element], which: frozenset[str], beyond: frozenset[str]) -> None:
    """End the nearest open element of these names, unless another stands between."""
    for n in range(len(stack) - 1, 0, -1):
        if stack[n].name in which:
            del stack[n:]
            return
        if stack[n].name in beyond:
            return


def _close(stack: list[Element], name: str) -> None:
    """End the nearest open element of a name; the end of a paragraph in a cell ends nothing outside of it."""
    for n in range(len(stack) - 1, 0, -1):
        if stack[n].name == name:
            del stack[n:]
            return
        if stack[n].name == "table" or (stack[n].name in _CELLS and name not in {*_ROWS, "table"}):
            return
