"""
A drawing rebuilt from a list of what is allowed: shapes, colours and gradients, and nothing that runs, asks elsewhere or points out of the file.

What is not on the list is left out and named. A logo of thousands of shapes is a picture for PNG.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple, cast

from warraq.language import message

from ..problem import WrongValueError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

NAMESPACE = "http://www.w3.org/2000/svg"
ELEMENTS = frozenset(
    """
    svg g path rect circle ellipse line polyline polygon title desc defs linearGradient radialGradient stop clipPath
    """.split()  # noqa: SIM905 - a list of names is read as one
)
ATTRIBUTES = frozenset(
    """
    id d x y x1 y1 x2 y2 cx cy r rx ry fx fy width height points viewBox transform pathLength preserveAspectRatio
    fill fill-opacity fill-rule clip-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit
    stroke-dasharray stroke-dashoffset opacity color clip-path
    clipPathUnits gradientUnits gradientTransform spreadMethod offset stop-color stop-opacity vector-effect
    """.split()  # noqa: SIM905 - likewise
)
WORDS = frozenset({"title", "desc"})
"""The elements whose text is kept."""
REFERENCE = re.compile(r"url\(\s*['\"]?#[A-Za-z][\w.-]*['\"]?\s*\)")
VALUE = re.compile(r"[\w\s.,#%()+-]*")
"""What a value may be, once references within the file are taken out: no quotes, no colon, no backslash, no other `url`."""
NUMBER = re.compile(r"\s*(\d+(?:\.\d+)?)(?:px)?\s*", re.ASCII)
MOST_BYTES, MOST_ELEMENTS, DEEPEST = 30_000, 1_000, 30


class Drawing(NamedTuple):
    """A drawing that may be published."""

    data: bytes
    width: float
    height: float
    left_out: tuple[str, ...]
    """Elements and attributes that were not taken over."""


def rebuild(data: bytes) -> Drawing:
    """Build a drawing anew from its bytes; a WrongValueError says why that can't be."""
    from lxml import etree  # most archives have no drawing

    if len(data) > MOST_BYTES:
        raise WrongValueError(
            message("The drawing is larger than {number} bytes.", number=MOST_BYTES),
            message("Simplify it, or save it as PNG."),
        )
    if b"<!ENTITY" in data or b"<!entity" in data.lower():
        raise WrongValueError(message("The drawing declares entities."), message("Save it as plain SVG."))
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None or root.tag != f"{{{NAMESPACE}}}svg":
        raise WrongValueError(message("It is no drawing: its XML is broken."), message("Save it as plain SVG."))
    left: dict[str, None] = {}
    made = _Building(left).copy(root, 0)
    width, height = _size(root)
    made.set("viewBox", made.get("viewBox") or f"0 0 {width:g} {height:g}")
    for name in ("width", "height"):
        if name in made.attrib:
            del made.attrib[name]
    etree.cleanup_namespaces(made)
    return Drawing(etree.tostring(made), width, height, tuple(left))


class _Building:
    def __init__(self, left: dict[str, None]) -> None:
        self.left, self.number = left, 0

    def copy(self, element: Element, depth: int) -> Element:
        from lxml import etree

        self.number += 1
        if depth > DEEPEST or self.number > MOST_ELEMENTS:
            raise WrongValueError(
                message("The drawing has too many shapes, or too many within one another."),
                message("Simplify it, or save it as PNG."),
            )
        name = etree.QName(element).localname
        made = etree.Element(f"{{{NAMESPACE}}}{name}", nsmap=cast("dict[str, str]", {None: NAMESPACE}))
        for key, value in _attributes(element):
            local = REFERENCE.sub("", value)
            if key in ATTRIBUTES and VALUE.fullmatch(local) and "url" not in local.lower():
                made.set(key, value)
            else:
                self._leave(key)
        if name in WORDS:
            made.text = element.text
            return made
        for child in element:
            if (
                isinstance(child.tag, str)
                and child.tag.startswith(f"{{{NAMESPACE}}}")
                and child.tag.rpartition("}")[2] in ELEMENTS
            ):
                made.append(self.copy(child, depth + 1))
            else:
                self._leave(str(child.tag))
        return made

    def _leave(self, name: str) -> None:
        """Name what is left out, unless it is a program's own note about itself."""
        space, _, local = name.rpartition("}")
        if not space or space == f"{{{NAMESPACE}":
            self.left[local[:30]] = None
        elif local == "href":
            self.left["href"] = None


def _attributes(element: Element) -> Iterator[tuple[str, str]]:
    """Give the attributes of an element; of `style`, each declaration as one."""
    for key, value in element.attrib.items():
        if key == "style":
            for declaration in str(value).split(";"):
                name, colon, said = declaration.partition(":")
                if colon and name.strip() in ATTRIBUTES:  # programs write dozens that draw nothing
                    yield name.strip(), said.strip()
        else:
            yield str(key), str(value)


def _size(root: Element) -> tuple[float, float]:
    """Give width and height, of which only the proportion matters."""
    box = (root.get("viewBox") or "").replace(",", " ").split()
    given = box[2:] if len(box) == 4 else [root.get("width") or "", root.get("height") or ""]
    numbers = [NUMBER.fullmatch(part) for part in given]
    if all(numbers) and all(float(number[1]) > 0 for number in numbers if number):
        width, height = (float(number[1]) for number in numbers if number)
        return width, height
    raise WrongValueError(
        message("The drawing does not say how large it is."), message('Give it a viewBox="0 0 WIDTH HEIGHT".')
    )
