"""What scanning finds of a page of HTML: its blocks of text, each with its place, and the containers around them."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Element:
    """A container of a page."""

    name: str
    start: int
    """Of its opening tag."""
    parent: Element | None
    is_aside: bool = False
    """By its name or its class it holds navigation, advertising, comments, other articles …"""
    is_body: bool = False
    """By its class it holds the article's text."""
    is_lead: bool = False
    """By its class it holds the lines that stand under the headline and lead into the article."""
    is_caption: bool = False
    """It holds what is said of a picture, or is called so."""
    depth: int = 0
    """Containers around it."""
    end: int = -1
    """Of its closing tag; where it has none, the beginning of the tag that ends it, or the page's end."""
    is_closed: bool = False


@dataclass(slots=True)
class TextBlock:
    """Text between two block tags."""

    start: int
    end: int
    inside: Element
    letters: int = 0
    linked: int = 0
    """Letters of these that stand in links."""
    pieces: tuple[tuple[int, int], ...] = ()
    """Its text between inline tags: places in O."""
    has_digits: bool = False
    is_card: bool = False
    """It stands in a link that holds blocks."""

    @property
    def tag(self) -> str:
        """The block it stands in: `p`, `h2`, `li`, `div` …."""
        return self.inside.name


@dataclass(slots=True)
class ScannedPage:
    """The blocks of text and the containers of a page, in the order of their beginnings."""

    blocks: list[TextBlock] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    """The first is the page itself."""
    flaws: int = 0
    """Cut tags, ends without a beginning, beginnings without an end: none in a sound page."""
    cuts: int = 0
    """Of these, cut tags: a tree builder may take what follows one for its attributes."""
