"""
The addresses on GitHub where an article is corrected: its file in the editor, and a form for whoever may not or will not edit.

They are links, which nobody follows unasked; only a site whose `content/site.yaml` names its repository has them. An article that is
published in part, or without some words, has no link to its file, where all of it may be read.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from warraq.archive.archive import Site
from warraq.archive.article import Article

from . import addresses
from .decisions import extent

BRANCH = "main"
FORMS = {"ar": "1-error-ar.yml"}
OTHER_FORM = "2-error-en.yml"
"""Below `.github/ISSUE_TEMPLATE/`; their fields are called `page` and `quote`."""
LONGEST_TITLE = 100
"""Letters of an article's title in that of an issue."""


@dataclass(frozen=True, slots=True)
class Correcting:
    """Where an article is corrected."""

    file: str | None
    """The editor, at the line where its text begins; None where the file has more than is published."""
    report: str
    """A form that knows the article; a script adds the passage that a reader selected."""


def correcting(article: Article, site: Site, site_url: str) -> Correcting | None:
    """Give the addresses where an article is corrected; None where the site names no repository."""
    if site.repository is None:
        return None
    repository, _, tree = site.repository.rstrip("/").partition("/tree/")
    branch, _, folder = tree.partition("/")
    path = quote("/".join(filter(None, (folder, article.path))))
    is_whole = not article.withheld and extent(article.source.rights if article.source else None).is_whole
    here = addresses.article(article.slug)
    asked = {
        "template": FORMS.get(site.language, OTHER_FORM),
        "title": article.title[:LONGEST_TITLE],
        "page": addresses.absolute(site_url, here) if site_url else here,
    }
    return Correcting(
        f"{repository}/edit/{branch or BRANCH}/{path}#L{article.body_line}" if is_whole else None,
        f"{repository}/issues/new?{urlencode(asked)}",
    )
