"""
Pages that say nothing but their title.

What a server answers for an address that is gone (`<title>404 Not Found</title>` and an empty body) is saved by browsers like any
other page. Repair has no other words to make an article of than the title's; here such a page is known, so that it stays out.
"""

from __future__ import annotations

from bs4 import BeautifulSoup

from warraq.desk.front_matter import value_of

BESIDE_TEXT = ("title", "h1", "script", "style", "template", "noscript")


def is_only_a_title(page: str, article: str) -> bool:
    """True where the article repeats its title and the page has no words but in its title and its heading."""
    body = article.partition("\n---\n")[2]
    if body.split() != str(value_of(article, "title") or "").split():
        return False
    soup = BeautifulSoup(page, "html.parser")
    for element in soup.find_all(BESIDE_TEXT):
        element.extract()
    return not soup.get_text().strip()
