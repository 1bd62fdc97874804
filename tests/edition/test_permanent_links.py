"""
An id or an address that was published once never changes.

`WARRAQ_RENEW=1 python3 tasks.py test --only permanent` writes the golden files anew. That is right only after a change of the rules that
repair the originals of `tests/site`, or of what stands in the two archives.
"""

from __future__ import annotations

import os

import pytest

from edition.permanent_links import ARCHIVES, GOLDEN, permanent_links

RENEW = bool(os.environ.get("WARRAQ_RENEW"))


@pytest.mark.parametrize("name", ARCHIVES)
def test_every_address_and_id_is_the_one_that_was_published(name: str) -> None:
    file = GOLDEN / f"{name}.txt"
    links = permanent_links(ARCHIVES[name])
    if RENEW:
        file.write_text(links, encoding="utf-8")
    assert links == file.read_text(encoding="utf-8")
