"""D → T and the annotations on it: repairs, doubts, editors' changes, mentions, notes."""

from .assemble import edition
from .rendered_text import published_text, render

__all__ = ["edition", "published_text", "render"]
