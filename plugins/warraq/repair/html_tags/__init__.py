"""
The tokenizer of HTML: tags with their places, in texts that are damaged.

No tree is built: a parser that meets one cut tag loses half of an article. `tags` finds the tags of given elements and reads
attributes; `in_page` gives all tags of a whole page, `in_prose` those that were left in a text. The three differ in one
question, how much a `<` is believed: `in_page` expects tags, `in_prose` expects words.
"""

from .tags import Attribute, Extent, Tag, attributes, blank_tags, find_tag, find_tags, strip_tags

__all__ = ["Attribute", "Extent", "Tag", "attributes", "blank_tags", "find_tag", "find_tags", "strip_tags"]
