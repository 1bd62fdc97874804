"""
The kinds of open items: each is one file, which finds them and says what a decision writes.

A new kind is a file here and its name in `KINDS`; the page, the filters, the list and undo know it then.
"""

from __future__ import annotations

from warraq.desk.review.open_item import Kind

from . import author, date, doubt, title, version

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (doubt.KIND, title.KIND, author.KIND, date.INFERRED_DATE, date.OPEN_DATE, date.UNDATED, version.KIND)
}
"""By name, in the order in which they are asked."""
